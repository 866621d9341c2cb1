"""A person of the network, published only as far and as long as that person agreed to it in writing."""

from __future__ import annotations

from datetime import date
from enum import Enum, auto
from typing import Annotated, Final

from pydantic import Field, StringConstraints

from atlas.model.dates import Day
from atlas.model.picture import Picture
from atlas.model.publication import Publishable
from atlas.model.record import Record
from atlas.model.source import Id
from atlas.model.text import Text, Words
from atlas.model.vocabulary import ConsentScope, Sector

LONGEST_CONSENT: Final = 5
"""Years that a consent lasts at most: after that it is asked again, or the person leaves the site."""


class Standing(Enum):
    """What a consent allows on a given day."""

    HOLDS = auto()
    NOT_GIVEN = auto()
    EXPIRED = auto()
    WITHDRAWN = auto()


class Consent(Record):
    """The written agreement of a person to be published.

    Attributes:
        purpose: What the person is published for.
        scope: Where the person may be published.
        given: The day on which it was given; none while it is being asked for.
        expires: The day on which it ends: from that day on nothing is published.
        document: Where the agency keeps the signed paper; it is never published.
        withdrawn: The day on which the person took it back; whatever the day, nothing is published any more.
    """

    purpose: Text = Field(description="La finalité : pourquoi la personne est publiée.")
    scope: tuple[ConsentScope, ...] = Field(
        min_length=1, description="L’étendue : pages, feeds, data, archives.", examples=["pages"]
    )
    given: Day | None = Field(
        description="Le jour où l’accord a été donné ; null tant qu’il est demandé.", examples=["2026-11-03"]
    )
    expires: Day = Field(description="Le jour où l’accord prend fin, dans les cinq ans.", examples=["2028-11-03"])
    document: Words = Field(
        description="La référence de l’accord écrit, que l’agence garde ; jamais publiée.",
        examples=["Accord 12, classeur de la communication"],
    )
    withdrawn: Day | None = Field(
        default=None, description="Le jour où la personne a repris son accord.", examples=["2027-02-01"]
    )

    def standing(self, day: date) -> Standing:
        """Return what the consent allows on `day`; of two reasons to publish nothing, the stronger one."""
        if self.withdrawn is not None:
            return Standing.WITHDRAWN
        if self.given is None or date.fromisoformat(self.given) > day:
            return Standing.NOT_GIVEN
        return Standing.EXPIRED if date.fromisoformat(self.expires) <= day else Standing.HOLDS


class Person(Publishable):
    """A person of the network: one YAML file of `members/people/`, an entry on one page.

    Whoever's consent does not hold on the day of the build never reaches the catalogue, and so no output at all.

    Attributes:
        id: The file's name without `.yml`, which is also the anchor of the entry.
        name: The person's name.
        function: The public function.
        member: The member organisation of the person, if it is one.
        organisation: The name of another organisation.
        sectors: The person's sectors.
        languages: The languages in which the person answers, as ISO 639-1 codes.
        text: Who the person is, in the words that were agreed.
        pictures: Portraits, agreed too.
        places: The places that the person is connected with.
        consent: The written agreement.
    """

    id: Id = Field(description="L’identifiant : le nom du fichier sans « .yml ».", examples=["camille-exemple"])
    name: Words = Field(description="Le nom de la personne.", examples=["Camille Exemple"])
    function: Text = Field(description="Sa fonction publique.")
    member: Id | None = Field(
        default=None, description="Son organisation, si elle est membre de l’agence.", examples=["club-top-20"]
    )
    organisation: Text | None = Field(default=None, description="Son organisation, si elle n’est pas membre.")
    sectors: tuple[Sector, ...] = Field(min_length=1, description="Ses secteurs.", examples=["maritime"])
    languages: tuple[Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")], ...] = Field(
        min_length=1, description="Les langues où elle répond, en codes de deux lettres.", examples=["fr"]
    )
    text: Text = Field(description="Qui est cette personne, dans les mots convenus avec elle.")
    pictures: tuple[Picture, ...] = Field(default=(), description="Les portraits, convenus eux aussi.")
    places: tuple[Id, ...] = Field(default=(), description="Les lieux liés.", examples=["mucem"])
    consent: Consent = Field(description="L’accord écrit, sans lequel rien n’est publié.")

    def allows(self, scope: ConsentScope) -> bool:
        """Whether the person agreed to be published there."""
        return scope in self.consent.scope
