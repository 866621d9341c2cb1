"""Which days each record is published on, and which records a day leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from atlas.model import Action, Event, Indicator, Member, Person, Place, Source
from atlas.model.academy import LessonHead, SessionHead
from atlas.model.publication import ALWAYS, Publishable, Window
from atlas.model.record import Record
from atlas.reading.entries import Content, Entry

KINDS: Final[dict[type[Record], str]] = {
    Place: "place",
    Member: "member",
    Person: "person",
    Source: "source",
    Indicator: "indicator",
    Action: "action",
    Event: "event",
    SessionHead: "session",
    LessonHead: "lesson",
}
"""The records that may wait or go, with the kind by which others name them."""


class Windows:
    """The days of every record that is not always published.

    Attributes:
        content: What was read.
        held: The windows of those records, by kind and identifier.
    """

    def __init__(self, content: Content) -> None:
        """Look at every record that can be read."""
        self.content = content
        self.held = {
            (KINDS[entry.model], entry.id): entry.record.window
            for entry in content
            if isinstance(entry.record, Publishable) and entry.record.window != ALWAYS
        }
        sessions = {id: window for (kind, id), window in self.held.items() if kind == "session"}
        lessons = content.academy.lessons if sessions and content.academy else ()
        for key in lessons:
            # A lesson is read in its session: it is never there without it.
            window = sessions.get(key.partition("/")[0], ALWAYS)
            if window != ALWAYS:
                self.held["lesson", key] = self.of("lesson", key).within(window)

    def of(self, kind: str, id: str) -> Window:
        """Return the days of a record."""
        return self.held.get((kind, id), ALWAYS)

    def of_entry(self, entry: Entry[Any]) -> Window:
        """Return the days of what is written, for all its days when it is of no kind that waits."""
        kind = KINDS.get(entry.model)
        return self.of(kind, entry.id) if kind else ALWAYS

    def left_out(self) -> Iterator[tuple[str, str]]:
        """Yield the kind and identifier of the records that are in no output today."""
        for name, window in self.held.items():
            if not window.holds(self.content.today):
                yield name
