"""From longitude and latitude to a drawing: one plane for all the drawings, and paths in it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

import shapely
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

UNITS_PER_DEGREE = 880.0
"""Units of the drawing for a degree of latitude."""

ORIGIN = (5.37, 43.30)
"""Longitude and latitude of Marseille, which falls on `MARSEILLE`."""

MARSEILLE = (1000.0, 480.0)
"""Where Marseille falls: right of the middle of the cover, so that the sea leaves room for the sentence."""

SHRINK = math.cos(math.radians(43.45))
"""A degree of longitude for one of latitude, in the middle of the metropolis (equirectangular projection)."""

UNITS_PER_KM = UNITS_PER_DEGREE / 110.9
"""Units of the drawing for a kilometre."""

Xy = tuple[float, float]


def xy(lon: float, lat: float) -> Xy:
    """Return where a point falls in the drawing; y grows southward, as SVG has it."""
    return (
        MARSEILLE[0] + (lon - ORIGIN[0]) * SHRINK * UNITS_PER_DEGREE,
        MARSEILLE[1] - (lat - ORIGIN[1]) * UNITS_PER_DEGREE,
    )


def lon_lat(x: float, y: float) -> Xy:
    """Return the longitude and latitude of a point of the drawing."""
    return (
        ORIGIN[0] + (x - MARSEILLE[0]) / UNITS_PER_DEGREE / SHRINK,
        ORIGIN[1] - (y - MARSEILLE[1]) / UNITS_PER_DEGREE,
    )


def projected(shape: BaseGeometry) -> BaseGeometry:
    """Return a shape in the drawing."""
    offset = xy(0, 0)
    return shapely.transform(shape, lambda p: p * (SHRINK * UNITS_PER_DEGREE, -UNITS_PER_DEGREE) + offset)


def path(shape: BaseGeometry, *, tolerance: float, window: tuple[float, float, float, float]) -> str:
    """Return a shape of longitudes and latitudes as the data of an SVG path.

    Args:
        shape: Polygons or lines.
        tolerance: How far, in units of the drawing, the path may stray from the shape.
        window: Left, top, right, bottom of what the path keeps.
    """
    flat = projected(shape).simplify(tolerance)
    if flat.geom_type.endswith("Polygon"):
        flat = flat.buffer(0)
    return "".join(_run(points, closed) for points, closed in _runs(flat.intersection(box(*window))))


def _runs(shape: Any) -> Iterable[tuple[Sequence[Xy], bool]]:
    """Give each ring or line of a shape, and whether it closes."""
    for part in getattr(shape, "geoms", [shape]):
        if part.geom_type == "Polygon":
            for ring in (part.exterior, *part.interiors):
                yield ring.coords[:-1], True
        elif part.geom_type == "LineString" and not part.is_empty:
            yield part.coords, False


def _run(points: Sequence[Xy], closed: bool) -> str:
    """Return one ring or line with relative steps of a tenth of a unit, the shortest way to write it."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    (x, y), *rest = tenths
    steps = []
    for next_x, next_y in rest:
        if (next_x, next_y) != (x, y):
            steps.append(f"{number(next_x - x)} {number(next_y - y)}")
            x, y = next_x, next_y
    if not steps:
        return ""
    start = f"M{number(tenths[0][0])} {number(tenths[0][1])}l"
    return (start + " ".join(steps) + ("z" if closed else "")).replace(" -", "-")


def number(tenths: int) -> str:
    """Return tenths of a unit as a number without a needless zero."""
    sign, tenths = ("-" if tenths < 0 else ""), abs(tenths)
    whole, tenth = divmod(tenths, 10)
    return f"{sign}{whole or ('' if tenth else '0')}{f'.{tenth}' if tenth else ''}"
