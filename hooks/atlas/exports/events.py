"""The events as JSON, with dates as precise as they are known."""

from __future__ import annotations

from typing import Any

from atlas.chronology import chronological
from atlas.exports.about import About
from atlas.exports.records_json import labelled_file
from atlas.exports.texts import both
from atlas.model import Catalogue, Event
from atlas.model.vocabulary import EventKind, EventStanding, PartOfYear


def events_json(catalogue: Catalogue, about: About) -> dict[str, Any]:
    """Return the events from the earliest, those without a date last."""
    labels = {"kind": EventKind, "standing": EventStanding, "part": PartOfYear}
    return labelled_file(
        about, "events", labels, [event_record(event, about) for event in chronological(catalogue.events)]
    )


def event_record(event: Event, about: About) -> dict[str, Any]:
    """Return an event; its dates are in ISO 8601, as precise as known."""
    return {
        "id": event.id,
        "url": {lang: f"{page}#{event.id}" for lang, page in about.pages("calendar").items()},
        "name": both(event.name),
        "kind": event.kind.value,
        "start": event.start,
        "end": event.end,
        "part": event.part.value if event.part else None,
        "summary": both(event.summary),
        "standing": event.standing.value,
        "place": event.place,
        "location": both(event.location) if event.location else None,
        "sources": event.sources,
        "places": event.places,
        "members": event.members,
        "actions": event.actions,
        "changes": [{"date": change.date, **both(change.what)} for change in event.changes],
    }
