"""The words of the interface, in the language of a page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import yaml

from atlas.model.text import LANGS, Lang

FILE = Path(__file__).with_name("words.yml")


@lru_cache(maxsize=1)
def _table(_changed: int) -> Mapping[str, Mapping[Lang, str]]:
    """The table of words, read again when the file has changed: under `mkdocs serve` the package stays loaded."""
    table: dict[str, dict[Lang, str]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    for key, words in table.items():
        if set(words) != set(LANGS):
            raise ValueError(f"{FILE.name}: {key} must have exactly the languages {', '.join(LANGS)}")
    return table


class Words:
    """The interface words of one language: `w.skip` or `w("counted", n=3)`.

    Raises:
        AttributeError: When a template asks for a word that the table lacks.
    """

    def __init__(self, lang: Lang) -> None:
        """Choose the language."""
        self._lang = lang
        self._table = _table(FILE.stat().st_mtime_ns)

    def __getattr__(self, key: str) -> str:
        if key.startswith("_"):
            raise AttributeError(key)
        try:
            return self._table[key][self._lang]
        except KeyError:
            raise AttributeError(f"{FILE.name} has no word for {key!r}") from None

    def __call__(self, key: str, **values: object) -> str:
        """Return the words for `key` with `{name}` placeholders filled."""
        words: str = getattr(self, key)
        return words.format(**values)
