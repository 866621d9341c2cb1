"""Sharing: what a page says of itself to those who quote it, and to machines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from atlas import urls
from atlas.cards.sheet import HEIGHT, WIDTH
from atlas.cards.subjects import Subject, subject
from atlas.model import LANGS, Catalogue, Lang
from atlas.structured_data import page_data, serialised
from atlas.trail import steps_between
from atlas.words import Words

LOCALES: Final[dict[Lang, str]] = {"fr": "fr_FR", "en": "en_GB"}
"""The locale of each edition, as Open Graph names it."""

ARTICLES: Final = ("place", "member", "route", "session", "lesson", "manifesto", "page")
"""The kinds of pages that are read; the others lead to these."""


@dataclass(frozen=True)
class Share:
    """What the head of a page says for shares and machines (Open Graph, schema.org).

    Attributes:
        title: The title that a share shows.
        description: What the page holds, in a sentence.
        type: What Open Graph calls a page of this kind.
        locale: The locale of the page.
        other_locale: The locale of the same page in the other language.
        image: The address of the card.
        width: Its width.
        height: Its height.
        alt: What the card shows.
        data: The structured data, as JSON that may stand in a `script` element.
    """

    title: str
    description: str
    type: str
    locale: str
    other_locale: str
    image: str
    width: int
    height: int
    alt: str
    data: str


def share(catalogue: Catalogue, path: str, title: str, description: str) -> Share:
    """Return what a page says of itself.

    Args:
        catalogue: The records.
        path: The page's path from the root of the whole site.
        title: Its title.
        description: What it holds, in a sentence.
    """
    page = subject(catalogue, path, title)
    identity = catalogue.identity
    return Share(
        title=f"{identity.name} · {page.title}" if page.kind == "home" else page.title,
        description=description,
        type="article" if page.kind in ARTICLES else "website",
        locale=LOCALES[page.lang],
        other_locale=next(LOCALES[lang] for lang in LANGS if lang != page.lang),
        image=identity.site_url + urls.card_path(path),
        width=WIDTH,
        height=HEIGHT,
        alt=page.alt,
        data=serialised(page_data(catalogue, page, description, _trail(catalogue, page))),
    )


def _trail(catalogue: Catalogue, page: Subject) -> Sequence[tuple[str, str]]:
    """Return the names and paths of the pages from the home page to a page; nothing for the home page itself."""
    if page.kind == "home":
        return []
    words = Words(page.lang)
    trail = [(words.nav_home, urls.page_path("home", page.lang))]
    section = urls.section_of(page.path)
    if section is not None and page.path != urls.page_path(section, page.lang):
        trail.append((getattr(words, f"nav_{section}"), urls.page_path(section, page.lang)))
    return [*trail, *steps_between(catalogue, page.path), (page.title, page.path)]
