"""Everything that the site publishes, read and checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from atlas.model.accessibility import Accessibility
from atlas.model.authored import AuthoredPage
from atlas.model.identity import Identity
from atlas.model.manifesto import Manifesto
from atlas.model.member import Member
from atlas.model.place import Place
from atlas.model.route import Route
from atlas.model.source import Source


@dataclass(frozen=True)
class Catalogue:
    """The records of the site, each kind in its published order.

    Attributes:
        identity: Who publishes the site.
        places: The places, by `order`.
        members: The member organisations, by `order`.
        sources: The sources, by title path of their identifier.
        manifesto: The manifesto.
        pages: The pages that people wrote, in both languages, by file.
        files: The file each record was read from, by kind and id, relative to the project.
        accessibility: What machines last found in the pages; none when they have not looked yet.
        routes: The routes, in the order of their file.
    """

    identity: Identity
    places: Sequence[Place]
    members: Sequence[Member]
    sources: Sequence[Source]
    manifesto: Manifesto
    pages: Sequence[AuthoredPage] = ()
    files: Mapping[tuple[str, str], str] = field(default_factory=dict)
    accessibility: Accessibility | None = None
    routes: Sequence[Route] = ()

    @cached_property
    def place(self) -> Mapping[str, Place]:
        """The places by id."""
        return {place.id: place for place in self.places}

    @cached_property
    def route(self) -> Mapping[str, Route]:
        """The routes by id."""
        return {route.id: route for route in self.routes}

    @cached_property
    def member(self) -> Mapping[str, Member]:
        """The members by id."""
        return {member.id: member for member in self.members}

    @cached_property
    def source(self) -> Mapping[str, Source]:
        """The sources by id."""
        return {source.id: source for source in self.sources}
