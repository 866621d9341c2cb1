"""From when and until when a record is published, and whether it is still a draft."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from pydantic import Field, StrictBool

from atlas.model.dates import Day
from atlas.model.record import Record

PLACEHOLDERS: Final = {"fr": "(à écrire)", "en": "(to be written)"}
"""What stands for a text that nobody has written yet, by language: only a draft may hold it."""

PLACEHOLDER_ID: Final = "a-ecrire"
"""What stands for a source, or another record, that nobody has named yet: only a draft may hold it."""

_EVER: Final = "0000-00-00"
_NEVER: Final = "9999-99-99"


@dataclass(frozen=True)
class Window:
    """The days on which something is published.

    Attributes:
        first: The first day, in ISO 8601.
        end: The first day after the last one; not after `first` when there is no such day.
    """

    first: str = _EVER
    end: str = _NEVER

    @property
    def is_empty(self) -> bool:
        """Whether there is no day at all: a draft."""
        return self.end <= self.first

    @property
    def ends(self) -> bool:
        """Whether there is a last day."""
        return self.end != _NEVER

    def holds(self, day: date) -> bool:
        """Return whether `day` is one of the days."""
        return self.first <= day.isoformat() < self.end

    def within(self, other: Window) -> Window:
        """Return the days that are also days of `other`."""
        return Window(max(self.first, other.first), min(self.end, other.end))

    def covers(self, other: Window) -> bool:
        """Return whether every day of `other` is one of these days."""
        return other.is_empty or (self.first <= other.first and other.end <= self.end)


ALWAYS: Final = Window()
"""The days of what nothing holds back."""


class Publishable(Record):
    """A record that may wait or go: whatever is not published today never reaches the catalogue, and so no output.

    Attributes:
        draft: Whether it is a draft, which is published on no day, whatever the dates say.
        publish_on: The day on which it appears; none when nothing holds it back.
        expires_on: The day on which it disappears; none when it stays.
    """

    draft: StrictBool = Field(
        default=False, description="true pour un brouillon : vérifié, mais absent de tout le site.", examples=[True]
    )
    publish_on: Day | None = Field(
        default=None, description="Le jour où la fiche paraît ; avant, elle est absente.", examples=["2027-03-01"]
    )
    expires_on: Day | None = Field(
        default=None, description="Le jour où la fiche disparaît du site.", examples=["2028-01-01"]
    )

    @property
    def window(self) -> Window:
        """The days on which it is published."""
        if self.draft:
            return Window(_NEVER, _EVER)
        return Window(self.publish_on or _EVER, self.expires_on or _NEVER)
