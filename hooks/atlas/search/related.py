"""Related pages: those whose passages mean nearly the same, computed at build."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from atlas.search.passages import Passage
from atlas.search.vectors import vectors_of

MOST: Final = 3
"""Related pages that a page names."""

LEADING: Final = ("places", "members", "academy", "actions", "map")
"""The sections whose pages name related ones."""

LED_TO: Final = (*LEADING, "manifesto", "observatory", "changemakers")
"""The sections that they may name."""


def related(passages: Sequence[Passage], scratch: Path | None = None) -> Mapping[str, Sequence[str]]:
    """Return the paths of the pages most related to each page of `LEADING`, the nearest first, for one edition.

    Empty where there are neither vectors nor a lexicon; `scratch` keeps what the model makes.
    """
    kept = [passage for passage in passages if passage.kind in LED_TO]
    vectors = vectors_of(((passage.key, passage.said) for passage in kept), scratch)
    if vectors is None or not kept:
        return {}
    paths = list(dict.fromkeys(passage.path for passage in kept))
    kinds = {passage.path: passage.kind for passage in kept}
    place = {path: rank for rank, path in enumerate(paths)}
    means = np.zeros((len(paths), vectors.rows.shape[1]))
    for passage, row in zip(kept, vectors.rows, strict=True):
        means[place[passage.path]] += row
    # What all pages have in common says nothing of one.
    means /= np.linalg.norm(means, axis=1, keepdims=True)
    means -= means.mean(axis=0)
    lengths = np.linalg.norm(means, axis=1, keepdims=True)
    means = np.divide(means, lengths, out=np.zeros_like(means), where=lengths > 0)
    near = means @ means.T
    found = {}
    for path, row in zip(paths, near, strict=True):
        if kinds[path] in LEADING:
            order = sorted(range(len(paths)), key=lambda rank: (-row[rank], rank))
            found[path] = [paths[rank] for rank in order if paths[rank] != path][:MOST]
    return found
