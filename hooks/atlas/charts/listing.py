"""The rows of a chart of few values: a row a value, and a row where years are missing or a series breaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from atlas.charts.bilingual import interface_label, value_label
from atlas.charts.gaps import Tie, steps, years_words
from atlas.charts.scales import RANKS
from atlas.charts.sizes import Size
from atlas.model.indicator import Indicator, Observation

FEW: Final = 2
"""How many values are too few for a line."""


def in_rows(indicator: Indicator) -> bool:
    """Return whether a series is drawn as rows: it has too few values for a line, or bands."""
    return len(indicator.values) <= FEW or any(one.value is None for one in indicator.values)


@dataclass(frozen=True)
class Row:
    """One row: a value, or the years between two values.

    Attributes:
        name: The year or the years.
        observation: The value; none for years without one.
        words: What is written: the value, or that none is known, or that the series breaks.
    """

    name: str
    observation: Observation | None
    words: str


def rows(indicator: Indicator) -> list[Row]:
    """Return the rows of a series, from the earliest year."""
    listed = [_value_row(indicator, indicator.first)]
    for step in steps(indicator):
        if step.tie is Tie.BROKEN:
            listed.append(Row("", None, interface_label("chart_break")))
        elif step.missing:
            name = years_words(step.missing, "–")
            listed.append(Row(name, None, interface_label("chart_unknown")))
        listed.append(_value_row(indicator, step.end))
    return listed


def _value_row(indicator: Indicator, observation: Observation) -> Row:
    return Row(str(observation.year), observation, value_label(indicator, observation))


def height(indicator: Indicator, size: Size) -> int:
    """Return the whole height: that of the size, or more for many rows; less where a wide one would be empty."""
    pitch = size.letter * 2.6
    wanted = round(pitch * (len(rows(indicator)) + 1) + (size.bottom if indicator.unit_kind in RANKS else 0))
    return max(wanted, size.height) if size.name == "small" else wanted
