"""Port Center: a bow, a lighthouse whose lamp is the disc, and below, the basins as seen from the air."""

from __future__ import annotations

from atlas.model.text import Text
from atlas.plates.primitives import (
    ROUND,
    box,
    clip,
    clipped,
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

LAMP = (654, 216)
STACKS = (2, 3, 4, 4, 3, 4, 4, 3, 2)
"""How many containers stand on each other, from stern to bow."""


def _containers() -> str:
    """Return the containers: plain, coloured or corrugated, in an order that never repeats a neighbour."""
    plain, coloured, ribs = "", "", ""
    for column, height in enumerate(STACKS):
        for level in range(height):
            x, y = 14 + column * 51, 226 - level * 51
            kind = (column * 7 + level * 3 + column * level % 4) % 5
            if kind in (0, 3):
                plain += box(x, y, 46, 46)
            elif kind in (1, 4):
                coloured += box(x, y, 46, 46)
            else:
                ribs += f"M{x + 2} {y + 2}h42v42h-42z" + "".join(f"M{x + 13 + 10 * rib} {y}v46" for rib in range(3))
    return mass(plain) + mass(coloured, "ground") + line(ribs, 4)


def _vessel(x: float, y: float, length: float) -> str:
    """Return a ship seen from above, bow up."""
    side, bow = number(length * 0.7), number(length * 0.3)
    shoulder = number(length * 0.2)
    return f"M{pairs(x - 12, y)}v-{side}q0-{shoulder} 12-{bow}q12 {number(length * 0.1)} 12 {bow}v{side}z"


def draw() -> Plate:
    """Draw the plate."""
    x, y = LAMP
    # Marseille: moles behind the long breakwater. Fos: docks cut into the land.
    quays = (
        "M-60 656H384V674H-60z"
        "M-60 1060V800H22V952H108V776H148V952H234V818H274V952H360V784H400V952H486V806L510 782H566V940H662V782H724"
        "V940H860V1060z"
    )
    shores = "".join(
        line(quays, width, ink, ' stroke-linejoin="round"')
        for width, ink in (
            (72, "over"),
            (66, "shore"),
            (46, "over"),
            (40, "shore"),
            (20, "over"),
            (14, "shore"),
        )
    )
    ships = "".join(_vessel(*at) for at in ((65, 936, 118), (317, 936, 100), (614, 924, 132), (470, 694, 62)))
    body = sheet(
        sky(),
        ground(),
        _containers(),
        # The hull: sheer, stem, bulb; a hawse and its anchor.
        mass("M0 278H440L452 240H530C516 348 478 470 428 600H0z"),
        line("M0 306H520", 4, "cut"),
        line("M0 548H447", 4, "cut"),
        line("M446 346v46m-18-14q2 20 18 20q16 0 18-20", 6, "glass", ROUND),
        # The lighthouse: the disc is its lamp.
        disc(x, y),
        mass(f"M{x - 44} 312h88v14h-88zM{x - 30} 250h60v10h-60zM{x - 32} 208L{x} 172L{x + 32} 208v8h-64z"),
        line(f"M{x - 24} 216v96M{x} 216v96M{x + 24} 216v96", 5, "edge"),
        mass(f"M{x - 26} 326h52L{x + 46} 566H{x - 46}z"),
        mass(f"M{x - 31} 386h62l5 44h-72zM{x - 39} 474h78l4 44h-86z", "ground"),
        mass("M536 600V582H560V564H800V600z"),
        clip("water", "M0 602H800V1000H0z"),
        f"<g{clipped('water')}>{shores}</g>",
        mass(quays, "mass"),
        line(ships, 12, "shore"),
        mass(ships, "stone"),
        horizon(),
    )
    return Plate(
        id="port-center",
        ground="turquoise",
        body=body,
        alt=Text(
            fr="L’étrave d’un porte-conteneurs et un phare dont la lanterne est le soleil ; dessous, vus du ciel, les "
            "môles et les darses d’un port où des navires sont à quai.",
            en="The bow of a container ship and a lighthouse whose lantern is the sun; below, seen from the air, the "
            "moles and docks of a port with ships at berth.",
        ),
        caption=Text(
            fr="Le soleil est un feu de port. Dessous, les bassins vus du ciel, comme sur le sol du Port Center.",
            en="The sun is a harbour light. Below, the basins from the air, as on the Port Center’s own floor.",
        ),
        sources=("mim-portcenter", "gomet-portcenter"),
    )
