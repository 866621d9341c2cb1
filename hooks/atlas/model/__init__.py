"""The records: typed, frozen, and free of YAML, MkDocs and markup."""

from atlas.model.accessibility import Accessibility
from atlas.model.catalogue import Catalogue
from atlas.model.identity import Identity
from atlas.model.manifesto import Manifesto
from atlas.model.member import Member
from atlas.model.place import Place
from atlas.model.route import Route
from atlas.model.source import Source
from atlas.model.text import LANGS, Lang, Text

__all__ = [
    "LANGS",
    "Accessibility",
    "Catalogue",
    "Identity",
    "Lang",
    "Manifesto",
    "Member",
    "Place",
    "Route",
    "Source",
    "Text",
]
