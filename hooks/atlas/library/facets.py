"""Facets: by what one may look for something in the library, and how many things answer to each value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from atlas.library.items import LibraryItem
from atlas.model import LANGS, Catalogue, Lang
from atlas.model.vocabulary import Level, LibraryType, ReadingTime, ResourceType, Theme
from atlas.words import Words

NAMES: Final = ("theme", "session", "type", "level", "lang", "duration", "place")
"""The facets, in the order in which they are shown."""


@dataclass(frozen=True)
class FacetValue:
    """A value of a facet that something in the library has.

    Attributes:
        key: The value, as addresses spell it.
        label: What readers see.
        count: How many things have it.
    """

    key: str
    label: str
    count: int


@dataclass(frozen=True)
class Facet:
    """A way to look for something.

    Attributes:
        name: Its name, as addresses spell it.
        label: What readers see.
        values: Its values, in the order of their vocabulary.
    """

    name: str
    label: str
    values: Sequence[FacetValue]


def facets(items: Iterable[LibraryItem], catalogue: Catalogue, lang: Lang) -> list[Facet]:
    """Return the facets of some things, their values counted; a facet without a choice is left out."""
    words, kept = Words(lang), list(items)
    found = []
    for name in NAMES:
        counts = Counter(value for item in kept for value in facet_values(item, name))
        values = [FacetValue(key, label, counts[key]) for key, label in _labels(name, catalogue, lang) if counts[key]]
        if values:
            found.append(Facet(name, getattr(words, f"facet_{name}"), values))
    return found


def facet_values(item: LibraryItem, name: str) -> Sequence[str]:
    """Return the values that a thing has on a facet.

    Raises:
        KeyError: When there is no such facet.
    """
    return {
        "theme": [theme.value for theme in item.themes],
        "session": [item.session] if item.session else [],
        "type": [item.type.value],
        "level": [item.level.value] if item.level else [],
        "lang": item.langs,
        "duration": [reading_time(item.minutes).value] if item.minutes else [],
        "place": item.places,
    }[name]


def reading_time(minutes: int) -> ReadingTime:
    """Return the span in which a number of minutes falls."""
    spans = ((30, ReadingTime.HALF_HOUR), (60, ReadingTime.HOUR), (120, ReadingTime.TWO_HOURS))
    return next((span for most, span in spans if minutes <= most), ReadingTime.LONGER)


def _labels(name: str, catalogue: Catalogue, lang: Lang) -> list[tuple[str, str]]:
    """Return every value that a facet may have, with its label, in order."""
    if name == "session":
        return [(session.id, f"{session.order}. {session.title.in_(lang)}") for session in catalogue.sessions]
    if name == "place":
        return [(place.id, place.name.in_(lang)) for place in catalogue.places]
    if name == "lang":
        words = Words(lang)
        return [(each, getattr(words, f"library_lang_{each}")) for each in LANGS]
    terms = {
        "theme": [*Theme],
        "type": [*LibraryType, *ResourceType],
        "level": [*Level],
        "duration": [*ReadingTime],
    }[name]
    return [(term.value, term.label(lang)) for term in terms]
