"""Rules of the events."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from atlas.model import Event
from atlas.model.event import first_day, last_day
from atlas.model.vocabulary import EventStanding
from atlas.reading.entries import Content, Entry
from atlas.reading.problems import Problem, quoted


def events_can_happen(content: Content) -> Iterator[Problem]:
    """Check that the dates of each event hold, that it is in one place, and that its standing agrees with them."""
    for entry in content.events:
        if entry.record is not None:
            yield from _dates(entry, entry.record)
            yield from _place(entry, entry.record)
            yield from _standing(entry, entry.record, content.today)


def _dates(entry: Entry[Event], event: Event) -> Iterator[Problem]:
    if event.end is not None and event.start is None:
        yield entry.error(("end",), "une fin, mais pas de début", "Écrivez la date de début après « start: »")
    elif event.end is not None and event.start is not None and last_day(event.end) < first_day(event.start):
        wrong = f"l’événement finit ({event.end}) avant de commencer ({event.start})"
        yield entry.error(("end",), wrong, "Corrigez l’une des deux dates")
    if event.part is not None and (event.start is None or len(event.start) > 4 or event.end is not None):
        cure = "Écrivez l’année seule après « start: », sans « end: », ou ôtez « part: »"
        yield entry.error(("part",), f"{quoted(event.part)} ne précise qu’une année", cure)


def _place(entry: Entry[Event], event: Event) -> Iterator[Problem]:
    if event.place is not None and event.location is not None:
        cure = "Gardez « place: » pour un lieu du réseau, « location: » pour tout autre endroit"
        yield entry.error(("location",), "l’événement est à deux endroits", cure)
    if event.place is not None and event.place in event.places:
        rank = event.places.index(event.place)
        yield entry.error(("places", rank), f"{quoted(event.place)} est déjà le lieu de l’événement", "Ôtez-le d’ici")


def _standing(entry: Entry[Event], event: Event, today: date) -> Iterator[Problem]:
    if event.standing is EventStanding.HELD and event.earliest is not None and event.earliest > today:
        cure = "Écrivez standing: announced, ou corrigez la date"
        yield entry.error(("standing",), f"« held », mais l’événement commence plus tard ({event.start})", cure)
    if event.standing is EventStanding.CANCELLED and not event.changes:
        cure = "Ajoutez « changes: », avec la date et ce qui a changé : les calendriers de chacun en dépendent"
        yield entry.error(("standing",), "l’annulation n’est pas datée", cure)
