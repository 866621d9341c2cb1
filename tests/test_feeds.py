"""The feeds: calendars read with icalendar and an Atom feed read with feedparser, held against the records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import feedparser
import icalendar
import pytest

from atlas import urls
from atlas.exports.texts import plain
from atlas.feeds import feeds
from atlas.feeds.atom import FeedEntry, FeedHead, atom_feed
from atlas.feeds.news import told_on
from atlas.model import LANGS, Catalogue, Event, Lang, Text
from atlas.model.academy import Session
from atlas.model.schedule import Schedule
from atlas.model.vocabulary import Level, SessionMode, Theme
from atlas.reading.loading import load_or_raise
from support.projects import ROOT

DAY = date(2026, 11, 22)
HOST = "one-provence.example"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The real records, without the dates of sessions."""
    return replace(load_or_raise(ROOT), sessions=())


def made(catalogue: Catalogue, lang: Lang = "fr") -> Mapping[str, bytes]:
    """Return the feeds of an edition by path."""
    return dict(feeds(catalogue, lang, DAY))


def lines(content: bytes) -> dict[str, icalendar.Event]:
    """Return the events of a calendar by the first part of their UID."""
    book = icalendar.Calendar.from_ical(content)
    read = [line for line in book.walk("VEVENT")]
    found = {str(line["uid"]).partition("@")[0]: line for line in read}
    assert len(found) == len(read), "a UID stands twice"
    assert all(str(line["uid"]).endswith(f"@{HOST}") for line in read)
    return found


def session(id: str, start: str, minutes: int = 120, status: str = "confirmed", **more: Any) -> Session:
    """Return a session of the Academy with a date."""
    both = Text(fr="Le port ; ses câbles, son eau", en="The port; its cables, its water")
    return Session(
        id=id,
        title=both,
        summary=both,
        order=1,
        edition="2026",
        scheduled=Schedule.model_validate({"start": start, "minutes": minutes, "status": status, **more}),
        mode=SessionMode.BOTH,
        level=Level.INTRODUCTION,
        audience=both,
        prerequisites=(),
        prerequisites_text=None,
        themes=(Theme.PORT,),
        objectives=(both,),
        speakers=(),
        places=(),
        members=(),
        actions=(),
        lessons=(),
        resources=(),
        body={},
    )


@pytest.mark.parametrize("lang", LANGS)
def test_the_calendar_holds_every_event_known_to_the_day_and_no_other(catalogue: Catalogue, lang: Lang) -> None:
    read = lines(made(catalogue, lang)[urls.feed_path("calendar", lang)])
    known = {event.id: event for event in catalogue.events if event.days}
    assert set(read) == set(known) and len(known) > 10
    for id, event in known.items():
        assert event.days is not None
        assert read[id]["dtstart"].dt == event.days[0]
        assert read[id]["dtend"].dt == event.days[1] + timedelta(days=1), "the format has the day after"
        assert read[id]["summary"] == plain(event.name.in_(lang), lang)
        assert read[id]["sequence"] == len(event.changes)
        assert str(read[id]["url"]) == f"https://{HOST}/{urls.page_path('calendar', lang)}#{id}"
        assert read[id]["dtstamp"].dt == datetime(2026, 11, 22, tzinfo=UTC)


def test_an_event_known_to_the_month_or_to_the_season_is_left_out(catalogue: Catalogue) -> None:
    read = lines(made(catalogue)["agenda.ics"])
    assert {"fusion", "plan-approuve", "coupe-du-monde-de-rugby", "simi"}.isdisjoint(read)


def test_both_languages_tell_the_same_events_by_the_same_uid(catalogue: Catalogue) -> None:
    assert set(lines(made(catalogue, "fr")["agenda.ics"])) == set(lines(made(catalogue, "en")["en/calendar.ics"]))


def test_a_calendar_is_well_formed_to_the_byte(catalogue: Catalogue) -> None:
    dated = replace(catalogue, sessions=(session("port", "2027-01-12T09:00"),))
    for path, content in made(dated).items():
        if path.endswith(".ics"):
            assert content.startswith(b"BEGIN:VCALENDAR\r\n") and content.endswith(b"END:VCALENDAR\r\n")
            assert b"\n" not in content.replace(b"\r\n", b"")
            assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert made(dated) == made(dated)


def test_a_cancelled_event_stays_in_the_calendar_and_says_so(catalogue: Catalogue) -> None:
    first = catalogue.event["mipim-2024"]
    change = {"date": "2024-03-01", "what": {"fr": "Annulé.", "en": "Cancelled."}}
    gone = Event.model_validate({**first.model_dump(mode="json"), "standing": "cancelled", "changes": [change]})
    others = [event for event in catalogue.events if event.id != gone.id]
    read = lines(made(replace(catalogue, events=(*others, gone)))["agenda.ics"])["mipim-2024"]
    assert (str(read["status"]), read["sequence"]) == ("CANCELLED", 1)
    assert read["last-modified"].dt == datetime(2024, 3, 1, tzinfo=UTC)


def test_an_event_to_come_has_a_file_of_its_own(catalogue: Catalogue) -> None:
    first = catalogue.event["mipim-2024"].model_dump(mode="json")
    dates = {"start": "2027-03-09", "end": "2027-03-12"}
    coming = Event.model_validate({**first, **dates, "id": "mipim-2027", "standing": "announced"})
    files = made(replace(catalogue, events=(*catalogue.events, coming)))
    alone = [path for path in files if path.startswith("agenda/")]
    assert alone == ["agenda/mipim-2027.ics"]
    assert list(lines(files[alone[0]])) == ["mipim-2027"]


@pytest.mark.parametrize(
    ("start", "minutes", "begins", "ends"),
    [
        ("2027-01-12T09:00", 120, "2027-01-12T08:00", "2027-01-12T10:00"),  # winter: an hour ahead of UTC
        ("2027-06-15T09:00", 90, "2027-06-15T07:00", "2027-06-15T08:30"),  # summer: two hours
        ("2027-03-28T01:30", 120, "2027-03-28T00:30", "2027-03-28T02:30"),  # across the hour that is skipped
        ("2027-10-31T01:30", 180, "2027-10-30T23:30", "2027-10-31T02:30"),  # across the hour that comes twice
    ],
)
def test_the_hours_of_a_session_are_those_of_paris_in_every_season(
    catalogue: Catalogue, start: str, minutes: int, begins: str, ends: str
) -> None:
    files = made(replace(catalogue, sessions=(session("port", start, minutes),)))
    for path in ("academie.ics", "academie/port.ics"):
        (read,) = lines(files[path]).values()
        assert read["dtstart"].params["TZID"] == "Europe/Paris"
        assert read["dtstart"].dt.replace(tzinfo=None).isoformat(timespec="minutes") == start
        assert read["dtstart"].dt.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="minutes") == begins
        assert read["dtend"].dt.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="minutes") == ends


def test_the_zone_that_a_calendar_carries_knows_both_clocks(catalogue: Catalogue) -> None:
    both = (session("port", "2027-01-12T09:00"), session("energie", "2027-06-15T09:00"))
    book = icalendar.Calendar.from_ical(made(replace(catalogue, sessions=both))["academie.ics"])
    (zone,) = book.walk("VTIMEZONE")
    assert str(zone["tzid"]) == "Europe/Paris"
    offsets = {part.name: part["tzoffsetto"].td for part in zone.walk() if part.name in {"STANDARD", "DAYLIGHT"}}
    assert offsets == {"STANDARD": timedelta(hours=1), "DAYLIGHT": timedelta(hours=2)}
    own = zone.to_tz()
    for day, hours in ((datetime(2027, 1, 12, 9), 1), (datetime(2027, 6, 15, 9), 2)):
        assert day.replace(tzinfo=own).utcoffset() == timedelta(hours=hours)


def test_a_session_says_how_sure_its_date_is_and_counts_its_changes(catalogue: Catalogue) -> None:
    change = {"date": "2027-01-04", "what": {"fr": "Reportée.", "en": "Put off."}}
    sessions = (
        session("port", "2027-01-12T09:00", status="planned"),
        session("energie", "2027-02-02T09:00", status="confirmed", changes=[change]),
        session("culture", "2027-03-02T09:00", status="cancelled", changes=[change, change]),
    )
    read = lines(made(replace(catalogue, sessions=sessions))["academie.ics"])
    assert {id: (str(line["status"]), line["sequence"]) for id, line in read.items()} == {
        "academie-port": ("TENTATIVE", 0),
        "academie-energie": ("CONFIRMED", 1),
        "academie-culture": ("CANCELLED", 2),
    }


def test_a_session_and_an_event_of_one_name_have_two_uids(catalogue: Catalogue) -> None:
    named = replace(catalogue, sessions=(session("lancement", "2027-01-12T09:00"),))
    files = made(named)
    assert set(lines(files["agenda.ics"])).isdisjoint(lines(files["academie.ics"]))


def test_signs_of_the_format_are_only_text(catalogue: Catalogue) -> None:
    files = made(replace(catalogue, sessions=(session("port", "2027-01-12T09:00"),)))
    (read,) = lines(files["academie/port.ics"]).values()
    assert read["summary"] == plain("Le port ; ses câbles, son eau", "fr")


def test_the_calendar_of_the_academy_is_there_before_any_session_has_a_date(catalogue: Catalogue) -> None:
    assert lines(made(catalogue)["academie.ics"]) == {}


# The Atom feed


@pytest.mark.parametrize("lang", LANGS)
def test_the_feed_tells_every_event_with_the_day_it_was_last_told(catalogue: Catalogue, lang: Lang) -> None:
    read = feedparser.parse(made(catalogue, lang)[urls.feed_path("news", lang)])
    assert not read.bozo and read.version == "atom10"
    assert read.feed.language == lang
    entries = {entry.id.partition("#")[2]: entry for entry in read.entries}
    assert set(entries) == set(catalogue.event)
    for id, entry in entries.items():
        event = catalogue.event[id]
        assert entry.title == plain(event.name.in_(lang), lang)
        assert date(*entry.updated_parsed[:3]) == told_on(catalogue, event, DAY) <= DAY
        assert entry.link == entry.id
    updated = [entry.updated for entry in read.entries]
    assert updated == sorted(updated, reverse=True)
    assert read.feed.updated == updated[0]


def test_a_change_makes_an_entry_new(catalogue: Catalogue) -> None:
    first = catalogue.event["mipim-2024"]
    before = told_on(catalogue, first, DAY)
    change = {"date": "2026-11-20", "what": {"fr": "Précisé.", "en": "Made precise."}}
    changed = Event.model_validate({**first.model_dump(mode="json"), "changes": [change]})
    assert before < told_on(catalogue, changed, DAY) == date(2026, 11, 20)
    assert told_on(catalogue, changed, date(2026, 11, 1)) == date(2026, 11, 1), "never a day to come"


def test_any_entries_make_a_feed() -> None:
    head = FeedHead("Nouveautés", "Ce qui est neuf.", "https://a.example/n.xml", "https://a.example/", "A", "CC", "fr")
    entries = [FeedEntry(f"https://a.example/{n}", f"Titre <{n}> & co", "Résumé", date(2026, 1, n)) for n in (1, 3, 2)]
    read = feedparser.parse(atom_feed(head, entries, DAY))
    assert not read.bozo
    assert [entry.id[-1] for entry in read.entries] == ["3", "2", "1"]
    assert read.entries[0].title == "Titre <3> & co"
    empty = feedparser.parse(atom_feed(head, [], DAY))
    assert not empty.bozo and empty.feed.updated == "2026-11-22T00:00:00Z"


# As published


@pytest.mark.parametrize("lang", LANGS)
def test_pages_name_the_feeds_that_the_site_publishes(built_site: Path, lang: Lang) -> None:
    root = urls.ROOTS[lang]
    for kind in ("calendar", "academy", "news"):
        assert (built_site / urls.feed_path(kind, lang)).is_file()
    html = (built_site / urls.page_path("calendar", lang) / "index.html").read_text(encoding="utf-8")
    for kind, media in (("calendar", "text/calendar"), ("news", "application/atom+xml")):
        name = urls.feed_path(kind, lang).removeprefix(root)
        assert f'<link rel="alternate" type="{media}"' in html
        assert html.count(f'href="../{name}"') == 2, "in the head and for readers"
    home = (built_site / root / "index.html").read_text(encoding="utf-8")
    assert 'type="application/atom+xml"' in home and "text/calendar" not in home
