"""Series: three values or more as a line over the years, that stops where nothing is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from atlas.charts import parts
from atlas.charts.bilingual import interface_label, tick_label, value_label
from atlas.charts.gaps import Tie, steps
from atlas.charts.labels import Box, Label, Line, Point, Wish, placed
from atlas.charts.marks import SHAPES
from atlas.charts.scales import RANKS, Scale, span
from atlas.charts.sizes import Size, breadth
from atlas.model.indicator import Indicator, Observation

TEAR: Final = ((0, 0), (2, -4), (6, 4), (8, 0))
"""The tear that says of an axis that it does not begin at zero, in pixels from the start of its lowest line."""


CROWD: Final = 10
"""How many values are too many to name them all."""


@dataclass(frozen=True)
class Plan:
    """Where everything stands in the chart of a series.

    Attributes:
        indicator: The series.
        size: The measures.
        x: The scale of the years.
        y: The scale of the values; ranks grow downwards.
        ticks: The values that have a hairline.
        labels: The values that are written.
        years: The years that are written.
        breaks: Where a change of definition stands, in pixels.
    """

    indicator: Indicator
    size: Size
    x: Scale
    y: Scale
    ticks: tuple[float, ...]
    labels: tuple[Label, ...]
    years: tuple[Label, ...]
    breaks: tuple[float, ...]

    def at(self, observation: Observation) -> Point:
        """Return the pixel of a value."""
        return self.x.at(observation.year), self.y.at(observation.value or 0)


def plan(indicator: Indicator, size: Size) -> Plan:
    """Return where everything stands."""
    shown = span(indicator)
    ranked = indicator.unit_kind in RANKS
    floor = float(size.height - size.bottom)
    y = Scale(shown.low, shown.high, *((size.top, floor) if ranked else (floor, size.top)))
    graduation: tuple[float, ...] = ()
    if size.graduated:
        # Ranks have no zero: their first line is the first rank.
        graduation = (1, *(tick for tick in shown.ticks if tick > 1)) if ranked else tuple(shown.ticks)
    written = [breadth(tick_label(indicator, value), size) for value in graduation]
    left = size.side + (max(written) + size.letter if written else 0)
    x = Scale(indicator.first.year, indicator.last.year, left, size.width - size.side)
    bare = Plan(indicator, size, x, y, graduation, (), (), _breaks(indicator, x))
    order = _by_weight(indicator)
    labels = tuple(_labels(bare, order, floor))
    return Plan(indicator, size, x, y, graduation, labels, tuple(_years(bare, order, floor)), bare.breaks)


def _breaks(indicator: Indicator, x: Scale) -> tuple[float, ...]:
    """Return where the line is interrupted: half-way between the two values that are not comparable."""
    return tuple(
        (x.at(step.start.year) + x.at(step.end.year)) / 2 for step in steps(indicator) if step.tie is Tie.BROKEN
    )


def _by_weight(indicator: Indicator) -> list[Observation]:
    """Return the values by what a reader asks for first: the last, the first, the extremes, then the others."""
    values = list(indicator.values)
    extremes = (max(values, key=lambda one: one.value or 0), min(values, key=lambda one: one.value or 0))
    return list({one.year: one for one in (values[-1], values[0], *extremes, *reversed(values))}.values())


def _labels(bare: Plan, order: list[Observation], floor: float) -> list[Label]:
    indicator, size = bare.indicator, bare.size
    values = indicator.values
    wishes = []
    # In a crowd only the ends and the extremes are named.
    for one in order[:4] if len(order) > CROWD else order:
        at = values.index(one)
        around = [bare.at(values[near])[1] for near in (at - 1, at + 1) if 0 <= near < len(values)]
        end = at in {0, len(values) - 1}
        radius = size.disc if at == len(values) - 1 else size.point * 1.25
        valley = bare.at(one)[1] > max(around, default=0)
        wishes.append(Wish(value_label(indicator, one), bare.at(one), radius, valley, must=end))
    points = [
        Box(px - wish.radius, py - wish.radius, px + wish.radius, py + wish.radius)
        for wish in wishes
        for px, py in (wish.at,)
    ]
    lines: list[Line] = [
        (bare.at(step.start), bare.at(step.end)) for step in steps(indicator) if step.tie is not Tie.BROKEN
    ]
    breaks = [Box(at - 2, 0, at + 2, floor) for at in bare.breaks]
    left = bare.x.start - size.side + 2
    return list(placed(wishes, size, Box(left, 2, size.width - 2, floor - 3), [*points, *breaks], lines))


def _years(bare: Plan, order: list[Observation], floor: float) -> list[Label]:
    """Return the years that have room under the chart."""
    size = bare.size
    written: list[Label] = []
    for one in order:
        label = Label(str(one.year), bare.x.at(one.year), floor + size.capital + 10, "middle")
        if not any(label.box(size).meets(other.box(size), 6) for other in written):
            written.append(label)
    return written


def drawn(indicator: Indicator, size: Size) -> dict[str, Any]:
    """Return the chart of a series for the renderer."""
    made = plan(indicator, size)
    frame = parts.Frame(size, size.height, made.x, made.y)
    floor = float(size.height - size.bottom)
    left = made.x.start - size.side
    legends = [frame.words(one.words, one.x, one.y, one.anchor, parts.SOFT) for one in made.years]
    for value in made.ticks:
        level = made.y.at(value) + size.capital / 2
        legends.append(frame.words(tick_label(indicator, value), left - size.letter * 0.7, level, "end", parts.SOFT))
    labels = [frame.words(one.words, one.x, one.y, one.anchor, parts.INK) for one in made.labels]
    if size.name != "small":
        word = interface_label("chart_break")
        labels += [frame.words(word, at + 5, floor - 6, "start", parts.SOFT) for at in made.breaks]
    last = indicator.last
    return parts.spec(
        frame,
        lines=[*_ground(made, frame, floor, left), *_line(made, frame)],
        legends=legends,
        points=[
            frame.disc(*made.at(last)),
            *(frame.point(one, *made.at(one), last=one is last) for one in indicator.values),
        ],
        labels=labels,
        shapes=SHAPES,
    )


def _ground(made: Plan, frame: parts.Frame, floor: float, left: float) -> Iterator[parts.Row]:
    """Yield the hairlines of the axes, a tick a known year, and the uprights where the definition changes."""
    right = float(made.size.width)
    zero = made.y.at(0) if made.y.low <= 0 < made.y.high else None
    for value in made.ticks:
        level = made.y.at(value)
        if abs(level - floor) > 1 and level != zero:
            yield frame.line((left, level), (right, level), parts.HAIR, 1)
    # The horizon: a line of ink at zero. An axis that begins elsewhere has none, only a hairline, torn at its start.
    if zero is not None:
        yield frame.line((left, zero), (right, zero), parts.INK, 1)
    elif made.indicator.unit_kind not in RANKS:
        for start, end in pairwise(TEAR):
            yield frame.line((left + start[0], floor + start[1]), (left + end[0], floor + end[1]), parts.SOFT, 1)
    if zero != floor:
        yield frame.line((left + (TEAR[-1][0] if zero is None else 0), floor), (right, floor), parts.HAIR, 1)
    for one in made.indicator.values:
        at = made.x.at(one.year)
        yield frame.line((at, floor), (at, floor + 5), parts.SOFT, 1)
    for at in made.breaks:
        yield frame.line((at, 2), (at, floor), parts.SOFT, 1.2, "1.2 3")


def _line(made: Plan, frame: parts.Frame) -> Iterator[parts.Row]:
    """Yield the line: dotted over years without a value, nothing over a change of definition."""
    width = made.size.line
    for step in steps(made.indicator):
        if step.tie is Tie.UNKNOWN:
            yield frame.line(made.at(step.start), made.at(step.end), parts.SOFT, width * 0.8, "1.5 4")
        elif step.tie is Tie.KNOWN:
            yield frame.line(made.at(step.start), made.at(step.end), parts.INK, width)
