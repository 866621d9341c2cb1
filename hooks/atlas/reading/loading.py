"""Reads the whole content: one run, every problem, and the catalogue when there is none."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import ValidationError

from atlas.model import Accessibility, Catalogue, Identity, Manifesto, Member, Place, Route, Source
from atlas.model.record import Record
from atlas.reading.authored import read_pages
from atlas.reading.entries import Content, Entry
from atlas.reading.file_names import RecordFile, record_files
from atlas.reading.messages import explain
from atlas.reading.problems import ContentError, Problem, did_you_mean, quoted
from atlas.reading.rules import RULES
from atlas.reading.shapes import Kind, RoutesFile, SourcesFile
from atlas.reading.yaml_source import Document, FieldPath, read

R = TypeVar("R", bound=Record)

DATA: Final = "docs/data"
"""The folder of what is not one file a record."""

OWN: Final = frozenset(f"{name}.yml" for name in ("accessibility", "identity", "manifesto", "routes", "sources"))
"""The files of that folder."""


@dataclass(frozen=True)
class Loaded:
    """What a run has read.

    Attributes:
        catalogue: The records; none as soon as there is one error.
        problems: Every problem of every file, by file and line.
        counts: How many places, members and sources were found, valid or not.
    """

    catalogue: Catalogue | None
    problems: Sequence[Problem]
    counts: Mapping[Kind, int]

    @property
    def errors(self) -> Sequence[Problem]:
        """The problems that stop a build."""
        return [problem for problem in self.problems if problem.is_error]

    @property
    def notices(self) -> Sequence[Problem]:
        """The problems that are left to verify."""
        return [problem for problem in self.problems if not problem.is_error]


def load(root: Path) -> Loaded:
    """Return the content of the project at `root`, with all its problems."""
    reader = _Reader(root)
    content = reader.content()
    problems = sorted({*reader.problems, *(problem for rule in RULES for problem in rule(content))})
    counts: dict[Kind, int] = {
        "place": len(content.known.get("place", ())),
        "member": len(content.known.get("member", ())),
        "source": len(content.known.get("source", ())),
    }
    broken = any(problem.is_error for problem in problems)
    return Loaded(None if broken else _catalogue(content), problems, counts)


def load_or_raise(root: Path) -> Catalogue:
    """Return the content of the project at `root`; raise `ContentError` when there is one error."""
    loaded = load(root)
    if loaded.catalogue is None:
        raise ContentError(loaded.errors)
    return loaded.catalogue


class _Reader:
    """Reads the files one by one, and keeps what is wrong with each."""

    def __init__(self, root: Path) -> None:
        self.root = root
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
        # The one file that may be absent: machines write it.
        checks = os.path.lexists(self.root / DATA / "accessibility.yml")
        accessibility = self._single("accessibility", Accessibility) if checks else None
        written = read_pages(self.root, known)
        self.problems += written.problems
        pages = written.pages
        return Content(
            self.root, places, members, sources, manifesto, identity, pages, known, self.complete, accessibility, routes
        )

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
        document = self._read(self.root / DATA / f"{key}.yml")
        if document is None:
            return []
        try:
            # Each record is validated on its own below: here, only the frame of the file.
            frame.model_validate({**document.data, **({key: []} if key in document.data else {})})
        except ValidationError as error:
            self.problems += explain(error, document, frame)
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
            frame.model_validate({key: document.data[key]})
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


def _catalogue(content: Content) -> Catalogue:
    """Return the records in their published order, with the file of each."""
    places = [entry.record for entry in content.places if entry.record]
    members = [entry.record for entry in content.members if entry.record]
    sources = [entry.record for entry in content.sources if entry.record]
    if content.identity is None or content.identity.record is None:
        raise ValueError("an identity that is not valid passed without a problem")
    if content.manifesto is None or content.manifesto.record is None:
        raise ValueError("a manifesto that is not valid passed without a problem")
    kinds: dict[type[Record], str] = {
        Place: "place",
        Member: "member",
        Source: "source",
        Manifesto: "manifesto",
        Identity: "identity",
        Accessibility: "accessibility",
        Route: "route",
    }
    return Catalogue(
        identity=content.identity.record,
        places=tuple(sorted(places, key=lambda place: place.order)),
        members=tuple(sorted(members, key=lambda member: member.order)),
        sources=tuple(sorted(sources, key=lambda source: source.id)),
        manifesto=content.manifesto.record,
        pages=tuple(content.pages),
        files={(kinds[entry.model], entry.id): entry.document.path for entry in content},
        accessibility=content.accessibility.record if content.accessibility else None,
        routes=tuple(entry.record for entry in content.routes if entry.record),
    )
