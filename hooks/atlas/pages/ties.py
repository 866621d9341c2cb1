"""Ties: the links from a record's page to everything that the record is tied to, by kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from atlas.model.vocabulary import ConsentScope
from atlas.relations import Kind

if TYPE_CHECKING:
    from atlas.pages.rendering import PageRenderer


@dataclass(frozen=True)
class Tie:
    """One record at the other end of a tie.

    Attributes:
        name: Its name.
        href: The link to it.
        aside: What one should know of it beside its name: a rank, a year, a standing; empty when there is nothing.
    """

    name: str
    href: str
    aside: str


@dataclass(frozen=True)
class Group:
    """The ties of a record to one kind of records.

    Attributes:
        kind: The kind, by which the words call the group.
        ties: The ties, in the order of the catalogue.
    """

    kind: Kind
    ties: Sequence[Tie]


def tied(page: PageRenderer, kind: Kind, id: str, *others: Kind) -> Sequence[Group]:
    """Return the ties of a record to some kinds, a group each; a kind without ties has no group."""
    groups = (Group(other, [_tie(page, other, name) for name in _shown(page, kind, id, other)]) for other in others)
    return [group for group in groups if group.ties]


def _shown(page: PageRenderer, kind: Kind, id: str, other: Kind) -> Sequence[str]:
    names = page.relations.of(kind, id, other)
    if other != "person":
        return names
    people = {person.id: person for person in page.catalogue.people}
    return [name for name in names if people[name].allows(ConsentScope.PAGES)]


def _tie(page: PageRenderer, kind: Kind, id: str) -> Tie:
    catalogue, lang = page.catalogue, page.lang
    match kind:
        case "place":
            place = catalogue.place[id]
            return Tie(place.name.in_(lang), page.href("place", id), page.words("plate_short", n=place.order))
        case "member":
            return Tie(catalogue.member[id].short.in_(lang), page.href("member", id), "")
        case "session":
            session = catalogue.session[id]
            return Tie(session.title.in_(lang), page.href("session", id), page.words("tie_session", n=session.order))
        case "action":
            action = catalogue.action[id]
            return Tie(action.title.in_(lang), page.href("actions", anchor=id), action.standing.value.label(lang))
        case "event":
            event = catalogue.event[id]
            return Tie(event.name.in_(lang), page.href("calendar", anchor=id), str(event.year or ""))
        case "network":
            network = next(each for each in catalogue.networks if each.id == id)
            return Tie(network.name.in_(lang), page.href("changemakers", anchor=id), network.link.value.label(lang))
        case "person":
            person = next(each for each in catalogue.people if each.id == id)
            return Tie(person.name, page.href("changemakers", anchor=id), person.function.in_(lang))
