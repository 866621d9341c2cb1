"""The kinds of records: what each is called, and the file that holds it where it has none of its own.

Most records are lines of a list in a file of `docs/data/`, and some are such a file; places, members, people, sessions
and lessons have a file each.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pydantic import Field

from atlas.model import (
    Accessibility,
    Action,
    Event,
    Identity,
    Indicator,
    Manifesto,
    Member,
    Network,
    Person,
    Place,
    Route,
    SingleValue,
    Source,
    Target,
)
from atlas.model.academy import LessonHead, LessonWords, SessionHead, SessionWords
from atlas.model.glossary import GlossaryTerm
from atlas.model.record import Record
from atlas.model.shapes import Kind, shapes

KINDS: Final[Mapping[type[Record], Kind]] = {
    Place: "place",
    Member: "member",
    Person: "person",
    SessionHead: "session",
    SessionWords: "session_words",
    LessonHead: "lesson",
    LessonWords: "lesson_words",
    GlossaryTerm: "term",
    Event: "event",
    Action: "action",
    Indicator: "indicator",
    SingleValue: "fact",
    Target: "target",
    Source: "source",
    Network: "network",
    Route: "route",
    Manifesto: "manifesto",
    Identity: "identity",
    Accessibility: "accessibility",
}
"""What each kind of record is called where others name it."""


class ListFile(Record):
    """A file of `docs/data/` that lists records: each of its fields is a list."""


class SourcesFile(ListFile):
    """The file of sources, `docs/data/sources.yml`.

    Attributes:
        sources: The sources.
    """

    sources: tuple[Source, ...] = Field(description="Les sources, dans l’ordre que l’on veut.")


class RoutesFile(ListFile):
    """The file of routes, `docs/data/routes.yml`.

    Attributes:
        routes: The routes.
    """

    routes: tuple[Route, ...] = Field(description="Les itinéraires, dans l’ordre où la page de la carte les donne.")


class IndicatorsFile(ListFile):
    """The file of the observatory, `docs/data/indicators.yml`.

    Attributes:
        indicators: The series.
        facts: The values that belong to no series.
    """

    indicators: tuple[Indicator, ...] = Field(description="Les séries, dans l’ordre où l’observatoire les donne.")
    facts: tuple[SingleValue, ...] = Field(description="Les repères isolés, qui ne se tracent pas.")


class TargetsFile(ListFile):
    """The file of targets, `docs/data/targets.yml`.

    Attributes:
        targets: The targets.
    """

    targets: tuple[Target, ...] = Field(description="Les objectifs, dans l’ordre où l’observatoire les donne.")


class GlossaryFile(ListFile):
    """The glossary, `docs/data/glossary.yml`.

    Attributes:
        terms: The terms.
    """

    terms: tuple[GlossaryTerm, ...] = Field(description="Les termes, dans l’ordre que l’on veut : la page les trie.")


class NetworksFile(ListFile):
    """The file of networks, `docs/data/networks.yml`.

    Attributes:
        networks: The networks.
    """

    networks: tuple[Network, ...] = Field(description="Les réseaux, dans l’ordre où la page les donne.")


class ActionsFile(ListFile):
    """The file of the action plan, `docs/data/actions.yml`.

    Attributes:
        actions: The actions.
    """

    actions: tuple[Action, ...] = Field(description="Les actions, dans l’ordre où la page les donne.")


class EventsFile(ListFile):
    """The file of events, `docs/data/events.yml`.

    Attributes:
        events: The events.
    """

    events: tuple[Event, ...] = Field(description="Les événements, dans l’ordre que l’on veut : les pages les trient.")


FILES: Final[Mapping[str, type[Record]]] = {
    "accessibility": Accessibility,
    "actions": ActionsFile,
    "events": EventsFile,
    "glossary": GlossaryFile,
    "identity": Identity,
    "indicators": IndicatorsFile,
    "manifesto": Manifesto,
    "networks": NetworksFile,
    "routes": RoutesFile,
    "sources": SourcesFile,
    "targets": TargetsFile,
}
"""What each file of `docs/data/` holds, by its name."""

LISTS: Final[Mapping[type[Record], tuple[str, str]]] = {
    shape.model: (name, key)
    for name, file in FILES.items()
    if issubclass(file, ListFile)
    for key, shape in shapes(file).items()
    if shape.model is not None
}
"""The file of `docs/data/` and the key in it under which records of a kind stand."""
