"""Grand Théâtre de Provence: a curtain opens on a mountain, and every seat is there."""

from __future__ import annotations

from math import acos, asin, cos, pi, sin

from atlas.model.text import Text
from atlas.plates.primitives import (
    HORIZON,
    RADIUS,
    ROUND,
    Point,
    clip,
    clipped,
    counted,
    dashed,
    disc,
    ground,
    horizon,
    line,
    mass,
    mirror,
    number,
    pairs,
    polygon,
    sky,
)
from atlas.plates.sheet import Plate, sheet

SEATS = 1370
PITCH = 11.2
"""From one seat to the next."""

CENTRE: Point = (400, HORIZON - 108)
"""The point that all rows turn around, a little upstage."""

Row = tuple[float, float, int]
"""A run of seats: its radius, the angle at which it starts, how many seats."""


def rows() -> list[Row]:
    """Return the house, run by run: arcs cut by the walls, three aisles and the foot of the sheet."""
    found: list[Row] = []
    for rank in range(34):
        radius = 143 + rank * 16.4
        for start, end in _arcs(radius):
            count = int((end - start) * radius / PITCH)
            if count > 2:
                found.append((radius, start + ((end - start) - count * PITCH / radius) / 2, count))
    # What is too many leaves from the far rows.
    excess = sum(count for _, _, count in found) - SEATS
    while excess > 0:
        radius, start, count = found.pop()
        kept = max(count - excess, 0)
        if kept:
            found.append((radius, start, kept))
        excess -= count - kept
    return found


def _arcs(radius: float) -> list[tuple[float, float]]:
    """Return the arcs of a row, as pairs of angles."""
    low = max(asin(min(1, (HORIZON + 24 - CENTRE[1]) / radius)), acos(min(1, 388 / radius)))
    foot = asin(min(1, (988 - CENTRE[1]) / radius))
    cuts = [low]
    for turn, half in ((-0.5, 0.022), (0.0, 0.028), (0.5, 0.022)):
        cuts += [pi / 2 + turn - half, pi / 2 + turn + half]
    cuts.append(pi - low)
    arcs = [(cuts[i], cuts[i + 1]) for i in range(0, len(cuts), 2)]
    if foot < pi / 2:
        arcs = [(a, min(b, foot)) for a, b in arcs[:2]] + [(max(a, pi - foot), b) for a, b in arcs[2:]]
    return [(a, b) for a, b in arcs if b > a]


def _seats() -> str:
    """Return the seats: one dash array for all, which starts anew with each run."""
    d = ""
    for radius, start, count in rows():
        end = start + count * PITCH / radius
        a, b = ((CENTRE[0] + radius * cos(t), CENTRE[1] + radius * sin(t)) for t in (start, end))
        r = number(radius)
        d += f"M{pairs(*a, digits=1)}A{r} {r} 0 0 1 {pairs(*b, digits=1)}"
    return counted(dashed(d, 8.6, "over", f"0 {PITCH}", f' stroke-dashoffset="{-PITCH / 2}"{ROUND}'))


def _spiral(x: float, y: float) -> str:
    """Return the light of the disc: one spiral in half-circles."""
    d, radius, side = f"M{pairs(x + RADIUS + 20, y)}", RADIUS + 20.0, 1
    start = x + radius
    while radius < 470:
        # Each half-turn ends a little farther on the other side.
        end = x - side * (radius + 12.5)
        r = number(abs(end - start) / 2, 1)
        d += f"A{r} {r} 0 0 0 {pairs(end, y, digits=1)}"
        start, radius, side = end, radius + 12.5, -side
    return d


def draw() -> Plate:
    """Draw the plate."""
    x, y = 400, 430
    ridge = [
        (96, 600), (196, 574), (262, 548), (318, 520), (352, 494), (382, 484), (408, 468),
        (440, 474), (474, 486), (520, 496), (566, 520), (622, 552), (704, 600),
    ]  # fmt: skip
    folds = ""
    for rank in range(1, 8):
        t = rank / 8
        top = 400 - 400 * t
        folds += (
            f"M{pairs(top, 0)}C{pairs(top, 120 - 30 * t, 372 - 330 * t, 330 + 30 * t, 132 - 118 * t, 424)}"
            f"C{pairs(150 - 130 * t, 480, 160 - 142 * t, 540, 156 - 140 * t, 600)}"
        )
    curtain = (
        mass("M0 0H400V64C372 236 270 376 132 424C150 480 160 540 156 600H0z")
        + line(folds, 3, "cut")
        + line("M0 424H132", 9, "beam")
    )
    body = sheet(
        clip("stage", "M0 0H800V600H0z"),
        sky(),
        ground(),
        line(_spiral(x, y), 3.4, "line", clipped("stage")),
        disc(x, y),
        mass(polygon(ridge), "ground"),
        line("".join(f"M{pairs(a + 6, b + 10)}L{pairs(a + 34, 600)}" for a, b in ridge[2:-2]), 3.4, "over"),
        curtain,
        mirror(curtain),
        _seats(),
        horizon(),
    )
    return Plate(
        id="grand-theatre-de-provence",
        ground="ochre",
        body=body,
        alt=Text(
            fr="Un rideau s’ouvre sur la Sainte-Victoire et sur un soleil dont la lumière tourne en spirale ; sous la "
            "scène, mille trois cent soixante-dix points figurent la salle.",
            en="A curtain opens on Mont Sainte-Victoire and on a sun whose light turns in a spiral; below the stage, "
            "one thousand three hundred and seventy dots stand for the house.",
        ),
        caption=Text(
            fr="Le soleil est un projecteur. Un point par fauteuil : 1 370, ou 1 350 selon la presse de l’ouverture.",
            en="The sun is a spotlight. One dot per seat: 1,370, or 1,350 in the press at the opening.",
        ),
        sources=("wp-gtp", "20min-gtp"),
        count=SEATS,
    )
