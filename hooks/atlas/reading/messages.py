"""What the models refuse, in the words of an editor: what is wrong, and what to write."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from atlas.model.record import FieldPath
from atlas.model.shapes import SOURCE_FIELDS, field_at, model_at, shapes
from atlas.model.text import Text
from atlas.reading.certainty import certain
from atlas.reading.key_sayings import (
    SOURCE_ID,
    Move,
    cut_text,
    keys_of,
    misplaced,
    missing_key,
    near_key,
    unknown_key,
)
from atlas.reading.problems import Problem, listed, quoted, shortened
from atlas.reading.refusals import Advice, Refusal
from atlas.reading.slips import identifier
from atlas.reading.value_sayings import (
    bad_pattern,
    not_boolean,
    not_date,
    not_local_time,
    not_number,
    not_term,
    not_text,
    not_url,
    not_whole_day,
    out_of_range,
    several_values,
    skipped_hour,
    too_long,
)
from atlas.reading.yaml_source import Document, dotted

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from atlas.model.record import Record
    from atlas.reading.fixes import Fix

_OF_SEVERAL: Final = frozenset({"missing", "extra_forbidden", "too_short", "too_long"})
"""The refusals of lists and records as such."""

MOST_TOLD: Final = 100
"""Problems of one record that are told one by one: more come from something else than a slip."""


def explain(error: ValidationError, document: Document, model: type[Record], at: FieldPath = ()) -> Iterator[Problem]:
    """Yield the problems of a record that stands at `at` in its document."""
    every = error.errors(include_url=False)
    details = every[:MOST_TOLD]
    moves = {detail["loc"]: move for detail in details if (move := _move(detail, document, model, at))}
    meant = {move.target for move in moves.values()} | set(_meant(details, document, model, at))
    cut: set[FieldPath] = set()
    for detail in details:
        if _told_otherwise(detail, details, meant) or _names_nothing(detail, model):
            continue
        field: FieldPath = (*at, *detail["loc"])
        refusal = _refusal(detail, document, model, field)
        move = moves.get(detail["loc"])
        comma = cut_text(refusal) if detail["type"] == "extra_forbidden" else None
        if comma is not None:
            field = field[:-1]
            if field in cut:
                continue  # A text with two commas is told once.
            cut.add(field)
        wrong, cure = move.advice if move else comma or _say(refusal, detail["type"])
        fix = None if move or comma else _fix(detail, document, model, field)
        yield Problem(document.path, document.line(field), dotted(field), wrong, cure, fix=fix)
    if len(every) > MOST_TOLD:
        wrong = f"{len(every) - MOST_TOLD} autres problèmes dans cette fiche"
        yield Problem(document.path, document.line(at), dotted(at), wrong, "Corrigez d’abord les premiers")


def _move(detail: ErrorDetails, document: Document, model: type[Record], at: FieldPath) -> Move | None:
    if detail["type"] != "extra_forbidden" or document.is_inline((*at, *detail["loc"])):
        return None
    return misplaced(document, model, at, detail["loc"])


def _meant(
    details: Sequence[ErrorDetails], document: Document, model: type[Record], at: FieldPath
) -> Iterator[FieldPath]:
    """Yield the keys that are there, misspelled."""
    for detail in details:
        parent = model_at(model, detail["loc"][:-1])
        if detail["type"] == "extra_forbidden" and parent:
            beside = _beside(document, (*at, *detail["loc"])) or {}
            if near := near_key(str(detail["loc"][-1]), parent, beside):
                yield (*detail["loc"][:-1], near)


def _told_otherwise(detail: ErrorDetails, details: Sequence[ErrorDetails], meant: Collection[FieldPath]) -> bool:
    """Return whether another problem says it: one slip, one message."""
    if detail["type"] == "missing":
        return detail["loc"] in meant  # the key is there, misspelled or at another depth
    # What a list holds is refused, and said below: it is not empty.
    return detail["type"] == "too_short" and any(
        other["loc"][: len(detail["loc"])] == detail["loc"] != other["loc"] for other in details
    )


def _names_nothing(detail: ErrorDetails, model: type[Record]) -> bool:
    """Return whether a value that is no identifier stands for a record: the rule of references knows which."""
    shape, _ = field_at(model, detail["loc"])
    return detail["type"] == "string_pattern_mismatch" and shape is not None and shape.target is not None


def _beside(document: Document, field: FieldPath) -> dict[str, Any] | None:
    """Return the keys written where a field stands; none when the document has no such place."""
    beside: Any = document.data
    for step in field[:-1]:
        try:
            beside = beside[step]
        except (KeyError, IndexError, TypeError):  # a step that pydantic alone knows
            return None
    return beside if isinstance(beside, dict) else {}


def _fix(detail: ErrorDetails, document: Document, model: type[Record], field: FieldPath) -> Fix | None:
    """Return what certainly cures a refusal."""
    beside = _beside(document, field)
    if beside is None:
        return None
    parent = model_at(model, detail["loc"][:-1])
    hint = shape.hint if (shape := field_at(model, detail["loc"])[0]) else None
    keys = keys_of(parent) if parent else []
    return certain(detail["type"], field, detail["input"], hint, beside, keys)


def _refusal(detail: ErrorDetails, document: Document, model: type[Record], field: FieldPath) -> Refusal:
    loc = detail["loc"]
    names = [place for place, step in enumerate(loc) if isinstance(step, str)]
    parent = model_at(model, loc[: names[-1]]) if names else model
    beside = _beside(document, field)
    refusal = Refusal(loc, detail["input"], detail.get("ctx", {}), parent, *field_at(model, loc), beside or {})
    if beside is None:
        return refusal
    return replace(refusal, inline=document.is_inline(field), removal=document.removal(field))


def _say(refusal: Refusal, kind: str) -> Advice:
    if refusal.value is None and kind != "missing" and kind != "extra_forbidden":
        return _empty(refusal)
    if isinstance(refusal.value, list | dict) and kind not in _OF_SEVERAL and not kind.endswith("_type"):
        return several_values(refusal)
    return _SAYINGS.get(kind, _other)(refusal)


def _empty(refusal: Refusal) -> Advice:
    if refusal.key in SOURCE_FIELDS:
        return "la source manque", f"Écrivez : {refusal.key}: [identifiant-de-la-source] ({SOURCE_ID})"
    optional = refusal.about is not None and not refusal.about.is_required()
    if optional:
        return f"{refusal.label} est vide", f"{refusal.removal}, ou écrivez une valeur après « {refusal.key}: »"
    if refusal.parent is Text:
        return f"{refusal.label} est vide", f"Écrivez-le après « {refusal.key}: »"
    if refusal.shape and refusal.shape.model is Text and not refusal.shape.many:
        return f"{refusal.label} est vide", "Écrivez dessous, en retrait, « fr: » et « en: », chacun avec son texte"
    example = f", par exemple {refusal.example}" if refusal.example else ""
    return f"{refusal.label} est vide", f"Écrivez après « {refusal.key}: » {refusal.meaning}{example}"


def _blank(refusal: Refusal) -> Advice:
    return _empty(refusal)


def _not_record(refusal: Refusal) -> Advice:
    value = refusal.value
    model = refusal.shape.model if refusal.shape else None
    if (
        isinstance(value, str)
        and (found := re.match(r"([a-z_]+):(?=\S)", value))
        and model
        and found[1] in shapes(model)
    ):
        rest = value[found.end() :]
        return f"il manque un espace après {quoted(found[0])}", f"Écrivez : {shortened(found[0] + ' ' + rest)}"
    if model is Text:
        what = "une liste" if isinstance(value, list) else "un seul texte"
        return f"{what}, là où il en faut un par langue", "Écrivez deux lignes en retrait : « fr: » et « en: »"
    required = [name for name, about in model.model_fields.items() if about.is_required()] if model else []
    keys = listed(required).replace(" ou ", " et ")
    if isinstance(value, list):
        return "une liste, là où il faut des clés", f"Ôtez le tiret : on attend {keys}"
    if len(required) == 1:
        return f"{quoted(value)} ne suffit pas", f"Écrivez à la ligne, en retrait : {required[0]}: {shortened(value)}"
    return f"{quoted(value)} ne suffit pas", f"Écrivez à la ligne, en retrait, les clés {keys}"


def _not_list(refusal: Refusal) -> Advice:
    value, key = refusal.value, refusal.key
    if isinstance(value, dict):
        return "il faut une liste", f"Sous « {key}: », mettez un tiret et un espace devant chaque élément : « - »"
    wrong = f"{quoted(value)} n’est pas une liste"
    model = refusal.shape.model if refusal.shape else None
    if model is not None:
        required = [name for name, about in model.model_fields.items() if about.is_required()]
        keys = listed(required).replace(" ou ", " et ")
        return wrong, f"Écrivez à la ligne un tiret, puis, en retrait, {keys}"
    if refusal.shape and refusal.shape.role == "words":
        first = re.split(r"(?:^|\s)-(?=\S)", str(value))
        return wrong, f"Écrivez chaque élément à la ligne, après un tiret et un espace : - {shortened(first[-1])}"
    words = ", ".join(filter(None, (identifier(word) for word in re.split(r"[,;]|(?:^|\s)-", str(value)))))
    return wrong, f"Écrivez : {key}: [{shortened(words)}]"


def _too_few(refusal: Refusal) -> Advice:
    if refusal.key in SOURCE_FIELDS:
        return "la source manque", f"Écrivez : {refusal.key}: [identifiant-de-la-source] ({SOURCE_ID})"
    if (there := refusal.context["actual_length"]) > 0:
        least = refusal.context["min_length"]
        return f"la liste en compte {there}, pour {least} au moins", "Complétez-la, ou ôtez ce qui la contient"
    model = refusal.shape.model if refusal.shape else None
    if model is not None:
        required = [name for name, about in model.model_fields.items() if about.is_required()]
        keys = listed(required).replace(" ou ", " et ")
        return "la liste est vide", f"Ôtez les crochets et écrivez dessous un tiret, puis, en retrait, {keys}"
    return "la liste est vide", "Ajoutez au moins un élément, précédé d’un tiret et d’un espace"


def _other(refusal: Refusal) -> Advice:
    meaning = f" : {refusal.meaning}" if refusal.meaning else ""
    example = f", comme {refusal.example}" if refusal.example else ""
    return f"{quoted(refusal.value)} ne convient pas", f"Corrigez la valeur{meaning}{example}"


_SAYINGS: Final[dict[str, Callable[[Refusal], Advice]]] = {
    "missing": missing_key,
    "extra_forbidden": unknown_key,
    "string_type": not_text,
    "string_too_short": _blank,
    "string_too_long": too_long,
    "string_pattern_mismatch": bad_pattern,
    "int_type": not_number,
    "int_parsing": not_number,
    "int_parsing_size": not_number,
    "int_from_float": not_number,
    "float_type": not_number,
    "float_parsing": not_number,
    "finite_number": not_number,
    "greater_than_equal": out_of_range,
    "less_than_equal": out_of_range,
    "model_type": _not_record,
    "model_attributes_type": _not_record,
    "tuple_type": _not_list,
    "too_short": _too_few,
    "enum": not_term,
    "literal_error": not_term,
    "partial_date": not_date,
    "local_time": not_local_time,
    "skipped_hour": skipped_hour,
    "whole_day": not_whole_day,
    "url_type": not_url,
    "url_parsing": not_url,
    "url_scheme": not_url,
    "url_syntax_violation": not_url,
    "url_too_long": not_url,
    "bool_type": not_boolean,
    "bool_parsing": not_boolean,
}
