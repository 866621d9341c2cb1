"""What an editor meant: the identifier, number or date behind one written another way."""

from __future__ import annotations

import datetime
import re
import unicodedata
from typing import Final

_QUOTES: Final = "\"'“”„«»‘’ \u00a0\u202f"
_MONTHS: Final = {
    name: number
    for names in (
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
        "january february march april may june july august september october november december",
    )
    for number, name in enumerate(names.split(), 1)
}
_DEGREES: Final = re.compile(
    r"(\d{1,3})\s*°\s*(\d{1,2})\s*[′'’]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:″|\"|''|’’))?\s*([NSEOW])?", re.I
)


def plain(text: str) -> str:
    """Return a text in small letters, without accents."""
    letters = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()


def identifier(text: str) -> str:
    """Return the identifier that a text suggests; empty when it suggests none."""
    return re.sub(r"[^a-z0-9]+", "-", plain(text))[:60].strip("-")


def without_quotes(text: str) -> str:
    """Return a value without the quotation marks of any country around it."""
    return text.strip(_QUOTES)


def as_number(text: str) -> str | None:
    """Return the decimal number that a text suggests: `43,29`, `43.29°` or `43° 17′ 24″ N`."""
    text = text.strip() if "°" in text else without_quotes(text)
    degrees = _DEGREES.fullmatch(text)
    if degrees:
        seconds = float((degrees[3] or "0").replace(",", "."))
        value = int(degrees[1]) + int(degrees[2]) / 60 + seconds / 3600
        return f"{'-' if (degrees[4] or '').upper() in {'S', 'O', 'W'} else ''}{value:.4f}"
    found = re.fullmatch(r"([+-]?\d{1,3})[.,](\d+)\s*°?", text)
    return f"{found[1].removeprefix('+')}.{found[2]}" if found else None


def as_date(text: str) -> str | None:
    """Return the date that a text suggests: `17/10/2023`, `2023/10`, `17 octobre 2023` or `2023-1`."""
    words = plain(without_quotes(text))
    if found := re.fullmatch(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})", words):
        day, month, year = int(found[1]), int(found[2]), found[3]
    elif found := re.fullmatch(r"(\d{4})[/. -](\d{1,2})(?:[/. -](\d{1,2}))?", words):
        year, month, day = found[1], int(found[2]), int(found[3] or 0)
    elif found := re.fullmatch(r"(\d{1,2})[/. -](\d{4})", words):
        year, month, day = found[2], int(found[1]), 0
    elif (found := re.fullmatch(r"(?:(\d{1,2})(?:er)? )?([a-z]+) (\d{4})", words)) and found[2] in _MONTHS:
        year, month, day = found[3], _MONTHS[found[2]], int(found[1] or 0)
    elif found := re.fullmatch(r"(\d{4})", words):
        return found[1]
    else:
        return None
    try:
        datetime.date(int(year), month, day or 1)
    except ValueError:
        return None
    return f"{year}-{month:02}" + (f"-{day:02}" if day else "")
