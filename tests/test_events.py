"""The events: dates as precise as known, an order, what is to come by the day of the data, and their page."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from atlas import urls
from atlas.chronology import chronological
from atlas.event_words import event_date_words
from atlas.exports import downloads
from atlas.model import LANGS, Catalogue, Event, Lang
from atlas.model.vocabulary import EventKind, EventStanding
from atlas.reading.loading import load_or_raise
from atlas.structured_data import serialised
from atlas.typography import typeset
from support.projects import ROOT, Project

DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The real records."""
    return load_or_raise(ROOT)


def event(start: str | None, end: str | None = None, part: str | None = None, **more: Any) -> Event:
    """Return an event of some dates."""
    both = {"fr": "Un mot", "en": "A word"}
    data = {"id": "essai", "name": both, "kind": "fair", "summary": both, "standing": "announced", "sources": ["a"]}
    return Event.model_validate({**data, "start": start, "end": end, "part": part, **more})


WORDS: Mapping[tuple[str | None, str | None, str | None], tuple[str, str]] = {
    ("2023-10-17", None, None): ("17 octobre 2023", "17 October 2023"),
    ("2024-05-01", None, None): ("1er mai 2024", "1 May 2024"),
    ("2024-03-12", "2024-03-15", None): ("du 12 au 15 mars 2024", "12–15 March 2024"),
    ("2024-07-24", "2024-08-09", None): ("du 24 juillet au 9 août 2024", "24 July to 9 August 2024"),
    ("2024-12-30", "2025-01-02", None): ("du 30 décembre 2024 au 2 janvier 2025", "30 December 2024 to 2 January 2025"),
    ("2024-03", "2024-05", None): ("de mars à mai 2024", "March to May 2024"),
    ("2023-06", None, None): ("juin 2023", "June 2023"),
    ("2023", None, None): ("2023", "2023"),
    ("2023", "2024", None): ("de 2023 à 2024", "2023 to 2024"),
    ("2024", None, "autumn"): ("automne 2024", "autumn 2024"),
    ("2026", None, "early"): ("début 2026", "early 2026"),
    (None, None, None): ("date pas encore connue", "date not known yet"),
}


@pytest.mark.parametrize("dates", WORDS)
def test_a_date_is_told_as_precisely_as_it_is_known(dates: tuple[str | None, str | None, str | None]) -> None:
    told = event(*dates)
    assert (event_date_words(told, "fr"), event_date_words(told, "en")) == WORDS[dates]


@pytest.mark.parametrize(
    ("dates", "last"),
    [
        (("2026-11-21", None, None), date(2026, 11, 21)),
        (("2026-11-20", "2026-11-22", None), date(2026, 11, 22)),
        (("2026-11", None, None), date(2026, 11, 30)),
        (("2024-02", None, None), date(2024, 2, 29)),
        (("2026", None, None), date(2026, 12, 31)),
        (("2026", None, "early"), date(2026, 4, 30)),
        (("2026", None, "autumn"), date(2026, 12, 31)),
    ],
)
def test_an_event_is_to_come_until_the_last_day_that_its_date_may_mean(
    dates: tuple[str, str | None, str | None], last: date
) -> None:
    told = event(*dates)
    assert told.latest == last
    assert told.is_to_come(last)
    assert not told.is_to_come(date.fromordinal(last.toordinal() + 1))


def test_an_event_without_a_date_is_neither_to_come_nor_past() -> None:
    told = event(None)
    assert told.latest is None and not told.is_to_come(date.min)


def test_events_are_in_order_however_precise_their_dates() -> None:
    dates = [
        ("2024-03-12",),
        ("2024-03",),
        ("2024", None, "autumn"),
        ("2024-11-28",),
        ("2024",),
        ("2025-01-01",),
        (None,),
    ]
    told = [event(*each, id=f"e{rank}") for rank, each in enumerate(dates)]
    assert [each.id for each in chronological(reversed(told))] == [each.id for each in told]


def test_only_an_event_known_to_the_day_has_days() -> None:
    assert event("2024-03-12", "2024-03-15").days == (date(2024, 3, 12), date(2024, 3, 15))
    assert event("2024-03-12").days == (date(2024, 3, 12), date(2024, 3, 12))
    assert event("2024-03").days is None
    assert event("2024-03-12", "2024-04").days is None
    assert event(None).days is None


def test_the_dates_that_matter_most_are_recorded(catalogue: Catalogue) -> None:
    assert catalogue.event["simi"].start is None
    assert catalogue.event["lancement"].start == "2023-10-17"
    assert catalogue.event["academie-premiere-session"].standing is EventStanding.HELD
    assert catalogue.event["fusion"].standing is EventStanding.ANNOUNCED
    assert {event.kind for event in catalogue.events} == set(EventKind)


def html_of(site: Path, lang: Lang) -> str:
    """Return the HTML of the page of the calendar."""
    return (site / urls.page_path("calendar", lang) / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_shows_every_event_once_under_its_anchor(built_site: Path, catalogue: Catalogue, lang: Lang) -> None:
    html = html_of(built_site, lang)
    shown = re.findall(r'<li class="event [^"]*" id="([^"]+)"', html)
    assert len(shown) == len(set(shown))
    assert set(shown) >= set(catalogue.event)
    dated = sum(session.scheduled is not None for session in catalogue.sessions)
    programme = sum(place.standing.month is not None for place in catalogue.places)
    assert len(shown) == len(catalogue.events) + dated + programme
    for one in catalogue.events:
        assert typeset(event_date_words(one, lang), lang).casefold() in html.casefold()


@pytest.mark.parametrize("lang", LANGS)
def test_every_filter_counts_what_it_shows_and_the_style_sheet_knows_it(built_site: Path, lang: Lang) -> None:
    html = html_of(built_site, lang)
    page = built_site / urls.page_path("calendar", lang)
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"', html)
    css = "".join((page / sheet).read_text(encoding="utf-8") for sheet in sheets)
    filters = re.findall(r'<a href="#only-(\w+)">[^<]*</a> <span class="cap">(\d+)</span>', html)
    assert filters
    for kind, count in filters:
        assert html.count(f"event is-{kind}") == int(count)
        assert html.count(f'id="only-{kind}"') == 1
        assert f"#only-{kind}:target" in css
    shown = len(re.findall(r'<li class="event ', html))
    assert re.search(rf'<a href="#all-events">[^<]*</a> <span class="cap">{shown}</span>', html)


def test_the_style_sheet_knows_a_filter_for_each_kind() -> None:
    css = (ROOT / "docs" / "theme" / "css" / "agenda.css").read_text(encoding="utf-8")
    assert [kind for kind in EventKind if f"#only-{kind.value}:target" not in css] == []


def test_the_data_say_what_the_records_say(catalogue: Catalogue) -> None:
    data = json.loads(dict(downloads(catalogue, DAY))["api/v1/events.json"])
    assert data["count"] == len(catalogue.events)
    for read in data["events"]:
        one = catalogue.event[read["id"]]
        assert (read["start"], read["end"], read["place"]) == (one.start, one.end, one.place)
        assert read["kind"] in data["vocabularies"]["kind"]
        assert read["standing"] in data["vocabularies"]["standing"]
        assert tuple(read["sources"]) == one.sources


@pytest.mark.parametrize("lang", LANGS)
def test_machines_read_the_same_events(built_site: Path, catalogue: Catalogue, lang: Lang) -> None:
    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html_of(built_site, lang), re.DOTALL)
    graph = json.loads(script)["@graph"]
    (listed,) = [node for node in graph if node["@type"] == "ItemList"]
    nodes = {line["item"]["@id"].partition("#")[2]: line["item"] for line in listed["itemListElement"]}
    assert set(nodes) == {one.id for one in catalogue.events if one.start}
    assert listed["numberOfItems"] == len(nodes)
    for id, node in nodes.items():
        one = catalogue.event[id]
        assert (node["startDate"], node.get("endDate")) == (one.start, one.end)
        assert ("location" in node) == bool(one.place or one.location)
    assert "<" not in serialised({"@graph": graph}), "nothing in the data can end the script"


CALENDAR_PAGES = {
    f"docs/{lang}/{name}.md": f"---\ntitle: {title}\ndescription: {title}\nlayout: page\n---\n\n# {title}\n\n"
    "<!-- atlas:calendar -->\n"
    for lang, name, title in (("fr", "agenda", "Agenda"), ("en", "calendar", "Calendar"))
}


def test_what_is_to_come_is_reckoned_from_the_day_of_the_build(site: Any) -> None:
    project: Project = site(CALENDAR_PAGES)
    before = project.build_well(SOURCE_DATE_EPOCH=str(epoch(2024, 4, 14))).page("agenda/")
    assert before.index('id="a-venir"') < before.index('id="fete-de-la-lampe"')
    assert 'id="passe"' not in before
    after = project.build_well(SOURCE_DATE_EPOCH=str(epoch(2024, 4, 15))).page("agenda/")
    assert 'id="passe"' in after and after.index('id="passe"') < after.index('id="fete-de-la-lampe"')
    assert (project.root / "site" / "agenda.ics").is_file()
    assert not (project.root / "site" / "agenda").joinpath("fete-de-la-lampe.ics").exists()


def epoch(year: int, month: int, day: int) -> int:
    """Return the noon of a day in seconds since 1970."""
    return (date(year, month, day).toordinal() - date(1970, 1, 1).toordinal()) * 86400 + 43200
