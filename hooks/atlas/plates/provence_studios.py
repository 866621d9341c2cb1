"""Provence Studios: on a dark stage, a wall of light where the disc is the picture of a sun."""

from __future__ import annotations

from atlas.model.text import Text
from atlas.plates.primitives import (
    ROUND,
    clip,
    clipped,
    cutout,
    dashed,
    disc,
    ground,
    horizon,
    line,
    mass,
    number,
    pairs,
)
from atlas.plates.sheet import Plate, sheet

LEFT, RIGHT, TOP = 36, 764, 150
SAG = 62
"""How far the top edge of the wall drops at its middle: the wall is a hollow cylinder."""


def _across(y: float) -> str:
    """Return a level line of the wall, which bends the less the nearer it is to the lens."""
    return f"M{LEFT} {number(y)}Q400 {number(y + 2 * SAG * (450 - y) / 300)} {RIGHT} {number(y)}"


def draw() -> Plate:
    """Draw the plate."""
    wall = f"M{LEFT} {TOP}Q400 {TOP + 2 * SAG} {RIGHT} {TOP}V600H{LEFT}z"
    seams = "".join(_across(y) for y in (210, 270, 330, 390, 450, 510, 570))
    # Upright seams crowd towards the middle of the hollow.
    for step in range(-5, 6):
        x = 400 + step * 62 + step * abs(step) * 1.0
        seams += f"M{number(x)} {TOP}V600"
    pixels = "".join(dashed(_across(170 + 20 * row), 1.5 + 0.62 * row, "edge", "0 20", ROUND) for row in range(14))
    sleepers = "".join(f"M{number(28 + 76 * rank)} {number(772 - 0.2 * rank)}l-22 66" for rank in range(11))
    cables = ""
    for rank in range(3):
        low = 18 * rank
        cables += (
            f"M{690 + 12 * rank} 780C{pairs(740 - 8 * rank, 900 + low, 560, 860 + low, 430, 900 + low)}"
            f"S{pairs(160, 1010 + low / 2, -20, 900 + 22 * rank)}"
        )
    body = sheet(
        clip("wall", wall),
        mass("M0 0H800V600H0z", "deep"),
        ground(),
        mass(wall, "stone"),
        f"<g{clipped('wall')}>",
        pixels,
        disc(292, 402),
        mass("M0 600V506L92 466 168 492 262 456 352 488 430 470 520 540 610 496 690 536 800 470V600z", "ground"),
        mass("M0 600V560L130 530 260 572 420 556 560 590 700 560 800 576V600z", "mass"),
        line(seams, 2.5, "seam"),
        "</g>",
        # The grid and its lamps.
        line("M0 40H800M0 76H800", 5, "cut"),
        line("M-20 76" + "l20-36 20 36" * 21, 3, "cut"),
        dashed("M60 100H760", 22, "lit", "26 54"),
        # The crane on its track, and its cables.
        line("M0 768H800M0 842H800", 6, "over"),
        line(sleepers, 5, "over"),
        line(cables, 3.4, "over"),
        mass("M566 742H754V784H566zM604 690H716L736 742H584zM640 470H680L690 690H630z"),
        line("M586 806h0M734 806h0", 46, "edge", ROUND),
        line("M586 806h0M734 806h0", 14, "cut", ROUND),
        line("M790 548L412 226", 22, "edge"),
        line("M752 540L430 266", 5, "edge"),
        mass("M742 478h58v116h-58z"),
        cutout("M632 452h56v56h-56z", width=5),
        line("M414 218V262", 12, "edge"),
        cutout("M372 254h104v64h-104zM372 268L334 250V322L372 304zM396 254v-18h52v18z", width=5),
        mass("M386 276h34v20h-34z", "lamp"),
        horizon(),
    )
    return Plate(
        id="provence-studios",
        ground="garrigue",
        body=body,
        alt=Text(
            fr="Sur un plateau obscur, un mur de lumière courbe montre un soleil qui descend derrière des collines ; "
            "une caméra au bout d’une grue le filme.",
            en="On a dark stage, a curved wall of light shows a sun going down behind hills; a camera at the end of a "
            "crane films it.",
        ),
        caption=Text(
            fr="Le soleil est une image : il se couche sur commande, sur un mur de LED annoncé pour 2021.",
            en="The sun is a picture: it sets on cue, on an LED wall announced for 2021.",
        ),
        sources=("gomet-nextstage",),
    )
