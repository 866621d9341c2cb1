"""Apostrophes and spaces as this project types them: straight and ordinary, since the build sets the true ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from atlas.mending.change import Change, line_changes
from atlas.mending.parts import Part, meaning
from atlas.mending.spans import spans
from atlas.model.text import LANGS, Lang
from atlas.typography import NBSP, NNBSP, typeset

_PLAIN: Final = {"’": "'", NBSP: " ", NNBSP: " "}


def with_plain_signs(path: str, part: Part) -> tuple[Part, list[Change]]:
    """Return a file whose YAML has plain signs, wherever the build gives back exactly what was written."""
    if not any(sign in part.yaml for sign in _PLAIN):
        return part, []
    found = spans(part.yaml)
    if found is None:
        return part, []
    yaml = part.yaml
    langs: dict[str, Sequence[Lang]] = {lang: [lang] for lang in LANGS}
    for field, span in sorted(found.values.items(), key=lambda item: -item[1].start):
        raw = span.of(part.yaml)
        new = "".join(_plain(raw, span.style == "'", langs.get(str(field[-1] if field else ""), LANGS)))
        yaml = yaml[: span.start] + new + yaml[span.end :]
    if yaml == part.yaml or not _same(meaning(part.yaml), meaning(yaml)):
        return part, []
    why = "apostrophe ou espace que le site met lui-même"
    return part.with_(yaml), list(line_changes(path, part.yaml, yaml, why, part.first))


def _plain(raw: str, quoted: bool, langs: Sequence[Lang]) -> Iterator[str]:
    """Yield the signs of a text, each a plain one when the page is the same in the end."""
    for place, sign in enumerate(raw):
        simple = _PLAIN.get(sign)
        other = raw[:place] + str(simple) + raw[place + 1 :]
        if simple is None or place == 0 or any(typeset(other, lang) != typeset(raw, lang) for lang in langs):
            yield sign
        else:
            # Within apostrophes, YAML wants an apostrophe twice.
            yield "''" if quoted and simple == "'" else simple


def _same(before: Any, after: Any) -> bool:
    """Return whether two readings differ by these signs alone."""
    if isinstance(before, dict) and isinstance(after, dict):
        return list(before) == list(after) and all(_same(before[key], after[key]) for key in before)
    if isinstance(before, list) and isinstance(after, list):
        return len(before) == len(after) and all(map(_same, before, after))
    if isinstance(before, str) and isinstance(after, str):
        return _simplified(before) == _simplified(after)
    return type(before) is type(after) and bool(before == after)


def _simplified(text: str) -> str:
    return "".join(_PLAIN.get(sign, sign) for sign in text)
