"""Rows: one or two values, or bands of ranks, a row a value: too few for a line to mean anything."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from atlas.charts import parts
from atlas.charts.bilingual import tick_label
from atlas.charts.listing import Row, height, rows
from atlas.charts.marks import SIDEWAYS
from atlas.charts.scales import RANKS, Scale
from atlas.charts.sizes import Size, breadth
from atlas.model.indicator import Indicator


def drawn(indicator: Indicator, size: Size) -> dict[str, Any]:
    """Return the chart of one or two values, or of bands, for the renderer."""
    listed = rows(indicator)
    ranked = indicator.unit_kind in RANKS
    tall = height(indicator, size)
    floor = tall - (size.bottom if ranked else 0)
    levels = [floor * (rank + 0.5) / len(listed) for rank in range(len(listed))]
    left = max(breadth(row.name, size) for row in listed) + size.letter * 1.2
    along = _along(indicator, listed, size, left)
    # Pixels are the data of the upright axis: rows have no other measure.
    frame = parts.Frame(size, tall, along, Scale(0, tall, 0, tall))
    lines, legends = _axis(indicator, frame, levels, floor)
    points, bands, labels = [], [], []
    for row, level in zip(listed, levels, strict=True):
        base = level + size.capital / 2
        legends.append(frame.words(row.name, 0, base, "start", parts.SOFT))
        one = row.observation
        if one is None:
            labels.append(frame.words(row.words, left + size.letter * 0.7, base, "start", parts.SOFT))
            continue
        last = one is indicator.last
        if one.bounds:
            best, worst = map(along.at, one.bounds)
            bands.append(_band(frame, worst, best, level, last=last) | {"key": parts.key_of(one)})
            end = best
        else:
            end = along.at(one.value or 0)
            if not ranked:
                lines.append(frame.line((along.at(0), level), (end, level), parts.INK, size.line))
            points += [frame.disc(end, level)] if last else []
            points.append(frame.point(one, end, level, last=last))
            end += size.disc if last else size.point
        labels.append(frame.words(row.words, end + size.letter * 0.6, base, "start", parts.INK))
    return parts.spec(frame, lines=lines, legends=legends, points=points, labels=labels, shapes=SIDEWAYS, bands=bands)


def _along(indicator: Indicator, listed: Sequence[Row], size: Size, left: float) -> Scale:
    """Return the scale along the rows: from zero, or from the worst rank to the first, with room for the words."""
    numbers = [bound for one in indicator.values for bound in (one.bounds or (one.value,)) if bound is not None]
    if indicator.unit_kind in RANKS:
        return Scale(max(*numbers, 2), 1, left, size.width - size.side)
    words = max(breadth(row.words, size) for row in listed if row.observation)
    return Scale(0, max(*numbers, 1), left, size.width - words - size.disc - size.letter)


def _axis(
    indicator: Indicator, frame: parts.Frame, levels: Sequence[float], floor: float
) -> tuple[list[parts.Row], list[parts.Row]]:
    """Return the lines and the words of the axis: zero as an upright, or a hairline a row from the worst rank to 1."""
    size, along = frame.size, frame.x
    if indicator.unit_kind not in RANKS:
        zero, reach = along.at(0), size.letter
        return [frame.line((zero, levels[0] - reach), (zero, levels[-1] + reach), parts.INK, 1)], []
    hairs = [frame.line((along.start, level), (along.end, level), parts.HAIR, 1) for level in levels]
    base = floor + size.capital
    worst = frame.words(tick_label(indicator, along.low), along.start, base, "start", parts.SOFT)
    return hairs, [worst, frame.words(tick_label(indicator, along.high), along.end, base, "end", parts.SOFT)]


def _band(frame: parts.Frame, worst: float, best: float, level: float, *, last: bool) -> parts.Row:
    """Return a band of ranks: hollow, because the rank within it is not known; the latest in lemon."""
    size = frame.size
    reach = size.disc * 0.8
    ink = parts.ON_LEMON if last else parts.INK
    return {
        **frame.line((worst, level - reach), (best, level + reach), ink, 1.2 if last else size.line * 0.9),
        "fill": parts.LEMON if last else parts.PAPER,
    }
