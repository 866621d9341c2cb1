"""What was read, valid or not, as the rules see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import ValidationError

from atlas.model import (
    Accessibility,
    Action,
    Event,
    Identity,
    Indicator,
    Manifesto,
    Member,
    Place,
    Route,
    SingleValue,
    Source,
    Target,
)
from atlas.model.authored import AuthoredPage
from atlas.model.glossary import GlossaryTerm
from atlas.model.network import Network
from atlas.model.person import Person
from atlas.model.record import Record
from atlas.reading.fixes import Fix
from atlas.reading.problems import Problem, Severity
from atlas.reading.shapes import Kind, Leaf, leaves
from atlas.reading.today import today
from atlas.reading.yaml_source import Document, FieldPath, dotted

if TYPE_CHECKING:
    from atlas.reading.academy import Academy

R = TypeVar("R", bound=Record)
P = TypeVar("P", bound=Record)


@dataclass(frozen=True)
class Entry(Generic[R]):
    """A record as written in a file.

    Attributes:
        id: Its identifier; the name of the file for a file that holds one record.
        model: The model that describes it.
        document: The file.
        at: Where it stands in the file; empty when it is the whole file.
        data: What is written.
        record: The record, or none when the model refuses what is written.
    """

    id: str
    model: type[R]
    document: Document
    at: FieldPath
    data: Mapping[str, Any]
    record: R | None

    def error(self, field: FieldPath, wrong: str, cure: str, fix: Fix | None = None) -> Problem:
        """Return an error of the field, which is relative to the record; a fix goes from the head of the file."""
        return replace(self._problem(field, wrong, cure, Severity.ERROR), fix=fix)

    def notice(self, field: FieldPath, wrong: str, cure: str) -> Problem:
        """Return something to verify in the field, which is relative to the record."""
        return self._problem(field, wrong, cure, Severity.NOTICE)

    def part(self, name: str, model: type[P]) -> P | None:
        """Return the valid part called `name`, even where the rest of the record is refused."""
        if self.record is not None:
            part = getattr(self.record, name)
            return part if isinstance(part, model) else None
        try:
            return model.model_validate(self.data.get(name))
        except ValidationError:
            return None

    @cached_property
    def leaves(self) -> Sequence[Leaf]:
        """The texts and identifiers that the record holds, with fields relative to the record."""
        return tuple(leaves(self.model, self.data))

    def _problem(self, field: FieldPath, wrong: str, cure: str, severity: Severity) -> Problem:
        whole = (*self.at, *field)
        return Problem(self.document.path, self.document.line(whole), dotted(whole), wrong, cure, severity)


@dataclass(frozen=True)
class Content:
    """Everything that was read.

    Attributes:
        root: The project.
        places: The places, by file.
        members: The members, by file.
        sources: The sources, as written.
        manifesto: The manifesto, or none when its file cannot be read.
        identity: The identity, or none when its file cannot be read.
        pages: The pages that people wrote, those that can be read.
        known: The identifiers that others may name, a kind each; no kind whose files cannot be read.
        complete: Whether every file could be read.
        accessibility: What machines last found in the pages, or none when nothing is recorded.
        routes: The routes, as written.
        networks: The networks, as written.
        people: The people, by file, those who are not published included.
        today: The day by which consents are judged.
        academy: The sessions and lessons of the Academy, as written.
        terms: The terms of the glossary, as written.
        indicators: The series of the observatory, as written.
        facts: Its single values, as written.
        targets: The targets of the agency, as written.
        actions: The actions of the plan, as written.
        events: The events, as written.
    """

    root: Path
    places: Sequence[Entry[Place]]
    members: Sequence[Entry[Member]]
    sources: Sequence[Entry[Source]]
    manifesto: Entry[Manifesto] | None
    identity: Entry[Identity] | None
    pages: Sequence[AuthoredPage]
    known: Mapping[Kind, frozenset[str]]
    complete: bool
    accessibility: Entry[Accessibility] | None = None
    routes: Sequence[Entry[Route]] = ()
    networks: Sequence[Entry[Network]] = ()
    people: Sequence[Entry[Person]] = ()
    today: date = field(default_factory=today)
    academy: Academy | None = None
    terms: Sequence[Entry[GlossaryTerm]] = ()
    indicators: Sequence[Entry[Indicator]] = ()
    facts: Sequence[Entry[SingleValue]] = ()
    targets: Sequence[Entry[Target]] = ()
    actions: Sequence[Entry[Action]] = ()
    events: Sequence[Entry[Event]] = ()

    def __iter__(self) -> Iterator[Entry[Any]]:
        """Yield every entry."""
        yield from self.places
        yield from self.members
        yield from self.sources
        yield from self.routes
        yield from self.networks
        yield from self.people
        yield from self.terms
        yield from self.indicators
        yield from self.facts
        yield from self.targets
        yield from self.actions
        yield from self.events
        if self.academy:
            yield from self.academy.entries
        yield from filter(None, (self.manifesto, self.identity, self.accessibility))
