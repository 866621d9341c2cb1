"""Folding: a text as search and dictionaries compare it, without accents, capitals or ligatures."""

from __future__ import annotations

import unicodedata
from typing import Final

_APART: Final = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "’": "'", "\u00a0": " ", "\u202f": " "}
)


def fold(text: str) -> str:
    """Return a text in small letters without accents: `Œuvre d’été` is `oeuvre d'ete`."""
    apart = unicodedata.normalize("NFD", text.translate(_APART))
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).lower()
