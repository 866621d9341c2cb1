"""What is said of a key: one that is missing, one that no record has, one that stands at the wrong depth."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from atlas.model import Member, Observation, Person, Place
from atlas.model.record import FieldPath, Record
from atlas.model.shapes import SOURCE_FIELDS, model_at, shapes
from atlas.model.text import Text
from atlas.model.vocabulary import Term
from atlas.reading.french_keys import meant_by
from atlas.reading.problems import did_you_mean, listed, quoted, shortened
from atlas.reading.refusals import Advice, Refusal
from atlas.reading.slips import without_quotes
from atlas.reading.yaml_source import Document

SOURCE_ID: Final = "un de docs/data/sources.yml"
"""Where the identifiers of sources are."""

_FEW: Final = 4
"""Terms of a vocabulary that are all told for an example."""


@dataclass(frozen=True)
class Move:
    """A key that belongs to another record of the same file.

    Attributes:
        target: Where it would be right.
        advice: What is wrong, and the cure.
    """

    target: FieldPath
    advice: Advice


def missing_key(refusal: Refusal) -> Advice:
    """Tell a key that is missing, and what to write."""
    if refusal.parent is Text:
        other = "fr" if refusal.key == "en" else "en"
        where = "dans les mêmes accolades, après une virgule" if refusal.inline else "sur sa ligne, au même retrait"
        return f"{refusal.label} manque", f"Ajoutez « {refusal.key}: » à côté de « {other}: », {where}"
    if refusal.key in SOURCE_FIELDS:
        return "la source manque", f"Ajoutez : {refusal.key}: [identifiant-de-la-source] ({SOURCE_ID})"
    if refusal.parent is Observation and refusal.key == "qualifier" and "band" in refusal.beside:
        return "« qualifier » manque", "Ajoutez « qualifier: range », comme toute tranche le veut"
    meaning = f" ({refusal.meaning})" if refusal.meaning else ""
    shown = _example(refusal)
    return f"{refusal.label} manque", f"Ajoutez « {refusal.key}: »{meaning}{f', par exemple {shown}' if shown else ''}"


def _example(refusal: Refusal) -> str:
    if refusal.shape and refusal.shape.model is Text:
        return "{fr: …, en: …}"
    hint = refusal.shape.hint if refusal.shape else None
    if isinstance(hint, type) and issubclass(hint, Term) and len(hint) <= _FEW:
        return listed(term.value for term in hint)
    return refusal.example


def unknown_key(refusal: Refusal) -> Advice:
    """Tell a key that no such record has, and the one that was meant."""
    key = str(refusal.field[-1])
    if refusal.parent is not None and (near := near_key(key, refusal.parent, refusal.beside)):
        if key.startswith(near + ":"):
            return (
                f"il manque un espace après {quoted(near + ':')}",
                f"Écrivez : {shortened(near + ': ' + key[len(near) + 1 :])}",
            )
        return f"la clé {quoted(key)} est inconnue", f"Vouliez-vous dire « {near} » ?"
    if key.isdigit():
        before, number = _before(key, refusal.beside)
        shown = f"{before}: {re.sub(r'[^0-9-]', '', str(number))}.{key}" if before else "43.29"
        return f"la clé {quoted(key)} est inconnue", f"Un nombre décimal s’écrit avec un point : {shown}"
    known = keys_of(refusal.parent) if refusal.parent else []
    free = [name for name in known if name not in refusal.beside]  # a key stands once: the others are no cure
    if len(free) > 1:
        others = f" ; les clés encore possibles ici sont {listed(free, 18).replace(' ou ', ' et ')}"
    else:
        others = f" ; seule la clé {free[0]} est encore possible ici" if free else ""
    return f"la clé {quoted(key)} est inconnue", f"Ôtez-la{others}"


def keys_of(model: type[Record]) -> list[str]:
    """Return the keys to write: for a file that is a record, its name is the identifier."""
    return sorted(name for name in shapes(model) if name != "id" or model not in {Place, Member, Person})


def near_key(key: str, model: type[Record], beside: Iterable[str] = ()) -> str | None:
    """Return the key that an unknown one means: cut from its value, in French, or misspelled."""
    key = without_quotes(key)
    known = keys_of(model)
    starts = [name for name in known if key.startswith(name + ":")]
    if starts:
        return starts[-1]
    french = meant_by(key, [name for name in known if name not in beside])
    longer = [name for name in known if len(name) > 2 and key.startswith(name)]
    return french or (longer[-1] if longer else did_you_mean(key, known))


def cut_text(refusal: Refusal) -> Advice | None:
    """Tell a text within braces that a comma cuts, so that its end is taken for a key; none for any other key."""
    written = list(refusal.beside.items())
    rank = next((rank for rank, (name, _) in enumerate(written) if name == refusal.field[-1]), 0)
    start = next((each for each in range(rank, -1, -1) if written[each][1] is not None), None)
    if not refusal.inline or refusal.value is not None or refusal.key.isdigit() or start is None or start == rank:
        return None
    key, text = written[start]
    if not isinstance(text, str):
        return None
    end = next((each for each in range(rank, len(written)) if written[each][1] is not None), len(written))
    whole = without_quotes(", ".join([text, *(name for name, _ in written[start + 1 : end])]))
    wrong = f"une virgule coupe le texte de « {key}: », écrit entre accolades sans guillemets droits"
    return wrong, f'Écrivez le texte entier entre guillemets droits : {key}: "{shortened(whole)}"'


def misplaced(document: Document, model: type[Record], at: FieldPath, loc: FieldPath) -> Move | None:
    """Return where a key belongs that is indented too much, or not enough; none when it belongs nowhere near.

    Args:
        document: The file.
        model: The model of the record.
        at: Where the record stands in the file.
        loc: The key, from the head of the record.
    """
    key = str(loc[-1])
    for depth in range(len(loc) - 2, -1, -1):
        holder, outer = loc[depth], model_at(model, loc[:depth])
        if not isinstance(holder, str) or outer is None:
            continue
        if key in keys_of(outer) and key not in _written(document, at, loc[:depth]):
            wrong = f"« {key}: » est trop en retrait : elle n’appartient pas à « {holder}: »"
            return Move((*loc[:depth], key), (wrong, f"Mettez-la au même retrait que « {holder}: »"))
    beside, parent = _written(document, at, loc[:-1]), model_at(model, loc[:-1])
    before, value = _before(key, beside)
    shape = shapes(parent).get(before) if parent else None
    if shape is None or shape.model is None or key not in keys_of(shape.model):
        return None
    rank = len(value) - 1 if isinstance(value, list) and value else None
    last = value[rank] if rank is not None else value
    if not isinstance(last, dict | None) or key in (last or ()):
        return None
    wrong = f"« {key}: » n’est pas assez en retrait : elle appartient à « {before}: »"
    inside = () if rank is None else (rank,)
    cure = f"Alignez-la sous « {next(iter(last))}: »" if last else "Mettez deux espaces de plus devant elle"
    return Move((*loc[:-1], before, *inside, key), (wrong, cure))


def _before(key: str, beside: Mapping[str, Any]) -> tuple[str, Any]:
    """Return the key written just before another one, with its value."""
    names = list(beside)
    rank = names.index(key) if key in names else 0
    return (names[rank - 1], beside[names[rank - 1]]) if rank else ("", None)


def _written(document: Document, at: FieldPath, loc: FieldPath) -> Mapping[str, Any]:
    found: Any = document.data
    for step in (*at, *loc):
        try:
            found = found[step]
        except (KeyError, IndexError, TypeError):  # a step that pydantic alone knows
            return {}
    return found if isinstance(found, dict) else {}
