"""The words of the map, in the language of a page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from atlas.model import Lang

FILE = Path(__file__).with_name("words.yml")


@cache
def map_words(lang: Lang) -> Mapping[str, str]:
    """Return the words by key: part of the package, so read once."""
    table: dict[str, dict[Lang, str]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {key: words[lang] for key, words in table.items()}
