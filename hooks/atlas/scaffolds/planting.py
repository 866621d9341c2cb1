"""Writes a draft into a project, all of it or nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

from atlas.reading.problems import quoted
from atlas.reading.slips import identifier
from atlas.scaffolds.kinds import Kind
from atlas.scaffolds.order import Order, RefusedError

_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def checked_id(kind: Kind, id: str, root: Path, answers: Mapping[str, str]) -> str:
    """Return an identifier that a new record may take; raise `RefusedError` otherwise."""
    if not _ID.fullmatch(id) or len(id) > 60:
        meant = identifier(id)
        hint = f"Écrivez {meant}" if meant else "Écrivez par exemple villa-blanche"
        raise RefusedError(f"{quoted(id)} n’est pas un identifiant. {hint}")
    if id in kind.taken(root, answers):
        raise RefusedError(f"l’identifiant {quoted(id)} est déjà pris. Choisissez-en un autre, comme {id}-2")
    return id


def plant(
    kind: Kind, root: Path, name: str, day: date, *, id: str = "", name_en: str = "", answers: Mapping[str, str]
) -> list[str]:
    """Write the draft of a record, and return the files written, relative to the project.

    Args:
        kind: The kind of record.
        root: The project.
        name: The name, in French.
        day: Today.
        id: The identifier; that of the name when it is empty.
        name_en: The name in English; the French one when it is empty.
        answers: What else the kind asks for.

    Raises:
        RefusedError: When the name gives no identifier, or one that is taken; nothing is written then.
    """
    if not name.strip():
        raise RefusedError(f"le nom manque. Écrivez-le, par exemple : {kind.example}")
    for question in kind.questions:
        if question.required and question.key not in answers:
            raise RefusedError(f"{question.text} Ajoutez IN={question.example}")
    chosen = checked_id(kind, id or identifier(name), root, answers)
    order = Order(root, chosen, name.strip(), name_en.strip() or name.strip(), kind.rank(root), day, answers)
    files = kind.write(order)
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")
    return sorted(files)
