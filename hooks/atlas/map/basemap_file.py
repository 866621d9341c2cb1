"""The file of shapes that the browser loads: what Leaflet draws below the places, in both languages."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, Final

from atlas.assets import fingerprint
from atlas.geography.basemap import basemap, relief, topology
from atlas.geography.communes import communes

VIEW_BOUNDS: Final = ((42.78, 3.95), (44.12, 6.45))
"""South-west and north-east of the relief picture, latitude first as Leaflet has it."""


@cache
def basemap_json() -> bytes:
    """Return the shapes of the map as JSON, from data of the package.

    The communes come as TopoJSON arcs, so that a border between two of them travels once; names and populations
    follow in the same order as the communes.
    """
    base, borders = basemap(), topology()
    geometries = borders["objects"]["communes"]["geometries"]
    facts = communes()
    shapes: dict[str, Any] = {
        "sea": [[list(map(_pair, ring.coords)) for ring in (p.exterior, *p.interiors)] for p in base.sea.geoms],
        "water": [list(line.lines) for line in base.water_lines],
        "rivers": list(base.rivers),
        "arcs": borders["arcs"],
        "kind": borders["kind"],
        "communes": [geometry["arcs"] for geometry in geometries],
        "names": [facts[geometry["id"]].name for geometry in geometries],
        "populations": [facts[geometry["id"]].population for geometry in geometries],
        "year": next(iter(facts.values())).population_year,
    }
    return json.dumps(shapes, ensure_ascii=False, separators=(",", ":")).encode()


def _pair(point: tuple[float, ...]) -> tuple[float, float]:
    return point[0], point[1]


def basemap_path() -> str:
    """Return where the shapes are published."""
    return f"assets/map/basemap.{fingerprint(basemap_json())}.json"


def relief_path() -> str:
    """Return where the relief is published."""
    return f"assets/map/relief.{fingerprint(relief())}.webp"
