"""What would certainly put a problem right, in a form that a program applies: see `atlas.mending`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from atlas.model.record import FieldPath


@dataclass(frozen=True)
class Write:
    """Another value in a field.

    Attributes:
        field: The field, from the head of the file.
        value: What to write there, as YAML has it.
    """

    field: FieldPath
    value: str


@dataclass(frozen=True)
class Swap:
    """Two values that change places.

    Attributes:
        first: One field, from the head of the file.
        second: The other one.
    """

    first: FieldPath
    second: FieldPath


@dataclass(frozen=True)
class RenameKey:
    """Another name for a key.

    Attributes:
        field: The field as it is written, from the head of the file.
        key: The name that its last key takes.
    """

    field: FieldPath
    key: str


@dataclass(frozen=True)
class Retype:
    """Another word on the line of the problem, where `old` stands once.

    Attributes:
        old: The word as it is written.
        new: The word to write instead.
    """

    old: str
    new: str


@dataclass(frozen=True)
class RenameFile:
    """Another name for the file.

    Attributes:
        name: The name that it takes, in its folder.
    """

    name: str


Fix: TypeAlias = Write | Swap | RenameKey | Retype | RenameFile
"""One of them."""


def as_yaml(value: str) -> str:
    """Return an identifier, a term or a date as YAML: in quotation marks where a bare word would be something else."""
    bare = value[:1].isalpha() and value not in {"yes", "no", "on", "off", "true", "false", "null", "y", "n"}
    return value if bare else f'"{value}"'
