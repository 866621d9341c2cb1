"""Reads the sessions of the Academy and their lessons: two Markdown files make a record, one a language."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, TypeVar

from pydantic import ValidationError

from atlas import urls
from atlas.model.academy import (
    Lesson,
    LessonBody,
    LessonHead,
    LessonWords,
    Session,
    SessionHead,
    SessionWords,
)
from atlas.model.record import Record
from atlas.model.text import LANGS, Lang, Text
from atlas.reading.entries import Academy, Entry, Pair
from atlas.reading.front_matter import Written, read_written
from atlas.reading.lesson_body import read_body
from atlas.reading.messages import explain
from atlas.reading.problems import ContentError, Problem
from atlas.reading.yaml_source import name_of

HEAD: Final = "index.md"
"""The file of a session in its folder; the others are its lessons."""

_NAME: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

F = TypeVar("F", bound=Record)
E = TypeVar("E", bound=Record)


def folder(root: Path, lang: Lang) -> Path:
    """Return the folder of the Academy in a language."""
    return root / "docs" / lang / urls.SLUGS["academy"][lang]


def read_academy(root: Path) -> Academy:
    """Return the sessions and lessons of a project, with what is wrong in each file."""
    found = Academy()
    names: dict[str, dict[Lang, set[str]]] = {}
    for lang in LANGS:
        for session in _folders(folder(root, lang)):
            if not _NAME.fullmatch(session.name):
                cure = "Renommez-le en minuscules sans accent, chiffres et traits d’union"
                wrong = "le nom du dossier n’est pas un identifiant"
                found.problems.append(Problem(name_of(session, root) + "/", 0, "", wrong, cure))
                continue
            files = {file for file in os.listdir(session) if not file.startswith(".")}
            if not files:
                continue  # a folder that Git would not keep
            names.setdefault(session.name, {})[lang] = {file for file in files if file.endswith(".md")}
            others = sorted((lang, file) for file in files if not file.endswith(".md"))
            found.others.setdefault(session.name, []).extend(others)
    for id, files_of in sorted(names.items()):
        reader = _Reader(root, id, files_of, found)
        found.sessions[id] = reader.pair(id, HEAD, SessionHead, SessionWords, "title:, summary: et objectives:")
        for file in sorted({file for files in files_of.values() for file in files} - {HEAD}):
            stem = file.removesuffix(".md")
            if not _NAME.fullmatch(stem):
                reader.bad_name(file)
                continue
            key = f"{id}/{stem}"
            found.lessons[key] = reader.pair(key, file, LessonHead, LessonWords, "title:, summary: et objectives:")
            found.bodies[key] = reader.bodies(found.lessons[key])
    return found


def _folders(academy: Path) -> Sequence[Path]:
    try:
        return sorted(path for path in academy.iterdir() if path.is_dir() and not path.name.startswith("."))
    except OSError:
        return []


class _Reader:
    """Reads the files of one session."""

    def __init__(self, root: Path, session: str, files: Mapping[Lang, set[str]], found: Academy) -> None:
        self.root = root
        self.session = session
        self.files = files
        self.found = found

    def pair(self, id: str, file: str, french: type[F], english: type[E], keys: str) -> Pair[F, E]:
        """Return a record as written in two files."""
        there = frozenset(lang for lang in LANGS if file in self.files.get(lang, ()))
        written = {}
        for lang in LANGS:
            if lang not in there:
                continue
            try:
                written[lang] = read_written(folder(self.root, lang) / self.session / file, self.root, keys)
            except ContentError as error:
                self.found.problems += error.problems
                self.found.complete = False
        return Pair(
            id,
            self._entry(id, french, written.get("fr")),
            self._entry(id, english, written.get("en")),
            written,
            there,
        )

    def _entry(self, id: str, model: type[F], written: Written | None) -> Entry[F] | None:
        if written is None:
            return None
        document, record = written.document, None
        self.found.problems += document.problems
        try:
            record = model.model_validate(document.data)
        except ValidationError as error:
            self.found.problems += explain(error, document, model)
        return Entry(id, model, document, (), document.data, record)

    def bodies(self, pair: Pair[LessonHead, LessonWords]) -> dict[Lang, LessonBody]:
        """Return the parts of a lesson in each language."""
        bodies = {}
        for lang, written in pair.written.items():
            bodies[lang], problems = read_body(written.body, written.file, written.first, lang)
            self.found.problems += problems
        return bodies

    def bad_name(self, file: str) -> None:
        """Say that a file of a lesson has a name that cannot be an address."""
        for lang in LANGS:
            if file in self.files.get(lang, ()):
                name = name_of(folder(self.root, lang) / self.session / file, self.root)
                wrong = "le nom du fichier n’est pas un identifiant"
                cure = "Renommez-le en minuscules sans accent, chiffres et traits d’union, par exemple « communes.md »"
                self.found.problems.append(Problem(name, 0, "", wrong, cure))


def sessions(academy: Academy) -> tuple[Session, ...]:
    """Return the sessions in the order of the course, each with its lessons.

    Raises:
        ValueError: When something in them is wrong; call it only when the checks have passed.
    """
    made = [_session(pair, academy) for pair in academy.sessions.values()]
    return tuple(sorted(made, key=lambda session: session.order))


def _session(pair: Pair[SessionHead, SessionWords], academy: Academy) -> Session:
    fr, en = _heads(pair)
    return Session(
        id=pair.id,
        title=Text(fr=fr.title, en=en.title),
        summary=Text(fr=fr.summary, en=en.summary),
        order=fr.order,
        edition=fr.edition,
        scheduled=fr.scheduled,
        mode=fr.mode,
        level=fr.level,
        audience=Text(fr=fr.audience, en=en.audience),
        prerequisites=fr.prerequisites,
        prerequisites_text=Text(fr=fr.prerequisites_text, en=en.prerequisites_text)
        if fr.prerequisites_text and en.prerequisites_text
        else None,
        themes=fr.themes,
        objectives=_texts(fr.objectives, en.objectives),
        speakers=fr.speakers,
        places=fr.places,
        members=fr.members,
        actions=fr.actions,
        lessons=tuple(_lesson(f"{pair.id}/{lesson}", academy) for lesson in fr.lessons),
        resources=fr.resources,
        body={lang: written.body for lang, written in pair.written.items()},
        files=pair.files,
        asked={"fr": fr.questions, "en": en.questions},
    )


def _lesson(key: str, academy: Academy) -> Lesson:
    pair = academy.lessons[key]
    fr, en = _heads(pair)
    session, _, id = key.partition("/")
    return Lesson(
        id=id,
        session=session,
        title=Text(fr=fr.title, en=en.title),
        summary=Text(fr=fr.summary, en=en.summary),
        minutes=fr.minutes,
        exercise_minutes=fr.exercise_minutes,
        updated=fr.updated,
        objectives=_texts(fr.objectives, en.objectives),
        key_points=_texts(fr.key_points, en.key_points),
        places=fr.places,
        members=fr.members,
        terms=fr.terms,
        reading=fr.reading,
        body=academy.bodies[key],
        files=pair.files,
        asked={"fr": fr.questions, "en": en.questions},
    )


def _heads(pair: Pair[F, E]) -> tuple[F, E]:
    if pair.fr is None or pair.en is None or pair.fr.record is None or pair.en.record is None:
        raise ValueError(f"{pair.id}: what is not valid passed without a problem")
    return pair.fr.record, pair.en.record


def _texts(french: Sequence[str], english: Sequence[str]) -> tuple[Text, ...]:
    return tuple(Text(fr=fr, en=en) for fr, en in zip(french, english, strict=True))
