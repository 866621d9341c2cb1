"""The places as every download lists them: the same entries as the three forms of the map, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from atlas.exports.about import About
from atlas.exports.texts import Both, both
from atlas.map.entries import Entry, entries
from atlas.model import Catalogue, Place


@dataclass(frozen=True)
class Listed:
    """A place of the network, as downloads list it.

    Attributes:
        place: The record.
        entry: What the French map shows of it: number, name, commune, position.
        english: What the English map shows of it.
        urls: The addresses of its pages.
        about: What the download says of itself.
    """

    place: Place
    entry: Entry
    english: Entry
    urls: Both
    about: About

    @property
    def summary(self) -> Both:
        """The sentence that presents it."""
        return both(self.place.summary.text)

    @property
    def sources(self) -> Sequence[str]:
        """The sources of what a flat row says of it."""
        place = self.place
        cited = {*place.summary.sources, *place.standing.sources, *place.position.sources, *place.access.sources}
        return sorted(cited | set(place.website.sources if place.website else ()))


def listing(catalogue: Catalogue, about: About) -> Sequence[Listed]:
    """Return the places in the order of the network."""
    french, english = (entries(catalogue.places, lang) for lang in ("fr", "en"))
    return [
        Listed(catalogue.place[one.id], one, other, about.pages("place", one.id), about)
        for one, other in zip(french, english, strict=True)
    ]
