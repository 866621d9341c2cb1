"""Labels: the values written beside their points, where they hide neither a point nor one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from atlas.charts.sizes import Size, breadth

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True)
class Box:
    """A rectangle, in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box, gap: float = 0) -> bool:
        """Return whether two rectangles overlap, or come nearer to one another than `gap`."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )

    def crossed(self, line: Line) -> bool:
        """Return whether a straight line runs through the rectangle."""
        (x1, y1), (x2, y2) = line
        if max(x1, x2) < self.left or min(x1, x2) > self.right:
            return False
        if x1 == x2:
            return min(y1, y2) < self.bottom and max(y1, y2) > self.top
        heights = [
            y1 + (min(max(edge, min(x1, x2)), max(x1, x2)) - x1) * (y2 - y1) / (x2 - x1)
            for edge in (self.left, self.right)
        ]
        return min(heights) < self.bottom and max(heights) > self.top


Point = tuple[float, float]
Line = tuple[Point, Point]


@dataclass(frozen=True)
class Label:
    """Words in a chart.

    Attributes:
        words: The words, in both languages.
        x: Where they are anchored.
        y: Their base line.
        anchor: Which part of them stands at `x`.
    """

    words: str
    x: float
    y: float
    anchor: Anchor

    def box(self, size: Size) -> Box:
        """Return the rectangle that the words fill."""
        width = breadth(self.words, size)
        left = self.x - {"start": 0.0, "middle": width / 2, "end": width}[self.anchor]
        return Box(left, self.y - size.capital - 1, left + width, self.y + 2)


@dataclass(frozen=True)
class Wish:
    """A point that asks for a label.

    Attributes:
        words: The words, in both languages.
        at: The point.
        radius: What the point hides around it.
        valley: Whether its neighbours stand above it: then its label is better below.
        must: Whether it is written even where it hides something.
    """

    words: str
    at: Point
    radius: float
    valley: bool
    must: bool


def placed(
    wishes: Sequence[Wish], size: Size, frame: Box, taken: Sequence[Box], lines: Sequence[Line]
) -> Iterator[Label]:
    """Yield the labels that fit, those asked for first before the others.

    Args:
        wishes: The points, the most important first.
        size: The measures.
        frame: What labels stay within.
        taken: What they do not hide: the points, the other words.
        lines: What they would rather not lie on.
    """
    full: list[Box] = []
    written = 0
    for wish in wishes:
        if written >= size.labels:
            return
        best: tuple[float, Label] | None = None
        for bias, label in _candidates(wish, size, frame):
            box = label.box(size)
            if not (box.left >= frame.left and box.right <= frame.right):
                continue
            cost = bias + 4 * sum(box.crossed(line) for line in lines)
            cost += 40 * sum(box.meets(other, 5) for other in full) + 30 * sum(box.meets(other, 1) for other in taken)
            cost += 50 * (box.top < frame.top) + 50 * (box.bottom > frame.bottom)
            if best is None or cost < best[0]:
                best = cost, label
        # An optional label hides nothing, and lies across one line at most.
        if best is not None and (wish.must or best[0] < 8):
            full.append(best[1].box(size))
            written += 1
            yield best[1]


def _candidates(wish: Wish, size: Size, frame: Box) -> Iterator[tuple[float, Label]]:
    """Yield the places of a label around its point, each with how little it is liked."""
    x, y = wish.at
    away = wish.radius + size.letter * 0.42
    above, below = y - away, y + away + size.capital
    half = breadth(wish.words, size) / 2
    held = min(max(x, frame.left + half), frame.right - half)
    for base, bias in ((above, 1.5 if wish.valley else 0.0), (below, 0.0 if wish.valley else 1.5)):
        yield bias + abs(held - x) / 40, Label(wish.words, held, base, "middle")
        yield bias + 1, Label(wish.words, x - wish.radius, base, "start")
        yield bias + 1, Label(wish.words, x + wish.radius, base, "end")
    level = y + size.capital / 2
    yield 2, Label(wish.words, x + wish.radius + size.letter * 0.45, level, "start")
    yield 2, Label(wish.words, x - wish.radius - size.letter * 0.45, level, "end")
