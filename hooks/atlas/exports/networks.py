"""The networks as JSON, and the people who agreed to be in open data: nobody else's name is ever there."""

from __future__ import annotations

from typing import Any, Final

from atlas.exports.about import About
from atlas.exports.records_json import labelled_file, sourced
from atlas.exports.texts import Both, both
from atlas.model import Catalogue
from atlas.model.network import Network
from atlas.model.person import Person
from atlas.model.vocabulary import ConsentScope, Counting, NetworkRelation, Sector

CONDITIONS: Final[Both] = {
    "fr": "La licence ne donne pas de droit sur un nom : il se reprend pour la finalité dite, jusqu’au jour dit.",
    "en": "The licence gives no right to a name: reuse it for the stated purpose only, until the stated day.",
}
"""What holds for a name beside the licence of the file."""


def networks_json(catalogue: Catalogue, about: About) -> dict[str, Any]:
    """Return the networks, with what each is to the agency and its size at each date that a source gives."""
    labels = {"relation": NetworkRelation, "counting": Counting, "sector": Sector}
    return labelled_file(about, "networks", labels, [_network(network) for network in catalogue.networks])


def _network(network: Network) -> dict[str, Any]:
    sectors = network.sectors
    return {
        "id": network.id,
        "name": both(network.name),
        "relation": {"value": network.link.value.value, **sourced(network.link)},
        "presentation": sourced(network.presentation),
        "member": network.member,
        "sizes": [
            {"count": size.count, "counting": size.counting.value, "as_of": size.as_of, "sources": size.sources}
            for size in network.sizes
        ],
        "sectors": sectors
        and {"known": [one.value for one in sectors.known], "total": sectors.total, "sources": sectors.sources},
        "roles": [sourced(role) for role in network.roles],
        "facts": [{"when": fact.when, **sourced(fact)} for fact in network.facts],
    }


def people_json(catalogue: Catalogue, about: About) -> dict[str, Any]:
    """Return the people whose consent names open data; the list is there, and empty, as long as nobody's does."""
    people = [_person(person) for person in catalogue.people if person.allows(ConsentScope.DATA)]
    return {"conditions": CONDITIONS, **labelled_file(about, "people", {"sector": Sector}, people)}


def _person(person: Person) -> dict[str, Any]:
    consent = person.consent
    return {
        "id": person.id,
        "name": person.name,
        "function": both(person.function),
        "member": person.member,
        "organisation": person.organisation and both(person.organisation),
        "sectors": [sector.value for sector in person.sectors],
        "languages": person.languages,
        "text": both(person.text),
        "places": person.places,
        "consent": {"purpose": both(consent.purpose), "given": consent.given, "expires": consent.expires},
    }
