"""The words that readers see, in the language of a page. Each table holds both languages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

import yaml

from atlas.model.text import LANGS, Lang
from atlas.typography import typeset

INTERFACE: Final = Path(__file__).with_name("words.yml")
"""The words of the interface."""

TAKEAWAY: Final = Path(__file__).parent / "takeaway" / "words.yml"
"""The words of what readers of the Academy take away."""

# libyaml reads these tables ten times faster than Python does; PyYAML is not compiled with it on every machine.
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def table(file: Path) -> Mapping[str, Mapping[Lang, str]]:
    """Return a table of words by key and language.

    Raises:
        ValueError: When a word lacks a language.
    """
    return _table(file, file.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _table(file: Path, _changed: int) -> Mapping[str, Mapping[Lang, str]]:
    """The table, read again when the file has changed: under `mkdocs serve` the package stays loaded."""
    found: dict[str, dict[Lang, str]] = yaml.load(file.read_text(encoding="utf-8"), _LOADER)
    for key, words in found.items():
        if set(words) != set(LANGS):
            raise ValueError(f"{file.name}: {key} must have exactly the languages {', '.join(LANGS)}")
    return found


class Words:
    """The interface words of one language: `w.skip` or `w("counted", n=3)`.

    Raises:
        AttributeError: When a template asks for a word that the table lacks.
    """

    def __init__(self, lang: Lang) -> None:
        """Choose the language."""
        self._lang = lang
        self._table = table(INTERFACE)

    def __getattr__(self, key: str) -> str:
        if key.startswith("_"):
            raise AttributeError(key)
        try:
            return self._table[key][self._lang]
        except KeyError:
            raise AttributeError(f"{INTERFACE.name} has no word for {key!r}") from None

    def __call__(self, key: str, **values: object) -> str:
        """Return the words for `key` with `{name}` placeholders filled."""
        words: str = getattr(self, key)
        return words.format(**values)


class TakeawayWords:
    """The words of what is taken away, in one language, typeset: `w("session", n=2)`.

    Raises:
        KeyError: When the table lacks a word.
    """

    def __init__(self, lang: Lang) -> None:
        """Choose the language."""
        self._lang: Lang = lang
        self._table = table(TAKEAWAY)

    def __call__(self, key: str, **values: object) -> str:
        """Return the words for `key` with `{name}` placeholders filled."""
        words = self._table[key][self._lang]
        return typeset(words.format(**values) if values else words, self._lang)
