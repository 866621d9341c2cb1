"""Which days each record is published on, and which records a day leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from atlas.model.publication import ALWAYS, Publishable, Window
from atlas.model.text import LANGS
from atlas.reading.entries import Content, Entry
from atlas.reading.page_addresses import page_addresses

Key = tuple[str, str]
"""The kind and the identifier of a record."""


class Windows:
    """The days of every record that is not always published.

    Attributes:
        content: What was read.
        held: The windows of those records, by kind and identifier.
        written: Where each says so: its file, and the line of the field.
    """

    def __init__(self, content: Content) -> None:
        """Look at every record that can be read."""
        self.content = content
        self.held: dict[Key, Window] = {
            (entry.kind, entry.id): entry.record.window
            for entry in content
            if isinstance(entry.record, Publishable) and entry.record.window != ALWAYS
        }
        self.written: dict[Key, str] = {
            (entry.kind, entry.id): _where(entry) for entry in content if (entry.kind, entry.id) in self.held
        }
        sessions = {id: window for (kind, id), window in self.held.items() if kind == "session"}
        lessons = content.academy.lessons if sessions and content.academy else ()
        for key in lessons:
            # A lesson is read in its session: it is never there without it.
            window = sessions.get(key.partition("/")[0], ALWAYS)
            if window != ALWAYS:
                self.written.setdefault(("lesson", key), self.written["session", key.partition("/")[0]])
                self.held["lesson", key] = self.of("lesson", key).within(window)

    @cached_property
    def records_at(self) -> Mapping[str, Key | None]:
        """The record of each page of the site, by the path of the page; none for a page that somebody wrote."""
        return {path: key for lang in LANGS for path, key in page_addresses(self.content, lang).items()}

    def where(self, kind: str, id: str) -> str:
        """Return where a record that is not always published says so: `places/mucem.yml:2`."""
        return self.written[kind, id]

    def of(self, kind: str, id: str) -> Window:
        """Return the days of a record."""
        return self.held.get((kind, id), ALWAYS)

    def of_entry(self, entry: Entry[Any]) -> Window:
        """Return the days of what is written, for all its days when it is of no kind that waits."""
        return self.of(entry.kind, entry.id)

    def left_out(self) -> Iterator[Key]:
        """Yield the kind and identifier of the records that are in no output today."""
        for name, window in self.held.items():
            if not window.holds(self.content.today):
                yield name


def _where(entry: Entry[Any]) -> str:
    field = next((name for name in ("draft", "publish_on", "expires_on") if entry.data.get(name)), "")
    return f"{entry.document.path}:{entry.document.line((*entry.at, field))}"
