"""A route: places in the order in which one may see them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final

from pydantic import Field

from atlas.model.record import Record
from atlas.model.source import Id
from atlas.model.text import Text
from atlas.model.vocabulary import Domain, RouteTheme

THEMES: Final[Mapping[RouteTheme, frozenset[Domain]]] = {
    RouteTheme.SEA: frozenset({Domain.PORT, Domain.SHIPBUILDING, Domain.SPORT, Domain.HERITAGE}),
    RouteTheme.SCIENCE: frozenset({Domain.ENERGY, Domain.DIGITAL}),
    RouteTheme.ARTS: frozenset({Domain.HERITAGE, Domain.STAGE, Domain.SCREEN}),
    RouteTheme.EXCHANGES: frozenset({Domain.MOBILITY, Domain.PORT, Domain.DIGITAL, Domain.BUSINESS}),
}
"""The domains that bear each theme: a route goes only where its theme is at home."""


class Route(Record):
    """A route through the network: one item of `docs/data/routes.yml`, one page in each language.

    Attributes:
        id: The identifier, which is also the page's address.
        name: The name.
        summary: One sentence that presents it; it says no more than the records of its places, which have the sources.
        theme: What its places share.
        places: The places, in the order of the route.
        related: Other routes to go on with.
    """

    id: Id = Field(description="L’identifiant, qui est aussi l’adresse de la page.", examples=["mer-et-port"])
    name: Text = Field(description="Le nom de l’itinéraire.")
    summary: Text = Field(description="Une phrase qui le présente, sans rien dire de plus que les fiches des lieux.")
    theme: RouteTheme = Field(description="Ce que ses lieux ont en commun.", examples=["sea"])
    places: Annotated[tuple[Id, ...], Field(min_length=2)] = Field(
        description="Les lieux, dans l’ordre de l’itinéraire.", examples=[["port-center"]]
    )
    related: tuple[Id, ...] = Field(
        default=(), description="Les itinéraires qui peuvent suivre.", examples=[["arts-et-images"]]
    )
