"""Relations: everything that ties a record to another, computed in one place and read from both ends.

A tie is written once, in the record whose editor knows it: a place names its members, a session its places, an event
the actions that it belongs to. Pages, drawings and data all read it here, so that each end shows the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from atlas.model import Catalogue

Kind = Literal["place", "member", "session", "action", "event", "network", "person"]
"""A kind of record that ties lead to."""

KINDS: Final[Sequence[Kind]] = ("member", "place", "session", "action", "event", "network", "person")
"""The kinds, in the order in which pages list them."""

Node = tuple[Kind, str]
"""A record: its kind and its identifier."""


@dataclass(frozen=True)
class Relations:
    """The ties of a catalogue.

    Attributes:
        ties: For each record, the records tied to it, by kind and then in the order of the catalogue.
        nodes: Every record that could be tied, in that order.
    """

    ties: Mapping[Node, Sequence[Node]]
    nodes: Sequence[Node]

    def of(self, kind: Kind, id: str, other: Kind) -> Sequence[str]:
        """Return the records of the kind `other` that are tied to a record."""
        return [name for found, name in self.ties[kind, id] if found == other]

    def between(self, kind: Kind, other: Kind) -> Sequence[tuple[str, str]]:
        """Return the pairs of two kinds that are tied, in the order of the first kind."""
        return [(id, name) for found, id in self.nodes if found == kind for name in self.of(kind, id, other)]


def relations(catalogue: Catalogue) -> Relations:
    """Return every tie of a catalogue; a session counts what its lessons speak of as its own."""
    nodes = list(_nodes(catalogue))
    found: dict[Node, dict[Node, None]] = {node: {} for node in nodes}
    for one, other in _pairs(catalogue):
        found[one][other] = None
        found[other][one] = None
    rank = {node: place for place, node in enumerate(nodes)}
    return Relations({node: sorted(others, key=rank.__getitem__) for node, others in found.items()}, nodes)


def _nodes(catalogue: Catalogue) -> Iterator[Node]:
    yield from (("member", one.id) for one in catalogue.members)
    yield from (("place", one.id) for one in catalogue.places)
    yield from (("session", one.id) for one in catalogue.sessions)
    yield from (("action", one.id) for one in catalogue.actions)
    yield from (("event", one.id) for one in catalogue.events)
    yield from (("network", one.id) for one in catalogue.networks)
    yield from (("person", one.id) for one in catalogue.people)


def _pairs(catalogue: Catalogue) -> Iterator[tuple[Node, Node]]:
    """Yield every tie as it is written; the same one may be written twice."""
    for place in catalogue.places:
        yield from _each(("place", place.id), place=place.related, member=place.members)
    for session in catalogue.sessions:
        here: Node = ("session", session.id)
        yield from _each(here, place=session.places, member=session.members, action=session.actions)
        for lesson in session.lessons:
            yield from _each(here, place=lesson.places, member=lesson.members)
    for action in catalogue.actions:
        ties = {"place": action.places, "member": action.members, "session": action.sessions}
        yield from _each(("action", action.id), **ties)
    for event in catalogue.events:
        yield from _each(("event", event.id), place=event.where, member=event.members, action=event.actions)
    for network in catalogue.networks:
        yield from _each(("network", network.id), member=(network.member,) if network.member else ())
    for person in catalogue.people:
        own = (person.member,) if person.member else ()
        yield from _each(("person", person.id), place=person.places, member=own)


def _each(
    node: Node,
    *,
    place: Iterable[str] = (),
    member: Iterable[str] = (),
    session: Iterable[str] = (),
    action: Iterable[str] = (),
) -> Iterator[tuple[Node, Node]]:
    """Yield a tie from one record to each of those that it names."""
    yield from ((node, ("place", id)) for id in place)
    yield from ((node, ("member", id)) for id in member)
    yield from ((node, ("session", id)) for id in session)
    yield from ((node, ("action", id)) for id in action)
