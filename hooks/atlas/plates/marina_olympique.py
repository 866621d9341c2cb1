"""Marina olympique: ten sails, one an event; the disc is a spinnaker."""

from __future__ import annotations

from atlas.model.text import Text
from atlas.plates.primitives import (
    ROUND,
    counted,
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

EVENTS = 10
MARK = (176, 738)

Boat = tuple[float, float, float, int]
"""A boat under sail: the foot of its mast, its height, and the side that its boom is on."""

FLEET: tuple[Boat, ...] = (
    (60, 606, 96, 1), (132, 604, 66, 1), (214, 608, 134, 1), (300, 604, 74, 1), (366, 606, 104, 1), (752, 606, 110, 1),
)  # fmt: skip
LEADER: Boat = (612, 850, 740, -1)


def _mainsail(boat: Boat) -> str:
    """Return the mainsail of a boat, on a mast that leans with the wind."""
    x, y, height, side = boat
    boom, top = y - height * 0.1, y - height
    reach = x + side * height * 0.36
    return (
        f"M{pairs(x + side * height * 0.1, top)}Q{pairs(reach - side * height * 0.02, y - height * 0.5, reach, boom)}"
        f"L{pairs(x + side * height * 0.012, boom)}z"
    )


def _jib(boat: Boat) -> str:
    """Return the jib of a boat."""
    x, y, height, side = boat
    return (
        f"M{pairs(x + side * height * 0.078, y - height * 0.84)}L{pairs(x - side * height * 0.24, y - height * 0.07)}"
        f"Q{pairs(x - side * height * 0.1, y - height * 0.12, x - side * height * 0.02, y - height * 0.09)}z"
    )


def _hull(boat: Boat) -> str:
    """Return the hull of a boat."""
    x, y, height, side = boat
    return (
        f"M{pairs(x - side * height * 0.3, y - height * 0.062)}L{pairs(x + side * height * 0.3, y - height * 0.066)}"
        f"L{pairs(x + side * height * 0.27, y)}H{number(x - side * height * 0.2)}z"
    )


def draw() -> Plate:
    """Draw the plate."""
    x, y = MARK
    lx, ly, lh, _ = LEADER
    wakes = ""
    for rank in range(EVENTS):
        out, top, foot = 182 + rank * 15, 672 - rank * 7, 874 + rank * 12.5
        wakes += f"M800 {top}H{x + 40}C{x - out * 0.9:.0f} {top} {x - out * 1.25:.0f} {foot} {x + 60} {foot}H800"
    battens = "".join(
        f"M{pairs(lx - lh * 0.36 * (0.28 + 0.72 * t), ly - lh * (0.9 - 0.8 * t))}h{number(30 + 70 * t)}"
        for t in (0.3, 0.5, 0.7)
    )
    body = sheet(
        sky(),
        ground(),
        counted(line(wakes, 3.4, "over")),
        mass("".join(_mainsail(boat) + _jib(boat) + _hull(boat) for boat in FLEET)),
        disc(x, y),
        # The water hides the foot of the mark.
        mass(f"M{x - 104} {y + 72}q17-10 35 0t35 0 35 0 35 0 35 0 34 0A125 125 0 0 1{x - 104} {y + 72}z", "ground"),
        line(f"M{x - 86} {y + 90}h172M{x - 56} {y + 110}h112", 7, "beam", ROUND),
        horizon(),
        mass(_mainsail(LEADER) + _hull(LEADER)),
        mass(_jib(LEADER), "stone"),
        line(_jib(LEADER), 4, "edge"),
        line(battens, 4, "cut"),
    )
    return Plate(
        id="marina-olympique",
        ground="sea",
        body=body,
        alt=Text(
            fr="Une régate vire autour d’une bouée qui est le soleil, posé sur l’eau : une grande voile au premier "
            "plan, une flotte à l’horizon, dix sillages qui contournent la marque.",
            en="A regatta rounds a buoy that is the sun, afloat: a tall sail in the foreground, a fleet on the "
            "horizon, and ten wakes that bend around the mark.",
        ),
        caption=Text(
            fr="Le soleil est une bouée. Dix sillages la contournent, un par épreuve de voile des Jeux de 2024.",
            en="The sun is a buoy. Ten wakes round it, one for each sailing event of the 2024 Games.",
        ),
        sources=("headtopics-marina",),
        count=EVENTS,
    )
