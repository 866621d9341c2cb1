"""Folding: a text as it is compared and sorted, without accents, capitals or ligatures.

The same rules stand in `docs/theme/js/search/words.js`, for browsers; a test compares the two.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LIGATURES: Final = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "’": "'", "ʼ": "'", "‘": "'"})
_MARKS: Final = re.compile(r"[\u0300-\u036f]")
_GROUPED: Final = re.compile(r"(?<=[0-9])[ \u00a0\u202f,](?=[0-9]{3}(?![0-9]))")


def fold(text: str) -> str:
    """Return a text in small letters, without accents or ligatures, its apostrophes straight and its numbers whole."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LIGATURES))
    return _GROUPED.sub("", _MARKS.sub("", plain))
