"""The library: what it holds, what one may look for it by, and the feed of what is new in it."""

import json
from collections import Counter
from datetime import date

import feedparser
import pytest

from atlas import urls
from atlas.assets import collect
from atlas.feeds.library import library_feed
from atlas.library.facets import NAMES, facet_values, facets, reading_time
from atlas.library.items import library_items
from atlas.model.vocabulary import ReadingTime
from atlas.pages.library import library_rows
from atlas.pages.rendering import Renderer
from atlas.reading.loading import load
from support.projects import ROOT

DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def catalogue():
    """The real records."""
    return load(ROOT).catalogue


@pytest.fixture(scope="module")
def items(catalogue):
    """What the real library holds, whether or not this build publishes it."""
    return library_items(catalogue)


def library_page(catalogue, lang="fr"):
    """Return the library page of an edition that publishes everything."""
    renderer = Renderer(catalogue, lang, collect(ROOT / "docs" / "theme", ROOT / "vendor"), ROOT)
    renderer.weights.update({path: 1000 for item in library_items(catalogue) for path in item.paths.values()})
    return renderer.page(urls.page_path("library", lang))


def test_every_lesson_and_every_resource_is_in_the_library_once(catalogue, items):
    lessons = [item.lesson for item in items if item.lesson]
    assert lessons == [lesson.key for lesson in catalogue.lessons]
    resources = [item.resource for item in items if item.resource]
    assert resources == [resource for session in catalogue.sessions for resource in session.resources]
    assert len({item.id for item in items}) == len(items)


def test_durations_are_those_of_the_lessons(catalogue, items):
    by_id = {item.id: item for item in items}
    for session in catalogue.sessions:
        assert by_id[f"{session.id}-text"].minutes == sum(lesson.minutes for lesson in session.lessons)
        assert by_id[f"{session.id}-exercises"].minutes == session.exercise_minutes
    assert by_id["course-text"].minutes == sum(lesson.minutes for lesson in catalogue.lessons)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_facet_counts_what_the_data_have(catalogue, items, lang):
    for facet in facets(items, catalogue, lang):
        expected = Counter(value for item in items for value in facet_values(item, facet.name))
        assert {value.key: value.count for value in facet.values} == expected


def test_every_facet_of_the_plan_is_there(catalogue, items):
    assert [facet.name for facet in facets(items, catalogue, "fr")] == list(NAMES)


@pytest.mark.parametrize(
    ("minutes", "span"),
    [
        (5, ReadingTime.HALF_HOUR),
        (30, ReadingTime.HALF_HOUR),
        (31, ReadingTime.HOUR),
        (60, ReadingTime.HOUR),
        (120, ReadingTime.TWO_HOURS),
        (121, ReadingTime.LONGER),
    ],
)
def test_a_duration_falls_in_one_span(minutes, span):
    assert reading_time(minutes) is span


def test_a_document_is_offered_in_the_language_of_the_page_first(catalogue):
    for lang, other in (("fr", "en"), ("en", "fr")):
        rows = [row for row in library_rows(library_page(catalogue, lang)) if row.item.format in ("PDF", "ZIP")]
        assert rows
        assert {row.way.lang for row in rows} == {lang}
        assert {way.lang for row in rows for way in row.others} == {other}


def test_a_document_that_is_not_published_is_not_listed(catalogue):
    page = library_page(catalogue)
    page._renderer.weights.clear()
    assert {row.item.format for row in library_rows(page)} == {""}


def test_the_lessons_of_the_library_are_those_of_the_open_data(catalogue, items):
    from atlas.exports.about import about
    from atlas.exports.academy import resources_json

    published = json.loads(json.dumps(resources_json(catalogue, about(catalogue, DAY)), default=str))["resources"]
    assert [one["id"] for one in published if one["type"] == "lesson"] == [item.lesson for item in items if item.lesson]
    dated = {one["id"]: one["updated"] for one in published if one["type"] == "lesson"}
    assert dated == {item.lesson: item.updated for item in items if item.lesson}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_feed_tells_each_dated_lesson_and_resource_newest_first(catalogue, items, lang):
    path, content = library_feed(catalogue, lang, DAY)
    feed = feedparser.parse(content)
    assert not feed.bozo
    assert path == {"fr": "bibliotheque.xml", "en": "en/library.xml"}[lang]
    assert feed.feed.links[0].href == catalogue.identity.site_url + path
    told = [item for item in items if item.updated and (item.lesson or item.resource)]
    assert len(feed.entries) == min(50, len(told))
    dates = [entry.updated for entry in feed.entries]
    assert dates == sorted(dates, reverse=True)
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)
    assert all(entry.link.startswith(catalogue.identity.site_url) for entry in feed.entries)
