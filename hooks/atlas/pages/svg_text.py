"""Lettering in drawings: how wide words are, and where their lines break. SVG does not wrap text by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from markupsafe import escape

_NARROW: Final = frozenset("iljtfrI'’.,-:;!| ")
_BROAD: Final = frozenset("mwMWœŒ")
_PIECES: Final = re.compile(r"[^\s-]+-?|-")


def width(words: str) -> float:
    """Return how wide words are, in their own size: a little more than in the display face, never less."""
    return sum(
        0.32 if sign in _NARROW else 0.86 if sign in _BROAD else 0.66 if sign.isupper() else 0.55 for sign in words
    )


def lines(words: str, most: float) -> Sequence[str]:
    """Return words on lines no wider than `most`, in their own size, broken at spaces and after hyphens.

    Lines of a name are made of like length, so that no small word hangs alone.
    """
    pieces = [found[0] for found in _PIECES.finditer(words)]
    broken = _filled(pieces, most)
    if len(broken) < 2:
        return broken
    # The narrowest measure that needs no more lines.
    measures = (most * step / 20 for step in range(8, 21))
    return next((tried for each in measures if len(tried := _filled(pieces, each)) == len(broken)), broken)


def _filled(pieces: Sequence[str], most: float) -> list[str]:
    found: list[str] = []
    for piece in pieces:
        glue = "" if found and found[-1].endswith("-") else " "
        if found and width(found[-1] + glue + piece) <= most:
            found[-1] += glue + piece
        else:
            found.append(piece)
    return found


def text_block(
    words: Sequence[str], x: float, y: float, size: float, *, css: str = "name", anchor: str = "middle"
) -> str:
    """Return lines of text as SVG, the first one's foot at `y`."""
    spans = "".join(
        f'<tspan x="{x:.1f}" y="{y + rank * size * 1.14:.1f}">{escape(line)}</tspan>' for rank, line in enumerate(words)
    )
    # One space between the lines, for those who hear the text or copy it.
    spans = spans.replace("</tspan><tspan", "</tspan> <tspan")
    return f'<text class="{css}" font-size="{size:g}" text-anchor="{anchor}">{spans}</text>'
