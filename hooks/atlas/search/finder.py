"""Searching the published files, in Python: the reference for `docs/theme/js/search/`, on which quality is measured."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from atlas.model.text import Lang
from atlas.search.bm25 import WordIndex
from atlas.search.files import FOLDER, INDEX
from atlas.search.meaning import Floats, unframed, unpacked
from atlas.search.slips import slips
from atlas.search.words import STOP, stem, stems, tokens

TITLED: Final = 20.0
"""What a page gains in a search whose every word stands in its title; twice that when its title says nothing else."""

MOST_FORMS: Final = 40
"""Words that an unfinished one may become."""

NAMED: Final = 1.0
"""What a page gains when a question names it: every word of its title is asked for."""

PHRASE: Final = 1.0
"""What a passage gains that holds the words of a question as they stand, one after the other."""

OPENING: Final = 0.3
"""What the first passage of a page that is named gains: it says what the page is."""

LEAD: Final = 3.0
"""What being nearer than every decoy is worth, a unit of cosine, when it is asked whether an answer is sure."""

SURE: Final = 2.6
"""The score, with that lead, from which an answer is sure: chosen on the development sets."""

HALF: Final = 4.0
"""The BM25 score that gains half of what words can give."""


@dataclass(frozen=True)
class Found:
    """A passage that answers.

    Attributes:
        rank: Its place in the file of passages.
        path: The path of its page.
        anchor: The anchor of its heading.
        score: How well it answers; comparable within one answer only.
    """

    rank: int
    path: str
    anchor: str
    score: float


@dataclass(frozen=True)
class Answer:
    """What is found for a question.

    Attributes:
        found: The passages, the best first.
        sure: Whether the best answers well, and better than what the site does not speak of.
    """

    found: Sequence[Found]
    sure: bool


class Finder:
    """Answers questions in one language from the files of search."""

    def __init__(self, site: Path, lang: Lang, *, by_meaning: bool = True) -> None:
        """Read the files of the built site; `by_meaning=False` goes by words alone, as where they are missing."""
        index = json.loads((site / INDEX).read_text(encoding="utf-8"))
        data = json.loads((site / FOLDER / index["passages"][lang]).read_text(encoding="utf-8"))
        self.pages: list[list[str]] = data["pages"]
        self.passages: list[list[Any]] = data["passages"]
        self.words = WordIndex([(self._titles(row), row[3]) for row in self.passages])
        self.told = [f" {' '.join(tokens(f'{self._titles(row)} {row[3]}'))} " for row in self.passages]
        before = [-1, *(row[0] for row in self.passages)]
        self.openings = {rank for rank, row in enumerate(self.passages) if row[0] != before[rank]}
        # What editors say that a page answers: as good as a passage, and worth more than its own words.
        self.owners = [page for page, _ in data["questions"]]
        self.questions = WordIndex([("", text) for _, text in data["questions"]])
        self.names = [frozenset(stems(page[1])) for page in self.pages]
        self.lexicon: dict[str, tuple[float, Floats]] | None = None
        if by_meaning and index["words"]:
            head, rest = unframed((site / FOLDER / index["words"]).read_bytes())
            stemmed = head["stems"].split()
            weights = np.frombuffer(rest[: len(stemmed)], np.uint8) / 255
            rows = unpacked(rest[len(stemmed) :], np.array(head["scales"]))
            self.lexicon = {stem: (weights[rank], rows[rank]) for rank, stem in enumerate(stemmed)}
            head, rest = unframed((site / FOLDER / index["meaning"][lang]).read_bytes())
            self.vectors = unpacked(rest, np.array(head["scales"]))
            self.vectors /= np.linalg.norm(self.vectors, axis=1, keepdims=True)

    def _titles(self, row: Sequence[Any]) -> str:
        return " ".join([self.pages[row[0]][1], *row[2]])

    def ask(self, question: str) -> Answer:
        """Return what answers a question."""
        asked = stems(question)
        if not asked:
            return Answer((), sure=False)
        by_words = self.words.scores(asked)
        phrase = f" {' '.join(tokens(question))} "
        near, near_questions, lead = self._meaning(asked)
        named = [bool(name) and name <= set(asked) for name in self.names]
        bonus = [NAMED if each else 0.0 for each in named]
        for page, gain in self._answered(asked, near_questions).items():
            bonus[page] += gain
        scores = [
            meaning / 5
            + _gate(covered) * score / (score + HALF)
            + bonus[self.passages[rank][0]]
            + (PHRASE if phrase in self.told[rank] else 0)
            + (OPENING if rank in self.openings and named[self.passages[rank][0]] else 0)
            for rank, ((score, covered), meaning) in enumerate(zip(by_words, near, strict=True))
        ]
        order = sorted(range(len(scores)), key=lambda rank: (-scores[rank], rank))
        found = [
            Found(rank, self.pages[self.passages[rank][0]][0], self.passages[rank][1], scores[rank]) for rank in order
        ]
        sure = found[0].score + LEAD * lead >= SURE
        return Answer(found, sure or any(covered > 1 - 1e-9 for _, covered in by_words))

    def search(self, text: str) -> list[Found]:
        """Return the pages that hold the words of a text, the best first, each by its best passage.

        The last word may be unfinished, and a word that the site does not know may be misspelt. Pages that hold
        every word come first; where there is none, those that hold some.
        """
        asked = tokens(text)
        whole = [word for word in asked[:-1] if word not in STOP]
        forms = [self._forms(word, unfinished=False) for word in whole]
        if asked and (asked[-1] not in STOP or not whole):
            forms.append(self._forms(asked[-1], unfinished=not text[-1].isspace()))
        if not forms:
            return []
        best: dict[int, tuple[float, float, int]] = {}
        for rank, (score, covered) in enumerate(self.words.choices(forms)):
            page = self.passages[rank][0]
            if score and (page not in best or (covered, score) > best[page][:2]):
                best[page] = (covered, score, rank)
        found = []
        for page, (covered, score, rank) in best.items():
            name = self.names[page]
            if all(any(form in name for form in each) for each in forms):
                score += TITLED * (2 if len(name) <= len(forms) else 1)
            found.append((covered, score, rank, page))
        complete = [one for one in found if one[0] > 1 - 1e-9]
        kept = sorted(complete or found, key=lambda one: (-one[0], -one[1], one[2]))
        return [Found(rank, self.pages[page][0], self.passages[rank][1], score) for _, score, rank, page in kept]

    def _forms(self, word: str, *, unfinished: bool) -> list[str]:
        """Return the stems that a word may stand for: its own, those that it begins, else those a slip away."""
        known, own = self.words.idf, stem(word)
        forms = [own] if own in known else []
        if unfinished:
            forms += sorted(each for each in known if each.startswith(word) and each != own)[:MOST_FORMS]
        if not forms and len(word) > 3:
            reach = 1 if len(own) < 8 else 2
            forms = sorted(each for each in known if abs(len(each) - len(own)) <= reach and slips(own, each) <= reach)
        return forms[:MOST_FORMS] or [own]

    def _answered(self, asked: Sequence[str], near: Sequence[float]) -> dict[int, float]:
        """Return what each page gains from the questions that it is said to answer, by meaning and by words."""
        meaning: dict[int, float] = {}
        words: dict[int, float] = {}
        for page, distance, (score, covered) in zip(self.owners, near, self.questions.scores(asked), strict=True):
            meaning[page] = max(meaning.get(page, 0.0), distance / 3)
            words[page] = max(words.get(page, 0.0), 2 * covered * score / (score + HALF))
        return {page: meaning[page] + words[page] for page in meaning}

    def _meaning(self, asked: Sequence[str]) -> tuple[list[float], list[float], float]:
        """Return how near each passage and question is, in standard deviations, and the lead of the best on decoys."""
        count, questions = len(self.passages), len(self.owners)
        vector = self._vector(asked)
        if vector is None:
            return [0.0] * count, [0.0] * questions, 0.0
        cosines = self.vectors @ vector
        lead = float(cosines[: count + questions].max() - cosines[count + questions :].max())
        return _standard(cosines[:count]), _standard(cosines[count : count + questions]), lead

    def _vector(self, asked: Sequence[str]) -> Floats | None:
        """Return the direction of a question; none where nothing tells it."""
        if self.lexicon is None:
            return None
        vector = np.zeros(self.vectors.shape[1])
        for word in dict.fromkeys(asked):
            if word in self.lexicon:
                weight, row = self.lexicon[word]
                vector += weight * row
        length = float(np.linalg.norm(vector))
        return vector / length if length else None


def _gate(covered: float) -> float:
    """Return what words are worth by the share of them that a passage holds: most when it holds all."""
    return 1 + covered * covered + (3 if covered > 1 - 1e-9 else 0)


def _standard(cosines: Floats) -> list[float]:
    spread = float(cosines.std()) if len(cosines) else 0.0
    return [float(each) for each in (cosines - cosines.mean()) / (spread or 1.0)] if len(cosines) else []
