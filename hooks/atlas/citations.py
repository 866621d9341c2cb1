"""Citations: which sources a record or a text cites."""

from __future__ import annotations

from typing import Any

from atlas.model import Lang
from atlas.model.academy import Lesson
from atlas.model.authored import calls


def cited_in(markdown: str) -> set[str]:
    """Return the sources that the notes of a text cite."""
    return {id for _, id in calls(markdown)}


def cited_in_lesson(lesson: Lesson, lang: Lang) -> set[str]:
    """Return the sources that a lesson cites in its notes, or gives to read."""
    told = [lesson.body[lang].whole, *(point.in_(lang) for point in lesson.key_points)]
    return cited_in("\n".join(told)) | {item.source for item in lesson.reading if item.source}


def cited(record: Any) -> set[str]:
    """Return the sources that a record cites anywhere in it: every field named `source` or ending in `sources`."""
    found: set[str] = set()
    if isinstance(record, tuple):
        for item in record:
            found |= cited(item)
    elif hasattr(type(record), "model_fields"):
        for name in type(record).model_fields:
            value = getattr(record, name)
            if name == "source" and isinstance(value, str):
                found.add(value)
            else:
                found |= set(value) if name.endswith("sources") else cited(value)
    return found
