"""Who publishes the site."""

from __future__ import annotations

from pydantic import Field

from atlas.model.record import Record
from atlas.model.source import SourceIds
from atlas.model.text import Text, Words


class Identity(Record):
    """Who publishes the site: one YAML file, `docs/data/identity.yml`.

    Attributes:
        name: The agency's name, also the site's.
        territory: The territory that it speaks for.
        description: The site in a sentence, for search engines and shares.
        site_url: The address at which the site is published, with a final slash.
        colophon: What the agency is, in two or three sentences, for the foot of each page.
        colophon_sources: The sources of that.
    """

    name: Words = Field(description="Le nom de l’agence et du site.", examples=["One Provence"])
    territory: Text = Field(description="Le territoire.")
    description: Text = Field(description="Le site en une phrase.")
    site_url: str = Field(
        pattern=r"^https://[^\s/]+/([^\s]*/)?$",
        description="L’adresse du site, avec la barre finale.",
        examples=["https://one-provence.example/"],
    )
    colophon: Text = Field(description="Ce qu’est l’agence, au pied de chaque page.")
    colophon_sources: SourceIds = Field(description="Les sources.", examples=[["gomet-bluzet"]])
