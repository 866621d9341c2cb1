"""The places as tables: CSV for programs, and for the French Excel, which expects other signs."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from atlas.exports.columns import COLUMNS, Value, row
from atlas.exports.listing import Listed


def places_csv(places: Sequence[Listed]) -> bytes:
    """Return the places as CSV after RFC 4180: UTF-8, commas, decimal points."""
    return _table([list(row(one).values()) for one in places], delimiter=",").encode("utf-8")


def places_excel_csv(places: Sequence[Listed]) -> bytes:
    """Return the places as CSV that opens with a double click in French: a byte order mark, semicolons, commas."""
    rows = [[_for_excel(value) for value in row(one).values()] for one in places]
    return _table(rows, delimiter=";").encode("utf-8-sig")


def _table(rows: Sequence[Sequence[Any]], delimiter: str) -> str:
    table = io.StringIO(newline="")
    writer = csv.writer(table, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([column.name for column in COLUMNS])
    writer.writerows(rows)
    return table.getvalue()


def _for_excel(value: Value) -> Value:
    if isinstance(value, float):
        return repr(value).replace(".", ",")
    # Excel would run a text that begins like a formula.
    return f"'{value}" if isinstance(value, str) and value[:1] in "=+-@" and value else value
