"""The page of the glossary: every term by letter, with the lessons that use it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from markupsafe import Markup

from atlas.folding import fold
from atlas.model.academy import Lesson
from atlas.model.glossary import GlossaryTerm
from atlas.model.text import Lang
from atlas.pages.markdown_text import line
from atlas.pages.rendering import PageRenderer

Meta = Mapping[str, Any]
"""The front matter of a page."""


@dataclass(frozen=True)
class Entry:
    """A term on the page.

    Attributes:
        term: The term.
        definition: What it means, with its notes.
        lessons: The lessons that list it, in the order of the course.
    """

    term: GlossaryTerm
    definition: Markup
    lessons: Sequence[Lesson]


def glossary(page: PageRenderer, meta: Meta) -> Markup:
    """Show the terms, letter by letter."""
    lang = page.lang
    used: dict[str, list[Lesson]] = {term.id: [] for term in page.catalogue.terms}
    for lesson in page.catalogue.lessons:
        for id in lesson.terms:
            used[id].append(lesson)
    terms = sorted(page.catalogue.terms, key=lambda term: sort_key(term.term.in_(lang)))
    letters = []
    for letter, group in groupby(terms, key=lambda term: sort_key(term.term.in_(lang))[:1].upper()):
        letters.append((letter, [Entry(term, _definition(page, term, lang), used[term.id]) for term in group]))
    return page.render("glossary.html", letters=letters)


def _definition(page: PageRenderer, term: GlossaryTerm, lang: Lang) -> Markup:
    return line(term.definition.in_(lang), page) + page.notes.call(term.sources)


def sort_key(word: str) -> str:
    """Return what a word is sorted by: its letters without accents or case."""
    return "".join(letter for letter in fold(word) if letter.isalnum() or letter == " ").strip()
