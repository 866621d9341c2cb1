"""What the models refuse, in the words of an editor: what is wrong, and what to write."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from pydantic import ValidationError

from atlas.model import Member, Person, Place
from atlas.model.picture import Picture
from atlas.model.text import Text
from atlas.model.vocabulary import Licence, Term
from atlas.reading.certainty import certain
from atlas.reading.problems import Problem, did_you_mean, listed, quoted, shortened
from atlas.reading.shapes import SOURCE_FIELDS, Shape, field_at, model_at, shapes
from atlas.reading.slips import as_date, as_number, identifier, without_quotes
from atlas.reading.yaml_source import Document, FieldPath, dotted

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

    from atlas.model.record import Record
    from atlas.reading.fixes import Fix

Advice: TypeAlias = tuple[str, str]
"""What is wrong, and the cure."""

MOST_TOLD: Final = 100
"""Problems of one record that are told one by one: more come from something else than a slip."""

_LANGUAGES: Final = {"fr": "français", "en": "anglais"}


@dataclass(frozen=True)
class Refusal:
    """A value that a model refuses.

    Attributes:
        field: The field, from the head of the record.
        value: What is written there.
        context: What pydantic adds.
        parent: The model that the field belongs to.
        shape: What the field holds.
        about: The description and limits of the field.
        beside: The keys that the record has already, with what they hold.
    """

    field: FieldPath
    value: Any
    context: dict[str, Any]
    parent: type[Record] | None
    shape: Shape | None
    about: FieldInfo | None
    beside: Mapping[str, Any]

    @property
    def key(self) -> str:
        """The last key of the field."""
        return next((step for step in reversed(self.field) if isinstance(step, str)), "")

    @property
    def label(self) -> str:
        """How a sentence calls the field."""
        if self.parent is Text and self.key in _LANGUAGES:
            return f"le texte {_LANGUAGES[self.key]}"
        return quoted(self.key)

    @property
    def meaning(self) -> str:
        """The description of the field, to be put in brackets."""
        description = (self.about.description or "") if self.about else ""
        return description[:1].lower() + description[1:].rstrip(".")

    @property
    def example(self) -> str:
        """The example of the field, as one value."""
        examples = (self.about.examples or []) if self.about else []
        value = examples[0] if examples else ""
        return str(value[0]) if isinstance(value, list) else str(value)


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
        return f"{refusal.label} manque", f"Ajoutez une ligne « {refusal.key}: » à côté de « {other}: »"
    if refusal.key in SOURCE_FIELDS:
        return "la source manque", f"Ajoutez : {refusal.key}: [identifiant-de-la-source]"
    return f"{refusal.label} manque", _add(refusal)


def _add(refusal: Refusal) -> str:
    meaning = f" ({refusal.meaning})" if refusal.meaning else ""
    example = f", par exemple {refusal.example}" if refusal.example else ""
    return f"Ajoutez « {refusal.key}: »{meaning}{example}"


def _empty(refusal: Refusal) -> Advice:
    if refusal.key in SOURCE_FIELDS:
        return "la source manque", f"Écrivez : {refusal.key}: [identifiant-de-la-source]"
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


def _not_text(refusal: Refusal) -> Advice:
    value = refusal.value
    if isinstance(value, list):
        return "une liste, là où il faut un texte", "Ôtez les tirets ou les crochets : un seul texte"
    if isinstance(value, dict):
        return "des clés, là où il faut un texte", "Écrivez le texte entre guillemets droits s’il contient « : »"
    shown = str(value).lower() if isinstance(value, bool) else str(value)
    return f"{quoted(shown)} n’est pas lu comme du texte", f'Mettez des guillemets droits : "{shortened(shown)}"'


def _blank(refusal: Refusal) -> Advice:
    return _empty(refusal)


def _too_long(refusal: Refusal) -> Advice:
    most = refusal.context["max_length"]
    cure = "Raccourcissez-le" if most < 1000 else "Raccourcissez-le, ou placez la suite dans une page Markdown"
    return f"{refusal.label} compte {len(refusal.value)} caractères, pour {most} au plus", cure


def _bad_pattern(refusal: Refusal) -> Advice:
    value = str(refusal.value)
    if refusal.shape and refusal.shape.role == "id":
        word = identifier(value)
        cure = f"Écrivez {word}" if word else f"Écrivez par exemple {refusal.example}"
        return f"{quoted(value)} n’est pas un identifiant", cure + " (minuscules sans accent, chiffres, traits d’union)"
    if r"\d{5}" in refusal.context["pattern"]:
        return (
            f"{quoted(value)} n’est pas un code à cinq chiffres",
            f"Écrivez-le en cinq chiffres, comme {refusal.example}",
        )
    if "@" in refusal.context["pattern"]:
        return f"{quoted(value)} n’est pas une adresse électronique", f"Écrivez-la comme {refusal.example}"
    if refusal.context["pattern"].startswith(r"^\+"):
        return (
            f"{quoted(value)} n’est pas un numéro international en groupes de chiffres",
            f"Écrivez-le comme {refusal.example}",
        )
    if refusal.parent is Picture:
        return _not_a_picture_name(value)
    if refusal.key == "band":
        ranks = re.findall(r"\d+", value)
        meant = "-".join(ranks) if len(ranks) == 2 else refusal.example
        return f"{quoted(value)} n’est pas une tranche de rangs", f'Écrivez deux rangs et un trait d’union : "{meant}"'
    if refusal.context["pattern"].startswith("^#"):
        return (
            f"{quoted(value)} n’est pas une couleur",
            f"Écrivez un dièse et six chiffres hexadécimaux en minuscules, entre guillemets droits : "
            f'"{refusal.example}"',
        )
    if refusal.key == "languages":
        return f"{quoted(value)} n’est pas un code de langue", "Écrivez ses deux lettres, comme fr ou en"
    if refusal.key == "file":
        return f"{quoted(value)} n’est pas un nom de fichier accepté", "Écrivez un nom simple en .svg, .png ou .webp"
    return (
        f"{quoted(value)} n’est pas une adresse acceptée",
        f"Écrivez-la comme {refusal.example}, barre finale comprise",
    )


def _not_a_picture_name(value: str) -> Advice:
    folder, _, name = value.replace("\\", "/").rpartition("/")
    stem, dot, ending = name.rpartition(".")
    word = identifier(stem)
    if ending.lower() in {"jpg", "jpeg", "png", "webp"} and word:
        meant = f"{word}.{ending.lower()}"
        cure = (
            f"Déposez-le dans le dossier du lieu : {meant}" if folder else f"Renommez le fichier, ici et là : {meant}"
        )
        return f"{quoted(value)} n’est pas un nom de fichier accepté", cure
    kind = f"une photographie en {ending.upper()}" if dot and ending.isalnum() else "un nom de photographie"
    return f"{quoted(value)} : {kind} n’est pas acceptée", "Déposez-la en JPEG, PNG ou WebP"


def _not_number(refusal: Refusal) -> Advice:
    value = refusal.value
    whole = refusal.shape is not None and refusal.shape.hint is int
    if isinstance(value, list | dict):
        return "une liste ou des clés, là où il faut un nombre", f"Écrivez un nombre, comme {refusal.example}"
    wrong = f"{quoted(value)} n’est pas un nombre{' entier' if whole else ''}"
    if not whole and isinstance(value, str):
        number = as_number(value)
        if number and "," in value:
            return wrong, f"Écrivez un point : {number}"
        if number:
            return wrong, f"Écrivez : {number}"
    return wrong, f"Écrivez-le en chiffres, comme {refusal.example}"


def _out_of_range(refusal: Refusal) -> Advice:
    limits = [
        getattr(note, name)
        for note in (refusal.about.metadata if refusal.about else ())
        for name in ("ge", "le")
        if hasattr(note, name)
    ]
    if len(limits) < 2:  # one end only, or limits that stand within a choice of types
        bounds = {"ge": "au moins égal à", "le": "au plus égal à"}
        told = [f"{words} {refusal.context[name]:g}" for name, words in bounds.items() if name in refusal.context]
        return f"{quoted(refusal.value)} est hors des limites", f"Écrivez un nombre {' et '.join(told)}"
    return (
        f"{quoted(refusal.value)} est hors des limites",
        f"Écrivez un nombre de {min(limits):g} à {max(limits):g}, comme {refusal.example}",
    )


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
    words = ", ".join(filter(None, (identifier(word) for word in re.split(r"[,;\s]+", str(value)))))
    return f"{quoted(value)} n’est pas une liste", f"Écrivez : {key}: [{shortened(words)}]"


def _too_few(refusal: Refusal) -> Advice:
    if refusal.key in SOURCE_FIELDS:
        return "la source manque", f"Écrivez : {refusal.key}: [identifiant-de-la-source]"
    if (there := refusal.context["actual_length"]) > 0:
        least = refusal.context["min_length"]
        return f"la liste en compte {there}, pour {least} au moins", "Complétez-la, ou ôtez ce qui la contient"
    return "la liste est vide", "Ajoutez au moins un élément, précédé d’un tiret et d’un espace"


def _not_term(refusal: Refusal) -> Advice:
    terms = refusal.shape.hint if refusal.shape else None
    wrong = f"{quoted(refusal.value)} n’est pas une valeur possible"
    if not (isinstance(terms, type) and issubclass(terms, Term)):
        return wrong, f"Écrivez {refusal.context.get('expected', '').replace(chr(39), '')}".replace(" or ", " ou ")
    if terms is Licence:
        # Nothing near is proposed: a licence is read on the photograph, never guessed.
        return wrong, f"Écrivez la sienne, parmi {listed(term.value for term in terms)} ; une autre ne suffit pas"
    word = without_quotes(str(refusal.value))
    labels = {label.casefold(): term.value for term in terms for label in (term.value, term.fr, term.en)}
    near = did_you_mean(word, labels)
    if near:
        return wrong, f"Vouliez-vous dire « {labels[near]} » ?"
    return wrong, f"Écrivez {listed(term.value for term in terms)}"


def _not_date(refusal: Refusal) -> Advice:
    value = str(refusal.value)
    meant = as_date(value)
    if re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", value):
        return f"{quoted(value)} n’existe pas au calendrier", "Corrigez : année-mois-jour, comme 2024-03-17"
    cure = f"Écrivez : {meant}" if meant else "Écrivez 2024, 2024-03 ou 2024-03-17"
    return f"{quoted(value)} n’est pas une date", cure


def _not_whole_day(refusal: Refusal) -> Advice:
    return f"{quoted(refusal.value)} : il manque le jour", f"Écrivez année-mois-jour, comme {refusal.example}"


def _not_local_time(refusal: Refusal) -> Advice:
    wrong = f"{quoted(refusal.value)} n’est pas un jour et une heure du calendrier"
    return wrong, f"Écrivez le jour, un T et l’heure, comme {refusal.example}"


def _skipped_hour(refusal: Refusal) -> Advice:
    return f"{quoted(refusal.value)} n’existe pas : l’heure d’été commence cette nuit-là", "Choisissez une autre heure"


def _not_url(refusal: Refusal) -> Advice:
    value = without_quotes(str(refusal.value))
    wrong = f"{quoted(value)} n’est pas une adresse web"
    if re.fullmatch(r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", value):
        return wrong, f"Écrivez : https://{value}"
    return wrong, "Écrivez une adresse qui commence par https://"


def _not_boolean(refusal: Refusal) -> Advice:
    return f"{quoted(refusal.value)} n’est ni true ni false", "Écrivez true (oui) ou false (non), sans guillemets"


def _other(refusal: Refusal) -> Advice:
    meaning = f" : {refusal.meaning}" if refusal.meaning else ""
    example = f", comme {refusal.example}" if refusal.example else ""
    return f"{quoted(refusal.value)} ne convient pas", f"Corrigez la valeur{meaning}{example}"


_SAYINGS: Final[dict[str, Callable[[Refusal], Advice]]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "string_type": _not_text,
    "string_too_short": _blank,
    "string_too_long": _too_long,
    "string_pattern_mismatch": _bad_pattern,
    "int_type": _not_number,
    "int_parsing": _not_number,
    "int_parsing_size": _not_number,
    "int_from_float": _not_number,
    "float_type": _not_number,
    "float_parsing": _not_number,
    "finite_number": _not_number,
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
    "model_type": _not_record,
    "model_attributes_type": _not_record,
    "tuple_type": _not_list,
    "too_short": _too_few,
    "enum": _not_term,
    "literal_error": _not_term,
    "partial_date": _not_date,
    "local_time": _not_local_time,
    "skipped_hour": _skipped_hour,
    "whole_day": _not_whole_day,
    "url_type": _not_url,
    "url_parsing": _not_url,
    "url_scheme": _not_url,
    "url_syntax_violation": _not_url,
    "url_too_long": _not_url,
    "bool_type": _not_boolean,
    "bool_parsing": _not_boolean,
}
