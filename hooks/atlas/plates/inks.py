"""The inks of the plates: what each is called, what it paints, and its colours by day and by night."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Scene = Literal["day", "night"]
"""A plate is drawn once and lit twice. The night is another light on the same things, not a negative."""

Pair = tuple[str, str]
"""A colour by day and the same by night."""

SKY: Pair = ("#fbfaf6", "#0f2531")
MASS: Pair = ("#0f2c3f", "#2c5a70")
PALE: Pair = ("#fbfaf6", "#b4c8ca")
LAMP: Pair = ("#fbfaf6", "#f6e48c")
SUN: Pair = ("#ffe14a", "#f7db48")

GROUNDS: dict[str, Pair] = {
    "sea": ("#12465c", "#0f4056"),
    "turquoise": ("#1d8f93", "#15777d"),
    "ochre": ("#c67a1f", "#a9651a"),
    "garrigue": ("#66743f", "#526033"),
}
"""The four grounds: deep sea, the shallows, earth, scrub. It is the one colour that changes from plate to plate."""


@dataclass(frozen=True)
class Ink:
    """An ink: the class `k-<name>`.

    Attributes:
        fill: What it fills shapes with; `ground` stands for the ground of the plate.
        stroke: What it draws lines with.
    """

    fill: Pair | Literal["ground"] | None = None
    stroke: Pair | Literal["ground"] | None = None

    def attributes(self, ground: str, scene: Scene) -> str:
        """Return what the ink paints, as attributes of SVG."""
        side = 0 if scene == "day" else 1
        fill, stroke = (GROUNDS[ground] if pair == "ground" else pair for pair in (self.fill, self.stroke))
        text = f'fill="{fill[side]}"' if fill else 'fill="none"'
        if stroke:
            text += f' stroke="{stroke[side]}"'
        return text + (' paint-order="stroke"' if fill and stroke else "")


INKS: dict[str, Ink] = {
    "sky": Ink(fill=SKY),
    "ground": Ink(fill="ground"),
    # Things.
    "mass": Ink(fill=MASS),
    "deep": Ink(fill=("#0a2030", "#0a1922")),
    "stone": Ink(fill=PALE),
    "sun": Ink(fill=SUN),
    "lamp": Ink(fill=LAMP),
    # A thing clear of what stands behind it.
    "cutout": Ink(fill=MASS, stroke=SKY),
    # Lines that draw, on paper and on the ground.
    "line": Ink(stroke=("#0f2c3f", "#c6d9dc")),
    "over": Ink(stroke=("#fbfaf6", "#e6ece6")),
    # Lines that are things: a beam, a rope, a leg.
    "edge": Ink(stroke=MASS),
    # Lines in a mass: a joint, a window, a lit window, the joints of a wall of light.
    "cut": Ink(stroke=("#547688", "#6d95a6")),
    "glass": Ink(stroke=SKY),
    "lit": Ink(stroke=LAMP),
    "seam": Ink(stroke=PALE),
    "acc": Ink(stroke=("#5cc6bf", "#5cc6bf")),
    # Light and water.
    "beam": Ink(stroke=SUN),
    "onsun": Ink(stroke=("#0f2c3f", "#0a1a24")),
    "refl": Ink(stroke=("#0f2c3f", "#0b2230")),
    "shore": Ink(stroke="ground"),
}
"""The inks that all plates share.

Masses and lines are two inks of one colour by day; by night the masses are lit by the moon and the
lines by lamps, so that a plate is a night scene.
"""
