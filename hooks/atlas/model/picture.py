"""A photograph of a place, with the right to show it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from atlas.model.dates import PartialDate
from atlas.model.record import Record
from atlas.model.source import Id
from atlas.model.text import Text, Words
from atlas.model.vocabulary import Licence

PictureFile = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\.(jpg|jpeg|png|webp)$", max_length=80)]
"""The name of a picture's file: it becomes a part of an address, so it is written like an identifier."""


class Picture(Record):
    """A photograph, published only with its credit, its licence and its description in both languages.

    Attributes:
        file: Its file, in the folder of its place under `docs/pictures/`.
        alt: What it shows, for those who cannot see it.
        caption: What to know about it, when there is more than meets the eye.
        credit: Who made it, as they want to be named.
        licence: What allows the site to show it.
        permission: Who gave the permission, how and when, for a picture that has no public licence.
        taken: When it was taken, as precisely as known.
        sources: The sources of the caption.
    """

    file: PictureFile = Field(
        description="Le fichier, dans docs/pictures/ et le dossier du lieu.", examples=["vue-du-large.jpg"]
    )
    alt: Text = Field(description="Ce que l’on voit, pour qui ne le voit pas.")
    caption: Text | None = Field(default=None, description="La légende, s’il y a plus à dire que ce que l’on voit.")
    credit: Words = Field(description="L’auteur, nommé comme il le demande.", examples=["Camille Essai"])
    licence: Licence = Field(description="Ce qui permet de publier la photographie.", examples=["cc-by-4.0"])
    permission: Words | None = Field(
        default=None,
        description="L’autorisation : de qui, comment et quand.",
        examples=["Autorisation écrite du musée, 3 mars 2027"],
    )
    taken: PartialDate | None = Field(
        default=None, description="La date de la prise de vue, aussi précise que connue.", examples=["2026-05"]
    )
    sources: tuple[Id, ...] = Field(default=(), description="Les sources de la légende.", examples=[["mucem-2025"]])
