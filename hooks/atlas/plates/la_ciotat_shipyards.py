"""La Ciotat Shipyards: the gantry lifts the disc over a yacht, and the water gives both back."""

from __future__ import annotations

from math import sin, sqrt

from atlas.model.text import Text
from atlas.plates.primitives import (
    RADIUS,
    ROUND,
    box,
    cutout,
    dashed,
    disc,
    ground,
    horizon,
    line,
    mass,
    number,
    pairs,
    sky,
)
from atlas.plates.sheet import Plate, sheet

LOAD = (560, 338)
"""Where the gantry holds the disc."""


def draw() -> Plate:
    """Draw the plate."""
    x, y = LOAD
    truss = "M48 160" + "l32-64 32 64" * 11
    legs, braces = "", ""
    for foot in (112, 664):
        legs += f"M{foot - 20} 160h13l-21 440h-18zM{foot + 31} 160h13l26 440h-18z"
        for rank in range(7):
            top, spread = 168 + rank * 61, 3 * rank
            braces += (
                f"M{foot - 12 - spread} {top}L{foot + 39 + spread} {top + 61}"
                f"M{foot + 36 + spread} {top}L{foot - 15 - spread} {top + 61}"
            )
    yacht = (
        "M176 516L212 456H520C566 466 600 484 622 504L420 516z",
        "M244 458L276 406H452C492 416 516 432 532 458z",
        "M300 408L326 362H402C428 370 446 386 458 408z",
        "M340 364L352 292h10l6 72zM322 316h66v8h-66z",
        "M92 514L120 600H636C672 588 716 548 756 478C640 496 520 502 420 504L330 514z",
    )
    body = sheet(
        sky(),
        ground(),
        disc(x, y),
        line(truss, 5),
        mass("M40 86H760v16H40zM40 152H760v18H40z"),
        line(braces, 4),
        mass(legs),
        # The trolley and the slings: the disc is the load.
        mass(box(x - 46, 170, 92, 20)),
        line(f"M{x - 26} 188L{x} {y - RADIUS + 2}L{x + 26} 188", 4),
        [cutout(part) for part in yacht],
        line("M214 480H538M232 492H572M106 554H664", 3.5, "cut"),
        line("M280 430H486M330 384H420M236 472H540", 9, "lit"),
        dashed("M220 536H640", 9, "lit", "0 40", ROUND),
        _water(),
        horizon(),
    )
    return Plate(
        id="la-ciotat-shipyards",
        ground="turquoise",
        body=body,
        alt=Text(
            fr="Un portique soulève le soleil au-dessus d’un grand yacht ; la coque et l’astre se reflètent en traits "
            "dans l’eau.",
            en="A gantry crane lifts the sun above a large yacht; hull and sun are reflected in strokes on the water.",
        ),
        caption=Text(
            fr="Le soleil est une charge. Le portique le lève, l’eau le rend.",
            en="The sun is a load. The gantry lifts it, the water gives it back.",
        ),
    )


def _water() -> str:
    """Return the water: the hull and the load in strokes, and idle ripples on either side."""
    hull, load, ripples = "", "", ""
    for rank, y in enumerate(range(622, 1000, 21)):
        share = rank / 17
        if share < 0.62:
            left, right = 120 + 50 * share + 26 * sin(rank * 1.7), 650 - 120 * share + 40 * sin(rank * 2.3 + 1)
            cut = 300 + 120 * sin(rank * 1.1)
            hull += f"M{pairs(left, y)}H{number(cut)}m34 0H{number(right)}"
        if share > 0.30:
            half = (RADIUS - 14) * sqrt(max(0.0, 1 - ((share - 0.68) / 0.42) ** 2)) + 8
            left, right = LOAD[0] - half + 12 * sin(rank * 1.9), LOAD[0] + half + 12 * sin(rank * 1.3)
            load += f"M{pairs(left, y + 10)}H{number(right)}"
    for rank, y in enumerate(range(643, 1000, 42)):
        ripples += f"M{pairs(-20 + 90 * sin(rank * 2.1) ** 2, y)}h{number(60 + 40 * sin(rank))}"
        ripples += f"M{pairs(700 + 40 * sin(rank * 1.3), y)}h{number(70 + 30 * sin(rank * 0.7))}"
    return line(ripples, 3.4, "over", ROUND) + line(hull, 9, "refl", ROUND) + line(load, 8, "beam", ROUND)
