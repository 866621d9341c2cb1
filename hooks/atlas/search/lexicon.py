"""The lexicon: the vectors of twelve thousand words of both languages, made once by `scripts/derive_lexicon.py`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np

from atlas.search.meaning import Floats, Lexicon

FILE: Final = Path(__file__).parent / "data" / "lexicon.npz"


@cache
def lexicon() -> Lexicon | None:
    """Return the lexicon, or none where its file has not been fetched."""
    if not FILE.is_file():
        return None
    with np.load(FILE) as kept:
        stems = str(kept["stems"]).split()
        vectors = kept["vectors"].astype(np.float64) * kept["scales"].astype(np.float64)[:, None]
        return Lexicon(stems, vectors, kept["weights"].astype(np.float64))


def centred(words: Lexicon) -> Floats:
    """Return the vectors of the words around their own weighted mean.

    Words and passages lie apart in the space of the model: what they have in common is told by their means.
    """
    return np.asarray(words.vectors - np.average(words.vectors, axis=0, weights=words.weights))


def vector_of(stems: Sequence[str], words: Lexicon, rows: Floats) -> Floats:
    """Return the weighted mean of the rows of some words, each counted once; zeros when the lexicon has none."""
    total = np.zeros(rows.shape[1])
    for stem in dict.fromkeys(stems):
        rank = words.rank.get(stem)
        if rank is not None:
            total += words.weights[rank] * rows[rank]
    return total
