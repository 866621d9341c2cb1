"""The base of every record."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A frozen, typed piece of content that refuses keys it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)
