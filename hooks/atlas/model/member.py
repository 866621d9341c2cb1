"""A member organisation of the agency."""

from __future__ import annotations

from pydantic import Field

from atlas.model.dates import PartialDate
from atlas.model.place import Position, Website
from atlas.model.publication import Publishable
from atlas.model.record import Record
from atlas.model.source import Id, Sourced, SourceIds
from atlas.model.text import Questions, Text, Words
from atlas.model.vocabulary import Known, MemberKind, MemberStanding


class Membership(Record):
    """The seat of an organisation in the association, and since when.

    Attributes:
        kind: Founding, ex officio or partner.
        since: The first date at which a source names it as such.
        sources: The sources.
    """

    kind: MemberKind = Field(description="La qualité de membre.", examples=["founding"])
    since: PartialDate = Field(
        description="La première date à laquelle une source le dit membre.", examples=["2023-10-17"]
    )
    sources: SourceIds = Field(description="Les sources.", examples=[["op-communique"]])


class PresentStanding(Record):
    """Where a member stands, as far as a source says.

    Attributes:
        value: The standing.
        as_of: The date of the latest source that says so.
        text: The standing in a sentence.
        sources: The sources.
    """

    value: MemberStanding = Field(description="La situation.", examples=["listed"])
    as_of: PartialDate = Field(description="La date de la source la plus récente.", examples=["2023-10-17"])
    text: Text = Field(description="La situation, en une phrase.")
    sources: SourceIds = Field(description="Les sources.", examples=[["op-communique"]])


class Signature(Record):
    """Whether the member signed the manifesto.

    Attributes:
        value: Yes, no, or not known yet.
        sources: The sources.
    """

    value: Known = Field(description="Signataire : yes, no ou unknown.", examples=["yes"])
    sources: tuple[Id, ...] = Field(default=(), description="Les sources.", examples=[["destimed-manifeste"]])


class Logo(Record):
    """A logo, published only with a recorded right to do so.

    Attributes:
        file: The picture's file, in `docs/theme/logos/`.
        right: The written permission or the licence, and its date.
        alt: The alternative text.
    """

    file: Words = Field(
        pattern=r"^[a-z0-9-]+\.(svg|png|webp)$", description="Le fichier, dans docs/theme/logos/.", examples=["cci.svg"]
    )
    right: Words = Field(
        description="L’autorisation écrite ou la licence, et sa date.", examples=["Autorisation écrite du 3 mars 2027"]
    )
    alt: Text = Field(description="Le texte de remplacement.")


class Seat(Position):
    """Where a member has its seat; unlike the point of a place, an address that a source gives.

    Attributes:
        address: The street address.
        sources: The sources of the address.
    """

    address: Words = Field(description="L’adresse, telle qu’une source la donne.", examples=["10 place de la Joliette"])
    sources: SourceIds = Field(description="Les sources de l’adresse.", examples=[["op-communique"]])


class Member(Publishable):
    """A member organisation: one YAML file of `members/`, one page in each language.

    Attributes:
        id: The file's name without `.yml`, which is also the page's address.
        order: The rank in lists, from 1, as in the agency's own list.
        name: The complete name.
        short_name: The name in running text, when it differs.
        membership: The seat in the association, since when.
        standing: Where the member stands today.
        presentation: What the organisation is.
        brings: What it brings to the network, as far as a source says.
        signatory: Whether it signed the manifesto.
        website: The website.
        seat: Where it has its seat, when a source gives the address; the map shows it.
        logo: The logo, with the right to show it.
        questions: Questions that its page answers, by which search finds it.
        previous_ids: Earlier identifiers, whose addresses now lead here.
    """

    id: Id = Field(description="L’identifiant : le nom du fichier sans « .yml ».", examples=["club-top-20"])
    order: int = Field(ge=1, le=9999, description="Le rang dans les listes.", examples=[5])
    name: Text = Field(description="Le nom complet.")
    short_name: Text | None = Field(default=None, description="Le nom court, s’il diffère.")
    membership: Membership = Field(description="La qualité de membre et sa date.")
    standing: PresentStanding = Field(description="La situation présente.")
    presentation: Sourced = Field(description="Ce qu’est l’organisation.")
    brings: Sourced | None = Field(
        default=None, description="Ce qu’elle apporte au réseau ; null si aucune source ne le dit."
    )
    signatory: Signature = Field(description="A-t-elle signé le manifeste ?")
    website: Website | None = Field(default=None, description="Le site du membre.")
    seat: Seat | None = Field(
        default=None, description="Le siège, si une source en donne l’adresse ; la carte le montre."
    )
    logo: Logo | None = Field(default=None, description="Le logo, avec le droit de le montrer.")
    questions: Questions = ()
    previous_ids: tuple[Id, ...] = Field(
        default=(), description="Les anciens identifiants, qui redirigent ici.", examples=[["upe-13"]]
    )

    @property
    def short(self) -> Text:
        """The name for running text."""
        return self.short_name or self.name
