"""The cure of one problem, applied to the text of its file and to nothing else in it."""

from __future__ import annotations

import copy
import re
from typing import Any

from atlas.mending.parts import Part, meaning
from atlas.mending.spans import Span, Spans, spans
from atlas.model.record import FieldPath
from atlas.reading.fixes import RenameKey, Retype, Swap, Write
from atlas.reading.problems import Problem

_BLOCKS = {"|", ">"}


def cured(part: Part, problem: Problem) -> str | None:
    """Return the text of the file without the problem; none when that is not certain after all."""
    fix = problem.fix
    if isinstance(fix, Retype):
        return _retyped(part.text, problem.line, fix)
    found, said = spans(part.yaml), meaning(part.yaml)
    if found is None or said is None:
        return None
    yaml = None
    expected = copy.deepcopy(said)
    if isinstance(fix, Write):
        span = _scalar(found, fix.field)
        yaml = span and part.yaml[: span.start] + fix.value + part.yaml[span.end :]
        fields = [fix.field]
    elif isinstance(fix, Swap):
        yaml, fields = _swapped(part.yaml, found, fix), [fix.first, fix.second]
    elif isinstance(fix, RenameKey):
        key = found.keys.get(fix.field)
        yaml = key and part.yaml[: key.start] + fix.key + part.yaml[key.end :]
        holder = _at(expected, fix.field[:-1])
        if not isinstance(holder, dict) or fix.key in holder:
            return None
        holder[fix.key] = holder.pop(str(fix.field[-1]))
        fields = []
    after = meaning(yaml) if yaml else None
    if not yaml or after is None:
        return None
    for field in fields:  # what the cure changes may differ, and nothing else
        _put(expected, field, _at(after, field))
    return part.with_(yaml).text if after == expected else None


def _retyped(text: str, number: int, fix: Retype) -> str | None:
    lines = text.split("\n")
    if not 0 < number <= len(lines):
        return None
    word = re.compile(rf"(?<![\w-]){re.escape(fix.old)}(?![\w-])")
    if len(word.findall(lines[number - 1])) != 1:
        return None
    lines[number - 1] = word.sub(lambda _: fix.new, lines[number - 1])
    return "\n".join(lines)


def _swapped(yaml: str, found: Spans, fix: Swap) -> str | None:
    one, other = (_scalar(found, field) for field in (fix.first, fix.second))
    if one is None or other is None:
        return None
    first, last = sorted((one, other), key=lambda span: span.start)
    between = yaml[first.end : last.start]
    return yaml[: first.start] + last.of(yaml) + between + first.of(yaml) + yaml[last.end :]


def _scalar(found: Spans, field: FieldPath) -> Span | None:
    """Return where a value stands that is written on its own line, not as a block of text."""
    span = found.values.get(field)
    return span if span and span.style not in _BLOCKS and span.end > span.start else None


def _at(said: Any, field: FieldPath) -> Any:
    for step in field:
        said = said[step]
    return said


def _put(said: Any, field: FieldPath, value: Any) -> None:
    _at(said, field[:-1])[field[-1]] = value
