"""The records: typed, frozen, and free of YAML, MkDocs and markup.

A module holds one kind of record and its parts. `kinds` names every kind and the file that holds it, `shapes` sees them
as a tree, `vocabulary` has the closed lists, and `catalogue` is all that is published.
"""

from atlas.model.accessibility import Accessibility
from atlas.model.action import Action
from atlas.model.catalogue import Catalogue
from atlas.model.event import Event
from atlas.model.identity import Identity
from atlas.model.indicator import Indicator, Observation, SingleValue, Target
from atlas.model.manifesto import Manifesto
from atlas.model.member import Member
from atlas.model.network import Network
from atlas.model.person import Person
from atlas.model.place import Place
from atlas.model.route import Route
from atlas.model.source import Source
from atlas.model.text import LANGS, Lang, Text

__all__ = [
    "LANGS",
    "Accessibility",
    "Action",
    "Catalogue",
    "Event",
    "Identity",
    "Indicator",
    "Lang",
    "Manifesto",
    "Member",
    "Network",
    "Observation",
    "Person",
    "Place",
    "Route",
    "SingleValue",
    "Source",
    "Target",
    "Text",
]
