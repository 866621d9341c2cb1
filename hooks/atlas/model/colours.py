"""The colours that an agency chooses instead of those of the theme."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, StringConstraints

from atlas.model.record import Record

Hue = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
"""A colour, as six hexadecimal digits in small letters."""


class Shade(Record):
    """A colour, in the two lights.

    Attributes:
        day: By day.
        night: By night.
    """

    day: Hue = Field(description="Le jour.", examples=["#0f3a50"])
    night: Hue = Field(description="La nuit.", examples=["#0d3144"])


class Colours(Record):
    """The colours of the site; each one left out is that of the theme (`docs/theme/css/tokens.css`).

    Attributes:
        paper: The page, and the land on maps.
        sheet: The paper of plates and charts.
        ink: The text.
        soft: Captions.
        hair: Hairlines.
        sea: The sea.
        on_sea: Text on the sea.
        on_sea_soft: Captions on the sea.
        wave: Depth lines.
        turq: Note calls.
        ochre: Numbers and kickers.
        garrigue: The third accent.
        lemon: The disc.
        on_lemon: Text on the disc.
    """

    paper: Shade | None = Field(default=None, description="La page, et la terre des cartes.")
    sheet: Shade | None = Field(default=None, description="Le papier des planches.")
    ink: Shade | None = Field(default=None, description="Le texte.")
    soft: Shade | None = Field(default=None, description="Les légendes.")
    hair: Shade | None = Field(default=None, description="Les filets.")
    sea: Shade | None = Field(default=None, description="La mer.")
    on_sea: Shade | None = Field(default=None, description="Le texte sur la mer.")
    on_sea_soft: Shade | None = Field(default=None, description="Les légendes sur la mer.")
    wave: Shade | None = Field(default=None, description="Les lignes d’eau.")
    turq: Shade | None = Field(default=None, description="Les appels de note.")
    ochre: Shade | None = Field(default=None, description="Les numéros et les surtitres.")
    garrigue: Shade | None = Field(default=None, description="Le troisième accent.")
    lemon: Shade | None = Field(default=None, description="Le disque.")
    on_lemon: Shade | None = Field(default=None, description="Le texte sur le disque.")

    @property
    def chosen(self) -> Mapping[str, tuple[str, str]]:
        """The colours that were chosen, by token, by day and by night."""
        found = {name.replace("_", "-"): getattr(self, name) for name in type(self).model_fields}
        return {token: (shade.day, shade.night) for token, shade in found.items() if shade is not None}
