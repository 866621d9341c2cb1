"""A place of the network of totem places."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, HttpUrl, StrictBool, StringConstraints

from atlas.model.dates import PartialDate
from atlas.model.picture import Picture
from atlas.model.publication import Publishable
from atlas.model.record import Record
from atlas.model.source import Id, Sourced, SourceIds
from atlas.model.text import Questions, Text, Words
from atlas.model.vocabulary import Confidence, Domain, Opening, PlaceStatus, Wow


def _code_as_text(value: Any) -> Any:
    """Accept a code written without quotes, which YAML reads as a number."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Code = Annotated[str, BeforeValidator(_code_as_text), StringConstraints(pattern=r"^\d{5}$")]
"""Five digits: an INSEE code or a postcode of metropolitan France."""


class Standing(Record):
    """The status of a place, and who says so.

    Attributes:
        value: The status.
        sources: The sources that say it; a candidate is our own proposal and may have none.
        month: The month of the place in the programme, when the agency has published it.
        note: What a reader should know about the status.
    """

    value: PlaceStatus = Field(description="Le statut du lieu.", examples=["announced"])
    sources: tuple[Id, ...] = Field(
        default=(), description="Les sources du statut ; vide pour une proposition.", examples=[["gomet-flasseur"]]
    )
    month: PartialDate | None = Field(
        default=None, description="Le mois du lieu dans le programme, une fois publié.", examples=["2027-03"]
    )
    note: Text | None = Field(default=None, description="Une précision sur le statut.")


class Position(Record):
    """Where a place is.

    Attributes:
        insee: The INSEE code of the commune.
        borough: The INSEE code of the municipal borough, in Marseille.
        postcode: The postcode.
        address: The street address, when a source gives it.
        lat: Latitude in decimal degrees, WGS 84.
        lon: Longitude in decimal degrees, WGS 84.
        confidence: How well the point is known.
        sources: The sources of the point; a point of low confidence may have none.
        note: What the point stands for, or why it is uncertain.
    """

    insee: Code = Field(description="Le code Insee de la commune, parmi les 92 de la métropole.", examples=["13055"])
    borough: Code | None = Field(
        default=None, description="Le code Insee de l’arrondissement, à Marseille.", examples=["13202"]
    )
    postcode: Code = Field(description="Le code postal.", examples=["13002"])
    address: Words | None = Field(
        default=None, description="L’adresse, si une source la donne.", examples=["1 esplanade J4"]
    )
    lat: float = Field(ge=-90, le=90, description="La latitude, en degrés décimaux.", examples=[43.2967])
    lon: float = Field(ge=-180, le=180, description="La longitude, en degrés décimaux.", examples=[5.3610])
    confidence: Confidence = Field(description="La confiance dans le point.", examples=["medium"])
    sources: tuple[Id, ...] = Field(default=(), description="Les sources du point.", examples=[["wp-mucem"]])
    note: Text | None = Field(default=None, description="Ce que le point désigne, ou pourquoi il est incertain.")


class Astonishment(Record):
    """The *wow* of a place: what astonishes, and why.

    Attributes:
        kind: For the eye, for the mind or for both.
        text: Why, in one to three sentences; the first is set larger.
        sources: The sources that support it.
    """

    kind: Wow = Field(description="Pour l’œil, pour l’esprit, ou les deux.", examples=["both"])
    text: Text = Field(description="Pourquoi ce lieu étonne.")
    sources: SourceIds = Field(description="Les sources.", examples=[["mrs3-projet"]])


class Embodiment(Record):
    """The person who stands for a place, in a public function that a source gives.

    Attributes:
        name: The person's name.
        role: The public function.
        as_of: When the source gives that function.
        sources: The sources of the function.
        named_by_agency: Whether the agency itself named the person for this place.
        naming_sources: Where the agency did so.
        note: A link with the agency, or another thing that readers should know.
    """

    name: Words = Field(description="Le nom de la personne.", examples=["Fabrice Coquio"])
    role: Text = Field(description="Sa fonction publique.")
    as_of: PartialDate = Field(description="La date à laquelle la source donne cette fonction.", examples=["2024-10"])
    sources: SourceIds = Field(description="Les sources de la fonction.", examples=[["invest-dr10ans"]])
    named_by_agency: StrictBool = Field(
        description="true seulement si l’agence a elle-même désigné cette personne.", examples=[True]
    )
    naming_sources: tuple[Id, ...] = Field(
        default=(), description="Où l’agence l’a désignée.", examples=[["gomet-flasseur"]]
    )
    note: Text | None = Field(default=None, description="Un lien avec l’agence, ou une autre précision utile.")


class Fact(Sourced):
    """One thing established about a place.

    Attributes:
        when: The date that the fact is about, for the timeline; none when it has no date.
    """

    when: PartialDate | None = Field(default=None, description="La date du fait, pour la frise.", examples=["2020-07"])


class Access(Record):
    """Whether and how the public can go in.

    Attributes:
        opening: The short answer.
        text: What is known of visits.
        sources: The sources; none means that the text is to be checked, and the page says so.
    """

    opening: Opening = Field(description="La réponse courte.", examples=["on_request"])
    text: Text = Field(description="Ce que l’on sait des visites.")
    sources: tuple[Id, ...] = Field(
        default=(), description="Les sources ; sans source, la page dit « à vérifier ».", examples=[["energynews-iter"]]
    )


class Website(Record):
    """The website of a place or member.

    Attributes:
        url: The address.
        sources: The sources that give it; none means that it is to be checked.
    """

    url: HttpUrl = Field(description="L’adresse du site.", examples=["https://www.mucem.org"])
    sources: tuple[Id, ...] = Field(
        default=(), description="Les sources qui donnent cette adresse.", examples=[["iter-jpo-2023"]]
    )


class Place(Publishable):
    """A place of the network: one YAML file of `places/`, one page in each language.

    Attributes:
        id: The file's name without `.yml`, which is also the page's address.
        order: The rank in the network, from 1; it is the number on the plate and on the map.
        name: The name in running text and on the map, short.
        full_name: The complete name, when it differs.
        headline: A title of two to six words for the story.
        summary: One sentence that presents the place.
        standing: The status in the network, with its sources.
        position: Commune, point and address.
        domain: The domain of excellence.
        wow: What astonishes, and why.
        emblem: What the place stands for.
        embodied_by: Who stands for the place.
        facts: What is established.
        access: Whether and how to go in.
        website: The website.
        pictures: Photographs, in the order of the page.
        members: The members of the agency that the place is connected with.
        related: Other places that it is connected with.
        questions: Questions that its page answers, by which search finds it.
        previous_ids: Earlier identifiers, whose addresses now lead here.
    """

    id: Id = Field(description="L’identifiant : le nom du fichier sans « .yml ».", examples=["mucem"])
    order: int = Field(
        ge=1,
        le=9999,
        description="Le rang dans le réseau : le numéro de la planche et du point sur la carte.",
        examples=[5],
    )
    name: Text = Field(description="Le nom court.")
    full_name: Text | None = Field(default=None, description="Le nom complet, s’il diffère.")
    headline: Text = Field(description="Un titre de deux à six mots.")
    summary: Sourced = Field(description="Une phrase qui présente le lieu, avec ses sources.")
    standing: Standing = Field(description="Le statut dans le réseau.")
    position: Position = Field(description="La commune, le point et l’adresse.")
    domain: Domain = Field(description="Le domaine d’excellence.", examples=["heritage"])
    wow: Astonishment = Field(description="L’effet « waouh ».")
    emblem: Sourced = Field(description="Ce dont le lieu est l’emblème.")
    embodied_by: Embodiment | None = Field(
        default=None, description="Qui incarne le lieu ; null si personne n’est connu."
    )
    facts: tuple[Fact, ...] = Field(min_length=1, description="Les faits établis, chacun avec ses sources.")
    access: Access = Field(description="Y aller : ce que l’on sait des visites.")
    website: Website | None = Field(default=None, description="Le site du lieu.")
    pictures: tuple[Picture, ...] = Field(default=(), description="Les photographies, dans l’ordre de la page.")
    members: tuple[Id, ...] = Field(
        default=(), description="Les membres liés au lieu.", examples=[["port-de-marseille-fos"]]
    )
    related: tuple[Id, ...] = Field(default=(), description="Les autres lieux liés.", examples=[["port-center"]])
    questions: Questions = ()
    previous_ids: tuple[Id, ...] = Field(
        default=(), description="Les anciens identifiants, qui redirigent ici.", examples=[["base-martha"]]
    )
