"""Tour La Marseillaise: twenty-seven tones in one ink, and the disc that they sift."""

from __future__ import annotations

from atlas.model.text import Text
from atlas.plates.primitives import (
    HORIZON,
    box,
    counted,
    dashed,
    disc,
    ground,
    horizon,
    mass,
    number,
    pairs,
    sky,
)
from atlas.plates.sheet import Plate, sheet

TONES = 27
LEFT, CORNER, RIGHT, TOP, FOOT = 258, 452, 540, 40, 580
BAYS = 8
"""How many bays the front has."""


def _row(tone: int, left: float, right: float, y: float, thick: float, bays: int) -> str:
    """Return a row of sunshades, in a tone from none to full: the slats grow in length and in thickness."""
    bay = (right - left) / bays
    slat = bay * (0.4 + 0.52 * tone / (TONES - 1))
    gap = bay - slat
    return (
        f'<path stroke-width="{number(thick, 1)}" stroke-dasharray="{number(slat, 1)} {number(gap, 1)}" '
        f'd="M{pairs(left + gap / 2, y, digits=1)}H{number(right)}"/>'
    )


def draw() -> Plate:
    """Draw the plate."""
    step = (FOOT - TOP) / TONES
    front, side, shadow = "", "", ""
    for tone in range(TONES):
        share = tone / (TONES - 1)
        y = TOP + tone * step
        thick = 3 + (step - 4.5) * share
        front += _row(tone, LEFT, CORNER, y + step / 2, thick, BAYS)
        tall = min(4.5 + (step - 4) * share, step + 0.4)
        side += f"M{CORNER + 4} {number(y + (step - tall) / 2, 1)}H{RIGHT}v{number(tall, 1)}H{CORNER + 4}z"
        # The shadow comes towards the eye, so it leans, widens, and thins out as the tower does upwards.
        depth = HORIZON + 13 + 392 * (1 - share)
        reach = depth - HORIZON
        left, right = LEFT - 0.74 * reach, RIGHT - 0.34 * reach
        shadow += _row(tone, left, right, depth, 3 + 8.4 * share, BAYS + 4)
    body = sheet(
        sky(),
        ground(),
        disc(548, 228),
        # The town.
        mass("M0 600V508H62V486H126V530H176V514H226V600zM574 600V534H638V472H712V508H762V488H800V600z"),
        dashed("M14 528H120M14 556H216M590 562H790M654 504H700M654 533H790", 9, "lit", "9 15"),
        counted(f'<g class="k-edge">{front}</g>'),
        mass(side),
        mass(box(LEFT - 16, FOOT, RIGHT - LEFT + 32, HORIZON - FOOT)),
        f'<g class="k-refl">{shadow}</g>',
        horizon(),
    )
    return Plate(
        id="tour-la-marseillaise",
        ground="ochre",
        body=body,
        alt=Text(
            fr="Une tour de brise-soleil, serrés au pied et fins au sommet, tamise un soleil placé derrière elle ; "
            "son ombre, rayée de même, s’allonge sur le sol.",
            en="A tower of sunshades, close-set at the foot and thin at the top, sifts a sun that stands behind it; "
            "its shadow, striped in the same way, stretches over the ground.",
        ),
        caption=Text(
            fr="Le soleil est ce que la tour tamise. Vingt-sept couleurs de brise-soleil, ici vingt-sept valeurs "
            "d’une seule encre.",
            en="The sun is what the tower sifts. Twenty-seven colours of sunshade, here twenty-seven tones of a "
            "single ink.",
        ),
        sources=("gomet-marseillaise",),
        count=TONES,
    )
