"""The page of the people who carry the change, and what the page of the members says of the network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from babel import Locale
from markupsafe import Markup

from atlas.model.person import Person
from atlas.model.vocabulary import ConsentScope, NetworkRelation, Qualifier, TargetSubject
from atlas.pages.network_drawing import network_drawing
from atlas.pages.rendering import PageRenderer
from atlas.pages.tally import tally
from atlas.pages.ties import Group, tied
from atlas.relations import Kind

Meta = Mapping[str, Any]
"""The front matter of a page."""

_TABLES: Final[Sequence[tuple[Kind, Sequence[Kind]]]] = (
    ("member", ("place", "session", "action", "event")),
    ("place", ("member", "session", "action", "event")),
    ("session", ("member", "place", "action")),
)
"""The tables that say what the drawing shows: whose ties, and to which kinds."""


def changemakers(page: PageRenderer, meta: Meta) -> Markup:
    """Show the agency's own network: what was said of it and when, its sectors, what is asked of its people."""
    own = [network for network in page.catalogue.networks if network.link.value is NetworkRelation.OWN]
    return Markup("\n").join(page.render("changemakers.html", network=network) for network in own)


def networks(page: PageRenderer, meta: Meta) -> Markup:
    """Show the networks that the agency named, its neighbours, and the members that are networks."""
    others = [network for network in page.catalogue.networks if network.link.value is not NetworkRelation.OWN]
    return page.render("networks.html", networks=others)


def people(page: PageRenderer, meta: Meta) -> Markup:
    """Show the people who agreed to be on the pages, or say with grace that nobody has yet."""
    shown = [person for person in page.catalogue.people if person.allows(ConsentScope.PAGES)]
    return page.render(
        "people.html",
        people=shown,
        languages=lambda person: _languages(page, person),
        in_data=lambda person: person.allows(ConsentScope.DATA),
    )


def _languages(page: PageRenderer, person: Person) -> str:
    """Return the languages of a person in words: `français, anglais`."""
    names = Locale.parse(page.lang).languages
    return ", ".join(str(names.get(code, code)) for code in person.languages)


def progress_members(page: PageRenderer, meta: Meta) -> Markup:
    """Show how far the circle of members has come towards what was announced."""
    return _progress(page, TargetSubject.MEMBERS)


def progress_people(page: PageRenderer, meta: Meta) -> Markup:
    """Show how far the network of people has come towards what was announced."""
    return _progress(page, TargetSubject.PEOPLE)


def _progress(page: PageRenderer, subject: TargetSubject) -> Markup:
    found = [target for target in page.catalogue.targets if target.subject is subject]
    shown = Markup("")
    for target in found:
        reached = target.established.value
        high = target.high or target.low
        about = target.established.qualifier is Qualifier.ABOUT
        words = page.words(
            "progress_alt_about" if about else "progress_alt",
            reached=round(reached or 0),
            low=round(target.low),
            high=round(high),
            unit=target.unit.in_(page.lang),
        )
        drawing = tally(round(reached), round(target.low), round(high), words) if reached is not None else None
        shown += page.render("progress.html", target=target, high=high, drawing=drawing, about=about)
    return shown


def ties(page: PageRenderer, meta: Meta) -> Markup:
    """Show the network as a drawing, and the same as tables."""
    catalogue = page.catalogue
    rows: dict[Kind, list[tuple[str, str, Mapping[Kind, Group]]]] = {}
    for kind, others in _TABLES:
        rows[kind] = [
            (name, href, {group.kind: group for group in tied(page, kind, id, *others)})
            for id, name, href in _records(page, kind)
        ]
    tables = [(kind, others, rows[kind]) for kind, others in _TABLES if rows[kind]]
    return page.render("ties.html", drawing=network_drawing(page), tables=tables, sessions=len(catalogue.sessions))


def _records(page: PageRenderer, kind: Kind) -> list[tuple[str, str, str]]:
    catalogue, lang = page.catalogue, page.lang
    if kind == "member":
        return [(one.id, one.short.in_(lang), page.href("member", one.id)) for one in catalogue.members]
    if kind == "place":
        return [(one.id, one.name.in_(lang), page.href("place", one.id)) for one in catalogue.places]
    return [(one.id, one.title.in_(lang), page.href("session", one.id)) for one in catalogue.sessions]
