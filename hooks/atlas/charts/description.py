"""Descriptions: all that a chart shows, in words, for those who do not see it."""

from __future__ import annotations

from atlas.charts.gaps import steps, years_words
from atlas.charts.values import value_words
from atlas.model.indicator import Indicator
from atlas.model.text import Lang
from atlas.model.vocabulary import Qualifier
from atlas.typography import typeset
from atlas.words import Words


def chart_alt(indicator: Indicator, lang: Lang) -> str:
    """Return what a chart shows: its series and unit, each value with its qualifier, the gaps and the breaks."""
    words = Words(lang)
    told = []
    for observation in indicator.values:
        value = value_words(indicator, observation, lang)
        plain = observation.qualifier in {Qualifier.EXACT, Qualifier.RANGE}
        told.append(
            words("chart_alt_value", year=observation.year, value=value)
            if plain
            else words("chart_alt_qualified", year=observation.year, value=value, how=observation.qualifier.label(lang))
        )
    sentences = [words("chart_alt_values", title=_plain(indicator.title.in_(lang)), unit=indicator.unit.in_(lang))]
    sentences.append(words.chart_alt_between.join(told) + ".")
    missing = [years_words(step.missing, words.chart_years_to) for step in steps(indicator) if step.missing]
    if missing:
        sentences.append(words("chart_alt_missing", years=", ".join(missing)))
    for change in indicator.breaks:
        sentences.append(words("chart_alt_break", year=change.year, note=_plain(change.note.in_(lang))))
    return typeset(" ".join(sentences), lang)


def chart_title(indicator: Indicator, lang: Lang) -> str:
    """Return the title of a chart: what is seen in it."""
    return typeset(_plain(indicator.finding.in_(lang)), lang)


def _plain(text: str) -> str:
    """Return a text in one line, without marks."""
    return " ".join(text.replace("*", "").split())
