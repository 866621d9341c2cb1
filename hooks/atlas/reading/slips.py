"""What an editor meant: the identifier, number or date behind one written another way."""

from __future__ import annotations

import datetime
import re
from typing import Final

from atlas.folding import fold

_QUOTES: Final = "\"'“”„«»‘’ \u00a0\u202f"
_MONTHS: Final = {
    name: number
    for names in (
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
        "january february march april may june july august september october november december",
    )
    for number, name in enumerate(names.split(), 1)
}
_WEEKDAYS: Final = re.compile(
    r"^(?:lun|mar|mercre|jeu|vendre|same)di,? (?:le )?|^dimanche,? (?:le )?|^le |"
    r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day,? "
)
_DEGREES: Final = re.compile(
    r"(\d{1,3})\s*°\s*(\d{1,2})\s*[′'’]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:″|\"|''|’’))?\s*([NSEOW])?", re.I
)


def identifier(text: str) -> str:
    """Return the identifier that a text suggests; empty when it suggests none."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text))[:60].strip("-")


def without_quotes(text: str) -> str:
    """Return a value without the quotation marks of any country around it."""
    return text.strip(_QUOTES)


def as_number(text: str) -> str | None:
    """Return the decimal number that a text suggests: `43,29`, `43.29° N`, `43° 17′ 24″ N` or `1 705 626,5 tonnes`."""
    text = text.strip() if "°" in text else without_quotes(text)
    degrees = _DEGREES.fullmatch(text)
    if degrees:
        seconds = float((degrees[3] or "0").replace(",", "."))
        value = int(degrees[1]) + int(degrees[2]) / 60 + seconds / 3600
        return f"{'-' if (degrees[4] or '').upper() in {'S', 'O', 'W'} else ''}{value:.4f}"
    found = re.fullmatch(r"([+-]?\d{1,3})[.,](\d+)\s*°?\s*[NE]?", text)
    return f"{found[1].removeprefix('+')}.{found[2]}" if found else _grouped(text)


def _grouped(text: str) -> str | None:
    """Return a number whose thousands are apart, or that has its unit: `1 705 626`, `12,5 %`."""
    found = re.fullmatch(
        r"([+-]?\d{1,3}(?:[\s'’.]\d{3})+|[+-]?\d+)(?:,(\d+))?\s*(?:[^\W\d][\w²³]*|[%€$])?\s*[%€]?", text
    )
    if found is None:
        return None
    whole = re.sub(r"[^\d-]", "", found[1])
    return f"{whole}.{found[2]}" if found[2] else whole


def as_minutes(text: str) -> str | None:
    """Return the minutes that a length suggests: `1h30`, `2 h` or `45 min`."""
    words = fold(without_quotes(text))
    if found := re.fullmatch(r"(\d{1,2})\s*h(?:eures?)?\s*(\d{1,2})?\s*(?:m(?:in|n)?)?", words):
        return str(int(found[1]) * 60 + int(found[2] or 0))
    found = re.fullmatch(r"(\d{1,3})\s*m(?:n|in|inutes?)?\.?", words)
    return found[1] if found else None


def as_moment(text: str) -> str | None:
    """Return the day and hour that a text suggests: `12/01/2027 9h` or `12 janvier 2027 à 9 h 30`."""
    words = fold(without_quotes(text))
    found = re.fullmatch(r"(.+?)[\sT,]+(?:a\s+)?(\d{1,2})\s*(?:h|:)\s*(\d{2})?(?::\d{2})?", words)
    day = as_date(found[1]) if found else None
    if found is None or day is None or len(day) < 10 or int(found[2]) > 23 or int(found[3] or 0) > 59:
        return None
    return f"{day}T{int(found[2]):02}:{found[3] or '00'}"


def as_date(text: str) -> str | None:
    """Return the date that a text suggests: `17/10/2023`, `2023/10`, `mardi 17 oct. 2023`, `October 17, 2023`."""
    words = fold(without_quotes(text))
    words = re.sub(_WEEKDAYS, "", words)
    words = re.sub(r"^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$", r"\2 \1 \3", words)
    if found := re.fullmatch(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})", words):
        day, month, year = int(found[1]), int(found[2]), found[3]
    elif found := re.fullmatch(r"(\d{4})[/. -](\d{1,2})(?:[/. -](\d{1,2}))?", words):
        year, month, day = found[1], int(found[2]), int(found[3] or 0)
    elif found := re.fullmatch(r"(\d{1,2})[/. -](\d{4})", words):
        year, month, day = found[2], int(found[1]), 0
    elif (found := re.fullmatch(r"(?:(\d{1,2})(?:er|st|nd|rd|th)? )?([a-z]+)\.? (\d{4})", words)) and _month(found[2]):
        year, month, day = found[3], _month(found[2]), int(found[1] or 0)
    elif found := re.fullmatch(r"(\d{4})", words):
        return found[1]
    else:
        return None
    try:
        datetime.date(int(year), month, day or 1)
    except ValueError:
        return None
    return f"{year}-{month:02}" + (f"-{day:02}" if day else "")


def _month(word: str) -> int:
    """Return the number of a month, whole or cut as people cut it (`oct`, `sept`, `juil`); 0 for another word."""
    found = {number for name, number in _MONTHS.items() if name == word or (len(word) >= 3 and name.startswith(word))}
    return found.pop() if len(found) == 1 else 0
