"""The base of every record, and how a field of one is named."""

from __future__ import annotations

from typing import TypeAlias

from pydantic import BaseModel, ConfigDict

FieldPath: TypeAlias = tuple[str | int, ...]
"""Keys and list indexes that lead to a value, from the head of a file or of a record."""


class Record(BaseModel):
    """A frozen, typed piece of content that refuses keys it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)
