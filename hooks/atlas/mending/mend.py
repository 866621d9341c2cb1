"""Mends the content of a project: what is seen by nobody first, then the certain cures, then the order of keys."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from atlas import schema, urls
from atlas.mending.change import Change, line_changes
from atlas.mending.cures import cured
from atlas.mending.order import in_order
from atlas.mending.parts import Part
from atlas.mending.signs import with_plain_signs
from atlas.mending.whitespace import with_plain_lines, with_spaces, without_trailing_spaces
from atlas.model.academy import LessonHead, LessonWords, SessionHead, SessionWords
from atlas.model.record import Record
from atlas.model.text import LANGS
from atlas.reading.check import among
from atlas.reading.fixes import RenameFile
from atlas.reading.loading import load
from atlas.reading.plain_text import MAX_BYTES
from atlas.reading.problems import Problem

ROUNDS: Final = 5
"""Cures that may follow from one another: a key renamed, then its value, then what names it."""

_STEPS: Final[Sequence[Callable[[str, Part], tuple[Part, list[Change]]]]] = (
    with_spaces,
    without_trailing_spaces,
    with_plain_signs,
)
_FOLDERS: Final = {"places": "place", "members": "member", "members/people": "person"}


def mend(root: Path, paths: Sequence[str] = ()) -> list[Change]:
    """Mend the files of a project, or those alone that `paths` name, and return what was changed.

    A file that cannot be read as text is left as it is, and so is whatever has more than one cure.
    """
    changes = [change for path in files(root, paths) for change in _tidied(root, path)]
    for _ in range(ROUNDS):
        cures = [problem for problem in among(load(root).problems, paths, root) if problem.fix]
        made = [change for problem in cures for change in _cured(root, problem)]
        changes += made
        if not made:
            break
    changes += [change for path in files(root, paths) for change in _ordered(root, path)]
    return sorted(set(changes))


def files(root: Path, paths: Sequence[str] = ()) -> list[str]:
    """Return the content files of a project, relative to it, or those alone that `paths` name."""
    found = [file for folder in _FOLDERS for file in (root / folder).glob("*.y*ml")]
    found += (root / "docs" / "data").glob("*.yml")
    found += (file for lang in LANGS for file in (root / "docs" / lang).rglob("*.md"))
    names = sorted(file.relative_to(root).as_posix() for file in found)
    return [name for name in names if among([Problem(name, 0, "", "", "")], paths, root)]


def model_of(path: str) -> type[Record] | None:
    """Return the model of what a file holds, by where it stands; none for a page, whose head is a few lines."""
    folder, _, name = path.rpartition("/")
    if folder in _FOLDERS:
        return schema.MODELS[_FOLDERS[folder]]
    if folder == "docs/data":
        return schema.MODELS.get(name.removesuffix(".yml"))
    for lang in LANGS:
        if folder.startswith(f"docs/{lang}/{urls.SLUGS['academy'][lang]}/"):
            if name == "index.md":
                return SessionHead if lang == "fr" else SessionWords
            return LessonHead if lang == "fr" else LessonWords
    return None


def _tidied(root: Path, path: str) -> Iterator[Change]:
    text = _read(root / path)
    if text is None:
        return
    whole, changes = with_plain_lines(path, text)
    part = Part.of(path, whole)
    if part is not None:
        for step in _STEPS:
            part, more = step(path, part)
            changes += more
        whole = part.text
    _write(root / path, text, whole)
    yield from changes


def _cured(root: Path, problem: Problem) -> Iterator[Change]:
    path = root / problem.path
    if isinstance(problem.fix, RenameFile):
        if not path.with_name(problem.fix.name).exists():
            path.rename(path.with_name(problem.fix.name))
            yield Change(problem.path, 0, problem.wrong, path.name, problem.fix.name)
        return
    text = _read(path)
    part = Part.of(problem.path, text) if text else None
    after = cured(part, problem) if part else None
    if text and after and _write(path, text, after):
        yield from line_changes(problem.path, text, after, problem.wrong)


def _ordered(root: Path, path: str) -> Iterator[Change]:
    text, model = _read(root / path), model_of(path)
    part = Part.of(path, text) if text else None
    if text and part and model:
        part, changes = in_order(path, part, model)
        _write(root / path, text, part.text)
        yield from changes


def _read(path: Path) -> str | None:
    """Return the text of an ordinary file, its line ends as they are; none when it is no text."""
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
            return None
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _write(path: Path, before: str, after: str) -> bool:
    if before == after:
        return False
    path.write_bytes(after.encode("utf-8"))
    return True
