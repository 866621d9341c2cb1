"""What somebody asked a scaffold for, and what a scaffold answers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from atlas.model.publication import PLACEHOLDERS

FR, EN = PLACEHOLDERS["fr"], PLACEHOLDERS["en"]
"""What stands for a text to be written."""


class RefusedError(Exception):
    """An order that cannot be served, told in French."""


@dataclass(frozen=True)
class Order:
    """What a record is to be.

    Attributes:
        root: The project.
        id: The identifier.
        name: The name, in French.
        name_en: The name, in English.
        rank: The next free rank among records of its kind, where they have one.
        day: The day of the order.
        answers: What else was asked, by key.
    """

    root: Path
    id: str
    name: str
    name_en: str
    rank: int
    day: date
    answers: Mapping[str, str] = field(default_factory=dict)


def quoted(text: str) -> str:
    """Return a text as YAML, whatever signs it has."""
    return json.dumps(text, ensure_ascii=False)


def both(indent: int, fr: str = FR, en: str = EN) -> str:
    """Return a text in both languages as YAML, under its key."""
    spaces = " " * indent
    return f"\n{spaces}fr: {fr}\n{spaces}en: {en}"
