"""What the models refuse, in the words of an editor: what is wrong, and what to write."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from atlas.model import Member, Person, Place
from atlas.model.text import Text
from atlas.reading.certainty import certain
from atlas.reading.problems import Problem, did_you_mean, listed, quoted, shortened
from atlas.reading.refusals import Advice, Refusal
from atlas.reading.shapes import SOURCE_FIELDS, field_at, model_at, shapes
from atlas.reading.slips import identifier, without_quotes
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
    skipped_hour,
    too_long,
)
from atlas.reading.yaml_source import Document, FieldPath, dotted

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from atlas.model.record import Record
    from atlas.reading.fixes import Fix

_SOURCE_ID: Final = "un de docs/data/sources.yml"
"""Where the identifiers of sources are."""

_BESIDE: Final = "sur sa ligne au même retrait, ou dans les mêmes accolades après une virgule"
"""Where a second language goes, whichever way the first is written."""

MOST_TOLD: Final = 100
"""Problems of one record that are told one by one: more come from something else than a slip."""


def explain(error: ValidationError, document: Document, model: type[Record], at: FieldPath = ()) -> Iterator[Problem]:
    """Yield the problems of a record that stands at `at` in its document."""
    every = error.errors(include_url=False)
    details = every[:MOST_TOLD]
    meant = {(*detail["loc"][:-1], near) for detail in details if (near := _meant_key(detail, model))}
    for detail in details:
        if detail["type"] == "missing" and detail["loc"] in meant:
            continue  # The key is there, misspelled: one slip, one message.
        if detail["type"] == "too_short" and any(
            other["loc"][: len(detail["loc"])] == detail["loc"] != other["loc"] for other in details
        ):
            continue  # What the list holds is refused, and said below: it is not empty.
        field: FieldPath = (*at, *detail["loc"])
        beside = _beside(document, field)
        wrong, cure = _say(detail, model, beside or {})
        fix = _fix(detail, model, beside, field)
        yield Problem(document.path, document.line(field), dotted(field), wrong, cure, fix=fix)
    if len(every) > MOST_TOLD:
        wrong = f"{len(every) - MOST_TOLD} autres problèmes dans cette fiche"
        yield Problem(document.path, document.line(at), dotted(at), wrong, "Corrigez d’abord les premiers")


def _beside(document: Document, field: FieldPath) -> dict[str, Any] | None:
    """Return the keys written where a field stands; none when the document has no such place."""
    beside: Any = document.data
    for step in field[:-1]:
        try:
            beside = beside[step]
        except (KeyError, IndexError, TypeError):  # a step that pydantic alone knows
            return None
    return beside if isinstance(beside, dict) else {}


def _fix(detail: ErrorDetails, model: type[Record], beside: dict[str, Any] | None, field: FieldPath) -> Fix | None:
    """Return what certainly cures a refusal."""
    if beside is None:
        return None
    parent = model_at(model, detail["loc"][:-1])
    hint = shape.hint if (shape := field_at(model, detail["loc"])[0]) else None
    keys = _keys(parent) if parent else []
    return certain(detail["type"], field, detail["input"], hint, beside, keys)


def _say(detail: ErrorDetails, model: type[Record], beside: Mapping[str, Any]) -> Advice:
    field = detail["loc"]
    names = [place for place, step in enumerate(field) if isinstance(step, str)]
    parent = model_at(model, field[: names[-1]]) if names else model
    shape, about = field_at(model, field)
    refusal = Refusal(field, detail["input"], detail.get("ctx", {}), parent, shape, about, beside)
    kind = detail["type"]
    if refusal.value is None and kind != "missing" and kind != "extra_forbidden":
        return _empty(refusal)
    return _SAYINGS.get(kind, _other)(refusal)


def _missing(refusal: Refusal) -> Advice:
    if refusal.parent is Text:
        other = "fr" if refusal.key == "en" else "en"
        return f"{refusal.label} manque", f"Ajoutez « {refusal.key}: » à côté de « {other}: », {_BESIDE}"
    if refusal.key in SOURCE_FIELDS:
        return "la source manque", f"Ajoutez : {refusal.key}: [identifiant-de-la-source] ({_SOURCE_ID})"
    return f"{refusal.label} manque", _add(refusal)


def _add(refusal: Refusal) -> str:
    meaning = f" ({refusal.meaning})" if refusal.meaning else ""
    shape = refusal.shape.model if refusal.shape else None
    shown = "{fr: …, en: …}" if shape is Text else refusal.example
    example = f", par exemple {shown}" if shown else ""
    return f"Ajoutez « {refusal.key}: »{meaning}{example}"


def _empty(refusal: Refusal) -> Advice:
    if refusal.key in SOURCE_FIELDS:
        return "la source manque", f"Écrivez : {refusal.key}: [identifiant-de-la-source] ({_SOURCE_ID})"
    optional = refusal.about is not None and not refusal.about.is_required()
    if optional:
        return f"{refusal.label} est vide", "Ôtez cette ligne, ou remplissez-la"
    if refusal.parent is Text:
        return f"{refusal.label} est vide", f"Écrivez-le après « {refusal.key}: »"
    example = f", par exemple {refusal.example}" if refusal.example else ""
    return f"{refusal.label} est vide", f"Écrivez après « {refusal.key}: » {refusal.meaning}{example}"


def _unknown_key(refusal: Refusal) -> Advice:
    key = str(refusal.field[-1])
    if refusal.parent is not None and (near := _near_key(key, refusal.parent)):
        if key.startswith(near + ":"):
            return (
                f"il manque un espace après {quoted(near + ':')}",
                f"Écrivez : {shortened(near + ': ' + key[len(near) + 1 :])}",
            )
        return f"la clé {quoted(key)} est inconnue", f"Vouliez-vous dire « {near} » ?"
    if key.isdigit():
        return f"la clé {quoted(key)} est inconnue", "Un nombre décimal s’écrit avec un point : 43.29"
    known = _keys(refusal.parent) if refusal.parent else []
    free = [name for name in known if name not in refusal.beside]  # a key stands once: the others are no cure
    if len(free) > 1:
        others = f" ; les clés encore possibles ici sont {listed(free, 18).replace(' ou ', ' et ')}"
    else:
        others = f" ; seule la clé {free[0]} est encore possible ici" if free else ""
    return f"la clé {quoted(key)} est inconnue", f"Ôtez-la{others}"


def _keys(model: type[Record]) -> list[str]:
    """Return the keys to write: for a file that is a record, its name is the identifier."""
    return sorted(name for name in shapes(model) if name != "id" or model not in {Place, Member, Person})


def _near_key(key: str, model: type[Record]) -> str | None:
    key = without_quotes(key)
    known = _keys(model)
    starts = [name for name in known if key.startswith(name + ":") or (len(name) > 2 and key.startswith(name))]
    return starts[-1] if starts else did_you_mean(key, known)


def _meant_key(detail: ErrorDetails, model: type[Record]) -> str | None:
    if detail["type"] != "extra_forbidden":
        return None
    parent = model_at(model, detail["loc"][:-1])
    return _near_key(str(detail["loc"][-1]), parent) if parent else None


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
    words = ", ".join(filter(None, (identifier(word) for word in re.split(r"[,;]", str(value)))))
    return wrong, f"Écrivez : {key}: [{shortened(words)}]"


def _too_few(refusal: Refusal) -> Advice:
    if refusal.key in SOURCE_FIELDS:
        return "la source manque", f"Écrivez : {refusal.key}: [identifiant-de-la-source] ({_SOURCE_ID})"
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
    "missing": _missing,
    "extra_forbidden": _unknown_key,
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
