"""The observatory: its front page, told in a minute, and the page of each series."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, Final

from markupsafe import Markup

from atlas import urls
from atlas.charts import chart
from atlas.charts.values import plain_number, qualified_words, value_words
from atlas.model import Catalogue, Indicator, Lang, Observation, Target
from atlas.model.vocabulary import Qualifier, Quality, UnitKind
from atlas.pages.indicator_figure import chart_key
from atlas.pages.page import Page
from atlas.pages.rendering import PageRenderer, Renderer
from atlas.wording import number_words
from atlas.words import Words

Meta = Mapping[str, Any]
"""The front matter of a page."""

LARGE: Final = 1_000_000
"""From here on, a rounded count is told in millions: the digits that it does not have would be taken for known."""


@dataclass(frozen=True)
class SeriesStory:
    """A series as pages tell it.

    Attributes:
        indicator: The series.
        last: Its most recent value in words, with its qualifier where speech has one.
        age: The age of that value in words, when a more recent one should exist; empty otherwise.
        aged: The same in a few words.
        scale: What follows the most recent value when it is read: the unit, without the sign that it bears.
        previous: The series before it in the observatory, going round.
        next: The series after it.
        csv: The path of its table.
    """

    indicator: Indicator
    last: str
    age: str
    aged: str
    scale: str
    previous: Indicator | None
    next: Indicator | None
    csv: str


def series_stories(catalogue: Catalogue, lang: Lang, day: date | None) -> list[SeriesStory]:
    """Return the story of each series in one language, in order; `day` is the day from which ages are counted."""
    indicators = catalogue.indicators
    several = len(indicators) > 1
    return [
        SeriesStory(
            indicator=indicator,
            last=qualified_words(indicator, indicator.last, lang),
            age=age_words(catalogue, indicator, lang, day, "series_age"),
            aged=age_words(catalogue, indicator, lang, day, "series_aged"),
            scale=unit_after(indicator, lang),
            previous=indicators[rank - 1] if several else None,
            next=indicators[(rank + 1) % len(indicators)] if several else None,
            csv=urls.data_path(f"indicators/{indicator.id}.csv"),
        )
        for rank, indicator in enumerate(indicators)
    ]


def age_words(catalogue: Catalogue, indicator: Indicator, lang: Lang, day: date | None, key: str) -> str:
    """Return how old the most recent value is when its producer should have published another: the words of `key`."""
    published = catalogue.source[indicator.last.source].date
    if day is None or not indicator.is_old(published, day):
        return ""
    years = indicator.age(day)
    return Words(lang)(f"{key}_one" if years < 2 else key, n=years)


def unit_after(indicator: Indicator, lang: Lang) -> str:
    """Return the unit as it follows a value: the sign of a percentage goes with the number."""
    unit = indicator.unit.in_(lang)
    return unit.removeprefix("%").strip() if indicator.unit_kind is UnitKind.PERCENT else unit


def headline_words(indicator: Indicator, observation: Observation, lang: Lang) -> str:
    """Return a value to be shown large: a rounded count of millions has the digits that its source gives."""
    value = observation.value
    if (
        value is not None
        and indicator.unit_kind is UnitKind.COUNT
        and observation.qualifier is not Qualifier.EXACT
        and value >= LARGE
    ):
        words = Words(lang)
        millions = number_words(value / LARGE, lang)
        return words("million" if value < 2 * LARGE and lang == "fr" else "millions", n=millions)
    return value_words(indicator, observation, lang)


def target_words(target: Target, lang: Lang) -> str:
    """Return the number or the range that a target aims at: `20 à 25`, `500 to 1,000`."""
    low = number_words(target.low, lang)
    return low if target.high is None else Words(lang)("target_range", low=low, high=number_words(target.high, lang))


def reached_words(target: Target, lang: Lang) -> str:
    """Return the number that is established; an estimate says that it is one; empty when it is not known."""
    reached = target.established
    if reached.value is None:
        return ""
    number = number_words(reached.value, lang)
    return number if reached.qualifier is Qualifier.EXACT else f"{reached.qualifier.label(lang)}\u00a0{number}"


def indicator_pages(renderer: Renderer) -> Iterator[Page]:
    """Yield the page of each series of an edition."""
    catalogue, lang = renderer.catalogue, renderer.lang
    for story in series_stories(catalogue, lang, renderer.day):
        indicator = story.indicator
        page = renderer.page(urls.page_path("indicator", lang, indicator.id))
        yield Page(
            path=page.path,
            title=indicator.title.in_(lang),
            description=indicator.finding.in_(lang),
            layout="indicator",
            body=page.render(
                "indicator.md",
                indicator=indicator,
                story=story,
                wide=chart(indicator, lang, "wide"),
                narrow=chart(indicator, lang, "narrow"),
                key=chart_key(page, indicator),
                value=lambda one, series=indicator: value_words(series, one, lang),
                machine=plain_number,
                source=lambda id: catalogue.source[id],
            ),
            record=catalogue.files["indicator", indicator.id],
            questions=[question.in_(lang) for question in indicator.questions],
        )


def series(page: PageRenderer, meta: Meta) -> Markup:
    """Show every series as a small chart, by axis."""
    stories = series_stories(page.catalogue, page.lang, page.day)
    by_axis = groupby(stories, key=lambda story: story.indicator.axis)
    return page.render(
        "observatory_series.html",
        axes=[(axis, list(some)) for axis, some in by_axis],
        drawn=lambda indicator: chart(indicator, page.lang, "small"),
        qualities=_used(story.indicator.quality for story in stories),
    )


def _used(qualities: Iterator[Quality]) -> Sequence[Quality]:
    there = set(qualities)
    return [quality for quality in Quality if quality in there]


def targets(page: PageRenderer, meta: Meta) -> Markup:
    """Show what the agency aims at, beside what is established."""
    lang = page.lang
    return page.render(
        "targets.html",
        targets=[(one, target_words(one, lang), reached_words(one, lang)) for one in page.catalogue.targets],
    )


def measures(page: PageRenderer, meta: Meta) -> Markup:
    """Show a few series by their most recent value, as large as headlines: those that the head of the page names."""
    stories = {story.indicator.id: story for story in series_stories(page.catalogue, page.lang, page.day)}
    chosen = [stories[id] for id in meta.get("measures", ())]
    return page.render(
        "measures.html",
        stories=chosen,
        large=lambda indicator: headline_words(indicator, indicator.last, page.lang),
    )


def single_values(page: PageRenderer, meta: Meta) -> Markup:
    """Show the values that belong to no series."""
    return page.render("single_values.html", values=page.catalogue.single_values)
