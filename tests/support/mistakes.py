"""Planted mistakes: the small project with a slip in it, stated in a file of `tests/mistakes/`."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from support.photos import photo
from support.projects import ROOT, SMALL_SITE

FOLDER = ROOT / "tests" / "mistakes"
"""Where the mistakes are, one a file."""

CONTENT = ("places", "members", "docs/data", "docs/fr", "docs/en")
"""What a mistake is planted in."""


@dataclass(frozen=True)
class Mistake:
    """A slip of an editor, and what the check says of it.

    Attributes:
        mistake: The slip, in a sentence.
        edit: Replacements, each with a `file`, what stands there once (`old`) and what replaces it (`new`).
        write: Files of text.
        base64: Files of bytes.
        photos: Photographs made for the purpose, with the arguments of `photo`.
        repeat: Files of a `text` many `times` over.
        rename: Files that change their names.
        remove: Files and empty folders that go.
        expect: The lines of the errors, with ordinary spaces.
        notices: The lines of what is left to verify, beside what the small project has.
    """

    mistake: str
    edit: Sequence[Mapping[str, str]] = ()
    write: Mapping[str, str] = field(default_factory=dict)
    base64: Mapping[str, str] = field(default_factory=dict)
    photos: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    repeat: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    rename: Mapping[str, str] = field(default_factory=dict)
    remove: Sequence[str] = ()
    expect: Sequence[str] = ()
    notices: Sequence[str] = ()

    @classmethod
    def of(cls, written: Mapping[str, Any]) -> Mistake:
        """Return the mistake that a file states."""
        return cls(**written)

    def plant(self, root: Path) -> None:
        """Copy the content of the small project to `root`, with the mistake in them."""
        for name in CONTENT:
            shutil.copytree(SMALL_SITE / name, root / name)
        for change in self.edit:
            path = root / change["file"]
            text = path.read_text(encoding="utf-8")
            assert text.count(change["old"]) == 1, f"{change['old']!r} stands {text.count(change['old'])} times"
            path.write_text(text.replace(change["old"], change["new"]), encoding="utf-8")
        for name, text in self.write.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        for name, data in self.base64.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(base64.b64decode(data))
        for name, how in self.photos.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(photo(**how))
        for name, part in self.repeat.items():
            (root / name).write_text(part["text"] * part["times"], encoding="utf-8")
        for old, new in self.rename.items():
            (root / old).rename(root / new)
        for name in self.remove:
            path = root / name
            path.rmdir() if path.is_dir() else path.unlink()


def mistakes() -> Mapping[str, Mistake]:
    """Return the planted mistakes by the names of their files."""
    files = sorted(FOLDER.glob("*.yml"))
    return {file.stem: Mistake.of(yaml.safe_load(file.read_text(encoding="utf-8"))) for file in files}


def lines(mistake: Mistake, root: Path) -> tuple[list[str], list[str]]:
    """Return the errors of a project with the mistake, and the notices that the small project has not."""
    from atlas.reading.loading import load

    mistake.plant(root)
    loaded = load(root)
    usual = _usual()
    return (
        [plain(str(problem)) for problem in loaded.errors],
        [plain(str(problem)) for problem in loaded.notices if (problem.field, problem.wrong) not in usual],
    )


@cache
def _usual() -> frozenset[tuple[str, str]]:
    """Return what is left to verify in the small project as it is."""
    from atlas.reading.loading import load

    return frozenset((problem.field, problem.wrong) for problem in load(SMALL_SITE).notices)


def plain(message: str) -> str:
    """Return a message with ordinary spaces, which can be typed and compared."""
    return message.replace("\u00a0", " ")
