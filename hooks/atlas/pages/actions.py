"""The page of the action plan: the axes, the actions, and the chronicle of what is announced and established."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from atlas import urls
from atlas.chronology import chronological, partial_key
from atlas.model import Action, Catalogue, Event, Member, Place, Text
from atlas.model.academy import Session
from atlas.model.action import Step, axes
from atlas.model.vocabulary import StepNature
from atlas.pages.rendering import PageRenderer
from atlas.relations import Relations

Meta = Mapping[str, Any]
"""The front matter of a page."""


@dataclass(frozen=True)
class ActionStory:
    """An action as pages tell it.

    Attributes:
        action: The action.
        axis: The name of its axis; none when nothing ties it to one.
        places: The places that it concerns.
        members: The members that it concerns.
        sessions: The sessions that serve it.
        events: The events that belong to it.
        pages: The pages of this site that serve it and exist, by key.
    """

    action: Action
    axis: Text | None
    places: Sequence[Place]
    members: Sequence[Member]
    sessions: Sequence[Session]
    events: Sequence[Event]
    pages: Sequence[str]


@dataclass(frozen=True)
class AxisStory:
    """An axis of the plan with its actions.

    Attributes:
        id: Its anchor.
        name: Its name; none for the actions that nothing ties to an axis.
        stories: Its actions, in order.
    """

    id: str
    name: Text | None
    stories: Sequence[ActionStory]


@dataclass
class Moment:
    """A date of the chronicle.

    Attributes:
        when: The date.
        said: The actions announced in public on that date.
        announced: The steps announced for that date, each with its action.
        established: The steps established at that date, each with its action.
    """

    when: str
    said: list[Action] = field(default_factory=list)
    announced: list[tuple[Action, Step]] = field(default_factory=list)
    established: list[tuple[Action, Step]] = field(default_factory=list)


def action_stories(catalogue: Catalogue, relations: Relations, written: frozenset[str]) -> list[ActionStory]:
    """Return the story of each action, in order.

    Args:
        catalogue: The records.
        relations: What ties them.
        written: The keys of the pages that the site has.
    """
    names = axes(catalogue.manifesto)
    return [
        ActionStory(
            action=action,
            axis=names[action.axis.id] if action.axis else None,
            places=[catalogue.place[id] for id in action.places],
            members=[catalogue.member[id] for id in action.members],
            sessions=[catalogue.session[id] for id in relations.of("action", action.id, "session")],
            events=chronological(catalogue.event[id] for id in relations.of("action", action.id, "event")),
            pages=[key for key in action.pages if key in written],
        )
        for action in catalogue.actions
    ]


def chronicle(catalogue: Catalogue) -> list[Moment]:
    """Return the dates of the plan from the earliest, each with what was announced for it and what is established."""
    moments: dict[str, Moment] = {}
    for action in catalogue.actions:
        if action.public:
            when = action.announced.when
            moments.setdefault(when, Moment(when)).said.append(action)
        for step in action.steps:
            moment = moments.setdefault(step.when, Moment(step.when))
            (moment.announced if step.nature is StepNature.ANNOUNCED else moment.established).append((action, step))
    return sorted(moments.values(), key=lambda moment: partial_key(moment.when))


def action_plan(page: PageRenderer, meta: Meta) -> Markup:
    """Show the actions at a glance, then axis by axis."""
    stories = action_stories(page.catalogue, page.relations, page_keys(page))
    return page.render("actions.html", stories=stories, axes=list(_by_axis(page, stories)))


def action_chronicle(page: PageRenderer, meta: Meta) -> Markup:
    """Show what was announced, and what is established, date by date."""
    return page.render("chronicle.html", moments=chronicle(page.catalogue))


def page_keys(page: PageRenderer) -> frozenset[str]:
    """Return the keys of the pages that the edition has, of those that somebody wrote."""
    written = {each.path for each in page.catalogue.pages}
    return frozenset(key for key in urls.SLUGS if urls.page_path(key, page.lang) in written)


def _by_axis(page: PageRenderer, stories: Sequence[ActionStory]) -> Iterator[AxisStory]:
    names = axes(page.catalogue.manifesto)
    for id, name in names.items():
        yield AxisStory(id, name, [story for story in stories if story.action.axis and story.action.axis.id == id])
    apart = [story for story in stories if story.axis is None]
    if apart:
        yield AxisStory(page.words.anchor_axis_unknown, None, apart)
