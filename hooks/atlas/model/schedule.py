"""When a session of the Academy is held, for those that have a date."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated, Any, Final
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, HttpUrl, WithJsonSchema
from pydantic_core import PydanticCustomError

from atlas.model.dates import PartialDate
from atlas.model.record import Record
from atlas.model.source import Id
from atlas.model.text import Text
from atlas.model.vocabulary import ScheduleStatus

ZONE: Final = ZoneInfo("Europe/Paris")
"""The zone of every hour on the site."""

LOCAL_TIME: Final = r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}"
"""A day and an hour on the clocks of the territory; also the pattern of the JSON Schema."""


def _on_the_clock(value: Any) -> str:
    """Refuse what no clock of the territory shows: a bad form, a day out of the calendar, an hour that is skipped."""
    try:
        # The shape is fixed, so that seconds or a zone cannot slip in.
        local = datetime.strptime(value, "%Y-%m-%dT%H:%M").replace(tzinfo=ZONE)
    except (TypeError, ValueError):
        raise PydanticCustomError("local_time", "not a local time", {"value": value}) from None
    back = datetime.fromtimestamp(local.timestamp(), ZONE)
    if back.replace(tzinfo=None) != local.replace(tzinfo=None):
        raise PydanticCustomError("skipped_hour", "an hour that the clocks skip", {"value": value})
    return str(value)


LocalTime = Annotated[
    str, AfterValidator(_on_the_clock), WithJsonSchema({"type": "string", "pattern": f"^{LOCAL_TIME}$"})
]
"""A day and an hour in Marseille, as ISO 8601 without a zone: `2027-01-12T09:00`."""


class ScheduleChange(Record):
    """A change of date, hour, place or link that those who attend should know.

    Attributes:
        date: The day of the change.
        what: What changed.
    """

    date: PartialDate = Field(description="Le jour du changement.", examples=["2027-01-04"])
    what: Text = Field(description="Ce qui a changé.")


class Schedule(Record):
    """When and where a session is held.

    Attributes:
        start: When it begins, on the clocks of Marseille.
        minutes: How long it lasts, in minutes.
        status: Planned, confirmed or cancelled.
        place: The totem place where it is held, if it is one.
        link: Where it is attended remotely.
        changes: What changed since it was announced, from the earliest.
    """

    start: LocalTime = Field(description="Le jour et l’heure de début, à Marseille.", examples=["2027-01-12T09:00"])
    minutes: int = Field(ge=15, le=720, description="La durée en minutes.", examples=[120])
    status: ScheduleStatus = Field(description="Prévue, confirmée ou annulée.", examples=["planned"])
    place: Id | None = Field(default=None, description="Le lieu totem où elle se tient, ou null.", examples=["mucem"])
    link: HttpUrl | None = Field(
        default=None,
        description="L’adresse pour la suivre à distance, ou null.",
        examples=["https://example.org/visio"],
    )
    changes: tuple[ScheduleChange, ...] = Field(default=(), description="Les changements depuis l’annonce.")

    @property
    def starts(self) -> datetime:
        """When it begins, with its zone."""
        return datetime.fromisoformat(self.start).replace(tzinfo=ZONE)

    @property
    def ends(self) -> datetime:
        """When it ends, with its zone: minutes are counted in real time, across a change of clocks too."""
        return datetime.fromtimestamp(self.starts.timestamp() + timedelta(minutes=self.minutes).total_seconds(), ZONE)

    @property
    def sequence(self) -> int:
        """How many times it changed: the SEQUENCE by which calendars take the newest version."""
        return len(self.changes)
