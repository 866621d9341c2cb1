"""The words of the map, in the language of a page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import yaml

from atlas.model import Lang

FILE = Path(__file__).with_name("words.yml")


def map_words(lang: Lang) -> Mapping[str, str]:
    """Return the words by key."""
    return _words(lang, FILE.stat().st_mtime_ns)


@lru_cache(maxsize=2)
def _words(lang: Lang, _changed: int) -> Mapping[str, str]:
    """The words, read again when the file has changed: under `mkdocs serve` the package stays loaded."""
    table: dict[str, dict[Lang, str]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {key: words[lang] for key, words in table.items()}
