"""Reads the whole content: one run, every problem, and the catalogue when there is none."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
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
from atlas.model.kinds import FILES, KINDS, LISTS
from atlas.model.record import FieldPath, Record
from atlas.model.shapes import Kind
from atlas.reading.academy import read_academy
from atlas.reading.authored import read_pages
from atlas.reading.entries import Content, Entry
from atlas.reading.file_names import RecordFile, record_files
from atlas.reading.messages import explain
from atlas.reading.problems import ContentError, Problem, did_you_mean, quoted
from atlas.reading.publishing import catalogue
from atlas.reading.rules import RULES
from atlas.reading.slips import identifier
from atlas.reading.today import today as day_of_reading
from atlas.reading.yaml_source import Document, read

R = TypeVar("R", bound=Record)

DATA: Final = "docs/data"
"""The folder of what is not one file a record."""

OPTIONAL: Final = frozenset({"accessibility", "glossary"})
"""The files of that folder that may be absent: machines write the first; a project without lessons needs no other."""

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
        self.known: dict[Kind, frozenset[str]] = {}
        self.complete = True
        self._list_files: dict[str, Document | None] = {}

    def content(self) -> Content:
        """Return everything that can be read."""
        academy = read_academy(self.root)
        self.problems += academy.problems
        content = Content(
            root=self.root,
            today=self.today,
            places=self._folder(Place, "places"),
            members=self._folder(Member, "members"),
            # Nobody has a record before somebody has agreed to it: the folder may be absent.
            people=self._folder(Person, PEOPLE) if os.path.lexists(self.root / PEOPLE) else [],
            sources=self._list(Source),
            routes=self._list(Route),
            networks=self._list(Network),
            indicators=self._list(Indicator),
            facts=self._list(SingleValue),
            targets=self._list(Target),
            actions=self._list(Action),
            events=self._list(Event),
            terms=self._list(GlossaryTerm),
            manifesto=self._single(Manifesto),
            identity=self._single(Identity),
            accessibility=self._single(Accessibility),
            academy=academy,
        )
        self.known["session"] = frozenset(academy.sessions)
        written = read_pages(self.root, self.known)
        self.problems += written.problems
        return replace(
            content,
            pages=written.pages,
            authored=frozenset(written.paths),
            known=self.known,
            complete=self.complete,
        )

    def _folder(self, model: type[R], folder: str) -> list[Entry[R]]:
        """Return the records that have a file each."""
        files, problems = record_files(self.root, folder)
        self.problems += problems
        if (self.root / folder).is_dir():
            self.known[KINDS[model]] = frozenset(file.id for file in files)
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

    def _list(self, model: type[R]) -> list[Entry[R]]:
        """Return the records of a kind that stand in one list of a file."""
        name, key = LISTS[model]
        if self._is_absent(name):
            self.known[KINDS[model]] = frozenset()
            return []
        document = self._list_file(name)
        if document is None:
            return []
        items = document.data.get(key)
        if not isinstance(items, list):
            self.problems += _not_a_list(document, FILES[name], key)
            return []
        entries = []
        for index, item in enumerate(items):
            data = item if isinstance(item, dict) else {}
            id = data.get("id")
            entries.append(self._entry(id if isinstance(id, str) else "", model, document, item, (key, index)))
        self.known[KINDS[model]] = frozenset(identifier(entry.id) for entry in entries if entry.id)
        return entries

    def _list_file(self, name: str) -> Document | None:
        """Return a file of lists, read and checked once even when it holds several."""
        if name not in self._list_files:
            document, model = self._read(self.root / DATA / f"{name}.yml"), FILES[name]
            self._list_files[name] = document
            if document is not None:
                try:
                    # Each record is validated on its own by `_list`: here, only what is around the lists.
                    model.model_validate(
                        {**document.data, **{key: [] for key in model.model_fields if key in document.data}}
                    )
                except ValidationError as error:
                    self.problems += explain(error, document, model)
        return self._list_files[name]

    def _is_absent(self, name: str) -> bool:
        """Return whether a file that a project may do without is not there."""
        return name in OPTIONAL and not os.path.lexists(self.root / DATA / f"{name}.yml")

    def _single(self, model: type[R]) -> Entry[R] | None:
        """Return the record that is the whole of a file."""
        name = KINDS[model]
        if self._is_absent(name):
            return None
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


def _not_a_list(document: Document, model: type[Record], key: str) -> Iterator[Problem]:
    if key in document.data:
        try:
            model.model_validate({**{each: [] for each in model.model_fields}, key: document.data[key]})
        except ValidationError as error:
            yield from explain(error, document, model)


def _absent(path: Path, root: Path) -> Problem:
    name = path.relative_to(root).as_posix()
    try:
        # A file that has its own use is not the missing one misnamed: `routes.yml` is not far from `sources.yml`.
        beside = sorted({*os.listdir(path.parent)} - {f"{name}.yml" for name in FILES})
    except OSError:
        beside = []
    near = did_you_mean(path.name, beside)
    cure = f"Renommez {quoted(near)} en « {path.name} »" if near else "Remettez-le : le site en a besoin"
    return Problem(name, 0, "", "le fichier manque", cure)
