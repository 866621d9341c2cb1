"""From which zoom each name may be written on the Leaflet map, so that no two names meet."""

from __future__ import annotations

import math
from dataclasses import dataclass

from atlas.geography.basemap import basemap
from atlas.geography.communes import Commune, communes
from atlas.map.layout import Box, meets
from atlas.model import Lang

ZOOMS = range(8, 15)
"""The zooms of the map."""

SIZE = 13
"""Pixels of the lettering."""

LETTER = 0.56
"""Width of a letter in its size: the serif, with some air."""


@dataclass(frozen=True)
class Name:
    """A name on the Leaflet map.

    Attributes:
        words: What is written, on one line or two.
        kind: `town`, `sea`, `river` or `relief`.
        lat: Latitude.
        lon: Longitude.
        zoom: The first zoom at which it is written.
    """

    words: str
    kind: str
    lat: float
    lon: float
    zoom: int


def labels(lang: Lang) -> list[Name]:
    """Return the names, each from the first zoom where it meets no other at that zoom and at every closer one.

    The discs are not reckoned with: they stand aside according to the zoom, and the browser hides what they cover.
    """
    rooms: dict[int, list[Box]] = {zoom: [] for zoom in ZOOMS}
    written: list[Name] = []
    features = [
        (_first_zoom(name.kind), name.kind, name.lat, name.lon, _broken(name.in_(lang), name.kind))
        for name in basemap().names
    ]
    towns = sorted(communes().values(), key=lambda commune: (-commune.population, commune.insee))
    named = [(_town_zoom(town), "town", town.label[1], town.label[0], town.name) for town in towns]
    for first, kind, lat, lon, words in [*features, *named]:
        for zoom in range(first, ZOOMS.stop):
            boxes = {at: _room(words, lat, lon, at) for at in range(zoom, ZOOMS.stop)}
            if not any(meets(box, other) for at, box in boxes.items() for other in rooms[at]):
                written.append(Name(words, kind, lat, lon, zoom))
                for at, box in boxes.items():
                    rooms[at].append(box)
                break
    return written


def _broken(words: str, kind: str) -> str:
    """Return the name of a water on two lines, which holds in a bay better than one long line."""
    return words.replace(" de ", "\nde ").replace(" of ", "\nof ") if kind == "sea" else words


def _first_zoom(kind: str) -> int:
    return 9 if kind == "sea" else 10


def _town_zoom(town: Commune) -> int:
    return 8 if town.population > 140_000 else 9 if town.population > 40_000 else 10 if town.population > 9_000 else 11


def _pixel(lat: float, lon: float, zoom: float) -> tuple[float, float]:
    """Return the pixel of a point in the Web Mercator of tiled maps."""
    side = 256 * 2**zoom
    return (lon + 180) / 360 * side, (1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * side


def _room(words: str, lat: float, lon: float, zoom: int) -> Box:
    # The map stops at quarters of a zoom: a name shown from 10 must be free from 9.75 on.
    x, y = _pixel(lat, lon, zoom - 0.25)
    lines = words.split("\n")
    half, high = max(map(len, lines)) * SIZE * LETTER / 2 + 4, len(lines) * SIZE * 0.8 + 3
    return x - half, y - high, x + half, y + high
