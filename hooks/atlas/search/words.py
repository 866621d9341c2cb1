"""Words as search compares them: without case, accents, ligatures, elisions, plurals.

The same rules stand in `docs/theme/js/search/words.js`; a test compares the two on every word of the lexicon. They are
few on purpose: a light stemmer loses less in two languages at once than a full one made for each.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

from atlas.folding import fold

_ELISION: Final = re.compile(r"(?<![a-z0-9])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=[a-z0-9])")
_POSSESSIVE: Final = re.compile(r"'s(?![a-z0-9])")
_TOKEN: Final = re.compile(r"[a-z0-9]+")

STOP: Final = frozenset(
    word
    for line in (Path(__file__).parent / "data" / "stop.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
)
"""Words that say nothing of what is looked for; browsers get the same list."""


def tokens(text: str) -> list[str]:
    """Return the words of a text in order, folded, elisions left out."""
    return _TOKEN.findall(_POSSESSIVE.sub("", _ELISION.sub("", fold(text))))


@cache
def stem(word: str) -> str:
    """Return what the forms of a folded word have in common: `visites`, `visiter`, `visited` give `visit`."""
    if len(word) < 4 or word[0].isdigit():
        return word
    word = re.sub(r"(?<=eau)x$|(?<=eu)x$|(?<=ou)x$", "", word)
    word = re.sub(r"(?<=..)aux$", "al", word)
    word = re.sub(r"(?<=..[^s])s$", "", word)
    word = re.sub(r"(?<=...)(?:ees?|e|er|ez|ed|ing)$", "", word)
    word = re.sub(r"(?<=..)(?:ie|y)$", "i", word)
    return re.sub(r"([b-df-hj-np-tv-z])\1$", r"\1", word)


def stems(text: str) -> list[str]:
    """Return the stems of the words of a text that say something, in order, repeats included."""
    return [stem(word) for word in tokens(text) if word not in STOP]
