"""A plate: the drawn picture of a place, and the sheet that it is drawn on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from atlas.model.text import Text


@dataclass(frozen=True)
class Plate:
    """The picture of a place.

    Attributes:
        id: The identifier of the place.
        ground: The colour below the horizon, one of `inks.GROUNDS`.
        body: The inside of the SVG, in which `~` stands for the prefix of identifiers.
        alt: What is seen, for who does not see it.
        caption: What the disc has become, and what the plate counts.
        sources: The sources of what it counts or shows as a fact.
        count: How many things it counts, when it counts: marked `counted` in the drawing.
    """

    id: str
    ground: str
    body: str
    alt: Text
    caption: Text
    sources: tuple[str, ...] = ()
    count: int | None = None


def sheet(*fragments: str | Sequence[str]) -> str:
    """Return the body of a plate from its fragments, from back to front."""
    return "".join(part if isinstance(part, str) else "".join(part) for part in fragments)
