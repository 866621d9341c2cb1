"""The page of the calendar: events, dated sessions and the programme of places; to come, past, and without a date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from markupsafe import Markup

from atlas import urls
from atlas.chronology import chronological
from atlas.event_words import event_date_words
from atlas.model import Action, Event, Lang, Member, Place
from atlas.model.academy import Session
from atlas.model.event import last_day
from atlas.model.schedule import Schedule
from atlas.model.vocabulary import EventKind, EventStanding, ScheduleStatus, Term
from atlas.pages.actions import page_keys
from atlas.pages.rendering import Download, PageRenderer
from atlas.wording import date_words, prose

Meta = Mapping[str, Any]
"""The front matter of a page."""


@dataclass(frozen=True)
class CalendarEntry:
    """A line of the calendar: an event, a dated session, or the month of a place in the programme.

    Attributes:
        id: Its anchor.
        name: Its name.
        kind: What kind of event it is.
        when: Its date in words.
        datetime: Its date for machines; none when it has none.
        year: Its year; none when no source dates it.
        to_come: Whether it may still take place.
        summary: What it is.
        sources: The sources.
        standing: Whether it took place, or its date is sure.
        cancelled: Whether it is cancelled.
        where: Where it is held, in words.
        place: The place of the network where it is held.
        places: The other places that it concerns.
        members: The members that it concerns.
        actions: The actions that it belongs to.
        session: The session that it is.
        changes: What changed, from the earliest: dates and words.
        file: The calendar file of this line alone.
    """

    id: str
    name: str
    kind: EventKind
    when: str
    datetime: str | None
    year: int | None
    to_come: bool
    summary: Markup
    sources: Sequence[str]
    standing: Term
    cancelled: bool
    where: str | None = None
    place: Place | None = None
    places: Sequence[Place] = ()
    members: Sequence[Member] = ()
    actions: Sequence[Action] = ()
    session: Session | None = None
    changes: Sequence[tuple[str, Markup]] = ()
    file: Download | None = None


def calendar_entries(page: PageRenderer) -> list[CalendarEntry]:
    """Return the lines of the calendar: first those of the events, from the earliest, those without a date last."""
    catalogue, day = page.catalogue, page.day or date.min
    entries = [_event(page, event, day) for event in chronological(catalogue.events)]
    entries += [_session(page, each, each.scheduled, day) for each in catalogue.sessions if each.scheduled]
    entries += [_programme(page, place, day) for place in catalogue.places if place.standing.month]
    return sorted(entries, key=lambda entry: (entry.year is None, entry.year))


def calendar_page(page: PageRenderer, meta: Meta) -> Markup:
    """Show what is to come from the earliest, then the past by year from the latest, then what has no date."""
    entries = calendar_entries(page)
    past = [entry for entry in reversed(entries) if entry.year is not None and not entry.to_come]
    kinds = [kind for kind in EventKind if any(entry.kind is kind for entry in entries)]
    return page.render(
        "calendar.html",
        entries=entries,
        counts={kind: sum(entry.kind is kind for entry in entries) for kind in kinds},
        to_come=sorted((entry for entry in entries if entry.to_come), key=lambda entry: entry.datetime or ""),
        past=[(year, list(some)) for year, some in groupby(past, key=lambda entry: entry.year)],
        undated=[entry for entry in entries if entry.year is None],
        subscribe=page.file(urls.feed_path("calendar", page.lang)),
        feed=page.file(urls.feed_path("news", page.lang)),
        day=page.day.isoformat() if page.day else None,
        has_actions="actions" in page_keys(page),
    )


def _event(page: PageRenderer, event: Event, day: date) -> CalendarEntry:
    catalogue, lang = page.catalogue, page.lang
    return CalendarEntry(
        id=event.id,
        name=event.name.in_(lang),
        kind=event.kind,
        when=event_date_words(event, lang),
        datetime=event.start,
        year=event.year,
        to_come=event.is_to_come(day),
        summary=prose(event.summary.in_(lang)),
        sources=event.sources,
        standing=event.standing,
        cancelled=event.standing is EventStanding.CANCELLED,
        where=event.location.in_(lang) if event.location else None,
        place=catalogue.place[event.place] if event.place else None,
        places=[catalogue.place[id] for id in event.places],
        members=[catalogue.member[id] for id in event.members],
        actions=[catalogue.action[id] for id in event.actions],
        changes=[(date_words(change.date, lang), prose(change.what.in_(lang))) for change in event.changes],
        file=page.file(urls.feed_path("calendar", lang, event.id)),
    )


def _session(page: PageRenderer, session: Session, held: Schedule, day: date) -> CalendarEntry:
    catalogue, lang = page.catalogue, page.lang
    return CalendarEntry(
        id=f"academie-{session.id}",
        name=session.title.in_(lang),
        kind=EventKind.ACADEMY,
        when=session_date_words(held, lang),
        datetime=held.starts.isoformat(timespec="minutes"),
        year=held.starts.year,
        to_come=held.ends.date() >= day,
        summary=prose(session.summary.in_(lang)),
        sources=(),
        standing=held.status,
        cancelled=held.status is ScheduleStatus.CANCELLED,
        where=None if held.place else session.mode.label(lang),
        place=catalogue.place[held.place] if held.place else None,
        actions=[catalogue.action[id] for id in session.actions if id in catalogue.action],
        session=session,
        changes=[(date_words(change.date, lang), prose(change.what.in_(lang))) for change in held.changes],
        file=page.file(urls.feed_path("academy", lang, session.id)),
    )


def _programme(page: PageRenderer, place: Place, day: date) -> CalendarEntry:
    month = str(place.standing.month)
    return CalendarEntry(
        id=f"programme-{place.id}",
        name=place.name.in_(page.lang),
        kind=EventKind.AGENCY,
        when=date_words(month, page.lang),
        datetime=month,
        year=int(month[:4]),
        to_come=last_day(month) >= day,
        summary=prose(page.words.calendar_programme),
        sources=place.standing.sources,
        standing=EventStanding.ANNOUNCED,
        cancelled=False,
        place=place,
    )


def session_date_words(held: Schedule, lang: Lang) -> str:
    """Return the day and the hours of a session in words, on the clocks of Marseille."""
    hours = [_hour(moment.strftime("%H:%M"), lang) for moment in (held.starts, held.ends)]
    day = date_words(held.starts.date().isoformat(), lang)
    return f"{day}, de {hours[0]} à {hours[1]}" if lang == "fr" else f"{day}, {hours[0]}–{hours[1]} (Paris time)"


def _hour(clock: str, lang: Lang) -> str:
    hour, minute = clock.split(":")
    if lang == "fr":
        return f"{int(hour)} h {minute}" if minute != "00" else f"{int(hour)} h"
    return f"{int(hour)}:{minute}"
