"""The stories: what the page of a place or of a member tells beside its own record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from markupsafe import Markup

from atlas.geography.communes import boroughs, communes, distance_km
from atlas.map.drawing import locator
from atlas.model import Catalogue, Lang, Member, Place
from atlas.model.place import Fact
from atlas.plates import Plate, plate
from atlas.wording import angle_words, distance_words

NEAREST = 3
"""How many neighbours a place names."""


@dataclass(frozen=True)
class PlaceStory:
    """A place among the others.

    Attributes:
        place: The place.
        commune: The name of its commune.
        borough: The name of its municipal borough, in Marseille.
        previous: The place before it in the network, going round.
        next: The place after it.
        neighbours: The nearest other places with their distance in words, as the crow flies.
        members: The members that it is tied to.
        related: The places that it is tied to, whichever of the two records says so.
        dated: Its facts that bear a date, from the earliest.
        undated: Its other facts.
        latitude: Its latitude in words, as charts give it.
        longitude: Its longitude in words.
        geo: Its position as a `geo:` link (RFC 5870).
        locator: The small chart that shows where it is.
        plate: Its plate, or none until it is drawn.
    """

    place: Place
    commune: str
    borough: str | None
    previous: Place | None
    next: Place | None
    neighbours: Sequence[tuple[Place, str]]
    members: Sequence[Member]
    related: Sequence[Place]
    dated: Sequence[Fact]
    undated: Sequence[Fact]
    latitude: str
    longitude: str
    geo: str
    locator: Markup
    plate: Plate | None


@dataclass(frozen=True)
class MemberStory:
    """A member among the others.

    Attributes:
        member: The member.
        places: The places tied to it.
        previous: The member before it in the list, going round.
        next: The member after it.
    """

    member: Member
    places: Sequence[Place]
    previous: Member | None
    next: Member | None


def place_stories(catalogue: Catalogue, lang: Lang) -> list[PlaceStory]:
    """Return the story of each place in one language, in order."""
    places = catalogue.places
    nearest = _nearest(places)
    ties = _ties(places)
    names, districts = communes(), boroughs()
    return [
        PlaceStory(
            place=place,
            commune=names[place.position.insee].name,
            borough=districts[place.position.borough].name if place.position.borough else None,
            previous=places[rank - 1] if len(places) > 1 else None,
            next=places[(rank + 1) % len(places)] if len(places) > 1 else None,
            neighbours=[(other, distance_words(km, lang)) for other, km in nearest[rank]],
            members=[catalogue.member[id] for id in place.members],
            related=[catalogue.place[id] for id in ties[place.id]],
            dated=sorted((fact for fact in place.facts if fact.when), key=lambda fact: str(fact.when)),
            undated=[fact for fact in place.facts if not fact.when],
            latitude=angle_words(place.position.lat, "lat", lang),
            longitude=angle_words(place.position.lon, "lon", lang),
            geo=f"geo:{place.position.lat},{place.position.lon}",
            locator=locator(place, lang),
            plate=plate(place.id),
        )
        for rank, place in enumerate(places)
    ]


def member_stories(catalogue: Catalogue) -> list[MemberStory]:
    """Return the story of each member, in order."""
    members = catalogue.members
    tied: dict[str, list[Place]] = {member.id: [] for member in members}
    for place in catalogue.places:
        for id in place.members:
            tied[id].append(place)
    return [
        MemberStory(
            member=member,
            places=tied[member.id],
            previous=members[rank - 1] if len(members) > 1 else None,
            next=members[(rank + 1) % len(members)] if len(members) > 1 else None,
        )
        for rank, member in enumerate(members)
    ]


def _ties(places: Sequence[Place]) -> Mapping[str, list[str]]:
    """Return the places tied to each place: one record is enough to tie two."""
    ties: dict[str, dict[str, None]] = {place.id: {} for place in places}
    for place in places:
        for other in place.related:
            ties[place.id][other] = None
            ties[other][place.id] = None
    return {id: list(others) for id, others in ties.items()}


def _nearest(places: Sequence[Place]) -> list[list[tuple[Place, float]]]:
    """Return the nearest places of each place, the nearest first.

    Candidates come from distances on a local plane, all at once; the distance shown is the great
    circle's.
    """
    latitudes = np.radians([place.position.lat for place in places])
    longitudes = np.radians([place.position.lon for place in places])
    found = []
    for rank, place in enumerate(places):
        east = (longitudes - longitudes[rank]) * np.cos(latitudes[rank])
        squares = east**2 + (latitudes - latitudes[rank]) ** 2
        order = np.argsort(squares, kind="stable")
        others = [places[other] for other in order[: NEAREST + 1] if other != rank][:NEAREST]
        here = (place.position.lat, place.position.lon)
        found.append([(other, distance_km(*here, other.position.lat, other.position.lon)) for other in others])
    return found
