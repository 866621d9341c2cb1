"""Parts: the lines, words and points that every chart is made of, handed to the charting library.

A colour is written as the token that the stylesheet gives by day and by night: nothing here knows a colour.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import altair as alt

from atlas.charts.labels import Anchor
from atlas.charts.marks import full
from atlas.charts.scales import Scale
from atlas.charts.sizes import WEIGHT, Size
from atlas.charts.values import plain_number
from atlas.model.indicator import Observation

INK: Final = "var(--ink)"
SOFT: Final = "var(--soft)"
HAIR: Final = "var(--hair)"
PAPER: Final = "var(--paper)"
LEMON: Final = "var(--lemon)"
ON_LEMON: Final = "var(--on-lemon)"

FONT: Final = "Atlas Label"
"""The site's own letters, under the name that they bear in print."""

ALIGN: Final[Mapping[Anchor, str]] = {"start": "left", "middle": "center", "end": "right"}

OWN: Final = ("ink", "width", "dash", "fill", "shape", "area", "align")
"""What each mark says of its own look."""

NOTHING: Final = "¶"
"""What is drawn without standing for a value bears this instead of a value."""

Row = dict[str, Any]
"""One mark as a row of data: its place, in the numbers of the scales, and its look."""


@dataclass(frozen=True)
class Frame:
    """Where a chart is drawn.

    Attributes:
        size: The measures.
        height: The whole height.
        x: The scale across.
        y: The scale upright.
    """

    size: Size
    height: float
    x: Scale
    y: Scale

    def line(self, start: tuple[float, float], end: tuple[float, float], ink: str, width: float, dash: str = "") -> Row:
        """Return a straight line between two pixels; `dash` is written as in SVG."""
        (x1, y1), (x2, y2) = start, end
        at = {"x": self.x.of(x1), "y": self.y.of(y1), "x2": self.x.of(x2), "y2": self.y.of(y2)}
        # An empty pattern is a full line.
        return {**at, "ink": ink, "width": round(width, 2), "dash": [float(part) for part in dash.split()]}

    def words(self, words: str, x: float, y: float, anchor: Anchor, ink: str) -> Row:
        """Return words at a pixel, on the base line `y`."""
        return {"words": words, "x": self.x.of(x), "y": self.y.of(y), "align": ALIGN[anchor], "ink": ink}

    def disc(self, x: float, y: float) -> Row:
        """Return the disc behind the latest value."""
        return self._mark(x, y, "disc", self.size.disc, LEMON, ON_LEMON, 1.2) | {"key": NOTHING}

    def point(self, observation: Observation, x: float, y: float, *, last: bool) -> Row:
        """Return the point of a value: full when it is exact, hollow when it is an estimate."""
        # On the disc too, full is the colour of ink and hollow that of paper, by night as by day.
        ink, fill = ON_LEMON if last else INK, INK if full(observation.qualifier) else PAPER
        width = round(self.size.line * 0.9, 2)
        shape = observation.qualifier.value
        return self._mark(x, y, shape, self.size.point, fill, ink, width) | {"key": key_of(observation)}

    def _mark(self, x: float, y: float, shape: str, radius: float, fill: str, ink: str, width: float) -> Row:
        at = {"x": self.x.of(x), "y": self.y.of(y)}
        return {**at, "shape": shape, "area": (2 * radius) ** 2, "fill": fill, "ink": ink, "width": width}


def key_of(observation: Observation) -> str:
    """Return what a drawn value carries so that it can be read back: its year, its value and its qualifier."""
    value = observation.band or plain_number(observation.value or 0)
    return f"¶{observation.year}|{value}|{observation.qualifier.value}"


def spec(
    frame: Frame,
    *,
    lines: Sequence[Row],
    legends: Sequence[Row],
    points: Sequence[Row],
    labels: Sequence[Row],
    shapes: Mapping[Any, str],
    bands: Sequence[Row] = (),
) -> dict[str, Any]:
    """Return a chart as the renderer reads it.

    All of its frame is given, so that no measure of a machine enters it. The layers are few because each
    costs the library more time than the drawing itself.

    Args:
        frame: Where it is drawn.
        lines: The straight lines, from the back to the front.
        legends: The words of the axes.
        points: The points, from the back to the front.
        labels: The words over all else, with a halo of paper.
        shapes: The shape of each kind of point.
        bands: The rectangles under the points.
    """
    size = frame.size
    scale_x = alt.Scale(domain=[frame.x.of(0), frame.x.of(size.width)], nice=False, zero=False)
    scale_y = alt.Scale(domain=[frame.y.of(frame.height), frame.y.of(0)], nice=False, zero=False)
    x = alt.X(field="x", type="quantitative", scale=scale_x, axis=None)
    y = alt.Y(field="y", type="quantitative", scale=scale_y, axis=None)
    x2, y2 = alt.X2(field="x2"), alt.Y2(field="y2")
    key = alt.Description(field="key", type="nominal")
    own: dict[str, Any] = {
        name: alt.ExprRef(f"datum.{name}") for name in ("ink", "width", "dash", "fill", "shape", "area", "align")
    }
    look: dict[str, Any] = {"stroke": own["ink"], "strokeWidth": own["width"]}
    letters: dict[str, Any] = {"align": own["align"], "baseline": "alphabetic", "color": own["ink"], "font": FONT}
    letters |= {"fontSize": size.letter, "fontWeight": WEIGHT}
    words = alt.Text(field="words", type="nominal")
    layers = [
        _of("lines").mark_rule(strokeDash=own["dash"], **look).encode(x=x, y=y, x2=x2, y2=y2),
        _of("legends").mark_text(**letters).encode(x=x, y=y, text=words),
    ]
    if bands:
        layers.append(_of("bands").mark_bar(fill=own["fill"], **look).encode(x=x, y=y, x2=x2, y2=y2, description=key))
    if points:
        marks = _of("points").mark_point(shape=own["shape"], size=own["area"], fill=own["fill"], opacity=1, **look)
        layers.append(marks.encode(x=x, y=y, description=key))
    over = _of("labels").mark_text(stroke=PAPER, strokeWidth=3.5, **letters)
    layers.append(over.encode(x=x, y=y, text=words))
    whole = alt.layer(*layers).properties(width=size.width, height=frame.height)
    written: dict[str, Any] = (
        whole.configure(autosize="none", padding=0, background="none")
        .configure_view(stroke=None, clip=False)
        .to_dict(validate=False)
    )
    drawn = [{**row, "shape": shapes[row["shape"]]} for row in points]
    # Given last: the library copies a chart many times over, with all of its data.
    written["datasets"] = {"lines": lines, "legends": legends, "bands": bands, "points": drawn, "labels": labels}
    return written


def _of(name: str) -> alt.Chart:
    """Return a layer over one of the sets of data."""
    return alt.Chart(alt.NamedData(name=name))
