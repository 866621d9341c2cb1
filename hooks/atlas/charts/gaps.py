"""Gaps: the years of a series for which no value is known, and the years at which it breaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from atlas.model.indicator import Break, Indicator, Observation


class Tie(Enum):
    """What lies between two neighbouring values of a series."""

    KNOWN = "known"
    """Nothing: the years follow one another."""
    UNKNOWN = "unknown"
    """Years without a known value."""
    BROKEN = "broken"
    """A change of definition: the two values are not comparable."""


@dataclass(frozen=True)
class Step:
    """From one value to the next.

    Attributes:
        start: The earlier value.
        end: The later value.
        tie: What lies between them.
        breaks: The changes of definition between them.
    """

    start: Observation
    end: Observation
    tie: Tie
    breaks: tuple[Break, ...]

    @property
    def missing(self) -> range:
        """The years between the two."""
        return range(self.start.year + 1, self.end.year)


def steps(indicator: Indicator) -> Iterator[Step]:
    """Yield the steps of a series, in order."""
    for start, end in pairwise(indicator.values):
        breaks = tuple(change for change in indicator.breaks if start.year < change.year <= end.year)
        tie = Tie.BROKEN if breaks else Tie.KNOWN if end.year == start.year + 1 else Tie.UNKNOWN
        yield Step(start, end, tie, breaks)


def years_words(years: Sequence[int], to: str) -> str:
    """Return consecutive years in words: `2020`, `2020 à 2022`; `to` is the word between the two."""
    return str(years[0]) if len(years) == 1 else f"{years[0]}{to}{years[-1]}"
