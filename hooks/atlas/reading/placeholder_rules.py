"""What a scaffold left to be written: a draft may hold it, a page may not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from atlas.model.academy import LessonWords, SessionWords
from atlas.model.publication import PLACEHOLDER_ID, PLACEHOLDERS, Publishable
from atlas.model.record import FieldPath
from atlas.reading.entries import Academy, Content, Entry, Pair
from atlas.reading.problems import Problem, quoted


def nothing_is_left_to_write(content: Content) -> Iterator[Problem]:
    """Refuse to publish what a scaffold left to be written."""
    pairs = {entry.document.path: pair for pair in _pairs(content.academy) for entry in pair.entries}
    for entry in content:
        pair = pairs.get(entry.document.path)
        if not _is_draft(pair.fr if pair else entry):
            for field, value in _placeholders(entry):
                if value == PLACEHOLDER_ID:
                    yield entry.error(field, f"la source reste à nommer ({quoted(value)})", f"Nommez-la{_wait(entry)}")
                else:
                    yield entry.error(field, f"ce texte reste à écrire ({quoted(value)})", f"Écrivez-le{_wait(entry)}")
    for pair in _pairs(content.academy):
        if not _is_draft(pair.fr):
            yield from _bodies(pair)


def _pairs(academy: Academy | None) -> Iterator[Pair[Any, Any]]:
    yield from academy.pairs if academy else ()


def _bodies(pair: Pair[Any, Any]) -> Iterator[Problem]:
    """Yield the pages of a session or a lesson that hold placeholders, each told once."""
    for written in pair.written.values():
        lines = [
            written.first + number
            for number, line in enumerate(written.body.split("\n"), 1)
            if any(sign in line for sign in PLACEHOLDERS.values())
        ]
        if lines:
            others = f", et {len(lines) - 1} autres" if len(lines) > 1 else ""
            entry = pair.en if pair.en and pair.en.document.path == written.file else pair.fr
            cure = f"Écrivez-{'les' if others else 'la'}{_wait(entry)}"
            yield Problem(written.file, lines[0], "", f"cette ligne reste à écrire{others}", cure)


def _placeholders(entry: Entry[Any]) -> Iterator[tuple[FieldPath, str]]:
    """Yield the fields of a record that are left to be written, with what stands there."""
    for leaf in entry.leaves:
        if leaf.shape.role == "id" and leaf.value == PLACEHOLDER_ID:
            yield leaf.field, leaf.value
        elif leaf.shape.role == "words":
            yield from ((leaf.field, sign) for sign in PLACEHOLDERS.values() if sign in leaf.value)


def _wait(entry: Entry[Any] | None) -> str:
    """Return how to wait: what cannot be a draft has to be written, and the French file speaks for both."""
    if entry is not None and issubclass(entry.model, (SessionWords, LessonWords)):
        return ", ou ajoutez « draft: true » au fichier français"
    return ", ou ajoutez « draft: true »" if entry is not None and issubclass(entry.model, Publishable) else ""


def _is_draft(entry: Entry[Any] | None) -> bool:
    return entry is not None and entry.data.get("draft") is True
