"""Where the keys and values of a YAML text stand, so that they can be changed without touching the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from atlas.model.record import FieldPath
from atlas.reading.yaml_source import EventParser, PythonParser


@dataclass(frozen=True)
class Span:
    """A piece of a text.

    Attributes:
        start: Its first character, from 0.
        end: The character after its last one.
        style: How the scalar is written: none for a bare word, a quotation mark, `|` or `>`; `{` within braces.
    """

    start: int
    end: int
    style: str = ""

    def of(self, text: str) -> str:
        """Return the piece itself."""
        return text[self.start : self.end]


@dataclass(frozen=True)
class Spans:
    """The keys and scalar values of a text, by the fields that lead to them.

    Attributes:
        keys: The keys.
        values: The scalar values.
        blocks: The mappings written a key a line, with their keys in the order of the text.
    """

    keys: Mapping[FieldPath, Span]
    values: Mapping[FieldPath, Span]
    blocks: Mapping[FieldPath, tuple[str, ...]]


def spans(text: str) -> Spans | None:
    """Return where things stand, or none when the text is not YAML."""
    walk = _Walk(text)
    try:
        walk.document()
    except (yaml.YAMLError, ValueError, OverflowError):
        return None
    return Spans(walk.keys, walk.values, walk.blocks)


class _Walk:
    """Goes through the events of the Python parser, whose marks count characters."""

    def __init__(self, text: str) -> None:
        self.parser: EventParser = PythonParser(text)
        self.keys: dict[FieldPath, Span] = {}
        self.values: dict[FieldPath, Span] = {}
        self.blocks: dict[FieldPath, tuple[str, ...]] = {}

    def document(self) -> None:
        """Walk through the one document."""
        self.parser.get_event()
        if not isinstance(self.parser.get_event(), yaml.StreamEndEvent):
            self._value(self.parser.get_event(), ())

    def _value(self, event: Any, field: FieldPath) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self.values[field] = _span(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            index = 0
            while not isinstance(item := self.parser.get_event(), yaml.SequenceEndEvent):
                self._value(item, (*field, index))
                index += 1
        elif isinstance(event, yaml.MappingStartEvent):
            names = []
            while not isinstance(key := self.parser.get_event(), yaml.MappingEndEvent):
                if not isinstance(key, yaml.ScalarEvent):
                    raise ValueError("a key that is no word")
                names.append(key.value)
                self.keys[(*field, key.value)] = _span(key)
                self._value(self.parser.get_event(), (*field, key.value))
            if not event.flow_style:
                self.blocks[field] = tuple(names)


def _span(event: Any) -> Span:
    return Span(event.start_mark.index, event.end_mark.index, event.style or "")
