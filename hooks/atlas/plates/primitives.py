"""The primitives of the plates: pure functions that return fragments of SVG.

All plates share one sheet of 800 × 1000 in modules of 100, one horizon and one disc. A fragment names
its inks by class and holds no colour; its numbers are rounded, so that the same drawing gives the same
bytes everywhere. In a fragment, `~` before a name stands for the prefix that makes identifiers unique
in the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import hypot

Point = tuple[float, float]

WIDTH = 800
HEIGHT = 1000
HORIZON = 600
RADIUS = 120


def number(value: float, digits: int = 0) -> str:
    """Return a number as short as it can be written."""
    text = f"{value:.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if text.startswith(("0.", "-0.")):
        text = text.replace("0.", ".", 1)
    return "0" if text in ("-0", "-", "") else text


def pairs(*numbers: float, digits: int = 0) -> str:
    """Return coordinates, a space between two only where a sign does not part them."""
    text = ""
    for value in numbers:
        word = number(value, digits)
        text += word if not text or word.startswith("-") else f" {word}"
    return text


def sky() -> str:
    """Return the paper above the horizon; it also fills the sheet."""
    return f'<path class="k-sky" d="M0 0H{WIDTH}V{HEIGHT}H0z"/>'


def ground() -> str:
    """Return what lies below the horizon."""
    return f'<path class="k-ground" d="M0 {HORIZON}H{WIDTH}V{HEIGHT}H0z"/>'


def horizon(ink: str = "line", gaps: Iterable[tuple[float, float]] = ()) -> str:
    """Return the line that all plates share, broken where something stands before it."""
    x, d = 0.0, ""
    for start, end in sorted(gaps):
        d += f"M{number(x)} {HORIZON}H{number(start)}"
        x = end
    return line(f"{d}M{number(x)} {HORIZON}H{WIDTH}", 4, ink)


def disc(x: float, y: float) -> str:
    """Return the one disc of the plate."""
    return f'<circle class="k-sun" cx="{number(x)}" cy="{number(y)}" r="{RADIUS}"/>'


def mass(d: str, ink: str = "mass", extra: str = "") -> str:
    """Return a filled shape."""
    return f'<path class="k-{ink}" d="{d}"{extra}/>'


def line(d: str, width: float, ink: str = "line", extra: str = "") -> str:
    """Return a stroked path."""
    return f'<path class="k-{ink}" stroke-width="{number(width, 1)}" d="{d}"{extra}/>'


def dashed(d: str, width: float, ink: str, dash: str, extra: str = "") -> str:
    """Return a stroked path cut by a dash array: the cheapest way to draw a hundred equal things."""
    return line(d, width, ink, f' stroke-dasharray="{dash}"{extra}')


ROUND = ' stroke-linecap="round"'
"""Round ends of lines."""


def dots(points: Iterable[Point], size: float, ink: str) -> str:
    """Return round dots, each a line of no length with round ends."""
    return line("".join(f"M{pairs(x, y)}h0" for x, y in points), size, ink, ROUND)


def polygon(points: Sequence[Point]) -> str:
    """Return the path of a polygon."""
    return "M" + "L".join(pairs(x, y) for x, y in points) + "z"


def box(x: float, y: float, width: float, height: float) -> str:
    """Return the path of a rectangle."""
    return f"M{pairs(x, y)}h{number(width)}v{number(height)}h{number(-width)}z"


def pebble(points: Sequence[Point]) -> str:
    """Return a closed curve that touches the sides of a polygon at their middles."""
    middles = [midpoint(points[i - 1], points[i]) for i in range(len(points))]
    d = "M" + pairs(*middles[0])
    for corner, end in zip(points, [*middles[1:], middles[0]], strict=True):
        d += f"Q{pairs(*corner, *end)}"
    return d + "z"


def midpoint(a: Point, b: Point, t: float = 0.5) -> Point:
    """Return the point at a share of the way from one point to another."""
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)


def on_cubic(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    """Return a point of a cubic Bézier curve."""
    k = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3)
    return (
        k[0] * a[0] + k[1] * b[0] + k[2] * c[0] + k[3] * d[0],
        k[0] * a[1] + k[1] * b[1] + k[2] * c[1] + k[3] * d[1],
    )


def circle(x: float, y: float, radius: float) -> str:
    """Return the path of a circle, for lines only: the disc is the only thing that is full and round."""
    r = number(radius)
    return f"M{pairs(x - radius, y)}a{r} {r} 0 1 0 {number(2 * radius)} 0a{r} {r} 0 1 0{number(-2 * radius)} 0"


def mirror(*fragments: str) -> str:
    """Return fragments turned over the middle of the sheet."""
    return f'<g transform="matrix(-1 0 0 1 {WIDTH} 0)">' + "".join(fragments) + "</g>"


def clip(name: str, d: str) -> str:
    """Return a clip path, to be named by `clipped`."""
    return f'<clipPath id="~{name}"><path d="{d}"/></clipPath>'


def clipped(name: str) -> str:
    """Return the attribute that applies a clip path."""
    return f' clip-path="url(#~{name})"'


def counted(fragment: str) -> str:
    """Mark what a plate counts, so that the count can be checked in what is published."""
    return fragment.replace('"', '"counted ', 1)


def cutout(d: str, width: float = 7) -> str:
    """Return a shape edged with sky, which keeps it clear of what stands behind it."""
    return line(d, width, "cutout", ' stroke-linejoin="round"')


def hull(points: Iterable[Point]) -> list[Point]:
    """Return the convex hull of points."""
    ordered = sorted({(round(x, 1), round(y, 1)) for x, y in points})
    chains: list[list[Point]] = []
    for run in (ordered, ordered[::-1]):
        chain: list[Point] = []
        for x, y in run:
            while len(chain) > 1:
                (ax, ay), (bx, by) = chain[-2:]
                if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0:
                    break
                chain.pop()
            chain.append((x, y))
        chains.append(chain[:-1])
    return chains[0] + chains[1]


def simplified(points: Sequence[Point], tolerance: float) -> list[Point]:
    """Return a line with fewer points, none of the others farther from it than a tolerance (Douglas and Peucker)."""
    (ax, ay), (bx, by) = points[0], points[-1]
    dx, dy = bx - ax, by - ay
    length = hypot(dx, dy)
    farthest, split = 0.0, 0
    for rank, (x, y) in enumerate(points[1:-1], start=1):
        # A closed line has no chord: its first cut is at the point farthest from its end.
        away = abs(dx * (y - ay) - dy * (x - ax)) / length if length else hypot(x - ax, y - ay)
        if away > farthest:
            farthest, split = away, rank
    if farthest <= tolerance:
        return [points[0], points[-1]]
    return simplified(points[: split + 1], tolerance)[:-1] + simplified(points[split:], tolerance)
