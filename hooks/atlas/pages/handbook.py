"""The handbook for contributors: the order of its pages, their list, and the way from each to the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup

from atlas import urls
from atlas.pages.rendering import PageRenderer

HANDBOOK: Final = (
    "add_place",
    "correct",
    "add_session",
    "add_event",
    "translate",
    "person",
    "photographs",
    "publish",
    "undo",
    "record_fields",
    "architecture",
    "components",
)
"""The pages of the handbook, in the order in which one reads them; the keys are those of `urls.FURTHER`."""


@dataclass(frozen=True)
class Chapter:
    """A page of the handbook.

    Attributes:
        rank: Its number, from 1.
        title: Its title.
        about: What it says, in a sentence.
        path: Its path from the root of the whole site.
        href: The link to it from the page that shows it.
    """

    rank: int
    title: str
    about: str
    path: str
    href: str


def chapters(page: PageRenderer) -> Sequence[Chapter]:
    """Return the pages of the handbook that are written in the language of a page, in order."""
    written = {each.path: each.head for each in page.catalogue.pages}
    paths = [path for kind in HANDBOOK if (path := urls.page_path(kind, page.lang)) in written]
    return [
        Chapter(rank, written[path].title, written[path].description, path, urls.relative(path, start=page.path))
        for rank, path in enumerate(paths, 1)
    ]


def handbook(page: PageRenderer, meta: Mapping[str, Any]) -> Markup:
    """Show the list of the pages."""
    return page.render("handbook.html", chapters=chapters(page))


def handbook_turn(page: PageRenderer, meta: Mapping[str, Any]) -> Markup:
    """Show the way to the page before and to the page after; the first one leads back to the list."""
    all_ = chapters(page)
    here = next((place for place, chapter in enumerate(all_) if chapter.path == page.path), -1)
    return page.render(
        "handbook_turn.html",
        before=all_[here - 1] if here > 0 else None,
        after=all_[here + 1] if 0 <= here < len(all_) - 1 else None,
    )
