"""The seats of the members: what the list, the drawing and Leaflet all show of a seat, decided once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from atlas.geography.communes import communes
from atlas.map.entries import Href
from atlas.map.words import map_words
from atlas.model import Lang, Member
from atlas.typography import typeset


@dataclass(frozen=True)
class SeatEntry:
    """A seat as maps show it.

    Attributes:
        id: The anchor of its row, `seat-<member>`, by which the page of the member leads to it.
        name: The name of the member.
        address: The street address.
        commune: The name of the commune.
        lat: Latitude.
        lon: Longitude.
        sources: The sources of the address.
        href: The link to the member's page.
    """

    id: str
    name: str
    address: str
    commune: str
    lat: float
    lon: float
    sources: Sequence[str]
    href: str

    def label(self, lang: Lang) -> str:
        """Return what a screen reader says of the seat's mark."""
        return map_words(lang)["seat_label"].format(name=self.name, commune=self.commune)


def seats(members: Sequence[Member], lang: Lang, href: Href) -> list[SeatEntry]:
    """Return the seats that a source gives, in the order of the members."""
    return [
        SeatEntry(
            id=f"seat-{member.id}",
            name=typeset(member.short.in_(lang), lang),
            address=typeset(member.seat.address, "fr"),
            commune=typeset(communes()[member.seat.insee].name, lang),
            lat=member.seat.lat,
            lon=member.seat.lon,
            sources=member.seat.sources,
            href=href("member", member.id),
        )
        for member in members
        if member.seat
    ]
