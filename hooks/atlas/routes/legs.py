"""The legs of a route, from each place to the next.

Distances are as the crow flies: no travel time is told, because the site knows neither roads nor timetables.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from atlas.geography.communes import distance_km
from atlas.model import Catalogue, Place
from atlas.model.route import Route


@dataclass(frozen=True)
class Leg:
    """The way from a place to the next.

    Attributes:
        start: The place that one leaves.
        end: The place that one reaches.
        km: How far apart they are, as the crow flies.
    """

    start: Place
    end: Place
    km: float


def leg_list(catalogue: Catalogue, route: Route) -> Sequence[Leg]:
    """Return the legs of a route, in order: one fewer than its places."""
    places = [catalogue.place[id] for id in route.places]
    return [Leg(start, end, _km(start, end)) for start, end in pairwise(places)]


def length_km(legs: Sequence[Leg]) -> float:
    """Return the length of a route, as the crow flies from place to place."""
    return sum(leg.km for leg in legs)


def _km(start: Place, end: Place) -> float:
    return distance_km(start.position.lat, start.position.lon, end.position.lat, end.position.lon)
