"""Scales: where a year and a value stand in a chart."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from atlas.model.indicator import Indicator
from atlas.model.vocabulary import UnitKind

FROM_ZERO: Final = 2 / 3
"""A series whose least value is below this part of its greatest is drawn from zero: its shape loses nothing by it."""

LEAST_SPAN: Final = 0.2
"""An axis that does not begin at zero spans at least this part of the greatest value: a ripple is no wave."""

ABOVE: Final = 0.3
"""What is added to such an axis above the greatest value, as a part of what is added in all."""

BELOW: Final = 0.3
"""What such an axis keeps below the least value, as a part of its span: room for a label."""

RANKS: Final = frozenset({UnitKind.RANK, UnitKind.BAND})
"""The units in which the first is the best."""


@dataclass(frozen=True)
class Scale:
    """A straight scale.

    Attributes:
        low: The number at `start`.
        high: The number at `end`.
        start: The pixel of `low`.
        end: The pixel of `high`.
    """

    low: float
    high: float
    start: float
    end: float

    def at(self, number: float) -> float:
        """Return the pixel of a number."""
        return self.start + (number - self.low) / (self.high - self.low) * (self.end - self.start)

    def of(self, pixel: float) -> float:
        """Return the number of a pixel."""
        return self.low + (pixel - self.start) / (self.end - self.start) * (self.high - self.low)


@dataclass(frozen=True)
class Span:
    """What the axis of a series shows.

    Attributes:
        low: Its least number.
        high: Its greatest number.
        step: The round distance between its ticks.
    """

    low: float
    high: float
    step: float

    @property
    def ticks(self) -> Sequence[float]:
        """The round numbers of the axis."""
        first, last = math.ceil(self.low / self.step - 1e-9), math.floor(self.high / self.step + 1e-9)
        return [_round(rank * self.step) for rank in range(first, last + 1)]


def span(indicator: Indicator) -> Span:
    """Return what the axis of a series shows."""
    numbers = [one.value for one in indicator.values if one.value is not None]
    least, most = min(numbers), max(numbers)
    if indicator.unit_kind in RANKS:
        return Span(1, max(most * 1.15, 2), max(1, _step(most)))
    if least <= most * FROM_ZERO:
        below = 0 if least >= 0 else (most - least) * BELOW
        low, high = min(0, least - below), max(0, most) or 1
        return Span(low, high, _step(high - low))
    spread = most - least
    extra = max(0.0, LEAST_SPAN * most - spread)
    high = most + extra * ABOVE
    below = max(extra * (1 - ABOVE), (spread + extra) * BELOW)
    step = _step(high - least + below)
    # The lowest line is a round number, so that it can be named.
    return Span(_round(math.floor((least - below) / step) * step), high, step)


def _round(number: float) -> float:
    """Return a number as it is written: tenths do not add up in binary."""
    return round(number, 9)


def _step(width: float) -> float:
    """Return the round distance between ticks that cuts a width into three to five parts."""
    rough = width / 4
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= rough * 0.999)
