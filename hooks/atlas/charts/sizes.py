"""The sizes of a chart, and how letters are measured in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal

from atlas.charts.bilingual import BOTH
from atlas.lettering import CAPITALS, Typeface
from atlas.typography import NNBSP

SizeName = Literal["small", "narrow", "wide"]
"""A small multiple; the whole width of a phone; the column of a page."""

PROJECT: Final = Path(__file__).resolve().parents[3]
"""The project that holds this package, with its fonts and its cache."""

WEIGHT: Final = 500
"""The weight of the letters."""

OPENED: Final = 0.1
"""What is added to the narrow space between thousands, in ems: at the size of a label it would not be seen."""

_DIGIT: Final = re.compile(r"\d")


@dataclass(frozen=True)
class Size:
    """The measures of a chart, in pixels of its own frame.

    Attributes:
        name: Its name.
        width: The whole width.
        height: The whole height.
        top: What is kept above the highest point, for its label.
        side: What is kept on either side of the points.
        bottom: What is kept below the lowest line, for the years.
        letter: The size of the letters: never less than 11 px once the chart is fitted to a screen of 320 px.
        point: The radius of a point.
        disc: The radius of the disc behind the latest value.
        line: The width of the line.
        graduated: Whether hairlines and their values stand behind the line.
        labels: How many values are written at most beside their points.
    """

    name: SizeName
    width: int
    height: int
    top: int
    side: int
    bottom: int
    letter: float
    point: float
    disc: float
    line: float
    graduated: bool
    labels: int

    @property
    def capital(self) -> float:
        """The height of a capital or a digit."""
        return self.letter * CAPITALS


SIZES: Final[dict[SizeName, Size]] = {
    size.name: size
    for size in (
        Size("small", 280, 150, 28, 16, 24, 12.5, 3.2, 7.2, 1.6, False, 2),
        Size("narrow", 288, 220, 30, 16, 26, 12.5, 3.6, 8, 1.8, False, 99),
        Size("wide", 720, 330, 36, 22, 34, 14.5, 4.4, 10, 2, True, 99),
    )
}
"""The sizes by name."""


@cache
def _letters() -> Typeface:
    return Typeface(PROJECT / "vendor" / "fonts" / "bricolage-grotesque.woff2", weight=WEIGHT)


def breadth(words: str, size: Size) -> float:
    """Return how wide words are; of words in both languages, the wider."""
    # Figures are set in columns: each is as wide as the widest.
    parts = _DIGIT.sub("0", words).split(BOTH)
    return max(_letters().width(part) + part.count(NNBSP) * OPENED for part in parts) * size.letter
