"""Marks: the shapes by which points say how exact their values are; shapes, because colour alone says nothing."""

from __future__ import annotations

from typing import Final

from atlas.model.vocabulary import Qualifier

DISC: Final = "M1,0A1,1,0,1,1,-1,0A1,1,0,1,1,1,0Z"
"""A circle of radius 1, as Vega reads a shape of one's own."""

SHAPES: Final[dict[str, str]] = {
    "disc": DISC,
    Qualifier.EXACT.value: DISC,
    Qualifier.ROUNDED.value: DISC,
    Qualifier.ABOUT.value: "M-0.9,-0.9L0.9,-0.9L0.9,0.9L-0.9,0.9Z",
    Qualifier.AT_LEAST.value: "M0,-1.25L1.15,0.85L-1.15,0.85Z",
    Qualifier.REPORTED.value: "M0,-1.25L1.25,0L0,1.25L-1.25,0Z",
    Qualifier.RANGE.value: "M-1.8,-0.8L1.8,-0.8L1.8,0.8L-1.8,0.8Z",
}
"""The shape of each qualifier around a point, of radius 1, and that of the disc behind the latest value."""

SIDEWAYS: Final = {**SHAPES, Qualifier.AT_LEAST.value: "M1.25,0L-0.85,1.15L-0.85,-1.15Z"}
"""The same where more lies to the right: what is at least points that way."""


def full(qualifier: Qualifier) -> bool:
    """Return whether the mark is full: only an exact value is. An estimate is hollow."""
    return qualifier is Qualifier.EXACT
