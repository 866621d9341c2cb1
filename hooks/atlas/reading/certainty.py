"""Which refusals have one cure and no other: the ones that a program may apply."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from atlas.folding import fold
from atlas.model.record import FieldPath
from atlas.model.vocabulary import Licence, Term
from atlas.reading.fixes import Fix, RenameKey, Write, as_yaml
from atlas.reading.slips import as_date, as_number, identifier, without_quotes

_DEGREES: Final = frozenset({"lat", "lon"})
_NUMBERS: Final = frozenset({"float_type", "float_parsing", "int_type", "int_parsing"})
_FEWEST: Final = 4
"""Letters of the shortest word in which a slip can be told from another word."""
_LONG: Final = 10
"""Letters of a word in which two slips still leave one word alone."""


def near_miss(word: str, known: Iterable[str]) -> str | None:
    """Return the one word that `word` certainly means, or none.

    It differs by its accents and capitals alone, or by one slip of the hand (two in a long word) while nothing else
    known is as near. A digit is no slip: `mucem-2024` is another source than `mucem-2025`.
    """
    names = set(known)
    if (meant := identifier(word)) in names:
        return meant
    near = sorted((steps, name) for name in names if (steps := slips(word, name)) <= 2)
    if len(near) != 1 or len(word) < _FEWEST:
        return None
    ((steps, name),) = near
    same_digits = re.findall(r"\d", word) == re.findall(r"\d", name)
    return name if same_digits and steps <= (2 if len(name) >= _LONG else 1) else None


def slips(word: str, other: str, most: int = 2) -> int:
    """Return how many letters are missing, added, changed or exchanged with their neighbour; `most` + 1 beyond that."""
    if abs(len(word) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(word, 1):
        before, last, row = row, before, [place]
        for column, expected in enumerate(other, 1):
            cost = min(before[column] + 1, row[column - 1] + 1, before[column - 1] + (letter != expected))
            crossed = place > 1 and column > 1 and letter == other[column - 2] and word[place - 2] == expected
            row.append(min(cost, last[column - 2] + 1) if crossed else cost)
    return min(row[-1], most + 1)


def certain(
    kind: str, field: FieldPath, value: Any, hint: Any, beside: Mapping[str, Any], keys: Iterable[str]
) -> Fix | None:
    """Return what certainly cures a value that a model refuses, or none.

    Args:
        kind: Why pydantic refuses it.
        field: The field, from the head of the file.
        value: What is written there.
        hint: The type that the field wants.
        beside: What is written in the same record.
        keys: The keys that the record may have.
    """
    if kind == "extra_forbidden":
        key = near_miss(str(field[-1]), (name for name in keys if name not in beside))
        return RenameKey(field, key) if key else None
    if not isinstance(value, str):
        return None
    if kind in _NUMBERS:
        number = _number(value, str(field[-1]))
        return Write(field, number) if number else None
    if kind in {"partial_date", "whole_day"}:
        day = _date(value) if kind == "partial_date" else None
        return Write(field, as_yaml(day)) if day else None
    if kind == "enum":
        term = _term(value, hint)
        return Write(field, as_yaml(term)) if term else None
    return None


def _number(value: str, key: str) -> str | None:
    """Return a number with a decimal comma or with spaces; `1,375` may as well be thousands, in English."""
    if re.fullmatch(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+", without_quotes(value)):
        return as_number(value)
    if not re.fullmatch(r"[+-]?\d+,\d+", without_quotes(value)):
        return None
    decimals = without_quotes(value).partition(",")[2]
    return as_number(value) if key in _DEGREES or len(decimals) != 3 else None


def _date(value: str) -> str | None:
    """Return a date that can be read in one way only: in `03/04/2023` the month may come first."""
    found = re.match(r"(\d{1,2})[/. -](\d{1,2})[/. -]\d{4}$", without_quotes(value))
    if found and int(found[1]) <= 12 and int(found[1]) != int(found[2]):
        return None
    return as_date(value)


def _term(value: str, hint: Any) -> str | None:
    """Return the term whose value, or whose label in either language, is written; a licence is never guessed."""
    if not (isinstance(hint, type) and issubclass(hint, Term)) or hint is Licence:
        return None
    word = fold(without_quotes(value))
    meant = {term.value for term in hint for label in (term.value, term.fr, term.en) if fold(label) == word}
    return meant.pop() if len(meant) == 1 else near_miss(word, (term.value for term in hint))
