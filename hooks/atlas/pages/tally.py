"""A tally: a number set against a target, a disc for each unit, so that the eye counts before it reads."""

from __future__ import annotations

from markupsafe import Markup, escape

ACROSS = 25
"""Discs in a row: they can still be told apart on the narrowest screen."""

PITCH = 40
"""Units of the drawing from one disc to the next."""

RADIUS = 14
"""Units of the drawing."""


def tally(reached: int, low: int, high: int, title: str) -> Markup:
    """Return the discs up to the upper number of a target.

    Full ones are reached, ringed ones lead to the lower number, dotted ones to the upper one.

    Args:
        reached: The number that is established.
        low: The lower number of the target.
        high: The upper number of the target.
        title: What a screen reader calls the drawing.
    """
    last = max(reached, low, high)
    rows = -(-last // ACROSS)
    discs = "".join(_disc(rank, "full" if rank < reached else "low" if rank < low else "high") for rank in range(last))
    width, height = min(last, ACROSS) * PITCH, rows * PITCH
    return Markup(
        f'<svg class="tally" viewBox="0 0 {width} {height}" role="img" aria-label="{escape(title)}">{discs}</svg>'
    )


def _disc(rank: int, kind: str) -> str:
    row, column = divmod(rank, ACROSS)
    return f'<circle class="{kind}" cx="{column * PITCH + PITCH // 2}" cy="{row * PITCH + PITCH // 2}" r="{RADIUS}"/>'
