"""A value that a model refuses, as messages see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from atlas.model.record import FieldPath
from atlas.model.text import Text
from atlas.reading.problems import quoted

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from atlas.model.record import Record
    from atlas.model.shapes import Shape

Advice: TypeAlias = tuple[str, str]
"""What is wrong, and the cure."""

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
        inline: Whether it stands within brackets or braces.
        removal: How to take the field out of the file.
    """

    field: FieldPath
    value: Any
    context: dict[str, Any]
    parent: type[Record] | None
    shape: Shape | None
    about: FieldInfo | None
    beside: Mapping[str, Any]
    inline: bool = False
    removal: str = "Ôtez cette ligne"

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
