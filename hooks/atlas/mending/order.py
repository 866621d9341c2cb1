"""The keys of a record in the order of its model, which is the one that pages and neighbours follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from atlas.mending.change import Change
from atlas.mending.parts import Part, meaning
from atlas.mending.spans import Spans, spans
from atlas.model.publication import Publishable
from atlas.model.record import FieldPath, Record
from atlas.model.shapes import model_at
from atlas.reading.yaml_source import dotted


def in_order(path: str, part: Part, model: type[Record]) -> tuple[Part, list[Change]]:
    """Return a file whose keys follow the model, comments and layout with them, and what was changed."""
    changes: list[Change] = []
    said = meaning(part.yaml)
    for field in list(_astray(said, model, ())):
        found = spans(part.yaml)
        moved = found and _moved(part.yaml, field, found, _order(model_at(model, field)))
        if moved and meaning(moved) == said:
            assert found
            line = part.first + part.yaml.count("\n", 0, found.keys[(*field, found.blocks[field][0])].start) + 1
            where = f" de {dotted(field)}" if field else ""
            changes.append(Change(path, line, f"clés{where} remises dans l’ordre du modèle"))
            part = part.with_(moved)
    return part, changes


def _astray(said: Any, model: type[Record], field: FieldPath) -> Iterator[FieldPath]:
    """Yield the records whose keys are in another order."""
    if isinstance(said, list):
        for index, item in enumerate(said):
            yield from _astray(item, model, (*field, index))
    if not isinstance(said, dict):
        return
    order = _order(model_at(model, field))
    ranks = [order.index(key) for key in said if key in order]
    if len(ranks) == len(said) and ranks != sorted(ranks):
        yield field
    for key, value in said.items():
        yield from _astray(value, model, (*field, key))


def _order(model: type[Record] | None) -> Sequence[str]:
    """Return the keys of a model in its order; none for one that has them from elsewhere, whose order nobody chose."""
    if model is None:
        return ()
    own, days = list(model.__annotations__), list(Publishable.model_fields)
    names = [*own[:1], *days, *own[1:]] if "id" in own[:1] else [*days, *own]
    fields = [name for name in names if name in model.model_fields]
    return fields if set(fields) == set(model.model_fields) else ()


def _moved(yaml: str, field: FieldPath, found: Spans, order: Sequence[str]) -> str | None:
    """Return the text with the keys of one record in order; none when its lines cannot be told apart."""
    names = found.blocks.get(field)
    if not names:
        return None  # within braces, on one line
    lines = yaml.split("\n")
    at = [yaml.count("\n", 0, found.keys[(*field, name)].start) for name in names]
    starts = [
        lines[line][: _column(yaml, found.keys[(*field, name)].start)] for line, name in zip(at, names, strict=True)
    ]
    dash = starts[0] if starts[0].strip() else ""
    if any(start.strip() for start in starts[1:]) or dash.strip() not in {"", "-"} or len({*map(len, starts)}) > 1:
        return None
    heads = [_above(lines, line, starts[-1]) if not dash else line for line in at]
    if dash and any(lines[line - 1].lstrip().startswith("#") for line in at[1:]):
        return None  # a comment above the first key of an item would leave the item
    end = max(span.end for name, span in found.values.items() if name[: len(field)] == field)
    last = yaml.count("\n", 0, len(yaml[:end].rstrip())) + 1
    if dash:
        lines[at[0]] = " " * len(dash) + lines[at[0]][len(dash) :]
    chunks = [lines[start:stop] for start, stop in zip(heads, [*heads[1:], last], strict=True)]
    rows = [chunk for _, chunk in sorted(zip(names, chunks, strict=True), key=lambda pair: order.index(pair[0]))]
    body = [line for chunk in rows for line in chunk]
    if dash:
        body[0] = dash + body[0][len(dash) :]
    return "\n".join([*lines[: heads[0]], *body, *lines[last:]])


def _column(yaml: str, place: int) -> int:
    return place - (yaml.rfind("\n", 0, place) + 1)


def _above(lines: Sequence[str], line: int, indent: str) -> int:
    """Return the first of the comments right above a key; those that open the file stay there."""
    first = line
    while first and lines[first - 1].startswith(f"{indent}#"):
        first -= 1
    return line if first == 0 else first
