"""The sets by which search is measured, and what is measured on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from support.projects import ROOT

FOLDER = ROOT / "tests" / "search"

LANGS = ("fr", "en")

Ranker = Callable[[str, str], Sequence[str]]
"""Takes a language and a question, returns the paths of pages, the best first, each once."""


@dataclass(frozen=True)
class Quality:
    """How well some questions are answered.

    Attributes:
        first: Share of questions whose first page answers.
        third: Share of questions of which one of the first three pages answers.
        reciprocal: Mean of one over the rank of the first page that answers.
        count: How many questions there are.
    """

    first: float
    third: float
    reciprocal: float
    count: int

    def __str__(self) -> str:
        return f"R@1 {self.first:4.0%}  R@3 {self.third:4.0%}  MRR {self.reciprocal:.2f}  ({self.count})"


def asked(name: str, part: str | None = None) -> list[Mapping[str, Any]]:
    """Return a set: `questions` (with the part `measured` or `development`), `searches`, `off_topic` or `exact`."""
    data = yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    found: list[Mapping[str, Any]] = data[part] if part else data
    return found


def rank(pages: Sequence[str], right: Sequence[str]) -> int | None:
    """Return the rank of the first right page, from 1; none when there is none."""
    return next((place for place, page in enumerate(pages, 1) if page in right), None)


def quality(questions: Sequence[Mapping[str, Any]], ranker: Ranker, key: str = "ask") -> Quality:
    """Return how well a ranker answers some questions."""
    ranks = [rank(ranker(one["lang"], one[key]), one["pages"]) for one in questions]
    count = len(ranks)
    return Quality(
        first=sum(place == 1 for place in ranks) / count,
        third=sum(place is not None and place <= 3 for place in ranks) / count,
        reciprocal=sum(1 / place for place in ranks if place) / count,
        count=count,
    )


def pages_of(found: Sequence[Any]) -> list[str]:
    """Return the paths of what was found, each once, in order."""
    return list(dict.fromkeys(one.path for one in found))


def site_of(path: str) -> Path:
    """Return a built site: the one named, else the project's own."""
    return Path(path) if path else ROOT / "site"
