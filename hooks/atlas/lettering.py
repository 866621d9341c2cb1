"""Lettering: words drawn as outlines of the site's own fonts, measured and broken into lines.

HarfBuzz, which browsers use, chooses and places the letters. As outlines they need no font where a
card is rendered, so that a card is the same everywhere.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import uharfbuzz as hb
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTFont

from atlas.plates.primitives import number

_SPACES: Final = re.compile(" ")
_SPACES_AND_HYPHENS: Final = re.compile(r" |(?<=\w-)(?=\w)")
"""Where a line may end: at a space that is not a no-break one, and after the hyphen of a compound word."""

_SMALL: Final = re.compile(
    r"\b(au|aux|d|de|des|du|en|et|l|la|le|les|par|puis|un|une|à|a|an|and|at|by|for|in|of|the|then|to) ", re.IGNORECASE
)
"""Small words, which do not stand at the end of a line."""

CAPITALS: Final = 0.67
"""The height of capitals in both families, in ems."""


@cache
def _unpacked(woff2: bytes) -> bytes:
    """Return a web font as the bare font that HarfBuzz reads."""
    font = TTFont(io.BytesIO(woff2), recalcTimestamp=False)
    font.flavor = None
    bare = io.BytesIO()
    font.save(bare)
    return bare.getvalue()


class Typeface:
    """A font at one weight, with its letters set closer or wider than drawn."""

    def __init__(self, file: Path, *, weight: float | None = None, tracking: float = 0) -> None:
        """Open a font.

        Args:
            file: The web font.
            weight: A value of its weight axis; none for a font that has no axis.
            tracking: What is added after each letter, in ems.
        """
        face = hb.Face(_unpacked(file.read_bytes()))
        self._font = hb.Font(face)
        if weight is not None:
            self._font.set_variations({"wght": weight})
        self._em = face.upem
        self._tracking = tracking * face.upem
        self._known = frozenset(face.unicodes)
        self._outlines: dict[int, str] = {}
        self._widths: dict[str, float] = {}

    def width(self, words: str) -> float:
        """Return how wide one line of words is, in ems."""
        if words not in self._widths:
            advance = sum(position.x_advance + self._tracking for _, position in self._shaped(words))
            self._widths[words] = (advance - self._tracking) / self._em if words else 0.0
        return self._widths[words]

    def drawn(self, words: str, x: float, y: float, size: float) -> str:
        """Return one line of words as SVG, from `x` on the base line `y`, to be filled by what encloses it."""
        letters, at = "", 0.0
        for glyph, position in self._shaped(words):
            outline = self._outline(glyph)
            if outline:
                shift = f"{round(at + position.x_offset)} {round(position.y_offset)}"
                letters += f'<path transform="translate({shift})" d="{outline}"/>'
            at += position.x_advance + self._tracking
        scale = number(size / self._em, 5)
        place = f"{number(x, 2)} {number(y, 2)}"
        return f'<g transform="translate({place})scale({scale} -{scale})">{letters}</g>'

    def _shaped(self, words: str) -> list[tuple[int, hb.GlyphPosition]]:
        if not words:
            return []
        buffer = hb.Buffer()
        buffer.add_str("".join(self._spelled(letter) for letter in words))
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer)
        return [(info.codepoint, at) for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)]

    def _spelled(self, letter: str) -> str:
        """Return a letter that the font has: itself, else the letter under its accent."""
        if ord(letter) in self._known:
            return letter
        bare = unicodedata.normalize("NFKD", letter)[:1]
        return bare if ord(bare) in self._known else letter

    def _outline(self, glyph: int) -> str:
        if glyph not in self._outlines:
            pen = SVGPathPen(None, ntos=lambda value: str(round(value)))
            self._font.draw_glyph_with_pen(glyph, pen)
            self._outlines[glyph] = pen.getCommands()
        return self._outlines[glyph]


@dataclass(frozen=True)
class Setting:
    """Words broken into lines at a size that fits.

    Attributes:
        face: The typeface.
        size: The size, in pixels.
        leading: From one base line to the next, in pixels.
        lines: The lines.
    """

    face: Typeface
    size: float
    leading: float
    lines: Sequence[str]

    @property
    def depth(self) -> float:
        """From the first base line to the last one."""
        return self.leading * (len(self.lines) - 1)

    @property
    def width(self) -> float:
        """How wide the widest line is."""
        return max(map(self.face.width, self.lines)) * self.size

    def drawn(self, x: float, y: float) -> str:
        """Return the lines as SVG, the first one on the base line `y`."""
        return "".join(
            self.face.drawn(line, x, y + rank * self.leading, self.size) for rank, line in enumerate(self.lines)
        )


def fitted(
    words: str,
    face: Typeface,
    *,
    width: float,
    height: float,
    sizes: tuple[int, int],
    leading: float,
) -> Setting:
    """Return words set as large as they fit, in lines as even as can be.

    Words that do not fit at the smallest size lose their end, which an ellipsis stands for.

    Args:
        words: The words, their signs and spaces set.
        face: The typeface.
        width: How wide a line may be.
        height: How far the last base line may be from the top of the first capitals.
        sizes: The largest size and the smallest one.
        leading: From one base line to the next, in ems.
    """
    words = _SMALL.sub("\\1\u00a0", words)
    largest, smallest = sizes
    # A compound word is parted only when there is no other way.
    for breaks in (_SPACES, _SPACES_AND_HYPHENS):
        for size in range(largest, smallest - 1, -1):
            lines = _broken(words, face, width / size, breaks)
            if lines is not None and (CAPITALS + (len(lines) - 1) * leading) * size <= height:
                return Setting(face, size, leading * size, _balanced(words, face, lines, width / size, breaks))
    most = max(int((height / smallest - CAPITALS) / leading) + 1, 1)
    return Setting(face, smallest, leading * smallest, _cut(words, face, width / smallest, most))


def _broken(words: str, face: Typeface, width: float, breaks: re.Pattern[str]) -> list[str] | None:
    """Return words broken into lines no wider than `width` ems; none when one word is wider."""
    lines: list[str] = []
    line, start = "", 0
    for end, after in [*(match.span() for match in breaks.finditer(words)), (len(words), len(words))]:
        longer = line + words[start:end]
        if face.width(longer) > width:
            if not line:
                return None
            lines.append(line.rstrip(" "))
            longer = words[start:end]
            if face.width(longer) > width:
                return None
        line, start = longer + words[end:after], after
    return [*lines, line.rstrip(" ")]


def _balanced(words: str, face: Typeface, lines: list[str], width: float, breaks: re.Pattern[str]) -> list[str]:
    """Return the same number of lines, as even as can be: the narrowest measure that holds them."""
    low, high, best = 0.0, width, lines
    for _ in range(8):
        middle = (low + high) / 2
        found = _broken(words, face, middle, breaks)
        if found is not None and len(found) <= len(lines):
            high, best = middle, found
        else:
            low = middle
    return best


def _cut(words: str, face: Typeface, width: float, most: int) -> list[str]:
    """Return as many words as `most` lines can hold, then an ellipsis; a word too wide for a line is cut."""
    pieces = words
    while pieces:
        lines = _broken(f"{pieces}…", face, width, _SPACES_AND_HYPHENS)
        if lines is not None and len(lines) <= most:
            return lines
        shorter = pieces.rsplit(" ", 1)[0] if " " in pieces else pieces[:-1]
        pieces = shorter.rstrip(" ,;:.–—\u00a0\u202f")
    return ["…"]
