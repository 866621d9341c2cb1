"""Tables of fields: what each record may hold, read from the models that the checks and the schemas come from.

French comes from the descriptions that editors see as they type, English from the docstrings of the models. Neither is
written twice.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from markupsafe import Markup
from pydantic import HttpUrl
from pydantic.fields import FieldInfo
from pydantic.json_schema import models_json_schema

from atlas.model import (
    Action,
    Event,
    Identity,
    Indicator,
    Manifesto,
    Member,
    Person,
    Place,
    Route,
    SingleValue,
    Source,
    Target,
)
from atlas.model.academy import Lesson, LessonHead, LessonWords, Session, SessionHead, SessionWords
from atlas.model.authored import FrontMatter
from atlas.model.glossary import GlossaryTerm
from atlas.model.network import Network
from atlas.model.publication import Publishable
from atlas.model.record import Record
from atlas.model.shapes import Shape, shapes
from atlas.model.text import Lang, Text
from atlas.model.vocabulary import Term
from atlas.pages.rendering import PageRenderer
from atlas.words import Words

TABLES: Final[Mapping[str, type[Record]]] = {
    "place": Place,
    "member": Member,
    "person": Person,
    "session": SessionHead,
    "lesson": LessonHead,
    "term": GlossaryTerm,
    "event": Event,
    "action": Action,
    "indicator": Indicator,
    "single-value": SingleValue,
    "target": Target,
    "source": Source,
    "network": Network,
    "route": Route,
    "manifesto": Manifesto,
    "identity": Identity,
    "page": FrontMatter,
}
"""The model of each kind of record that a table may show, by the argument of the directive `record-fields`."""

_NAMED_BY_FILE: Final = frozenset({"place", "member", "person"})
"""The kinds whose identifier is the name of their file: nobody writes it."""

_TOLD_BY: Final[Mapping[type, type]] = {
    SessionHead: Session,
    SessionWords: Session,
    LessonHead: Lesson,
    LessonWords: Lesson,
}
"""The class whose docstring tells of the fields of another."""

_ATTRIBUTE: Final = re.compile(r"^ {4}(?P<name>\w+): (?P<about>.+(?:\n {8}.+)*)", re.MULTILINE)
_OTHERWISE: Final[Mapping[str, str]] = {
    "questions": "Questions that the page answers, as a visitor would ask them: search uses them.",
}
"""What is said of a field that several models share by a type of its own, which has no docstring."""


@dataclass(frozen=True)
class Field:
    """A field of a record, as a table shows it.

    Attributes:
        name: Its name, with those of the records that hold it: `position.lat`, `facts[].when`.
        about: What it is.
        kind: What is to be written, in words.
        choices: The values of a closed list, each with what it means.
        required: Whether every such record has it.
        example: An example as it is written in a file; empty when there is none.
    """

    name: str
    about: str
    kind: str
    choices: tuple[tuple[str, str], ...]
    required: bool
    example: str


def field_table(page: PageRenderer, kind: str) -> Markup:
    """Show the fields of a kind of record.

    Raises:
        KeyError: When there is no such kind; the checks refuse such pages before any is made.
    """
    return page.render("field_table.html", kind=kind, fields=list(fields(kind, page.lang)))


def fields(kind: str, lang: Lang) -> Iterator[Field]:
    """Yield the fields of a kind of record, each followed by those of the records that it holds."""
    for field in _fields(TABLES[kind], lang, Words(lang), ""):
        if not (field.name == "id" and kind in _NAMED_BY_FILE):
            yield field


def _fields(model: type[Record], lang: Lang, words: Words, above: str) -> Iterator[Field]:
    schema = _schemas()[model.__name__]["properties"]
    # What a record is comes first; whether and when it is published comes last.
    ordered = sorted(model.model_fields.items(), key=lambda field: field[0] in Publishable.model_fields)
    for name, info in ordered:
        shape = shapes(model)[name]
        full = f"{above}{name}{'[]' if shape.many else ''}"
        term = _term(shape)
        yield Field(
            full,
            (info.description or "") if lang == "fr" else about(model, name),
            _kind(shape, schema[name], words),
            tuple((each.value, each.label(lang)) for each in term) if term else (),
            info.is_required(),
            _example(info),
        )
        if shape.model is not None and shape.model is not Text:
            yield from _fields(shape.model, lang, words, f"{full}.")


def about(model: type[Record], name: str) -> str:
    """Return what the docstrings of a model, or of those it comes from, say of a field; empty when they say nothing."""
    for told in (_TOLD_BY.get(model, model), *model.__mro__):
        found = _attributes(told).get(name)
        if found:
            return found
    return _OTHERWISE.get(name, "")


@cache
def _attributes(told: type) -> Mapping[str, str]:
    text = inspect.cleandoc(told.__doc__ or "").partition("Attributes:")[2]
    return {found["name"]: " ".join(found["about"].split()) for found in _ATTRIBUTE.finditer(text)}


@cache
def _schemas() -> Mapping[str, Mapping[str, Any]]:
    """The JSON Schema of every model by its name, all at once: one by one, what they share would be reckoned anew."""
    whole = models_json_schema([(model, "validation") for model in TABLES.values()])[1]
    schemas: Mapping[str, Mapping[str, Any]] = whole["$defs"]
    return schemas


def _kind(shape: Shape, schema: Mapping[str, Any], words: Words) -> str:
    """Return what is to be written in a field, in words."""
    if shape.model is Text:
        kind = "text"
    elif shape.role == "record":
        kind = "group"
    elif shape.role == "id":
        kind = "id" if shape.target is None else "named"
    elif _term(shape):
        kind = "choice"
    else:
        kind = "words" if shape.role == "words" else _plain_kind(shape.hint, json.dumps(schema))
    return words(f"field_{'many' if shape.many else 'one'}_{kind}")


def _plain_kind(hint: Any, schema: str) -> str:
    if hint is HttpUrl:
        return "address"
    if '"boolean"' in schema:
        return "flag"
    if r"^\\d{4}-\\d{2}-\\d{2}$" in schema:
        return "day"
    if r"(\\d{4})" in schema or r"T\\d{2}" in schema:
        return "date" if r"(\\d{4})" in schema else "hour"
    return "number" if '"integer"' in schema or '"number"' in schema else "code"


def _term(shape: Shape) -> type[Term] | None:
    return shape.hint if isinstance(shape.hint, type) and issubclass(shape.hint, Term) else None


def _example(info: FieldInfo) -> str:
    """Return an example as it is written in YAML; the first of several."""
    if not info.examples:
        return ""
    example = info.examples[0]
    if isinstance(example, str):
        # A date or a code goes between quotes, or YAML would read a number.
        return f'"{example}"' if re.fullmatch(r"[\d:T-]+", example) else example
    return json.dumps(example, ensure_ascii=False).replace('["', "[").replace('"]', "]").replace('", "', ", ")
