"""Calendars (iCalendar, RFC 5545): the events of the agenda and the sessions of the Academy, to note or to follow.

A calendar shows days. An event known to the month or the year only is left out: a bar across a whole month would say
what no source says. The page of the calendar tells it in words. An event of whole days takes nobody's time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final
from urllib.parse import urlsplit

import icalendar

from atlas import urls
from atlas.exports.texts import plain
from atlas.model import Catalogue, Event, Lang
from atlas.model.academy import Session
from atlas.model.event import first_day
from atlas.model.vocabulary import EventStanding, ScheduleStatus
from atlas.typography import typeset
from atlas.words import Words

STATUS: Final = {
    EventStanding.HELD: "CONFIRMED",
    EventStanding.ANNOUNCED: "TENTATIVE",
    EventStanding.CANCELLED: "CANCELLED",
    ScheduleStatus.CONFIRMED: "CONFIRMED",
    ScheduleStatus.PLANNED: "TENTATIVE",
    ScheduleStatus.CANCELLED: "CANCELLED",
}
"""What calendars call a standing."""

REFRESH: Final = timedelta(days=1)
"""How often those who follow a calendar should fetch it again."""


@dataclass(frozen=True)
class Appointment:
    """A line of a calendar.

    Attributes:
        uid: What tells it from all others, and never changes.
        name: Its name.
        start: Its first day, or the moment when it begins, with its zone.
        end: The day after its last, or the moment when it ends.
        about: What it is.
        where: Where it is held; empty when that is not known.
        address: The address of its page.
        category: What kind of thing it is.
        status: `CONFIRMED`, `TENTATIVE` or `CANCELLED`.
        sequence: How many times it changed.
        changed: The day of the last change; none when nothing changed.
    """

    uid: str
    name: str
    start: date
    end: date
    about: str
    where: str
    address: str
    category: str
    status: str
    sequence: int
    changed: date | None


def calendars(catalogue: Catalogue, lang: Lang, day: date) -> Iterator[tuple[str, bytes]]:
    """Yield the calendars of an edition by path: all events, each event to come, all sessions, each session."""
    words = Words(lang)
    name, maker = catalogue.identity.name, f"-//{_host(catalogue)}//Atlas//{lang.upper()}"
    noted = {event.id: event_appointment(catalogue, event, lang) for event in catalogue.events}
    events = [one for one in noted.values() if one is not None]
    yield urls.feed_path("calendar", lang), calendar_file(f"{name}, {words.nav_calendar.lower()}", events, maker, day)
    for event in catalogue.events:
        one = noted[event.id]
        if one is not None and event.is_to_come(day):
            yield urls.feed_path("calendar", lang, event.id), calendar_file(one.name, [one], maker, day)
    held = {session.id: session_appointment(catalogue, session, lang) for session in catalogue.sessions}
    sessions = [one for one in held.values() if one is not None]
    title = f"{name}, {words.calendar_academy}"
    yield urls.feed_path("academy", lang), calendar_file(title, sessions, maker, day)
    for id, session in held.items():
        if session is not None:
            yield urls.feed_path("academy", lang, id), calendar_file(session.name, [session], maker, day)


def event_appointment(catalogue: Catalogue, event: Event, lang: Lang) -> Appointment | None:
    """Return an event as a calendar shows it, or none when it is not known to the day."""
    days = event.days
    if days is None:
        return None
    page = urls.page_path("calendar", lang)
    where = plain(event.location.in_(lang), lang) if event.location else _place(catalogue, event.place, lang)
    return Appointment(
        uid=_uid(catalogue, event.id),
        name=plain(event.name.in_(lang), lang),
        start=days[0],
        end=days[1] + timedelta(days=1),  # the format has the day after
        about=f"{plain(event.summary.in_(lang), lang)}\n{typeset(event.standing.label(lang), lang)}.",
        where=where,
        address=f"{catalogue.identity.site_url}{page}#{event.id}",
        category=event.kind.label(lang),
        status=STATUS[event.standing],
        sequence=event.sequence,
        changed=first_day(event.changes[-1].date) if event.changes else None,
    )


def session_appointment(catalogue: Catalogue, session: Session, lang: Lang) -> Appointment | None:
    """Return a session of the Academy as a calendar shows it, or none when it has no date."""
    held = session.scheduled
    if held is None:
        return None
    said = [session.summary.in_(lang), f"{held.status.label(lang)}.", str(held.link) if held.link else ""]
    return Appointment(
        uid=_uid(catalogue, f"academie-{session.id}"),
        name=plain(session.title.in_(lang), lang),
        start=held.starts,
        end=held.ends,
        about="\n".join(plain(part, lang) if not part.startswith("http") else part for part in said if part),
        where=_place(catalogue, held.place, lang) or session.mode.label(lang),
        address=f"{catalogue.identity.site_url}{urls.page_path('academy', lang)}{session.id}/",
        category=Words(lang).nav_academy,
        status=STATUS[held.status],
        sequence=held.sequence,
        changed=first_day(held.changes[-1].date) if held.changes else None,
    )


def calendar_file(name: str, appointments: Iterable[Appointment], maker: str, day: date) -> bytes:
    """Return a calendar; the same records and the same date give the same bytes.

    Args:
        name: What applications call it.
        appointments: Its lines.
        maker: What made it, as RFC 5545 asks.
        day: The date of the data, at which its lines were true.
    """
    book = icalendar.Calendar()
    book.add("version", "2.0")
    book.add("prodid", maker)
    book.add("calscale", "GREGORIAN")
    book.add("method", "PUBLISH")
    book.add("name", name)
    book.add("x-wr-calname", name)
    book.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    book.add("x-published-ttl", icalendar.vDuration(REFRESH))
    lines = sorted(appointments, key=lambda one: (one.start.isoformat(), one.uid))
    for one in lines:
        book.add_component(_line(one, day))
    years = {bound.year for one in lines if isinstance(one.start, datetime) for bound in (one.start, one.end)}
    if years:
        book.add_missing_timezones(first_date=date(min(years), 1, 1), last_date=date(max(years) + 1, 1, 1))
    file: bytes = book.to_ical()
    return file


def _line(one: Appointment, day: date) -> icalendar.Event:
    line = icalendar.Event()
    line.add("uid", one.uid)
    line.add("dtstamp", datetime(day.year, day.month, day.day, tzinfo=UTC))
    line.add("dtstart", one.start)
    line.add("dtend", one.end)
    line.add("summary", one.name)
    line.add("description", f"{one.about}\n{one.address}")
    if one.where:
        line.add("location", one.where)
    line.add("url", one.address)
    line.add("categories", [one.category])
    line.add("status", one.status)
    line.add("sequence", one.sequence)
    if one.changed is not None:
        changed = one.changed
        line.add("last-modified", datetime(changed.year, changed.month, changed.day, tzinfo=UTC))
    line.add("transp", "OPAQUE" if isinstance(one.start, datetime) else "TRANSPARENT")
    return line


def _uid(catalogue: Catalogue, id: str) -> str:
    return f"{id}@{_host(catalogue)}"


def _host(catalogue: Catalogue) -> str:
    return urlsplit(catalogue.identity.site_url).hostname or ""


def _place(catalogue: Catalogue, id: str | None, lang: Lang) -> str:
    return plain(catalogue.place[id].name.in_(lang), lang) if id else ""
