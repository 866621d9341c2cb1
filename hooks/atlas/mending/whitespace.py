"""Line ends, tabs and spaces at the end of lines: what nobody sees, and what makes YAML unreadable."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from atlas.mending.change import Change, line_changes
from atlas.mending.parts import Part, meaning


def with_plain_lines(path: str, text: str) -> tuple[str, list[Change]]:
    """Return a text whose lines end as ours do, the last one included, and what was changed."""
    changes = []
    whole = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if "\r" in text:
        changes.append(Change(path, 0, "fins de ligne de Windows (CRLF), remplacées par celles du projet (LF)"))
    if text.startswith("\ufeff"):
        changes.append(Change(path, 1, "marque d’encodage invisible en tête du fichier, ôtée"))
    if whole and not whole.endswith("\n"):
        changes.append(Change(path, whole.count("\n") + 1, "saut de ligne ajouté à la fin du fichier"))
        whole += "\n"
    return whole, changes


def with_spaces(path: str, part: Part) -> tuple[Part, list[Change]]:
    """Return a file without tabs in its YAML, and what was changed; as it is when a tab may mean two things."""
    if "\t" not in part.yaml:
        return part, []
    readings = [(text, said) for text in _without_tabs(part.yaml) if (said := meaning(text)) is not None]
    if not readings or any(said != readings[0][1] for _, said in readings):
        return part, []
    yaml = readings[0][0]
    return part.with_(yaml), list(line_changes(path, part.yaml, yaml, "tabulation", part.first))


def _without_tabs(yaml: str) -> Iterator[str]:
    """Yield a text for each width that an editor may have shown the tabs of an indentation with."""
    for width in (2, 4, 8):
        lines = []
        for line in yaml.split("\n"):
            rest = line.lstrip(" \t")
            indent = line[: len(line) - len(rest)].expandtabs(width)
            lines.append(indent + rest.replace("\t", " "))
        yield "\n".join(lines)


def without_trailing_spaces(path: str, part: Part) -> tuple[Part, list[Change]]:
    """Return a file whose YAML has no space at the end of a line, and what was changed."""
    yaml = "\n".join(line.rstrip(" ") for line in part.yaml.split("\n"))
    if yaml == part.yaml or _squeezed(meaning(yaml)) != _squeezed(meaning(part.yaml)):
        return part, []
    return part.with_(yaml), list(line_changes(path, part.yaml, yaml, "espaces en fin de ligne", part.first))


def _squeezed(said: Any) -> Any:
    """Return data whose texts have one space between two words, as readers see them."""
    if isinstance(said, dict):
        return {key: _squeezed(value) for key, value in said.items()}
    if isinstance(said, list):
        return [_squeezed(value) for value in said]
    return " ".join(said.split()) if isinstance(said, str) else said
