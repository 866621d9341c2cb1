"""What machines found when they last looked at the accessibility of the pages."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from atlas.model.dates import PartialDate
from atlas.model.record import Record
from atlas.model.text import Text, Words

Path = Annotated[str, StringConstraints(pattern=r"^/[\w./-]*$", max_length=200)]
"""The path of a page inside the site, from its root."""


class CheckedPage(Record):
    """A page that stands for its type.

    Attributes:
        type: The type of page.
        path: The page.
        axe: The faults that axe found, at two widths, by day and by night.
        html: The faults that the HTML validator found.
    """

    type: Text = Field(description="Le type de page.")
    path: Path = Field(description="La page vérifiée.", examples=["/lieux/mucem/"])
    axe: int = Field(ge=0, le=9999, description="Les fautes relevées par axe.", examples=[0])
    html: int = Field(ge=0, le=9999, description="Les fautes relevées par le validateur HTML.", examples=[0])


class Accessibility(Record):
    """The last checks by machine: one YAML file, `docs/data/accessibility.yml`, written by `make accessibility`.

    Attributes:
        checked_on: The day of the checks.
        axe: The version of axe.
        html_validate: The version of the HTML validator.
        pages: What was found, a page of each type.
    """

    checked_on: PartialDate = Field(description="Le jour des vérifications.", examples=["2026-01-31"])
    axe: Words = Field(description="La version d’axe.", examples=["4.14.1"])
    html_validate: Words = Field(description="La version du validateur HTML.", examples=["10.17.0"])
    pages: tuple[CheckedPage, ...] = Field(min_length=1, description="Les résultats, par type de page.")
