"""ITER: a tokamak cut open; the disc is the plasma that glows in the section of its ring."""

from __future__ import annotations

from math import cos, radians, sin, sqrt

from atlas.model.text import Text
from atlas.plates.primitives import (
    HORIZON,
    Point,
    circle,
    counted,
    cutout,
    disc,
    ground,
    horizon,
    hull,
    line,
    mass,
    number,
    on_cubic,
    pairs,
    pebble,
    polygon,
    simplified,
    sky,
)
from atlas.plates.sheet import Plate, sheet

COUNTRIES = 35

AXIS: Point = (392, 338)
BIG, HALF_WIDTH, HALF_HEIGHT = 230, 152, 170
"""The ring: from its axis to the middle of its section, and the half-sides of that section."""

TILT = 0.54
"""The sine of the angle from which the ring is seen."""

SEGMENTS, CUT = 10, 244
"""The ring is built of segments; where they stop, a third of the turn is taken away."""


def _section(inset: float = 0, samples: int = 6) -> list[Point]:
    """Return points of the section, a D: how far out from its middle, and how high."""
    leg, width, half = inset - HALF_WIDTH, 2 * (HALF_WIDTH - inset), HALF_HEIGHT - inset
    straight, right, shoulder, top = half * 0.42, leg + width, leg + width * 0.36, half * 0.94
    quarters: tuple[tuple[Point, Point, Point, Point], ...] = (
        ((leg, straight), (leg, top), (leg + width * 0.12, half), (shoulder, half)),
        ((shoulder, half), (leg + width * 0.84, half), (right, half * 0.6), (right, 0)),
        ((right, 0), (right, -half * 0.6), (leg + width * 0.84, -half), (shoulder, -half)),
        ((shoulder, -half), (leg + width * 0.12, -half), (leg, -top), (leg, -straight)),
    )
    return [on_cubic(*quarter, step / samples) for quarter in quarters for step in range(samples)] + [(leg, -straight)]


def _seen(out: float, up: float, degrees: float) -> Point:
    """Return where a point of the ring is seen: its place in the section, and the angle of that section."""
    radius = BIG + out
    turn = radians(degrees)
    return (
        AXIS[0] + radius * cos(turn),
        AXIS[1] - TILT * radius * sin(turn) - up * sqrt(1 - TILT * TILT),
    )


def _segment(start: float, end: float) -> str:
    """Return a segment of the ring: what is seen of it is as good as convex."""
    turns = [start + (end - start) * share / 8 for share in range(9)]
    outline = hull(_seen(out, up, turn) for turn in turns for out, up in _section(samples=12))
    return cutout(polygon(simplified([*outline, outline[0]], 0.5)[:-1]), width=8)


def _end(inset: float, degrees: float) -> str:
    """Return the section as it is seen at an angle."""
    return pebble([_seen(out, up, degrees) for out, up in _section(inset)])


def draw() -> Plate:
    """Draw the plate."""
    step = CUT / SEGMENTS
    # From the far side to the near one, each segment hides what lies behind it.
    starts = sorted((rank * step for rank in range(SEGMENTS)), key=lambda start: -sin(radians(start + step / 2)))
    far = [_segment(start, start + step) for start in starts if start + step / 2 < 180]
    near = [_segment(start, start + step) for start in starts if start + step / 2 >= 180]
    # The far wall of the hole, with the straight legs of the coils.
    well = polygon(
        [_seen(-HALF_WIDTH, 90, turn) for turn in range(0, 181, 15)]
        + [_seen(-HALF_WIDTH, -90, turn) for turn in range(180, -1, -15)]
    )
    ribs = "".join(
        f"M{pairs(*_seen(-HALF_WIDTH, 90, turn), *_seen(-HALF_WIDTH, -90, turn))}" for turn in range(6, 180, 12)
    )
    x, y = AXIS[0] + BIG - 2, AXIS[1]
    surfaces = "".join(
        circle(x + shift, y, radius) for radius, shift in ((96, -4), (73, -8), (51, -12), (30, -15), (11, -17))
    )
    left, right, half = 24, 776, 376
    rim = f"M{left} 466A{half} 70 0 0 1 {right} 466"
    wall = "".join(
        f"M{number(400 - half * cos(radians(turn)))} {number(466 + 70 * sin(radians(turn)))}V600"
        for turn in range(0, 181, 5)
    )
    field = "".join(
        f"M{400 - 30 * rank} {HORIZON}a{30 * rank} {number(11.3 * rank, 1)} 0 0 0 {60 * rank} 0"
        for rank in range(1, COUNTRIES + 1)
    )
    body = sheet(
        sky(),
        line(rim, 5),
        far,
        mass(well, "sky"),
        line(ribs, 4),
        # The column that the ring stands around.
        cutout(f"M{AXIS[0] - 30} 96h60V600h-60z", width=8),
        line("".join(f"M{AXIS[0] - 30} {at}h60" for at in range(120, 600, 24)), 3, "cut"),
        near,
        # One end of the cut is hollow; in the other, casing, lining, plasma with its nested surfaces.
        mass(_end(15, CUT), "sky"),
        mass(_end(23, CUT), "deep"),
        cutout(_end(0, 0), 5),
        mass(_end(15, 0), "sky"),
        line(_end(23, 0), 5),
        disc(x, y),
        line(surfaces, 3.2, "onsun"),
        # The near wall of the pit.
        cutout(f"M{left} 466A{half} 70 0 0 0 {right} 466V600H{left}z", 10),
        line(wall, 3, "cut"),
        ground(),
        counted(line(field, 3, "over")),
        horizon(),
    )
    return Plate(
        id="iter",
        ground="garrigue",
        body=body,
        alt=Text(
            fr="Dans une cuve, un anneau massif autour d’une colonne ; le devant de l’anneau est ôté, et dans la coupe "
            "brille un soleil aux surfaces emboîtées. Trente-cinq lignes de champ s’étendent dessous.",
            en="In a round pit, a massive ring around a column; the front of the ring is cut away, and in the section "
            "glows a sun of nested surfaces. Thirty-five field lines spread below.",
        ),
        caption=Text(
            fr="Le soleil est un plasma. Une ligne de champ par pays : trente-cinq selon la plupart des sources, "
            "trente-trois selon une autre.",
            en="The sun is a plasma. One field line per country: thirty-five in most sources, thirty-three in another.",
        ),
        sources=("energynews-iter", "editrel-iter"),
        count=COUNTRIES,
    )
