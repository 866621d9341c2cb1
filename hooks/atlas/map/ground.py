"""The ground of the drawings: sea, water lines, limits, border, graticule, names."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

import shapely
from markupsafe import Markup, escape

from atlas.geography.basemap import basemap
from atlas.geography.communes import communes
from atlas.map.layout import LETTER, Box, meets, wetness
from atlas.map.projection import UNITS_PER_KM, Xy, lon_lat, path, xy
from atlas.model import Lang

WIDE = (-900.0, -300.0, 2400.0, 1500.0)
"""What a ground holds: more than any crop, so that a crop may overflow its frame."""

TOWNS = ("13001", "13103", "13047", "13056", "13005", "84089", "13117", "13039", "13028", "13041", "13022", "13078")
"""Communes whose names a drawing carries: the main towns of each part of the metropolis."""


@cache
def _paths(tolerance: float, window: tuple[float, float, float, float], communes_too: bool) -> dict[str, str]:
    """Return the paths of a ground, from data of the package."""
    base = basemap()
    paths = {
        "sea": path(base.sea, tolerance=tolerance, window=window),
        "border": path(shapely.MultiLineString(base.border), tolerance=tolerance, window=window),
        "river": path(shapely.MultiLineString(base.rivers), tolerance=tolerance, window=window),
    }
    if communes_too:
        paths["limits"] = path(shapely.MultiLineString(base.limits), tolerance=tolerance * 1.5, window=window)
    return paths


def ground(
    prefix: str,
    *,
    tolerance: float = 0.4,
    window: tuple[float, float, float, float] = WIDE,
    limits: bool = True,
    lines: int = 6,
) -> Markup:
    """Return definitions that drawings share by `<use href="#prefix-ground">`.

    The water lines are the sea's own outline, stroked ever thinner inside the sea: each distance costs two elements
    and no path, and corners come out round.

    Args:
        prefix: What the ids begin with, unique in the page.
        tolerance: How far lines may stray, in units of the drawing.
        window: What to keep.
        limits: Whether to draw the limits of communes.
        lines: How many water lines, from the coast.
    """
    paths = _paths(tolerance, window, limits)
    water = ""
    for index, line in reversed(list(enumerate(basemap().water_lines[:lines]))):
        reach = line.km * UNITS_PER_KM * 2
        water += f'<use href="#{prefix}-sea" class="g-wave g-w{index + 1}" stroke-width="{reach + 1.1:.1f}"/>'
        water += f'<use href="#{prefix}-sea" class="g-trough" stroke-width="{reach - 1.1:.1f}"/>'
    parts = "".join(f'<path id="{prefix}-{name}" d="{data}"/>' for name, data in paths.items())
    limits_use = f'<use href="#{prefix}-limits" class="g-limits"/>' if limits else ""
    return Markup(
        f"<defs>{parts}"
        f'<clipPath id="{prefix}-water"><use href="#{prefix}-sea"/></clipPath>'
        f'<g id="{prefix}-ground">{limits_use}<use href="#{prefix}-border" class="g-border"/>'
        f'<use href="#{prefix}-river" class="g-river"/><use href="#{prefix}-sea" class="g-sea"/>'
        f'<g clip-path="url(#{prefix}-water)">{water}</g></g></defs>'
    )


def graticule(view: tuple[float, float, float, float], *, minutes: int, size: float) -> Markup:
    """Return meridians and parallels with their coordinates along the right and lower edges, as charts have them."""
    left, top, width, height = view
    west, north = lon_lat(left, top)
    east, south = lon_lat(left + width, top + height)
    lines, labels = "", ""
    for minute in range(math.ceil(west * 60 / minutes) * minutes, int(east * 60) + 1, minutes):
        x, _ = xy(minute / 60, 0)
        lines += f"M{x:.1f} {top:g}v{height:g}"
        if left + size < x < left + width - 6 * size:
            labels += coordinate(_degrees(minute, "E"), x + size * 0.4, top + height - size * 0.6, size)
    for minute in range(math.ceil(south * 60 / minutes) * minutes, int(north * 60) + 1, minutes):
        _, y = xy(0, minute / 60)
        lines += f"M{left:g} {y:.1f}h{width:g}"
        if top + 2 * size < y < top + height - 2 * size:
            labels += coordinate(_degrees(minute, "N"), left + width - size * 5, y - size * 0.4, size)
    return Markup(f'<g class="graticule" aria-hidden="true"><path d="{lines}"/>{labels}</g>')


def coordinate(words: str, x: float, y: float, size: float) -> str:
    """Return a coordinate written from `x`, in the ink of the land or of the sea."""
    wet = wetness((x, y - size, x + len(words) * size * LETTER, y)) > 0.5
    ink = "on-sea" if wet else "on-land"
    return f'<text class="{ink}" x="{x:.1f}" y="{y:.1f}" font-size="{size:g}">{words}</text>'


def names(lang: Lang, view: tuple[float, float, float, float], size: float, taken: Sequence[Box]) -> Markup:
    """Return the names of waters, massifs and main towns, where nothing is written yet."""
    written: list[tuple[str, Xy, str]] = [
        (name.kind, xy(name.lon, name.lat), name.in_(lang)) for name in basemap().names
    ]
    towns = [communes()[insee] for insee in TOWNS]
    written += [("town", xy(*commune.label), commune.name) for commune in towns]
    left, top, width, height = view
    rooms, out = list(taken), ""
    for kind, (x, y), words in written:
        half = len(words) * size * LETTER / 2
        room = (x - half, y - size, x + half, y + size * 0.4)
        inside = left < room[0] and room[2] < left + width and top < room[1] and room[3] < top + height
        legible = wetness(room) > 0.98 if kind == "sea" else wetness(room) < 0.02
        if inside and legible and not any(meets(room, other) for other in rooms):
            rooms.append(room)
            out += f'<text class="{kind}" x="{x:.0f}" y="{y:.0f}" font-size="{size:g}">{escape(words)}</text>'
    return Markup(f'<g class="names" aria-hidden="true">{out}</g>')


def _degrees(minutes: int, side: str) -> str:
    """Return a whole number of minutes as charts write it; the territory lies north and east of zero."""
    return f"{minutes // 60}° {minutes % 60:02d}′ {side}"
