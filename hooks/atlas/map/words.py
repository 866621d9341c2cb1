"""The words of the map, in the language of a page."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from atlas.model import Lang
from atlas.words import table

FILE: Final = Path(__file__).with_name("words.yml")
"""The table."""


def map_words(lang: Lang) -> Mapping[str, str]:
    """Return the words by key."""
    return {key: words[lang] for key, words in table(FILE).items()}
