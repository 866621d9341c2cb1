"""Bilingual words: a drawing serves both editions, and holds the words of both until it is published."""

from __future__ import annotations

from typing import Final

from atlas.charts.values import number_of, qualified_words
from atlas.model.indicator import Indicator, Observation
from atlas.model.text import LANGS, Lang
from atlas.words import Words

BOTH: Final = "¦"
"""What parts the French words from the English ones."""


def value_label(indicator: Indicator, observation: Observation) -> str:
    """Return the words of a value in both languages."""
    return _joined(*(qualified_words(indicator, observation, lang) for lang in LANGS))


def tick_label(indicator: Indicator, value: float) -> str:
    """Return the words of a tick in both languages."""
    return _joined(*(number_of(indicator, value, lang) for lang in LANGS))


def interface_label(key: str) -> str:
    """Return words of the interface in both languages."""
    return _joined(*(getattr(Words(lang), key) for lang in LANGS))


def in_language(words: str, lang: Lang) -> str:
    """Return the words of one language."""
    return words.split(BOTH)[LANGS.index(lang) if BOTH in words else 0]


def _joined(french: str, english: str) -> str:
    return french if french == english else f"{french}{BOTH}{english}"
