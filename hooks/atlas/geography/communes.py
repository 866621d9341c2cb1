"""The 92 communes of the metropolis: names, codes, populations, outlines, distances.

The data are derived once by `scripts/derive_basemap.py`; `data/LICENCES.md` tells where they come from.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from shapely import STRtree, transform
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from atlas.geography.basemap import DATA, commune_shapes

EARTH_RADIUS_M = 6_371_008.8
"""Mean radius of the Earth, (2a + b) / 3 of the GRS 80 ellipsoid (H. Moritz, *Geodetic Reference System 1980*)."""


@dataclass(frozen=True)
class Commune:
    """A commune of the metropolis.

    Attributes:
        insee: Its code in the Code officiel géographique.
        name: Its official name.
        postcodes: Its postcodes, in order.
        population: Its municipal population.
        population_year: The reference year of that population.
        label: Longitude and latitude where its name can be written: its town hall, or a point inside it.
    """

    insee: str
    name: str
    postcodes: tuple[str, ...]
    population: int
    population_year: int
    label: tuple[float, float]


@dataclass(frozen=True)
class Borough:
    """A municipal borough of Marseille (arrondissement).

    Attributes:
        insee: Its code in the Code officiel géographique.
        name: Its official name.
        postcode: Its postcode.
        population: Its municipal population.
        population_year: The reference year of that population.
    """

    insee: str
    name: str
    postcode: str
    population: int
    population_year: int


# The three caches below hold data of the package, which no edit of the site changes: they may outlive a build.


@cache
def communes() -> Mapping[str, Commune]:
    """Return the communes of the metropolis by INSEE code."""
    data = json.loads((DATA / "communes.json").read_text(encoding="utf-8"))
    return MappingProxyType(
        {
            row["insee"]: Commune(
                insee=row["insee"],
                name=row["name"],
                postcodes=tuple(row["postcodes"]),
                population=row["population"],
                population_year=data["population_year"],
                label=(row["label"][0], row["label"][1]),
            )
            for row in data["communes"]
        }
    )


@cache
def boroughs() -> Mapping[str, Borough]:
    """Return the boroughs of Marseille by INSEE code."""
    data = json.loads((DATA / "communes.json").read_text(encoding="utf-8"))
    return MappingProxyType(
        {
            row["insee"]: Borough(
                insee=row["insee"],
                name=row["name"],
                postcode=row["postcodes"][0],
                population=row["population"],
                population_year=data["population_year"],
            )
            for row in data["boroughs"]
        }
    )


@cache
def _tree() -> tuple[tuple[str, ...], STRtree]:
    """Return the codes and a spatial index of the outlines, in the same order."""
    shapes = commune_shapes()
    return tuple(shapes), STRtree(list(shapes.values()))


def commune_at(lat: float, lon: float) -> Commune | None:
    """Return the commune that holds a point, or none when the point is at sea or outside the metropolis."""
    codes, tree = _tree()
    hits = tree.query(Point(lon, lat), predicate="intersects")
    return communes()[codes[int(min(hits))]] if len(hits) else None


def distance_m(insee: str, lat: float, lon: float) -> float:
    """Return the metres from a point to the outline of a commune; 0 when the point is inside.

    The outlines are simplified to about 100 to 200 m, so a quay may stand a little outside its commune.
    """
    shape = commune_shapes()[insee]
    point = Point(lon, lat)
    if shape.intersects(point):
        return 0.0
    return float(_on_plane(shape, lat, lon).distance(Point(0, 0)))


def _on_plane(shape: BaseGeometry, lat: float, lon: float) -> BaseGeometry:
    """Return a shape in metres on the plane that touches the Earth at a point, which becomes the origin.

    The equirectangular projection is right to a few metres over the tens of kilometres that matter here.
    """
    metres = math.radians(1) * EARTH_RADIUS_M
    scale = (metres * math.cos(math.radians(lat)), metres)
    return transform(shape, lambda points: (points - (lon, lat)) * scale)


def distance_km(a_lat: float, a_lon: float, b_lat: float, b_lon: float) -> float:
    """Return the kilometres between two points as the crow flies.

    The haversine formula on a sphere (R. W. Sinnott, « Virtues of the Haversine », *Sky & Telescope* 68, 1984, p. 159),
    within 0.5 % of the distance on the ellipsoid.
    """
    a, b = math.radians(a_lat), math.radians(b_lat)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(b_lon - a_lon) / 2) ** 2
    return 2 * EARTH_RADIUS_M / 1000 * math.asin(min(1.0, math.sqrt(half)))
