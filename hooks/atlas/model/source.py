"""The sources: where everything that the site says about the world comes from."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, HttpUrl, StringConstraints

from atlas.model.dates import PartialDate
from atlas.model.publication import Publishable
from atlas.model.record import Record
from atlas.model.text import Lang, Text, Words
from atlas.model.vocabulary import DateBasis, Reading, SourceKind

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""An identifier: small letters without accents, digits and hyphens; it is also a file name and a URL."""

SourceIds = Annotated[tuple[Id, ...], Field(min_length=1)]
"""One or more identifiers of sources."""


class Source(Publishable):
    """A published document that supports facts of the site.

    Attributes:
        id: The identifier by which facts name the source.
        title: The title as published, in its own language.
        lang: The language of the title.
        publisher: Who published it.
        publisher_en: The same as English readers are to see it, where the French would not do: `INSEE` for `Insee`.
        url: Its address; none when the document has no public address.
        date: When it was published, as precisely as known.
        date_basis: How that date is known.
        kind: Who speaks.
        reading: How much of it was read for this site.
        note: A reservation that readers should know.
    """

    id: Id = Field(description="L’identifiant de la source, cité par les fiches.", examples=["gomet-flasseur"])
    title: Words = Field(description="Le titre tel que publié.", examples=["Un manifeste fondateur"])
    lang: Lang = Field(default="fr", description="La langue du titre.", examples=["fr"])
    publisher: Words = Field(description="Qui publie.", examples=["Côte Magazine"])
    publisher_en: Words | None = Field(
        default=None,
        description="Le même pour l’édition anglaise, là où le français n’y conviendrait pas.",
        examples=["Public data repository"],
    )
    url: HttpUrl | None = Field(
        description="L’adresse de la page, ou null.", examples=["https://www.insee.fr/fr/statistiques/6455183"]
    )
    date: PartialDate | None = Field(
        description="La date de publication, aussi précise que connue, ou null.", examples=["2024-03"]
    )
    date_basis: DateBasis = Field(description="Comment la date est connue.", examples=["stated"])
    kind: SourceKind = Field(description="Qui parle.", examples=["press"])
    reading: Reading = Field(description="Ce qui a été lu.", examples=["full"])
    note: Text | None = Field(default=None, description="Une réserve à connaître.")

    def publisher_in(self, lang: Lang) -> str:
        """Return who published it, as readers in `lang` are to see it."""
        return self.publisher_en or self.publisher if lang == "en" else self.publisher


class Sourced(Record):
    """A text with the sources that support it.

    Attributes:
        text: What is said.
        sources: The sources that say it.
    """

    text: Text = Field(description="Ce qui est dit, dans les deux langues.")
    sources: SourceIds = Field(description="Les sources qui le disent.", examples=[["mucem-2025"]])
