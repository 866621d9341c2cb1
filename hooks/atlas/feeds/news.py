"""What is new in the calendar, for feed readers: the events, each dated by the last thing that was learnt of it."""

from __future__ import annotations

from datetime import date

from atlas import urls
from atlas.event_words import event_date_words
from atlas.exports.texts import plain
from atlas.feeds.atom import FeedEntry
from atlas.feeds.page_feed import page_feed
from atlas.model import Catalogue, Event, Lang
from atlas.model.event import last_day
from atlas.typography import typeset


def events_feed(catalogue: Catalogue, lang: Lang, day: date) -> tuple[str, bytes]:
    """Return the path of the feed of events of an edition, and the feed."""
    entries = (event_entry(catalogue, event, lang, day) for event in catalogue.events)
    return page_feed(catalogue, lang, day, feed="news", page="calendar", entries=entries)


def event_entry(catalogue: Catalogue, event: Event, lang: Lang, day: date) -> FeedEntry:
    """Return an event as an entry of a feed."""
    when = typeset(event_date_words(event, lang), lang)
    page = catalogue.identity.site_url + urls.page_path("calendar", lang)
    where = plain(event.location.in_(lang), lang) if event.location else ""
    if event.place:
        where = plain(catalogue.place[event.place].name.in_(lang), lang)
    held = ", ".join(filter(None, [f"{when[:1].upper()}{when[1:]}", where]))
    said = [plain(change.what.in_(lang), lang) for change in event.changes[-1:]]
    summary = " ".join(
        [plain(event.summary.in_(lang), lang), f"{held}. {typeset(event.standing.label(lang), lang)}.", *said]
    )
    return FeedEntry(
        address=f"{page}#{event.id}",
        title=plain(event.name.in_(lang), lang),
        summary=summary,
        updated=told_on(catalogue, event, day),
        category=typeset(event.kind.label(lang), lang),
    )


def told_on(catalogue: Catalogue, event: Event, day: date) -> date:
    """Return the day of the last thing that was learnt of an event: a change, or the youngest of its sources.

    A source dated by its month counts for the last day of that month, never for a day to come; where no date is
    known, it is the date of the data.
    """
    dates = [change.date for change in event.changes]
    dates += [date for id in event.sources if (date := catalogue.source[id].date) is not None]
    return min(max(map(last_day, dates), default=day), day)
