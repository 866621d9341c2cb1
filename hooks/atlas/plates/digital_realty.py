"""Digital Realty: a bunker whose disc is the landing point of eighteen cables."""

from __future__ import annotations

from math import sqrt

from atlas.model.text import Text
from atlas.plates.primitives import (
    HORIZON,
    RADIUS,
    Point,
    box,
    counted,
    dashed,
    disc,
    dots,
    ground,
    horizon,
    line,
    mass,
    on_cubic,
    pairs,
    sky,
)
from atlas.plates.sheet import Plate, sheet

CABLES = 18


def cables() -> list[tuple[Point, Point, Point, Point]]:
    """Return the cables: they leave the rim of the disc and open as a fan."""
    found = []
    for rank in range(CABLES):
        side = rank - (CABLES - 1) / 2
        x = 400 + side * 12.4
        y = HORIZON + sqrt(RADIUS**2 - (x - 400) ** 2) - 2
        end = 400 + side * 104
        found.append(((x, y), (x, y + 150), (end, 770 + abs(side) * 6), (end, 1010.0)))
    return found


def draw() -> Plate:
    """Draw the plate."""
    repeaters = [
        on_cubic(*cable, t)
        for rank, cable in enumerate(cables())
        for t in ((0.34, 0.58, 0.82) if rank % 2 else (0.46, 0.70, 0.93))
    ]
    fan = "".join(f"M{pairs(*a)}C{pairs(*b, *c, *d)}" for a, b, c, d in cables())
    racks = "".join(
        dashed(
            "".join(f"M{x + 12} {412 + row * 15}H{x + 156}" for x in (62, 570) for row in range(start, 12, 3)),
            5,
            "acc",
            dash,
        )
        for start, dash in enumerate(("16 8", "16 8 16 32", "16 8 16 8 16 32 16 32"))
    )
    body = sheet(
        sky(),
        ground(),
        # A roof that weighs, its shadow, the walls and three bays.
        mass(box(0, 212, 800, 144) + box(22, 364, 756, 236)),
        mass(box(280, 396, 240, 204), "sky"),
        mass(box(62, 396, 168, 204) + box(570, 396, 168, 204), "deep"),
        racks,
        # The boards of the formwork and the holes of its ties.
        line("M0 248H800M0 284H800M0 320H800", 2, "cut"),
        dashed("M20 230H800M40 266H800M20 302H800M40 338H800", 5, "cut", "0 40", ' stroke-linecap="round"'),
        disc(400, HORIZON),
        counted(line(fan, 3.4, "over")),
        dots([(x, y) for x, y in repeaters if 8 < x < 792 and y < 992], 13, "acc"),
        horizon("over", [(280, 520)]),
    )
    return Plate(
        id="digital-realty",
        ground="sea",
        body=body,
        alt=Text(
            fr="Sous un épais toit de béton, un soleil posé sur l’horizon à l’entrée d’un bunker ; dix-huit câbles en "
            "partent et s’ouvrent en éventail sous la mer.",
            en="Under a thick concrete roof, a sun sits on the horizon in the doorway of a bunker; eighteen cables "
            "leave it and fan out under the sea.",
        ),
        caption=Text(
            fr="Le soleil est un point d’atterrage. Dix-huit câbles en partent, selon un décompte de presse de 2024 ; "
            "un autre, la même année, en donne dix-sept.",
            en="The sun is a landing point. Eighteen cables leave it, by one press count of 2024; another, the same "
            "year, gives seventeen.",
        ),
        sources=("meridional-dr", "upe13-dr"),
        count=CABLES,
    )
