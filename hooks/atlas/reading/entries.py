"""What was read, valid or not, as the rules see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

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
from atlas.model.academy import LessonBody, LessonHead, LessonWords, SessionHead, SessionWords
from atlas.model.authored import AuthoredPage, calls
from atlas.model.glossary import GlossaryTerm
from atlas.model.kinds import KINDS
from atlas.model.network import Network
from atlas.model.person import Person
from atlas.model.record import FieldPath, Record
from atlas.model.shapes import Kind, Leaf, leaves
from atlas.model.text import Lang
from atlas.reading.fixes import Fix
from atlas.reading.front_matter import Written
from atlas.reading.problems import Problem, Severity
from atlas.reading.today import today
from atlas.reading.yaml_source import Document, dotted

R = TypeVar("R", bound=Record)
P = TypeVar("P", bound=Record)
F = TypeVar("F", bound=Record)
E = TypeVar("E", bound=Record)


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

    def removal(self, field: FieldPath, verb: str = "Ôtez") -> str:
        """Return how to take the field, which is relative to the record, out of the file."""
        return self.document.removal((*self.at, *field), verb)

    def part(self, name: str, model: type[P]) -> P | None:
        """Return the valid part called `name`, even where the rest of the record is refused."""
        if self.record is not None:
            part = getattr(self.record, name)
            return part if isinstance(part, model) else None
        try:
            return model.model_validate(self.data.get(name))
        except ValidationError:
            return None

    @property
    def kind(self) -> Kind:
        """What others call such a record."""
        return KINDS[self.model]

    @cached_property
    def leaves(self) -> Sequence[Leaf]:
        """The texts and identifiers that the record holds, with fields relative to the record."""
        return tuple(leaves(self.model, self.data))

    def _problem(self, field: FieldPath, wrong: str, cure: str, severity: Severity) -> Problem:
        whole = (*self.at, *field)
        return Problem(self.document.path, self.document.line(whole), dotted(whole), wrong, cure, severity)


@dataclass(frozen=True)
class Pair(Generic[F, E]):
    """A session or a lesson as written: a file in each language, valid or not.

    Attributes:
        id: Its identifier; `session/lesson` for a lesson.
        fr: The French head; none when that file is missing or cannot be read.
        en: The English head; none when that file is missing or cannot be read.
        written: The files that can be read.
        there: The languages whose file exists.
    """

    id: str
    fr: Entry[F] | None
    en: Entry[E] | None
    written: Mapping[Lang, Written]
    there: frozenset[Lang]

    @property
    def entries(self) -> Iterator[Entry[Any]]:
        """The heads that can be read."""
        yield from filter(None, (self.fr, self.en))

    @property
    def files(self) -> Mapping[Lang, str]:
        """The file of each language that can be read, relative to the project."""
        return {lang: written.file for lang, written in self.written.items()}


@dataclass
class Academy:
    """What the folders of the Academy hold.

    Attributes:
        sessions: The sessions.
        lessons: The lessons, by `session/lesson`.
        bodies: The parts of each lesson, by `session/lesson` and language.
        problems: What is wrong in the files one by one.
        complete: Whether every file could be read.
        others: The files beside a session that are no Markdown, by session, each with its language.
    """

    sessions: dict[str, Pair[SessionHead, SessionWords]] = field(default_factory=dict)
    lessons: dict[str, Pair[LessonHead, LessonWords]] = field(default_factory=dict)
    bodies: dict[str, dict[Lang, LessonBody]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    complete: bool = True
    others: dict[str, list[tuple[Lang, str]]] = field(default_factory=dict)

    @property
    def pairs(self) -> Sequence[Pair[Any, Any]]:
        """The sessions, then the lessons."""
        return [*self.sessions.values(), *self.lessons.values()]

    @property
    def entries(self) -> Iterator[Entry[Any]]:
        """Every head that can be read."""
        for pair in self.pairs:
            yield from pair.entries

    @property
    def cited(self) -> set[str]:
        """The sources that notes in texts and key points cite."""
        told = [written.body for pair in self.pairs for written in pair.written.values()]
        told += [str(point) for entry in self.entries for point in entry.data.get("key_points") or ()]
        return {id for text in told for _, id in calls(text)}

    def lessons_of(self, session: str) -> Sequence[str]:
        """Return the identifiers of the lessons whose files stand in the folder of a session."""
        return [key.partition("/")[2] for key in self.lessons if key.partition("/")[0] == session]


@dataclass(frozen=True)
class Content:
    """Everything that was read.

    Attributes:
        root: The project.
        today: The day by which consents are judged.
        places: The places, by file.
        members: The members, by file.
        people: The people, by file, those who are not published included.
        sources: The sources, as written.
        routes: The routes, as written.
        networks: The networks, as written.
        indicators: The series of the observatory, as written.
        facts: Its single values, as written.
        targets: The targets of the agency, as written.
        actions: The actions of the plan, as written.
        events: The events, as written.
        terms: The terms of the glossary, as written.
        manifesto: The manifesto, or none when its file cannot be read.
        identity: The identity, or none when its file cannot be read.
        accessibility: What machines last found in the pages, or none when nothing is recorded.
        academy: The sessions and lessons of the Academy, as written.
        pages: The pages that people wrote, those that can be read.
        authored: The paths of the pages that people wrote, those that cannot be read included.
        known: The identifiers that others may name, a kind each; no kind whose files cannot be read.
        complete: Whether every file could be read.
    """

    root: Path
    today: date = field(default_factory=today)
    places: Sequence[Entry[Place]] = ()
    members: Sequence[Entry[Member]] = ()
    people: Sequence[Entry[Person]] = ()
    sources: Sequence[Entry[Source]] = ()
    routes: Sequence[Entry[Route]] = ()
    networks: Sequence[Entry[Network]] = ()
    indicators: Sequence[Entry[Indicator]] = ()
    facts: Sequence[Entry[SingleValue]] = ()
    targets: Sequence[Entry[Target]] = ()
    actions: Sequence[Entry[Action]] = ()
    events: Sequence[Entry[Event]] = ()
    terms: Sequence[Entry[GlossaryTerm]] = ()
    manifesto: Entry[Manifesto] | None = None
    identity: Entry[Identity] | None = None
    accessibility: Entry[Accessibility] | None = None
    academy: Academy | None = None
    pages: Sequence[AuthoredPage] = ()
    authored: frozenset[str] = frozenset()
    known: Mapping[Kind, frozenset[str]] = field(default_factory=dict)
    complete: bool = True

    def __iter__(self) -> Iterator[Entry[Any]]:
        """Yield every entry."""
        for each in fields(self):
            held = getattr(self, each.name)
            if isinstance(held, Entry):
                yield held
            elif isinstance(held, Sequence):
                yield from (entry for entry in held if isinstance(entry, Entry))
        if self.academy:
            yield from self.academy.entries
