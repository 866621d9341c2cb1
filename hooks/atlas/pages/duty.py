"""The pages of duty: who publishes, how to write to them, what machines found, and where everything is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup

from atlas import urls
from atlas.model import Identity
from atlas.model.authored import AuthoredPage
from atlas.pages.context import DUTIES, FOOT
from atlas.pages.rendering import PageRenderer

Meta = Mapping[str, Any]
"""The front matter of a page."""

_LAST: Final = len(urls.SLUGS)


@dataclass(frozen=True)
class Leaf:
    """A page in the map of the site.

    Attributes:
        title: Its title.
        href: The link to it, relative to the map.
    """

    title: str
    href: str


@dataclass(frozen=True)
class Branch(Leaf):
    """A page in the map of the site, with those below it.

    Attributes:
        leaves: The pages below.
    """

    leaves: Sequence[Leaf] = ()


def identity(page: PageRenderer, meta: Meta) -> Markup:
    """Show who publishes the site, who answers for it and who hosts it."""
    return page.render("identity.html", identity=page.catalogue.identity)


def contact(page: PageRenderer, meta: Meta) -> Markup:
    """Show where to write about the subject of the page; everywhere else, where to write to the publisher."""
    return page.render("contact.html", email=_address(page.catalogue.identity, urls.section_of(page.path)))


def _address(identity: Identity, subject: str | None) -> str | None:
    if subject == "privacy":
        return identity.contacts.personal_data
    if subject == "accessibility":
        return identity.contacts.accessibility
    return identity.publisher.email


def accessibility(page: PageRenderer, meta: Meta) -> Markup:
    """Show the state of conformity, in the words that the law lays down."""
    return page.render("accessibility.html", identity=page.catalogue.identity)


def checks(page: PageRenderer, meta: Meta) -> Markup:
    """Show what machines last found, by type of page."""
    return page.render("checks.html", checks=page.catalogue.accessibility)


def sitemap(page: PageRenderer, meta: Meta) -> Markup:
    """Show every page of this edition: those of the site, then those about the site."""
    branches = list(site_map(page))
    about = {page.href(kind) for kind in (*FOOT, *DUTIES)}
    return page.render(
        "sitemap.html",
        main=[branch for branch in branches if branch.href not in about],
        about=[branch for branch in branches if branch.href in about],
    )


def site_map(page: PageRenderer) -> Iterator[Branch]:
    """Yield the pages of an edition, section by section, in the order of `urls.SLUGS`."""
    written = sorted((each for each in page.catalogue.pages if each.lang == page.lang), key=_rank)
    heads = [each for each in written if _is_head(each)]
    for head in heads:
        kind = urls.section_of(head.path)
        below = [_leaf(page, each) for each in written if not _is_head(each) and urls.section_of(each.path) == kind]
        yield Branch(**vars(_leaf(page, head)), leaves=[*_records(page, kind), *below])


def _rank(page: AuthoredPage) -> tuple[int, str]:
    kind = urls.section_of(page.path)
    rank = list(urls.SLUGS).index(kind) if kind else -1 if page.path in urls.ROOTS.values() else _LAST
    return rank, page.path


def _is_head(page: AuthoredPage) -> bool:
    """Return whether a page opens its section; one of no section stands for itself."""
    kind = urls.section_of(page.path)
    return kind is None or urls.page_path(kind, page.lang) == page.path


def _leaf(page: PageRenderer, written: AuthoredPage) -> Leaf:
    home = written.path == urls.ROOTS[page.lang]
    title = page.words.nav_home if home else written.head.title
    return Leaf(title, urls.relative(written.path, start=page.path))


def _records(page: PageRenderer, kind: str | None) -> Iterator[Leaf]:
    if kind == "places":
        for place in page.catalogue.places:
            yield Leaf(place.name.in_(page.lang), page.href("place", place.id))
    elif kind == "map":
        for route in page.catalogue.routes:
            yield Leaf(route.name.in_(page.lang), page.href("route", route.id))
    elif kind == "academy":
        for session in page.catalogue.sessions:
            yield Leaf(session.title.in_(page.lang), page.href("session", session.id))
            for lesson in session.lessons:
                yield Leaf(lesson.title.in_(page.lang), page.href("lesson", lesson.key))
    elif kind == "members":
        for member in page.catalogue.members:
            yield Leaf(member.short.in_(page.lang), page.href("member", member.id))
    elif kind == "observatory":
        for indicator in page.catalogue.indicators:
            yield Leaf(indicator.title.in_(page.lang), page.href("indicator", indicator.id))
