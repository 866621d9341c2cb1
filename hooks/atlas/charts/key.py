"""The key of a chart: what its marks mean, of those that it uses and of no other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from atlas.charts.gaps import Tie, steps
from atlas.charts.listing import in_rows
from atlas.charts.marks import SHAPES, SIDEWAYS, full
from atlas.charts.scales import RANKS, span
from atlas.charts.values import number_of
from atlas.model.indicator import Indicator
from atlas.model.text import Lang
from atlas.model.vocabulary import Qualifier
from atlas.words import Words

MEANINGS: Final[Mapping[Qualifier, str]] = {
    Qualifier.EXACT: "chart_key_exact",
    Qualifier.ROUNDED: "chart_key_rounded",
    Qualifier.ABOUT: "chart_key_about",
    Qualifier.AT_LEAST: "chart_key_at_least",
    Qualifier.RANGE: "chart_key_range",
    Qualifier.REPORTED: "chart_key_reported",
}
"""The words for the point of each qualifier."""


@dataclass(frozen=True)
class KeyItem:
    """One mark with its meaning.

    Attributes:
        mark: Its name: `point`, `last`, `gap`, `break`, `floor`, `up` or `right`.
        words: What it means.
        shape: The outline of a point, of radius 1 about the origin; empty for other marks.
        full: Whether a point is full.
    """

    mark: str
    words: str
    shape: str = ""
    full: bool = False


def key(indicator: Indicator, lang: Lang) -> list[KeyItem]:
    """Return the key of the chart of a series, in the order of reading."""
    return list(_items(indicator, Words(lang), lang))


def _items(indicator: Indicator, words: Words, lang: Lang) -> Iterator[KeyItem]:
    rows = in_rows(indicator)
    ranked = indicator.unit_kind in RANKS
    used = {observation.qualifier for observation in indicator.values}
    shapes = SIDEWAYS if rows else SHAPES
    for qualifier in Qualifier:
        if qualifier in used:
            yield KeyItem("point", words(MEANINGS[qualifier]), shapes[qualifier.value], full(qualifier))
    if len(indicator.values) > 1:
        yield KeyItem("last", words.chart_key_last)
    if not rows:
        if any(step.tie is Tie.UNKNOWN for step in steps(indicator)):
            yield KeyItem("gap", words.chart_key_gap)
        if indicator.breaks:
            yield KeyItem("break", words.chart_key_break)
        if not ranked and span(indicator).low > 0:
            low = number_of(indicator, span(indicator).low, lang)
            yield KeyItem("floor", words("chart_key_floor", low=low))
    if ranked:
        yield KeyItem("right", words.chart_key_rank_rows) if rows else KeyItem("up", words.chart_key_rank_line)
