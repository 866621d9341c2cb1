"""The words of what readers of the Academy take away."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

import yaml

from atlas.model.text import LANGS, Lang
from atlas.typography import typeset

FILE: Final = Path(__file__).with_name("words.yml")


@lru_cache(maxsize=1)
def _table(_changed: int) -> Mapping[str, Mapping[Lang, str]]:
    """The table, read again when the file has changed: under `mkdocs serve` the package stays loaded."""
    table: dict[str, dict[Lang, str]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    for key, words in table.items():
        if set(words) != set(LANGS):
            raise ValueError(f"{FILE.name}: {key} must have exactly the languages {', '.join(LANGS)}")
    return table


class TakeawayWords:
    """The words of one language, typeset: `w("session", n=2)`.

    Raises:
        KeyError: When the table lacks a word.
    """

    def __init__(self, lang: Lang) -> None:
        """Choose the language."""
        self._lang: Lang = lang
        self._table = _table(FILE.stat().st_mtime_ns)

    def __call__(self, key: str, **values: object) -> str:
        """Return the words for `key` with `{name}` placeholders filled."""
        words = self._table[key][self._lang]
        return typeset(words.format(**values) if values else words, self._lang)
