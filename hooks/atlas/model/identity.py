"""Who publishes the site."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field, HttpUrl, StringConstraints

from atlas.model.colours import Colours
from atlas.model.record import Record
from atlas.model.source import Id, SourceIds
from atlas.model.text import Text, Words

Email = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[\w.+-]+@[\w-]+(\.[\w-]+)+$")]
"""An e-mail address. It may stand here and nowhere else: in texts for readers it is personal data."""

Phone = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^\+\d{1,3}( \d{1,4}){2,6}$")]
"""A telephone number in its international form, in groups."""

RESERVED = (".example", ".test", ".invalid", ".localhost")
"""Names that belong to nobody (RFC 2606): an address under one of them is still to be chosen."""


class Publisher(Record):
    """The organisation that publishes the site.

    Attributes:
        legal_form: Its legal form.
        address: Its registered office.
        registration: The number under which it is registered.
        email: Where readers can write to it.
        phone: Where they can call it.
        sources: The sources of what is public about it.
    """

    legal_form: Text | None = Field(description="La forme juridique.")
    address: Words | None = Field(description="L’adresse du siège.", examples=["1 quai du Port, 13002 Marseille"])
    registration: Words | None = Field(
        description="Le numéro d’inscription (RNA ou Siren).", examples=["RNA W133000000"]
    )
    email: Email | None = Field(description="L’adresse électronique.", examples=["bonjour@agence.example"])
    phone: Phone | None = Field(description="Le numéro de téléphone.", examples=["+33 4 00 00 00 00"])
    sources: tuple[Id, ...] = Field(default=(), description="Les sources.", examples=[["op-communique"]])


class Director(Record):
    """The person who answers for what the site publishes.

    Attributes:
        name: The person's name.
        role: The function that makes this person the publication director.
    """

    name: Words = Field(description="Le nom.", examples=["Camille Martin"])
    role: Text = Field(description="La fonction.")


class Host(Record):
    """The company whose machines hand out the site.

    Attributes:
        name: Its name.
        address: Its address.
        phone: Its telephone number.
    """

    name: Words = Field(description="Le nom de l’hébergeur.", examples=["Hébergeur SAS"])
    address: Words | None = Field(
        description="L’adresse de l’hébergeur.", examples=["2 rue de la Loge, 13002 Marseille"]
    )
    phone: Phone | None = Field(description="Le téléphone de l’hébergeur.", examples=["+33 4 00 00 00 00"])


class Contacts(Record):
    """Where to write about one subject.

    Attributes:
        personal_data: About personal data; the data protection officer, where there is one.
        accessibility: About accessibility.
        security: About security, for those who find a fault.
    """

    personal_data: Email | None = Field(
        description="L’adresse pour les données personnelles (le délégué, s’il y en a un).",
        examples=["donnees@agence.example"],
    )
    accessibility: Email | None = Field(
        description="L’adresse pour l’accessibilité.", examples=["acces@agence.example"]
    )
    security: Email | None = Field(
        description="L’adresse pour signaler une faille de sécurité.", examples=["securite@agence.example"]
    )


class Identity(Record):
    """Who publishes the site: one YAML file, `docs/data/identity.yml`.

    A required value that is `null` is *unresolved*: pages say so with grace, a release refuses it.

    Attributes:
        name: The agency's name, also the site's.
        territory: The territory that it speaks for.
        description: The site in a sentence, for search engines and shares.
        site_url: The address at which the site is published, with a final slash.
        colophon: What the agency is, in two or three sentences, for the foot of each page.
        colophon_sources: The sources of that.
        publisher: The organisation that publishes the site.
        director: The publication director.
        host: The host.
        contacts: Where to write about one subject.
        repository: The public repository of the site's sources.
        colours: The colours chosen instead of those of the theme.
    """

    name: Words = Field(description="Le nom de l’agence et du site.", examples=["Agence de Provence"])
    territory: Text = Field(description="Le territoire.")
    description: Text = Field(description="Le site en une phrase.")
    site_url: str = Field(
        pattern=r"^https://[^\s/]+/([^\s]*/)?$",
        description="L’adresse du site, avec la barre finale.",
        examples=["https://agence.example/"],
    )
    colophon: Text = Field(description="Ce qu’est l’agence, au pied de chaque page.")
    colophon_sources: SourceIds = Field(description="Les sources.", examples=[["gomet-bluzet"]])
    publisher: Publisher = Field(description="L’éditeur du site.")
    director: Director | None = Field(description="La personne qui dirige la publication.")
    host: Host | None = Field(description="L’hébergeur.")
    contacts: Contacts = Field(description="À qui écrire, selon le sujet.")
    repository: HttpUrl | None = Field(
        description="Le dépôt public des sources du site.", examples=["https://git.agence.example/site"]
    )
    colours: Colours = Field(
        default_factory=Colours, description="Les couleurs choisies à la place de celles du thème."
    )

    @property
    def has_address(self) -> bool:
        """Whether the site has an address of its own, rather than one of the names reserved for examples."""
        return not f".{urlsplit(self.site_url).hostname}".endswith(RESERVED)


def unresolved(record: Record, at: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the fields of a record, however deep, that must be there and are not known yet."""
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if value is None and field.is_required():
            yield (*at, name)
        elif isinstance(value, Record):
            yield from unresolved(value, (*at, name))
