"""Everything that the site publishes, read and checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from atlas.model.academy import Lesson, Session
from atlas.model.accessibility import Accessibility
from atlas.model.action import Action
from atlas.model.authored import AuthoredPage
from atlas.model.event import Event
from atlas.model.glossary import GlossaryTerm
from atlas.model.identity import Identity
from atlas.model.indicator import Indicator, SingleValue, Target
from atlas.model.manifesto import Manifesto
from atlas.model.member import Member
from atlas.model.network import Network
from atlas.model.person import Person
from atlas.model.place import Place
from atlas.model.route import Route
from atlas.model.source import Source
from atlas.model.translation import TranslationDebt


@dataclass(frozen=True)
class Catalogue:
    """The records of the site, each kind in its published order.

    Attributes:
        identity: Who publishes the site.
        places: The places, by `order`.
        members: The member organisations, by `order`.
        sources: The sources, by identifier.
        manifesto: The manifesto.
        pages: The pages that people wrote, in both languages, by file.
        files: The file each record was read from, by kind and id, relative to the project.
        accessibility: What machines last found in the pages; none when they have not looked yet.
        routes: The routes, in the order of their file.
        networks: The networks of people, in the order of their file.
        people: The people whose consent holds, by name; nobody else is here, and so in no output.
        sessions: The sessions of the Academy, by `order`, each with its lessons.
        terms: The terms of the glossary, in the order of their file.
        indicators: The series of the observatory, in the order of their file.
        single_values: The values of the observatory that belong to no series.
        targets: The targets that the agency set for itself.
        actions: The actions of the plan, in the order of their file.
        events: The events, in the order of their file.
        left_out: The kind and identifier of the records that exist and are not published today.
        translation_debt: The English texts that may lag behind their French.
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
    networks: Sequence[Network] = ()
    people: Sequence[Person] = ()
    sessions: Sequence[Session] = ()
    terms: Sequence[GlossaryTerm] = ()
    indicators: Sequence[Indicator] = ()
    single_values: Sequence[SingleValue] = ()
    targets: Sequence[Target] = ()
    actions: Sequence[Action] = ()
    events: Sequence[Event] = ()
    left_out: frozenset[tuple[str, str]] = frozenset()
    translation_debt: TranslationDebt = field(default_factory=TranslationDebt)

    @cached_property
    def place(self) -> Mapping[str, Place]:
        """The places by id."""
        return {place.id: place for place in self.places}

    @cached_property
    def route(self) -> Mapping[str, Route]:
        """The routes by id."""
        return {route.id: route for route in self.routes}

    @cached_property
    def action(self) -> Mapping[str, Action]:
        """The actions of the plan by id."""
        return {action.id: action for action in self.actions}

    @cached_property
    def event(self) -> Mapping[str, Event]:
        """The events by id."""
        return {event.id: event for event in self.events}

    @cached_property
    def session(self) -> Mapping[str, Session]:
        """The sessions of the Academy by id."""
        return {session.id: session for session in self.sessions}

    @cached_property
    def lessons(self) -> Sequence[Lesson]:
        """The lessons of the Academy in the order of the course."""
        return tuple(lesson for session in self.sessions for lesson in session.lessons)

    @cached_property
    def lesson(self) -> Mapping[str, Lesson]:
        """The lessons of the Academy by `session/lesson`."""
        return {lesson.key: lesson for lesson in self.lessons}

    @cached_property
    def term(self) -> Mapping[str, GlossaryTerm]:
        """The terms of the glossary by id."""
        return {term.id: term for term in self.terms}

    @cached_property
    def indicator(self) -> Mapping[str, Indicator]:
        """The series of the observatory by id."""
        return {indicator.id: indicator for indicator in self.indicators}

    @cached_property
    def member(self) -> Mapping[str, Member]:
        """The members by id."""
        return {member.id: member for member in self.members}

    @cached_property
    def source(self) -> Mapping[str, Source]:
        """The sources by id."""
        return {source.id: source for source in self.sources}
