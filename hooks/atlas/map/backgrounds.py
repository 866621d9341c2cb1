"""Detailed backgrounds that other hosts serve: shown only to readers who choose one, after its host has been named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Background:
    """A background made of square pictures.

    Attributes:
        id: What the page calls it.
        name: What readers call it.
        tiles: The address of a picture, with `{z}`, `{x}` and `{y}`.
        referrer: What the host is told of this page: a referrer policy.
        credit: Whom its licence asks to name.
        licence: The page that says so, when the licence asks for the link.
    """

    id: str
    name: str
    tiles: str
    referrer: str
    credit: str
    licence: str | None = None

    @property
    def host(self) -> str:
        """The host that it asks."""
        return urlsplit(self.tiles).netloc


BACKGROUNDS: Final = (
    Background(
        id="plan-ign",
        name="Plan IGN",
        tiles=(
            "https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0"
            "&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2&STYLE=normal&FORMAT=image/png"
            "&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}"
        ),
        referrer="no-referrer",
        credit="© IGN, Plan IGN",
    ),
    Background(
        id="openstreetmap",
        name="OpenStreetMap",
        tiles="https://tile.openstreetmap.org/{z}/{x}/{y}.png",
        # Its terms of use ask for the site that shows its pictures.
        referrer="strict-origin-when-cross-origin",
        credit="© OpenStreetMap",
        licence="https://www.openstreetmap.org/copyright",
    ),
)
"""The choices, the public service first."""

PLANNER: Final = "https://www.openstreetmap.org/directions?to={lat},{lon}"
"""A journey planner, as a plain link: nothing is asked of it before a reader follows the link."""
