"""Dates as precise as they are known."""

from __future__ import annotations

import calendar
import re
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

PARTIAL_DATE: Final = r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?"
"""A year, then perhaps a month, then perhaps a day; also the pattern of the JSON Schema."""


def _year_as_text(value: Any) -> Any:
    """Accept `2024` written without quotes, which YAML reads as a number."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _exists(value: str) -> str:
    """Refuse what is not a day, a month or a year of the calendar."""
    match = re.fullmatch(PARTIAL_DATE, value)
    if match:
        month = int(match[2] or 1)
        if 1 <= month <= 12:
            last = calendar.monthrange(int(match[1]), month)[1] if int(match[1]) else 0
            if 1 <= int(match[3] or 1) <= last:
                return value
    raise PydanticCustomError("partial_date", "not a date", {"value": value})


PartialDate = Annotated[
    str,
    BeforeValidator(_year_as_text),
    AfterValidator(_exists),
    WithJsonSchema({"type": "string", "pattern": f"^{PARTIAL_DATE}$"}),
]
"""A year, a month or a day in ISO 8601: `2024`, `2024-03` or `2024-03-17`. Sorts as text."""


def _whole(value: str) -> str:
    """Refuse a year or a month alone."""
    if len(value) != len("2024-03-17"):
        raise PydanticCustomError("whole_day", "not a whole day", {"value": value})
    return value


Day = Annotated[
    str,
    BeforeValidator(_year_as_text),
    AfterValidator(_exists),
    AfterValidator(_whole),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]
"""A whole day in ISO 8601, where a month would not do: `2024-03-17`. Sorts as text."""


def latest_day(partial: str) -> tuple[int, int, int]:
    """Return the last day that a partial date may mean: 31 December for a year alone."""
    year, month, day = (*(int(part) for part in partial.split("-")), None, None)[:3]
    assert year is not None
    month = month or 12
    return year, month, day or calendar.monthrange(year, month)[1]
