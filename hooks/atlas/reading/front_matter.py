"""The head of a Markdown file: the YAML between two lines of `---`, read as strictly as any record."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from atlas.reading.plain_text import read_text
from atlas.reading.problems import ContentError, Problem, quoted
from atlas.reading.yaml_source import Document, name_of, parse

_HEAD: Final = re.compile(r"---[ ]*\n(?P<head>.*?)^---[ ]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Written:
    """A Markdown file with a head.

    Attributes:
        document: The head, whose lines are those of the file.
        body: The Markdown after it.
        first: The number of lines before the body.
    """

    document: Document
    body: str
    first: int

    @property
    def file(self) -> str:
        """The file, relative to the project."""
        return self.document.path


def no_head(text: str, name: str, keys: str) -> Problem:
    """Return what is wrong with a file whose head cannot be found: it never begins, or never ends.

    Args:
        text: The file.
        name: The file, for messages.
        keys: The keys that a head needs.
    """
    lines = text.split("\n")
    written = [rank for rank, line in enumerate(lines) if re.match(r"[a-z_]+:(?: |$)", line)]
    if lines[0].strip() == "---" and written:
        last = next((rank for rank in range(1, len(lines)) if not lines[rank].strip() or lines[rank][0] in "#<"), 1)
        cure = "Ajoutez avant cette ligne une ligne de trois tirets : ---"
        return Problem(name, last + 1, "", "l’en-tête n’est pas fermé", cure)
    if written and written[0] <= 2 and not re.match(r"[a-z_]+:", lines[0]):
        wrong = f"l’en-tête doit commencer à la première ligne, par trois tirets, et non par {quoted(lines[0])}"
        if not lines[0].strip():
            return Problem(name, 1, "", "une ligne vide précède l’en-tête", "Ôtez-la : le fichier commence par ---")
        return Problem(name, 1, "", wrong, "Écrivez --- sur cette ligne, et rien d’autre")
    cure = f"Commencez le fichier par une ligne ---, puis {keys}, puis une ligne ---"
    return Problem(name, 1, "", "le fichier n’a pas d’en-tête", cure)


def read_written(path: Path, root: Path, keys: str) -> Written:
    """Return a Markdown file with its head.

    Args:
        path: The file.
        root: The project.
        keys: The keys that a head needs, as the cure of a missing one names them: `title:, summary:`.

    Raises:
        ContentError: When the file has no head, or one that is not YAML.
    """
    name = name_of(path, root)
    text = read_text(path, name)
    match = _HEAD.match(text)
    if match is None:
        raise ContentError([no_head(text, name, keys)])
    # One line feed stands for the opening `---`, so that lines are those of the file.
    document = parse("\n" + match["head"], name)
    return Written(document, text[match.end() :], text.count("\n", 0, match.end()))
