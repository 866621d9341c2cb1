"""The shapes that maps are drawn with: sea, water lines, borders, river, names, communes.

All coordinates are longitude and latitude in WGS 84, as in GeoJSON. The files are derived once by
`scripts/derive_basemap.py` and read only here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from shapely.geometry import MultiPolygon, Polygon, shape

from atlas.model import Lang

DATA = Path(__file__).parent / "data"
"""The derived files."""

Line = Sequence[Sequence[float]]
"""A run of longitude and latitude."""


@dataclass(frozen=True)
class Name:
    """The name of a water or a massif, written on the map.

    Attributes:
        kind: What it names, which decides how it is written.
        lon: Longitude of the middle of the writing.
        lat: Latitude of the middle of the writing.
        fr: The French name.
        en: The name in use in English.
    """

    kind: Literal["sea", "river", "relief"]
    lon: float
    lat: float
    fr: str
    en: str

    def in_(self, lang: Lang) -> str:
        """Return the name in `lang`."""
        return self.fr if lang == "fr" else self.en


@dataclass(frozen=True)
class WaterLine:
    """A line of equal distance to the coast.

    Attributes:
        km: The distance.
        lines: The line, in pieces.
    """

    km: float
    lines: Sequence[Line]


@dataclass(frozen=True)
class Basemap:
    """What surrounds the places on a map.

    Attributes:
        view: West, south, east and north of what is drawn with care.
        sea: The sea and the lagoons.
        water_lines: Lines along the coast, the nearest first.
        rivers: The courses of rivers.
        limits: The limits between two communes, each once.
        border: The land border of the metropolis.
        names: What is written on the map, communes apart.
    """

    view: tuple[float, float, float, float]
    sea: MultiPolygon
    water_lines: Sequence[WaterLine]
    rivers: Sequence[Line]
    limits: Sequence[Line]
    border: Sequence[Line]
    names: Sequence[Name]


def _read(name: str) -> Any:
    """Return the content of a derived JSON file."""
    return json.loads((DATA / name).read_text(encoding="utf-8"))


@cache
def topology() -> Mapping[str, Any]:
    """Return the communes as TopoJSON, each border once, with the kind of each arc beside."""
    return MappingProxyType(_read("communes.topojson"))


@cache
def basemap() -> Basemap:
    """Return the basemap."""
    data, borders = _read("basemap.json"), topology()
    arcs = list(zip(borders["kind"], borders["arcs"], strict=True))
    west, south, east, north = data["view"]
    return Basemap(
        view=(west, south, east, north),
        sea=MultiPolygon(shape(data["sea"])),
        water_lines=tuple(WaterLine(line["km"], tuple(line["coordinates"])) for line in data["water_lines"]),
        rivers=tuple(line for river in data["rivers"] for line in river["coordinates"]),
        limits=tuple(line for kind, line in arcs if kind == "limit"),
        border=tuple(line for kind, line in arcs if kind == "border"),
        names=tuple(Name(**name) for name in data["names"]),
    )


@cache
def commune_shapes() -> Mapping[str, MultiPolygon]:
    """Return the outline of each commune by INSEE code, put together from the shared borders."""
    data = topology()
    arcs = data["arcs"]

    def ring(references: Sequence[int]) -> list[tuple[float, float]]:
        points: list[tuple[float, float]] = []
        for reference in references:
            # TopoJSON: ~i is the arc i walked backwards; the first point of an arc is the last one of the arc before.
            line = arcs[reference] if reference >= 0 else arcs[~reference][::-1]
            points += map(tuple, line[1:] if points else line)
        return points

    return MappingProxyType(
        {
            geometry["id"]: MultiPolygon(
                [Polygon(ring(outer), [ring(hole) for hole in holes]) for outer, *holes in geometry["arcs"]]
            )
            for geometry in data["objects"]["communes"]["geometries"]
        }
    )


def relief() -> bytes:
    """Return the shaded relief of the view, a WebP picture in the Mercator projection."""
    return (DATA / "relief.webp").read_bytes()
