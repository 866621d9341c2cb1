"""Reads the whole content: one run, every problem, and the catalogue when there is none."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import ValidationError

from atlas.model import (
    Accessibility,
    Action,
    Catalogue,
    Event,
    Identity,
    Indicator,
    Manifesto,
    Member,
    Network,
    Person,
    Place,
    Route,
    SingleValue,
    Source,
    Target,
)
from atlas.model.glossary import GlossaryTerm
from atlas.model.record import Record
from atlas.reading.academy import read_academy
from atlas.reading.authored import read_pages
from atlas.reading.entries import Content, Entry
from atlas.reading.file_names import RecordFile, record_files
from atlas.reading.messages import explain
from atlas.reading.problems import ContentError, Problem, did_you_mean, quoted
from atlas.reading.publishing import catalogue
from atlas.reading.rules import RULES
from atlas.reading.shapes import (
    ActionsFile,
    EventsFile,
    GlossaryFile,
    IndicatorsFile,
    Kind,
    NetworksFile,
    RoutesFile,
    SourcesFile,
    TargetsFile,
)
from atlas.reading.today import today as day_of_reading
from atlas.reading.yaml_source import Document, FieldPath, read

R = TypeVar("R", bound=Record)

DATA: Final = "docs/data"
"""The folder of what is not one file a record."""

OWN: Final = frozenset(
    f"{name}.yml"
    for name in (
        "accessibility",
        "actions",
        "events",
        "glossary",
        "identity",
        "indicators",
        "manifesto",
        "networks",
        "routes",
        "sources",
        "targets",
    )
)
"""The files of that folder."""


PEOPLE: Final = "members/people"
"""The folder of the people, one file each."""


@dataclass(frozen=True)
class Loaded:
    """What a run has read.

    Attributes:
        catalogue: The records; none as soon as there is one error.
        problems: Every problem of every file, by file and line.
        counts: How many records of each kind were found, valid or not, lessons and written pages included.
    """

    catalogue: Catalogue | None
    problems: Sequence[Problem]
    counts: Mapping[str, int]

    @property
    def errors(self) -> Sequence[Problem]:
        """The problems that stop a build."""
        return [problem for problem in self.problems if problem.is_error]

    @property
    def notices(self) -> Sequence[Problem]:
        """The problems that are left to verify."""
        return [problem for problem in self.problems if not problem.is_error]


def load(root: Path, today: date | None = None) -> Loaded:
    """Return the content of the project at `root`, with all its problems.

    Args:
        root: The project.
        today: The day by which consents are judged; that of the clock or of `SOURCE_DATE_EPOCH` when none is given.
    """
    content, told = read_content(root, today)
    problems = sorted({*told, *(problem for rule in RULES for problem in rule(content))})
    counts: dict[str, int] = {kind: len(ids) for kind, ids in content.known.items()}
    counts |= {"lesson": len(content.academy.lessons) if content.academy else 0, "page": len(content.pages)}
    broken = any(problem.is_error for problem in problems)
    return Loaded(None if broken else catalogue(content), problems, counts)


def read_content(root: Path, today: date | None = None) -> tuple[Content, Sequence[Problem]]:
    """Return the content of the project at `root` as written, valid or not, with what is wrong file by file."""
    reader = _Reader(root, today or day_of_reading())
    return reader.content(), reader.problems


def load_or_raise(root: Path) -> Catalogue:
    """Return the content of the project at `root`; raise `ContentError` when there is one error."""
    loaded = load(root)
    if loaded.catalogue is None:
        raise ContentError(loaded.errors)
    return loaded.catalogue


class _Reader:
    """Reads the files one by one, and keeps what is wrong with each."""

    def __init__(self, root: Path, today: date) -> None:
        self.root = root
        self.today = today
        self.problems: list[Problem] = []
        self.complete = True

    def content(self) -> Content:
        """Return everything that can be read."""
        known: dict[Kind, frozenset[str]] = {}
        places = self._folder("place", "places", Place, known)
        members = self._folder("member", "members", Member, known)
        sources = self._list("source", Source, SourcesFile, known)
        manifesto = self._single("manifesto", Manifesto)
        identity = self._single("identity", Identity)
        routes = self._list("route", Route, RoutesFile, known)
        networks = self._list("network", Network, NetworksFile, known)
        # Nobody has a record before somebody has agreed to it: the folder may be absent.
        people = self._folder("person", PEOPLE, Person, known) if os.path.lexists(self.root / PEOPLE) else []
        observed = self._framed(IndicatorsFile)
        indicators = self._items("indicator", Indicator, IndicatorsFile, "indicators", observed, known)
        facts = self._items("fact", SingleValue, IndicatorsFile, "facts", observed, known)
        targets = self._list("target", Target, TargetsFile, known)
        actions = self._list("action", Action, ActionsFile, known)
        events = self._list("event", Event, EventsFile, known)
        terms = self._glossary(known)
        academy = read_academy(self.root)
        known["session"] = frozenset(academy.sessions)
        self.problems += academy.problems
        # The one file that may be absent: machines write it.
        checks = os.path.lexists(self.root / DATA / "accessibility.yml")
        accessibility = self._single("accessibility", Accessibility) if checks else None
        written = read_pages(self.root, known)
        self.problems += written.problems
        pages = written.pages
        return Content(
            self.root,
            places,
            members,
            sources,
            manifesto,
            identity,
            pages,
            known,
            self.complete,
            accessibility,
            routes,
            indicators=indicators,
            facts=facts,
            targets=targets,
            actions=actions,
            events=events,
            academy=academy,
            terms=terms,
            networks=networks,
            people=people,
            today=self.today,
        )

    def _glossary(self, known: dict[Kind, frozenset[str]]) -> list[Entry[GlossaryTerm]]:
        """Return the terms of the glossary; a project without lessons needs none."""
        known["term"] = frozenset()
        if not os.path.lexists(self.root / DATA / "glossary.yml"):
            return []
        document = self._framed(GlossaryFile, "glossary")
        return self._items("term", GlossaryTerm, GlossaryFile, "terms", document, known)

    def _folder(self, kind: Kind, folder: str, model: type[R], known: dict[Kind, frozenset[str]]) -> list[Entry[R]]:
        files, problems = record_files(self.root, folder)
        self.problems += problems
        if (self.root / folder).is_dir():
            known[kind] = frozenset(file.id for file in files)
        found = ((file, self._read(file.path)) for file in files)
        return [self._record_file(file, model, document) for file, document in found if document]

    def _record_file(self, file: RecordFile, model: type[R], document: Document) -> Entry[R]:
        written = document.data.get("id", file.id)
        if written != file.id and file.named_well:
            wrong = f"{quoted(written)} n’est pas le nom du fichier"
            self.problems.append(
                Problem(
                    document.path, document.line(("id",)), "id", wrong, "Ôtez cette ligne : le nom du fichier suffit"
                )
            )
        return self._entry(file.id, model, document, {**document.data, "id": file.id})

    def _list(
        self, kind: Kind, model: type[R], frame: type[Record], known: dict[Kind, frozenset[str]]
    ) -> list[Entry[R]]:
        """Return the records of a file that holds a list of them, under its one key: `sources` in `sources.yml`."""
        (key,) = frame.model_fields
        return self._items(kind, model, frame, key, self._framed(frame), known)

    def _framed(self, frame: type[Record], name: str | None = None) -> Document | None:
        """Return a file of lists, which bears `name` or else that of the first list, its frame checked."""
        document = self._read(self.root / DATA / f"{name or next(iter(frame.model_fields))}.yml")
        if document is None:
            return None
        try:
            # Each record is validated on its own by `_items`: here, only the frame of the file.
            frame.model_validate({**document.data, **{key: [] for key in frame.model_fields if key in document.data}})
        except ValidationError as error:
            self.problems += explain(error, document, frame)
        return document

    def _items(
        self,
        kind: Kind,
        model: type[R],
        frame: type[Record],
        key: str,
        document: Document | None,
        known: dict[Kind, frozenset[str]],
    ) -> list[Entry[R]]:
        """Return the records of one list of a file."""
        if document is None:
            return []
        items = document.data.get(key)
        if not isinstance(items, list):
            self.problems += _not_a_list(document, frame, key)
            return []
        entries = []
        for index, item in enumerate(items):
            data = item if isinstance(item, dict) else {}
            name = data.get("id")
            entries.append(self._entry(name if isinstance(name, str) else "", model, document, item, (key, index)))
        known[kind] = frozenset(entry.id for entry in entries if entry.id)
        return entries

    def _single(self, name: str, model: type[R]) -> Entry[R] | None:
        document = self._read(self.root / DATA / f"{name}.yml")
        return self._entry(name, model, document, document.data) if document else None

    def _read(self, path: Path) -> Document | None:
        try:
            if not os.path.lexists(path):
                raise ContentError([_absent(path, self.root)])
            document = read(path, self.root)
        except ContentError as error:
            self.problems += error.problems
            self.complete = False
            return None
        self.problems += document.problems
        return document

    def _entry(self, name: str, model: type[R], document: Document, data: Any, at: FieldPath = ()) -> Entry[R]:
        record = None
        try:
            record = model.model_validate(data)
        except ValidationError as error:
            self.problems += explain(error, document, model, at)
        return Entry(name, model, document, at, data if isinstance(data, dict) else {}, record)


def _not_a_list(document: Document, frame: type[Record], key: str) -> Iterator[Problem]:
    if key in document.data:
        try:
            frame.model_validate({**{each: [] for each in frame.model_fields}, key: document.data[key]})
        except ValidationError as error:
            yield from explain(error, document, frame)


def _absent(path: Path, root: Path) -> Problem:
    name = path.relative_to(root).as_posix()
    try:
        # A file that has its own use is not the missing one misnamed: `routes.yml` is not far from `sources.yml`.
        beside = sorted({*os.listdir(path.parent)} - OWN)
    except OSError:
        beside = []
    near = did_you_mean(path.name, beside)
    cure = f"Renommez {quoted(near)} en « {path.name} »" if near else "Remettez-le : le site en a besoin"
    return Problem(name, 0, "", "le fichier manque", cure)
