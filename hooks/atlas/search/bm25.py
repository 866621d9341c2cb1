"""Ranking by words: BM25 over the stems of passages, titles counted more than once.

Source of the formula: S. Robertson and H. Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009.
`docs/theme/js/search/bm25.js` computes the same.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Final

from atlas.search.words import stems

K1: Final = 1.2
B: Final = 0.75
TITLE: Final = 2
"""How many times the titles above a passage count: who names a thing looks for its page."""


class WordIndex:
    """The stems of some passages, ready to be searched."""

    def __init__(self, texts: Sequence[tuple[str, str]]) -> None:
        """Take each passage as its titles and its text."""
        self.counts = [Counter(stems(titles) * TITLE + stems(text)) for titles, text in texts]
        self.lengths = [sum(count.values()) for count in self.counts]
        self.mean = sum(self.lengths) / len(self.lengths) if self.lengths else 1.0
        holders: Counter[str] = Counter()
        for count in self.counts:
            holders.update(count.keys())
        total = len(self.counts)
        self.idf = {word: math.log(1 + (total - held + 0.5) / (held + 0.5)) for word, held in holders.items()}
        self.rarest = math.log(1 + (total + 0.5) / 0.5)

    def scores(self, words: Sequence[str]) -> list[tuple[float, float]]:
        """Return, for each passage, its BM25 score and its coverage: the share of the words' IDF that it holds."""
        return self.choices([[word] for word in dict.fromkeys(words)])

    def choices(self, asked: Sequence[Sequence[str]]) -> list[tuple[float, float]]:
        """Return the same for words of which each may be any of several: a passage gets the best of each.

        A word that no passage holds weighs as much as the rarest that one could hold.
        """
        weights = [[self.idf.get(word, self.rarest) for word in words] for words in asked]
        whole = sum(max(each) for each in weights) or 1.0
        found = []
        for count, length in zip(self.counts, self.lengths, strict=True):
            score = covered = 0.0
            for words, each in zip(asked, weights, strict=True):
                best = weighed = 0.0
                for word, weight in zip(words, each, strict=True):
                    times = count.get(word, 0)
                    if times:
                        here = weight * times * (K1 + 1) / (times + K1 * (1 - B + B * length / self.mean))
                        if here > best:
                            best, weighed = here, max(each)
                score += best
                covered += weighed
            found.append((score, covered / whole))
        return found
