"""The entries of the map: what the list, the drawing and Leaflet all show of a place, decided once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from atlas.geography.communes import communes
from atlas.map.words import map_words
from atlas.model import Lang, Place
from atlas.model.vocabulary import Confidence, Domain, Opening, PlaceStatus
from atlas.typography import typeset

Href = Callable[..., str]
"""Makes the link to a page: `href("place", id)`."""


@dataclass(frozen=True)
class Entry:
    """A place as maps show it.

    Attributes:
        id: The place's identifier, which is also its anchor in the list.
        number: What the disc says.
        name: The short name.
        commune: The name of the commune.
        lat: Latitude.
        lon: Longitude.
        approximate: Whether the position is only approximate, which maps mark « PA ».
        domain: The domain of excellence.
        status: The status in the network.
        opening: Whether the public can go in.
        month: Its month in the programme (`2027-03`), once published.
        summary: One sentence.
        href: The link to the place's page, none in a drawing without links.
    """

    id: str
    number: int
    name: str
    commune: str
    lat: float
    lon: float
    approximate: bool
    domain: Domain
    status: PlaceStatus
    opening: Opening
    month: str | None
    summary: str
    href: str | None

    def label(self, lang: Lang) -> str:
        """Return what a screen reader says of the place's disc."""
        words = map_words(lang)
        label = words["place_label"].format(number=self.number, name=self.name, commune=self.commune)
        return f"{label}, {words['approximate']}" if self.approximate else label


def entry(place: Place, lang: Lang, href: Href | None = None) -> Entry:
    """Return a place as maps show it, in one language."""
    return Entry(
        id=place.id,
        number=place.order,
        # Set here: the script of the map does not pass through the typography of pages.
        name=typeset(place.name.in_(lang), lang),
        commune=typeset(communes()[place.position.insee].name, lang),
        lat=place.position.lat,
        lon=place.position.lon,
        approximate=place.position.confidence is Confidence.LOW,
        domain=place.domain,
        status=place.standing.value,
        opening=place.access.opening,
        month=place.standing.month[:7] if place.standing.month else None,
        summary=place.summary.text.in_(lang),
        href=href("place", place.id) if href else None,
    )


def entries(places: Sequence[Place], lang: Lang, href: Href | None = None) -> list[Entry]:
    """Return the places as maps show them, in the order of the network."""
    return [entry(place, lang, href) for place in sorted(places, key=lambda place: place.order)]
