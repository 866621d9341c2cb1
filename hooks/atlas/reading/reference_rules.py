"""Rules of the identifiers by which records name each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from atlas.model import Place, Route
from atlas.model.academy import SessionHead
from atlas.model.kinds import KINDS, LISTS
from atlas.model.publication import PLACEHOLDER_ID
from atlas.model.record import FieldPath, Record
from atlas.model.shapes import Kind, Leaf
from atlas.reading.certainty import near_miss
from atlas.reading.entries import Content, Entry
from atlas.reading.fixes import Write, as_yaml
from atlas.reading.problems import Problem, did_you_mean, quoted
from atlas.reading.slips import identifier

_NOUNS: Final = {
    "source": "aucune source ne s’appelle",
    "member": "aucun membre ne s’appelle",
    "place": "aucun lieu ne s’appelle",
    "route": "aucun itinéraire ne s’appelle",
    "indicator": "aucun indicateur ne s’appelle",
    "action": "aucune action ne s’appelle",
    "session": "aucune séance ne s’appelle",
    "term": "aucun terme du glossaire ne s’appelle",
}
_FILES: Final[Mapping[Kind, str]] = {
    "member": "members/",
    "place": "places/",
    "session": "docs/fr/academie/",
    **{KINDS[model]: f"docs/data/{file}.yml" for model, (file, _) in LISTS.items()},
}
"""Where a record of each kind is added."""

_ITSELF: Final[Mapping[type[Record], tuple[Kind, str]]] = {
    Place: ("place", "le lieu est lié à lui-même"),
    Route: ("route", "l’itinéraire est lié à lui-même"),
    SessionHead: ("session", "la séance est son propre prérequis"),
}
"""What a record that names itself is told: the kind of that record, and what is wrong."""


def references_exist(content: Content) -> Iterator[Problem]:
    """Check that every identifier names a record, and names it once in its list."""
    cures: dict[tuple[Kind, str], str] = {}  # a renamed source is missed in many places, and a search costs
    for entry in content:
        seen: set[tuple[FieldPath, str]] = set()
        for leaf in entry.leaves:
            target = leaf.shape.target
            if target is None or target not in content.known or leaf.value == PLACEHOLDER_ID:
                continue  # what a draft leaves to be named has a rule of its own
            if leaf.value not in content.known[target]:
                if (target, leaf.value) not in cures:
                    cures[target, leaf.value] = _cure(content, target, leaf.value)
                yield _unknown(entry, leaf, target, content, cures[target, leaf.value])
            elif (leaf.field[:-1], leaf.value) in seen:
                yield entry.error(leaf.field, f"{quoted(leaf.value)} est déjà dans la liste", "Ôtez cette répétition")
            elif leaf.value == entry.id and entry.model in _ITSELF and target == _ITSELF[entry.model][0]:
                yield entry.error(leaf.field, _ITSELF[entry.model][1], entry.removal(leaf.field))
            seen.add((leaf.field[:-1], leaf.value))


def _unknown(entry: Entry[Any], leaf: Leaf, target: Kind, content: Content, cure: str) -> Problem:
    known = content.known[target]
    several = re.split(r"[\s;,]+", leaf.value.strip())
    if len(several) > 1 and known.issuperset(several):
        wrong = f"il manque une virgule dans {quoted(leaf.value)}"
        return entry.error(leaf.field, wrong, f"Écrivez : {', '.join(several)}")
    meant = near_miss(leaf.value, known)
    fix = Write((*entry.at, *leaf.field), as_yaml(meant)) if meant else None
    return entry.error(leaf.field, f"{_NOUNS[target]} {quoted(leaf.value)}", cure, fix)


def _cure(content: Content, target: Kind, word: str) -> str:
    """Return the record that a word means, by its name or by its identifier, or how to make one."""
    near = _names(content, target).get(identifier(word)) or did_you_mean(word, sorted(content.known[target]))
    return f"Vouliez-vous dire « {near} » ?" if near else f"Corrigez-le, ou ajoutez-le d’abord dans {_FILES[target]}"


def _names(content: Content, target: Kind) -> Mapping[str, str]:
    """Return the identifiers of the records of a kind by their names, which editors may write instead."""
    found: dict[str, str] = {}
    for entry in content:
        if entry.kind == target and entry.id:
            written = [entry.data.get(key) for key in ("name", "short_name", "full_name", "title", "term")]
            texts = [text for value in written for text in (value.values() if isinstance(value, dict) else [value])]
            found |= {identifier(text): entry.id for text in texts if isinstance(text, str)}
    return found
