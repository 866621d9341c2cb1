"""An event: a date as precise as it is known, a place, and what it is tied to."""

from __future__ import annotations

import calendar
from datetime import date
from typing import Final

from pydantic import Field

from atlas.model.dates import PartialDate
from atlas.model.publication import Publishable
from atlas.model.record import Record
from atlas.model.source import Id, SourceIds
from atlas.model.text import Text
from atlas.model.vocabulary import EventKind, EventStanding, PartOfYear

_MONTHS: Final = {
    PartOfYear.EARLY: (1, 4),
    PartOfYear.SPRING: (3, 6),
    PartOfYear.SUMMER: (6, 9),
    PartOfYear.AUTUMN: (9, 12),
    PartOfYear.LATE: (9, 12),
}
"""The first and last month that each part of a year may mean: they decide the order, and what is over."""


class EventChange(Record):
    """A change of date, place or standing that those who noted the event should know.

    Attributes:
        date: The day of the change.
        what: What changed.
    """

    date: PartialDate = Field(description="Le jour du changement.", examples=["2027-01-04"])
    what: Text = Field(description="Ce qui a changé.")


class Event(Publishable):
    """An event: one item of `docs/data/events.yml`, one anchor of the calendar.

    Attributes:
        id: The identifier, which is also the anchor, and the UID in calendars.
        name: The name.
        kind: What kind of event it is.
        start: Its first day, month or year, as precisely as known; none when no source dates it.
        end: Its last day, month or year, when it lasts.
        part: The part of the year, when a source says no more: "autumn 2024".
        summary: What it is, in a sentence or two.
        standing: Whether it took place, as far as a source says.
        place: The place of the network where it is held.
        location: Where it is held, when that is no place of the network.
        sources: The sources.
        places: The places that it concerns, the one where it is held apart.
        members: The members that it concerns.
        actions: The actions of the plan that it belongs to.
        changes: What changed since it was recorded, from the earliest.
    """

    id: Id = Field(description="L’identifiant, qui est aussi l’ancre.", examples=["mipim-2024"])
    name: Text = Field(description="Le nom de l’événement.")
    kind: EventKind = Field(description="Le genre d’événement.", examples=["fair"])
    start: PartialDate | None = Field(
        description="Le premier jour, mois ou an, aussi précis que connu, ou null.", examples=["2024-03-12"]
    )
    end: PartialDate | None = Field(default=None, description="Le dernier jour, s’il dure.", examples=["2024-03-15"])
    part: PartOfYear | None = Field(
        default=None, description="La partie de l’année, si la source n’en dit pas plus.", examples=["autumn"]
    )
    summary: Text = Field(description="L’événement, en une phrase ou deux.")
    standing: EventStanding = Field(description="A-t-il eu lieu, d’après une source ?", examples=["held"])
    place: Id | None = Field(default=None, description="Le lieu du réseau où il se tient.", examples=["port-center"])
    location: Text | None = Field(default=None, description="Où il se tient, hors des lieux du réseau.")
    sources: SourceIds = Field(description="Les sources.", examples=[["gomet-mipim24"]])
    places: tuple[Id, ...] = Field(default=(), description="Les autres lieux concernés.", examples=[["mucem"]])
    members: tuple[Id, ...] = Field(default=(), description="Les membres concernés.", examples=[["provence-promotion"]])
    actions: tuple[Id, ...] = Field(default=(), description="Les actions du plan.", examples=[["academie"]])
    changes: tuple[EventChange, ...] = Field(
        default=(), description="Ce qui a changé depuis, du plus ancien au plus récent."
    )

    @property
    def year(self) -> int | None:
        """The year in which it begins; none when no source dates it."""
        return int(self.start[:4]) if self.start else None

    @property
    def earliest(self) -> date | None:
        """The first day on which it may begin; none when no source dates it."""
        if self.start is None:
            return None
        if self.part is not None:
            return date(int(self.start[:4]), _MONTHS[self.part][0], 1)
        return first_day(self.start)

    @property
    def latest(self) -> date | None:
        """The last day on which it may end; none when no source dates it."""
        if self.start is None:
            return None
        if self.part is not None and self.end is None:
            return last_day(f"{self.start[:4]}-{_MONTHS[self.part][1]:02}")
        return last_day(self.end or self.start)

    @property
    def days(self) -> tuple[date, date] | None:
        """Its first and last day, when both are known to the day: what calendars can show."""
        end = self.end or self.start
        if self.start is None or end is None or len(self.start) < 10 or len(end) < 10:
            return None
        return date.fromisoformat(self.start), date.fromisoformat(end)

    @property
    def sequence(self) -> int:
        """How many times it changed: the SEQUENCE by which calendars take the newest version."""
        return len(self.changes)

    @property
    def where(self) -> tuple[str, ...]:
        """The places of the network that it is tied to, the one where it is held first."""
        return tuple(dict.fromkeys((*((self.place,) if self.place else ()), *self.places)))

    def is_to_come(self, day: date) -> bool:
        """Return whether it may still take place on `day` or after it."""
        return self.latest is not None and self.latest >= day


def first_day(partial: str) -> date:
    """Return the first day of a year, a month or a day."""
    year, month, day = (int(part) for part in f"{partial}-01-01".split("-")[:3])
    return date(year, month, day)


def last_day(partial: str) -> date:
    """Return the last day of a year, a month or a day."""
    year, *rest = (int(part) for part in partial.split("-"))
    month = rest[0] if rest else 12
    return date(year, month, rest[1] if len(rest) > 1 else calendar.monthrange(year, month)[1])
