"""The library page: the path through the course, and everything that there is, with its facets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from markupsafe import Markup

from atlas import urls
from atlas.library.facets import NAMES, facet_values, facets
from atlas.library.items import AROUND, COURSE, DATA, LibraryItem, library_items
from atlas.model import Lang
from atlas.model.academy import Session
from atlas.model.resource import Resource
from atlas.pages.academy import course_length
from atlas.pages.media import recording_seconds
from atlas.pages.rendering import PageRenderer
from atlas.typography import typeset

Meta = Mapping[str, Any]
"""The front matter of a page."""

COUNTS = ("count", "count_one", "count_none", "count_of")
"""The words by which the script tells how many things are left, without `library_`."""


@dataclass(frozen=True)
class Way:
    """A link to something of the library.

    Attributes:
        href: The link.
        lang: The language of what it leads to.
        weight: What the file weighs, in words; empty for a page or an address elsewhere.
    """

    href: str
    lang: Lang
    weight: str


@dataclass(frozen=True)
class Row:
    """Something of the library, as the page shows it.

    Attributes:
        item: What it is.
        way: The link to it, in the language of the page where there is one.
        others: The links to it in other languages.
        facets: Its values on each facet, parted by spaces.
    """

    item: LibraryItem
    way: Way
    others: Sequence[Way]
    facets: Mapping[str, str]


@dataclass(frozen=True)
class Group:
    """A part of the library.

    Attributes:
        id: Its anchor.
        title: Its title.
        session: The session that it is, if it is one.
        rows: What stands in it.
    """

    id: str
    title: str
    session: Session | None
    rows: Sequence[Row]


def library_path(page: PageRenderer, meta: Meta) -> Markup:
    """Show the path through the course."""
    return page.render("library_path.html", **course_length(page))


def library(page: PageRenderer, meta: Meta) -> Markup:
    """Show everything that there is."""
    rows = library_rows(page)
    words = page.words
    return page.render(
        "library.html",
        groups=_groups(page, rows),
        facets=facets((row.item for row in rows), page.catalogue, page.lang),
        total=len(rows),
        feed=page.asset(urls.feed_path("library", page.lang)),
        browser_words={name: typeset(getattr(words, f"library_{name}"), page.lang) for name in COUNTS},
    )


def library_rows(page: PageRenderer) -> list[Row]:
    """Return everything that this build publishes, in the order of the course."""
    rows = (_row(page, item) for item in library_items(page.catalogue, lambda *of: _minutes(page, *of)))
    return [row for row in rows if row is not None]


def _row(page: PageRenderer, item: LibraryItem) -> Row | None:
    ways = [way for lang, path in item.paths.items() if (way := _way(page, item, lang, path))]
    if item.url:
        ways = [Way(item.url, item.langs[0], "")]
    own = next((way for way in ways if way.lang == page.lang), ways[0] if ways else None)
    if own is None:
        return None
    # A page of the site has its own way to the other language; open data are the same in both.
    others = [way for way in ways if way is not own and way.weight and way.href != own.href]
    return Row(item, own, others, {name: " ".join(facet_values(item, name)) for name in NAMES})


def _way(page: PageRenderer, item: LibraryItem, lang: Lang, path: str) -> Way | None:
    if not item.format:
        local = path if lang == page.lang or len(item.paths) == 1 else ""
        return Way(urls.relative(local, start=page.path), lang, "") if local else None
    file = page.file(path)
    return Way(file.href, lang, file.weight) if file else None


def _groups(page: PageRenderer, rows: Sequence[Row]) -> list[Group]:
    groups = []
    words, sessions = page.words, page.catalogue.session
    named = {
        COURSE: (words.anchor_library_whole, words.library_whole),
        AROUND: (words.anchor_library_around, words.library_around),
        DATA: (words.anchor_library_data, words.library_data),
    }
    for id, held in groupby(rows, key=lambda row: row.item.group):
        session = sessions.get(id)
        anchor, title = (id, session.title.in_(page.lang)) if session else named[id]
        groups.append(Group(anchor, title, session, list(held)))
    return groups


def _minutes(page: PageRenderer, session: Session, resource: Resource) -> int | None:
    """Return how long a recording lasts, in minutes begun."""
    if not resource.is_recording:
        return None
    return -(-recording_seconds(page, session, resource) // 60) or None
