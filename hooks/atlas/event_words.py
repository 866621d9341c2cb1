"""The date of an event in words, as precise as it is known."""

from __future__ import annotations

from atlas.model import Event, Lang
from atlas.wording import date_words

UNDATED = {"fr": "date pas encore connue", "en": "date not known yet"}


def event_date_words(event: Event, lang: Lang) -> str:
    """Return the date of an event: `du 14 au 17 mars 2023`, `automne 2024`, `26 October 2022`."""
    if event.start is None:
        return UNDATED[lang]
    if event.part is not None:
        return f"{event.part.label(lang)} {event.start}"
    if event.end is None or event.end == event.start:
        return date_words(event.start, lang)
    return _span(event.start, event.end, lang)


def _span(start: str, end: str, lang: Lang) -> str:
    """Return two dates as one, the month and the year that they share said once."""
    first, last = date_words(start, lang).split(" "), date_words(end, lang)
    shared = 0
    if len(start) == len(end) > 4:
        shared = 2 if len(start) == 10 and start[:7] == end[:7] else 1 if start[:4] == end[:4] else 0
    shown = " ".join(first[: len(first) - shared])
    days = len(start) == 10
    if lang == "en":
        return f"{shown}–{last}" if shared == 2 else f"{shown} to {last}"
    return f"du {shown} au {last}" if days else f"de {shown} à {last}"
