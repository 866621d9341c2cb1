"""The corpus of one edition: which pages it takes, and what it calls them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from atlas import urls
from atlas.model.text import Lang
from atlas.search.communes import commune_passages
from atlas.search.passages import PageText, Passage, passages
from atlas.typography import typeset

LEFT_OUT: Final = ("search", "site_map", "components", "record_fields", "architecture")
"""Pages that only lead to others, or that show how pages are made."""


def page_text(path: str, title: str, html: str, meta: Mapping[str, Any]) -> PageText:
    """Return a rendered page as the corpus takes it; its kind is the section that holds it."""
    questions = tuple(str(question) for question in meta.get("questions") or ())
    description = str(meta.get("description") or "")
    return PageText(path, urls.edition_of(path), title, urls.section_of(path) or "home", html, description, questions)


def corpus(pages: Iterable[PageText]) -> list[Passage]:
    """Return the passages of the pages that readers may look for, by address; the map's tell of each commune too."""
    found: list[Passage] = []
    for page in sorted(pages, key=lambda page: page.path):
        if page.path not in {urls.page_path(kind, page.lang) for kind in LEFT_OUT}:
            found += (_set(passage) for passage in passages(page))
        if page.path == urls.page_path("map", page.lang):
            found += (_set(passage) for passage in commune_passages(page.lang, page.title))
    return found


def _set(passage: Passage) -> Passage:
    """Return a passage with the typography of pages: readers see it quoted."""
    lang: Lang = passage.lang
    return Passage(
        **{
            **passage.__dict__,
            "titles": tuple(typeset(title, lang) for title in passage.titles),
            "text": typeset(passage.text, lang),
        }
    )
