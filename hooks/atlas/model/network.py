"""A network of people: the agency's own, those that it spoke of linking, and their neighbours."""

from __future__ import annotations

from pydantic import Field

from atlas.model.dates import PartialDate
from atlas.model.place import Fact
from atlas.model.record import Record
from atlas.model.source import Id, Sourced, SourceIds
from atlas.model.text import Text
from atlas.model.vocabulary import Counting, NetworkRelation, Sector


class NetworkLink(Sourced):
    """How a network stands to the agency.

    Attributes:
        value: The relation.
    """

    value: NetworkRelation = Field(description="Le lien avec l’agence.", examples=["cited"])


class Size(Record):
    """How many people or organisations a network has, as published.

    Attributes:
        count: The number.
        counting: How exactly the source counts.
        as_of: The date that the number is about, as precisely as known.
        sources: The sources that give it.
    """

    count: int = Field(ge=1, le=10_000_000, description="Le nombre publié.", examples=[700])
    counting: Counting = Field(description="Le degré d’exactitude du nombre.", examples=["over"])
    as_of: PartialDate = Field(description="La date dont parle le nombre.", examples=["2015-01"])
    sources: SourceIds = Field(description="Les sources.", examples=[["destimed-massilia"]])


class Sectors(Record):
    """The sectors that a network covers, as far as they have been read.

    Attributes:
        known: Those that a source names.
        total: How many there are, according to the source.
        sources: The sources.
    """

    known: tuple[Sector, ...] = Field(
        min_length=1, description="Les secteurs qu’une source nomme.", examples=["maritime"]
    )
    total: int = Field(ge=1, le=100, description="Leur nombre, d’après la source.", examples=[10])
    sources: SourceIds = Field(description="Les sources.", examples=[["businews-40"]])


class Network(Record):
    """A network: one item of `docs/data/networks.yml`, shown on the page of the people who carry the change.

    Attributes:
        id: The identifier, which is also the anchor of its entry on the page.
        name: The name.
        link: How it relates to the agency, and who says so.
        presentation: What it is.
        member: The member of the agency that it is, if it is one.
        sizes: Its size at each date that a source gives, from the earliest.
        sectors: The sectors that it covers.
        roles: What is expected of its people.
        facts: What is established or was announced.
    """

    id: Id = Field(description="L’identifiant, qui est aussi l’ancre de la page.", examples=["massilia-mundi"])
    name: Text = Field(description="Le nom.")
    link: NetworkLink = Field(description="Le lien avec l’agence, et qui le dit.")
    presentation: Sourced = Field(description="Ce qu’est le réseau.")
    member: Id | None = Field(
        default=None, description="Le membre de l’agence, si le réseau en est un.", examples=["club-top-20"]
    )
    sizes: tuple[Size, ...] = Field(default=(), description="La taille publiée, de la plus ancienne à la plus récente.")
    sectors: Sectors | None = Field(default=None, description="Les secteurs couverts, si une source les nomme.")
    roles: tuple[Sourced, ...] = Field(default=(), description="Ce qui est attendu de ses personnes.")
    facts: tuple[Fact, ...] = Field(default=(), description="Les faits établis ou annoncés, chacun avec ses sources.")

    @property
    def size(self) -> Size | None:
        """The latest published size; none when no source gives one."""
        return self.sizes[-1] if self.sizes else None
