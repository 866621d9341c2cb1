"""Where discs and names go in a drawing: apart when they would touch, with a leader back to the point."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Literal

from shapely import prepare
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from atlas.geography.basemap import basemap
from atlas.map.entries import Entry
from atlas.map.projection import Xy, projected, xy

Anchor = Literal["start", "end", "middle"]
Box = tuple[float, float, float, float]

LETTER = 0.53
"""Width of a letter of the display type, in its size, on average."""

FEW = 60
"""Beyond this number of places a drawing shows dots: discs, names and leaders would hide one another."""


@dataclass(frozen=True)
class Crop:
    """A window on the drawing, with sizes that stay readable at the widths where it is shown.

    Attributes:
        name: What style sheets call it.
        view: Left, top, width, height.
        radius: The radius of a disc.
        figure: The size of the number in it.
        lettering: The size of names; none when the crop is too small for names.
        reach: How far from a crowd of points their discs stand.
        gap: From the middle of a disc of that column to the next one.
    """

    name: str
    view: tuple[float, float, float, float]
    radius: float
    figure: float
    lettering: float | None
    reach: float
    gap: float


@dataclass(frozen=True)
class Label:
    """A name beside its disc.

    Attributes:
        x: Where the writing is anchored.
        y: Its base line.
        anchor: Which end is anchored.
        on_sea: Whether it lies on the sea, whose ink is light.
    """

    x: float
    y: float
    anchor: Anchor
    on_sea: bool


@dataclass(frozen=True)
class Spot:
    """A place in a drawing.

    Attributes:
        entry: The place.
        point: Where it is.
        disc: Where its disc is, which may be aside.
        label: Its name, when the crop has names.
    """

    entry: Entry
    point: Xy
    disc: Xy
    label: Label | None

    @property
    def aside(self) -> bool:
        """Whether a leader ties the disc to the point."""
        return self.point != self.disc


def route_crops(points: Sequence[Xy]) -> tuple[Crop, Crop]:
    """Return the windows of a route: a wide one with names, and a narrow one for a phone.

    Whatever the length of the route, discs and names have the same size on the page.
    """
    xs, ys = [x for x, _ in points], [y for _, y in points]
    middle_x, middle_y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    across, down = max(xs) - min(xs), max(ys) - min(ys)

    def window(ratio: float, room: float) -> Box:
        # Room around the points for their discs and names, and never so near that the coast becomes a polygon.
        width = max(across * room, down * room * ratio, 150.0)
        return middle_x - width / 2, middle_y - width / ratio / 2, width, width / ratio

    wide, narrow = window(1.6, 1.6), window(0.9, 1.45)
    return (
        Crop("wide", wide, wide[2] / 68, wide[2] / 60, lettering=wide[2] / 56, reach=wide[2] / 11, gap=wide[2] / 27),
        Crop("narrow", narrow, narrow[2] / 28, narrow[2] / 25, lettering=None, reach=narrow[2] / 8, gap=narrow[2] / 13),
    )


def spots(entries: Sequence[Entry], crop: Crop) -> list[Spot]:
    """Return where each place goes, in the order of the network."""
    points = {entry.id: xy(entry.lon, entry.lat) for entry in entries}
    if len(entries) > FEW:
        return [Spot(entry, points[entry.id], points[entry.id], None) for entry in entries]
    discs = _apart(points, crop)
    labels: dict[str, Label] = {}
    if crop.lettering:
        taken = [_square(disc, crop.radius) for disc in discs.values()]
        # Discs of a column first: their names can go one way only.
        for entry in sorted(entries, key=lambda entry: discs[entry.id] == points[entry.id]):
            aside = discs[entry.id] != points[entry.id]
            labels[entry.id], room = _label(entry, discs[entry.id], aside, crop, crop.lettering, taken)
            taken.append(room)
    return [Spot(entry, points[entry.id], discs[entry.id], labels.get(entry.id)) for entry in entries]


def _apart(points: dict[str, Xy], crop: Crop) -> dict[str, Xy]:
    """Return the discs: on their points, or in a column beside them for a crowd whose discs would touch.

    A column may touch a disc that stood alone: crowds are merged until no two touch, their points included. The
    browser does the same on the Leaflet map, in `arrange.js`.
    """
    crowds = [_column([id], points, crop) for id in points]
    while True:
        pair = next((pair for pair in combinations(crowds, 2) if _touch(*pair, points, 2 * crop.radius + 3)), None)
        if pair is None:
            return {id: disc for crowd in crowds for id, disc in crowd.items()}
        merged = _column([*pair[0], *pair[1]], points, crop)
        crowds = [merged, *(crowd for crowd in crowds if crowd is not pair[0] and crowd is not pair[1])]


def _touch(some: dict[str, Xy], others: dict[str, Xy], points: dict[str, Xy], least: float) -> bool:
    """Return whether discs of two crowds, or the points they stand for, are closer than `least`."""
    near = [*some.values(), *(points[id] for id in some)]
    return any(math.dist(a, b) < least for a in near for b in (*others.values(), *(points[id] for id in others)))


def _column(crowd: Sequence[str], points: dict[str, Xy], crop: Crop) -> dict[str, Xy]:
    """Return the discs of a crowd, in a column from north to south so that no two leaders cross."""
    if len(crowd) == 1:
        return {crowd[0]: points[crowd[0]]}
    ordered = sorted(crowd, key=lambda id: (points[id][1], points[id][0]))
    left, top, width, height = crop.view
    half = (len(ordered) - 1) * crop.gap / 2
    middle = sum(points[id][1] for id in ordered) / len(ordered)
    middle = max(top + half + crop.radius, min(top + height - half - crop.radius, middle))
    x = max(points[id][0] for id in ordered) + crop.reach
    if x > left + width - crop.radius:  # no room toward the land: the sea takes the column
        x = min(points[id][0] for id in ordered) - crop.reach
    return {id: (x, middle - half + rank * crop.gap) for rank, id in enumerate(ordered)}


def _label(entry: Entry, disc: Xy, aside: bool, crop: Crop, size: float, taken: Sequence[Box]) -> tuple[Label, Box]:
    """Return the best free place for a name beside its disc, and the room it takes."""
    x, y = disc
    off = crop.radius + size * 0.45
    base, up, down = y + size * 0.34, y - crop.radius - size * 0.35, y + crop.radius + size
    slant = crop.radius * 0.6
    choices: list[tuple[float, float, Anchor]] = [(x + off, base, "start"), (x - off, base, "end")]
    if not aside:
        choices += [
            (x + slant, up, "start"),
            (x + slant, down, "start"),
            (x - slant, up, "end"),
            (x - slant, down, "end"),
        ]
    left, top, view_width, height = crop.view
    best: tuple[float, Label, Box] | None = None
    for rank, (at, line, anchor) in enumerate(choices):
        room = _room(entry, at, line, anchor, size)
        outside = room[0] < left + 4 or room[2] > left + view_width - 4 or room[1] < top or room[3] > top + height
        wet = wetness(room)
        # A name half on land and half on water reads on neither: worse than one that lies on the sea.
        shore = 2 * min(wet, 1 - wet)
        cost = rank / 2 + 60 * outside + 40 * sum(meets(room, other) for other in taken) + 2 * wet + 14 * shore
        if best is None or cost < best[0]:
            best = (cost, Label(at, line, anchor, on_sea=wet > 0.5), room)
    assert best is not None
    return best[1], best[2]


def wetness(room: Box) -> float:
    """Return which part of a rectangle lies on the sea."""
    return float(_sea().intersection(box(*room)).area / ((room[2] - room[0]) * (room[3] - room[1])))


@cache
def _sea() -> BaseGeometry:
    """Return the sea in the drawing."""
    sea = projected(basemap().sea).buffer(0)
    prepare(sea)
    return sea


def rooms(placed: Sequence[Spot], crop: Crop) -> list[Box]:
    """Return the rectangles that discs and names fill."""
    filled = [_square(spot.disc, crop.radius + 4) for spot in placed]
    for spot in placed:
        if spot.label and crop.lettering:
            filled.append(_room(spot.entry, spot.label.x, spot.label.y, spot.label.anchor, crop.lettering))
    return filled


def _room(entry: Entry, x: float, y: float, anchor: Anchor, size: float) -> Box:
    """Return the rectangle that a name fills, with some air around it."""
    width = len(entry.name + " PA" * entry.approximate) * size * LETTER
    start = x if anchor == "start" else x - width
    return start, y - size, start + width, y + size * 0.45


def _square(middle: Xy, half: float) -> Box:
    return middle[0] - half, middle[1] - half, middle[0] + half, middle[1] + half


def meets(a: Box, b: Box) -> bool:
    """Return whether two rectangles overlap."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
