"""Words for readers: dates, numbers and marked-up prose, in the language of the page."""

from __future__ import annotations

import re
from typing import Final, Literal

from babel.dates import get_month_names
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from atlas.model.text import Lang

_LOCALES: Final[dict[Lang, str]] = {"fr": "fr_FR", "en": "en_GB"}
_EMPHASIS: Final = re.compile(r"\*([^*\n]+)\*")
_PARAGRAPHS: Final = re.compile(r"\n\s*\n")


def date_words(partial: str, lang: Lang) -> str:
    """Return a partial date (`2024`, `2024-03`, `2024-03-17`) in words, as precise as it is."""
    year, *rest = partial.split("-")
    if not rest:
        return year
    month = get_month_names("wide", locale=_LOCALES[lang])[int(rest[0])]
    if len(rest) == 1:
        return f"{month} {year}"
    day = int(rest[1])
    return f"{'1er' if lang == 'fr' and day == 1 else day} {month} {year}"


def number_words(value: float, lang: Lang) -> str:
    """Return a number with the separators of the language, as CLDR gives them."""
    return format_decimal(value, locale=_LOCALES[lang])


def distance_words(km: float, lang: Lang) -> str:
    """Return a distance as precise as its points deserve: to 100 m under ten kilometres, else to the kilometre."""
    return f"{number_words(round(km, 1) if km < 10 else round(km), lang)} km"


def weight_words(weight: int, lang: Lang) -> str:
    """Return the weight of a file, from bytes, as readers of downloads expect it: `62 ko`, `1,4 Mo`."""
    kilo, mega = {"fr": ("ko", "Mo"), "en": ("kB", "MB")}[lang]
    if weight < 1_000_000:
        return f"{max(1, round(weight / 1000))}\u00a0{kilo}"
    return f"{number_words(round(weight / 1_000_000, 1), lang)}\u00a0{mega}"


def duration_words(minutes: int, lang: Lang) -> str:
    """Return a duration, from minutes: `45 min`, `1 h 05` in French, `1 h 5 min` in English."""
    hours, left = divmod(minutes, 60)
    if not hours:
        return f"{left} min"
    if not left:
        return f"{hours} h"
    return f"{hours} h {left:02}" if lang == "fr" else f"{hours} h {left} min"


def clock_words(start: str, lang: Lang) -> str:
    """Return the hour of a local time such as `2027-01-12T09:00`: `9 h`, `9 h 30`; `09:00` in English."""
    hour, minute = start[11:13], start[14:16]
    return f"{int(hour)} h{f' {minute}' if minute != '00' else ''}" if lang == "fr" else f"{hour}:{minute}"


def angle_words(degrees: float, axis: Literal["lat", "lon"], lang: Lang) -> str:
    """Return a latitude or longitude in degrees and decimal minutes, as charts give it: `43° 20,3′ N`.

    A tenth of a minute of latitude is 185 m, which suits the confidence of the points.
    """
    tenths = round(abs(degrees) * 600)
    sides = {"lat": "NS", "lon": "EO" if lang == "fr" else "EW"}[axis]
    minutes = format_decimal(tenths % 600 / 10, format="0.0", locale=_LOCALES[lang])
    return f"{tenths // 600}° {minutes}′ {sides[degrees < 0]}"


def prose(text: str) -> Markup:
    """Return plain text as HTML: escaped, with `*word*` as emphasis."""
    return Markup(_EMPHASIS.sub(r"<em>\1</em>", str(escape(text.strip()))))


def paragraphs(text: str) -> list[Markup]:
    """Return the paragraphs of a text, parted by blank lines, each as HTML."""
    return [prose(part) for part in _PARAGRAPHS.split(text.strip())]
