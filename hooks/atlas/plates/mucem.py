"""Mucem: a net of concrete before the disc, and a footbridge thrown to the fort."""

from __future__ import annotations

from math import hypot, sin

from atlas.model.text import Text
from atlas.plates.primitives import (
    HORIZON,
    RADIUS,
    ROUND,
    Point,
    box,
    disc,
    ground,
    horizon,
    line,
    mass,
    number,
    pairs,
    pebble,
    sky,
)
from atlas.plates.sheet import Plate, sheet

DISC: Point = (250, 384)
NET = (36, 156, 486, 596)
"""The net: left, top, right, foot."""

COLUMNS, ROWS = 7, 5


def holes() -> list[list[Point]]:
    """Return the holes of the net: the cells of a loose grid of points, each drawn in from its sides.

    The points are moved by sines, which look irregular and never change. Heights count for less than
    widths when cells are parted, so that holes stand upright.
    """
    left, top, right, foot = NET
    wide, high = (right - left) / COLUMNS, (foot - top) / ROWS
    seeds = [
        (
            left + (column + 0.5 + 0.5 * (row % 2) - 0.25 + 0.3 * sin((row * 31 + column * 17) * 2.4)) * wide,
            top + (row + 0.5 + 0.34 * sin((row * 31 + column * 17) * 1.3 + 1)) * high,
        )
        for row in range(-1, ROWS + 1)
        for column in range(-1, COLUMNS + 1)
    ]
    frame: list[Point] = [(left, top), (right, top), (right, foot), (left, foot)]
    cells = [_cell(seed, seeds, frame) for seed in seeds]
    return [_drawn_in(cell) for cell in cells if len(cell) > 2 and _area(cell) > 1500]


def _cell(seed: Point, seeds: list[Point], frame: list[Point]) -> list[Point]:
    """Return the part of a frame that is nearer to one point than to any other."""
    cell = list(frame)
    for other in seeds:
        if other == seed:
            continue
        nx, ny = other[0] - seed[0], (other[1] - seed[1]) * 0.3
        mx, my = (other[0] + seed[0]) / 2, (other[1] + seed[1]) / 2
        kept: list[Point] = []
        for a, b in zip(cell, cell[1:] + cell[:1], strict=True):
            past_a = (a[0] - mx) * nx + (a[1] - my) * ny
            past_b = (b[0] - mx) * nx + (b[1] - my) * ny
            if past_a <= 0:
                kept.append(a)
            if (past_a < 0) != (past_b < 0) and past_a != past_b:
                t = past_a / (past_a - past_b)
                kept.append((a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t))
        cell = kept
        if not cell:
            break
    return cell


def _area(cell: list[Point]) -> float:
    """Return the area of a polygon."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(cell, cell[1:] + cell[:1], strict=True))) / 2


def _drawn_in(cell: list[Point], by: float = 8.5) -> list[Point]:
    """Return a polygon whose corners have moved towards its middle."""
    x, y = (sum(corner[axis] for corner in cell) / len(cell) for axis in (0, 1))
    drawn = []
    for a, b in cell:
        share = min(0.9, by / max(hypot(a - x, b - y), 1))
        drawn.append((a + (x - a) * share, b + (y - b) * share))
    return drawn


def _flecks(openings: list[list[Point]]) -> str:
    """Return what the water gives back: a stroke for each hole, lemon where the disc shines through."""
    pale, bright = "", ""
    for opening in openings:
        x, y = (sum(corner[axis] for corner in opening) / len(opening) for axis in (0, 1))
        wide = max(a for a, _ in opening) - min(a for a, _ in opening)
        depth = 624 + (HORIZON - y) * 0.74
        stroke = f"M{pairs(x - wide * 0.34, depth)}h{number(wide * 0.68)}"
        stroke += f"M{pairs(x - wide * 0.2 + 9 * sin(y), depth + 19)}h{number(wide * 0.4)}"
        if hypot(x - DISC[0], y - DISC[1]) < RADIUS:
            bright += stroke
        else:
            pale += stroke
    return line(pale, 6, "over", ROUND) + line(bright, 8, "beam", ROUND)


def draw() -> Plate:
    """Draw the plate."""
    left, top, right, _ = NET
    openings = holes()
    net = "".join(pebble(opening) for opening in openings)
    fort_in_water = "".join(
        f"M{pairs(664 + 14 * sin(rank * 1.9), 622 + rank * 24)}H{number(min(800, 830 - 22 * abs(sin(rank))))}"
        for rank in range(7)
    )
    tower_in_water = "".join(
        f"M{pairs(716 + 8 * sin(rank * 2.3), 790 + rank * 24)}h{number(52 + 8 * sin(rank))}" for rank in range(8)
    )
    body = sheet(
        sky(),
        ground(),
        disc(*DISC),
        mass(f"M{left - 12} {top - 18}H{right + 12}V{HORIZON}H{left - 12}z{net}", extra=' fill-rule="evenodd"'),
        mass(box(left - 36, top - 34, right - left + 72, 18)),
        # The fort: a rampart with a batter, and the round tower of the harbour light.
        mass("M656 600L678 222H800V600zM706 230V88H778V230zM700 76H784V96H700zM722 76V54Q742 32 762 54V76z"),
        line("M676 262H800M706 124H778", 4, "cut"),
        line("M730 154v24M754 186v24M718 322v34M762 420v34", 8, "lit"),
        # The footbridge, and people on it.
        line("M486 144L690 222", 9, "edge"),
        line("M540 156v-16M556 162v-16M624 188v-16", 6, "edge", ROUND),
        _flecks(openings),
        line(fort_in_water + tower_in_water, 9, "refl", ROUND),
        horizon(),
    )
    return Plate(
        id="mucem",
        ground="turquoise",
        body=body,
        alt=Text(
            fr="Un cube de béton ajouré en résille laisse voir le soleil ; une passerelle le relie à la tour d’un "
            "fort, et l’eau rend des traits de lumière pour chaque jour de la résille.",
            en="A cube of concrete, pierced like a net, lets the sun through; a footbridge links it to the tower of a "
            "fort, and the water gives back strokes of light for each opening.",
        ),
        caption=Text(
            fr="Le soleil est pris dans la résille. L’eau rend un éclat pour chaque jour.",
            en="The sun is caught in the net. The water gives back a glint for each opening.",
        ),
    )
