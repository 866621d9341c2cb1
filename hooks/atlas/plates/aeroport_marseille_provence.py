"""Aéroport Marseille Provence: an airliner comes in over the disc, on which the runway lights converge."""

from __future__ import annotations

from itertools import pairwise

from atlas.model.text import Text
from atlas.plates.primitives import (
    HORIZON,
    ROUND,
    circle,
    cutout,
    dashed,
    disc,
    dots,
    ground,
    horizon,
    line,
    mass,
    mirror,
    number,
    polygon,
    sky,
)
from atlas.plates.sheet import Plate, sheet

NOSE = (400, 318)
"""The middle of the airliner, which is seen from the end of the runway."""


def _far(x: float, depth: float) -> tuple[float, float]:
    """Return a point of the ground in perspective: one depth is the foot of the sheet, infinity the horizon."""
    return (400 + x / depth, HORIZON + 400 / depth)


def _airliner() -> str:
    """Return the airliner, head on: one side drawn, the other mirrored."""
    x, y = NOSE
    side = (
        mass(
            f"M{x} {y + 14}L448 {y + 12}L748 {y - 40}C760 {y - 46} 768 {y - 74} 772 {y - 108}H779"
            f"C778 {y - 70} 774 {y - 38} 758 {y - 26}L590 {y + 24}L452 {y + 62}L{x} {y + 70}z"
            f"M{x} {y - 78}L530 {y - 98}L532 {y - 90}L{x} {y - 54}z"
        )
        + cutout(circle(552, y + 54, 42) + "z", width=5)
        + line(circle(552, y + 54, 32) + circle(552, y + 54, 9), 4, "cut")
        + line(f"M466 {y + 52}V{y + 130}", 8, "edge")
        + line(f"M458 {y + 118}v30M474 {y + 118}v30", 13, "edge", ROUND)
    )
    return (
        mass(f"M{x - 5} {y - 236}h10l9 180h-28z")
        + side
        + mirror(side)
        + cutout(circle(x, y, 68) + "z")
        + mass(f"M{x - 37} {y - 25}l36-4v18l-32 3zM{x + 37} {y - 25}l-36-4v18l32 3z", "lamp")
        + line(f"M{x} {y + 60}V{y + 120}", 7, "edge")
        + line(f"M{x - 6} {y + 112}v22M{x + 6} {y + 112}v22", 9, "edge", ROUND)
    )


def draw() -> Plate:
    """Draw the plate."""
    meadow, furrow = "", 1.04
    while furrow < 9:
        y = HORIZON + 400 / furrow
        # Furrows close up towards the horizon, and stop short of the lights.
        reach = 408 / furrow
        meadow += f"M0 {number(y)}H{number(400 - reach)}M{number(400 + reach)} {number(y)}H800" if reach < 400 else ""
        furrow *= 1.1
    lights = ""
    steps = (0.98, 1.3, 1.7, 2.3, 3.2, 4.6, 7, 11, 24)
    for near, far in pairwise(steps):
        depths = [0.98 + 0.23 * rank for rank in range(100) if near <= 0.98 + 0.23 * rank < far]
        lights += dots([_far(x, depth) for depth in depths for x in (-372, 372)], 17 / near**0.9, "lit")
    keys = "".join(
        polygon([_far(x, 1.06), _far(x + 36, 1.06), _far(x + 36, 1.32), _far(x, 1.32)])
        for x in (-304, -246, -188, -130, 94, 152, 210, 268)
    )
    axis = "".join(
        polygon([_far(-w, a), _far(w, a), _far(w, b), _far(-w, b)])
        for w, a, b in ((9, 1.5 * 1.5**k, 1.5 * 1.5**k * 1.22) for k in range(7))
    )
    body = sheet(
        sky(),
        disc(400, 540),
        ground(),
        line(meadow, 3, "over"),
        # The hall under its flat roof, and the tower.
        mass("M0 524H262L252 538H0zM0 572H206V600H0z"),
        line("M14 538V600M66 538V600M118 538V600M170 538V600M222 538V600", 5, "edge"),
        dashed("M8 586H200", 9, "lit", "14 9"),
        mass(
            "M584 600V574H662V560H800V600zM706 560L709 470H725L728 560z"
            "M694 470L688 442H746L740 470zM700 442L704 432H730L734 442z"
        ),
        line("M694 455H740", 9, "lit"),
        dashed("M674 580H800", 9, "lit", "14 9"),
        mass(polygon([(396, HORIZON), (404, HORIZON), (744, 1000), (56, 1000)]), "deep"),
        mass(keys + axis, "stone"),
        lights,
        _airliner(),
        horizon(),
    )
    return Plate(
        id="aeroport-marseille-provence",
        ground="ochre",
        body=body,
        alt=Text(
            fr="Un avion de ligne vu de face descend devant un soleil à demi couché ; les feux de la piste "
            "convergent vers lui, entre l’aérogare au toit plat et la tour de contrôle.",
            en="An airliner seen head on comes down before a half-set sun; the runway lights converge on it, between "
            "the flat-roofed terminal and the control tower.",
        ),
        caption=Text(
            fr="Le soleil est au bout de la piste : ses feux y mènent.",
            en="The sun stands at the end of the runway: its lights lead there.",
        ),
    )
