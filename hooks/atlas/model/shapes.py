"""The models seen as a tree: which fields a record has, which hold text and which name other records."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Final, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from atlas.model import Action, Event, Observation, Place, Route, SingleValue
from atlas.model.academy import LessonHead, ReadingItem, SessionHead
from atlas.model.network import Network
from atlas.model.person import Person
from atlas.model.record import FieldPath, Record
from atlas.model.schedule import Schedule
from atlas.model.source import Id
from atlas.model.text import Words

Role: TypeAlias = Literal["record", "words", "id", "other"]
"""What a field holds: a record, a text for readers, the identifier of a record, or something else."""

Kind: TypeAlias = Literal[
    "source",
    "member",
    "place",
    "route",
    "indicator",
    "action",
    "event",
    "session",
    "term",
    "network",
    "person",
    "fact",
    "target",
    "lesson",
    "session_words",
    "lesson_words",
    "manifesto",
    "identity",
    "accessibility",
]
"""What a kind of record is called."""

_NAMED: Final[Mapping[type[Record], Mapping[str, Kind]]] = {
    Place: {"members": "member", "related": "place"},
    Route: {"places": "place", "related": "route"},
    Observation: {"source": "source"},
    SingleValue: {"source": "source"},
    Network: {"member": "member"},
    Person: {"member": "member", "places": "place"},
    SessionHead: {"prerequisites": "session", "places": "place", "members": "member", "actions": "action"},
    Schedule: {"place": "place"},
    Action: {"places": "place", "members": "member", "sessions": "session"},
    Event: {"place": "place", "places": "place", "members": "member", "actions": "action"},
    LessonHead: {"places": "place", "members": "member", "terms": "term"},
    ReadingItem: {"source": "source", "place": "place", "indicator": "indicator"},
}
"""The fields that name other records, by model."""

SOURCE_FIELDS: Final = frozenset({"sources", "colophon_sources", "signature_sources", "naming_sources", "note_sources"})
"""The fields that name sources, wherever they stand."""


@dataclass(frozen=True)
class Shape:
    """What one field of a model holds.

    Attributes:
        role: What it holds.
        model: The model of the record or records that it holds.
        many: Whether it is a list.
        target: The kind of record whose identifiers it holds.
        hint: The type of one value, without what wraps it.
    """

    role: Role
    model: type[Record] | None
    many: bool
    target: Kind | None
    hint: Any


@dataclass(frozen=True)
class Leaf:
    """One text or identifier written in a file."""

    field: FieldPath
    shape: Shape
    value: str


@cache
def shapes(model: type[Record]) -> Mapping[str, Shape]:
    """Return the shape of each field of a model."""
    return {
        name: _shape(model, name, hint)
        for name, hint in get_type_hints(model, include_extras=True).items()
        if name in model.model_fields
    }


def _shape(model: type[Record], name: str, hint: Any) -> Shape:
    hint = _required(hint)
    many = get_origin(hint) is tuple
    if many:
        hint = _required(get_args(hint)[0])
    if isinstance(hint, type) and issubclass(hint, Record):
        return Shape("record", hint, many, None, hint)
    if hint == _required(Words):
        return Shape("words", None, many, None, hint)
    if hint == _required(Id):
        return Shape("id", None, many, _target(model, name), hint)
    return Shape("other", None, many, None, hint)


def _target(model: type[Record], name: str) -> Kind | None:
    if name in SOURCE_FIELDS:
        return "source"
    return _NAMED.get(model, {}).get(name)


def _required(hint: Any) -> Any:
    """Return a type without `None`, and without annotations other than those of a text."""
    if get_origin(hint) in {Union, types.UnionType}:
        hint = next(part for part in get_args(hint) if part is not type(None))
    if get_origin(hint) is Annotated and not any(isinstance(note, StringConstraints) for note in hint.__metadata__):
        return _required(get_args(hint)[0])
    return hint


def leaves(model: type[Record], data: object, at: FieldPath = ()) -> Iterator[Leaf]:
    """Yield the texts and identifiers in data that a model describes, valid or not."""
    if not isinstance(data, dict):
        return
    for name, shape in shapes(model).items():
        value = data.get(name)
        field = (*at, name)
        if not shape.many:
            yield from _leaf(shape, value, field)
        elif isinstance(value, list):
            for index, item in enumerate(value):
                yield from _leaf(shape, item, (*field, index))


def _leaf(shape: Shape, value: object, field: FieldPath) -> Iterator[Leaf]:
    if shape.model is not None:
        yield from leaves(shape.model, value, field)
    elif isinstance(value, str) and shape.role != "other":
        yield Leaf(field, shape, value)


def text_fields(model: type[Record], at: FieldPath = ()) -> Iterator[FieldPath]:
    """Yield every text that a model can hold, with 0 for the index of a list."""
    for name, shape in shapes(model).items():
        field: FieldPath = (*at, name, 0) if shape.many else (*at, name)
        if shape.model is not None:
            yield from text_fields(shape.model, field)
        elif shape.role == "words":
            yield field


def model_at(model: type[Record], field: FieldPath) -> type[Record] | None:
    """Return the model of the record at a field, or none when no record stands there."""
    found: type[Record] | None = model
    for step in field:
        if isinstance(step, str):
            shape = shapes(found).get(step) if found else None
            found = shape.model if shape else None
    return found


def field_at(model: type[Record], field: FieldPath) -> tuple[Shape | None, FieldInfo | None]:
    """Return what is known of a field: its shape, and its description and limits."""
    names = [place for place, step in enumerate(field) if isinstance(step, str)]
    if not names:
        return None, None
    parent = model_at(model, field[: names[-1]])
    name = str(field[names[-1]])
    return (shapes(parent).get(name), parent.model_fields.get(name)) if parent else (None, None)
