"""An action of the agency's plan: what was announced, what is established, and where it stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, StrictBool, StringConstraints

from atlas.model.dates import PartialDate
from atlas.model.manifesto import Manifesto
from atlas.model.publication import Publishable
from atlas.model.record import Record
from atlas.model.source import Id, Sourced
from atlas.model.text import Text
from atlas.model.vocabulary import ActionStanding, AxisBasis, StepNature

PageKey = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]
"""The key of a page of the site, one of those of `atlas.urls`."""


class ActionAxis(Record):
    """The axis that an action belongs to, and who says so.

    Attributes:
        id: The axis: its French name in the manifesto's file, as an identifier.
        basis: A source, or our own reading.
        sources: The sources that say it; none for our own reading.
    """

    id: Id = Field(description="L’axe : son nom français dans le manifeste, sans accent.", examples=["mesurer"])
    basis: AxisBasis = Field(description="Dit par une source (stated), ou notre lecture (ours).", examples=["stated"])
    sources: tuple[Id, ...] = Field(default=(), description="Les sources qui le disent.", examples=[["gomet-flasseur"]])


class Announcement(Sourced):
    """What was said of an action when it was announced.

    Attributes:
        when: When it was said.
    """

    when: PartialDate = Field(description="Quand cela a été dit.", examples=["2023-11"])


class Step(Sourced):
    """One dated step of an action, with its evidence.

    Attributes:
        when: The date of the step, or the date for which it was announced.
        nature: Announced, or established.
    """

    when: PartialDate = Field(
        description="La date de l’étape, ou celle pour laquelle on l’annonçait.", examples=["2024"]
    )
    nature: StepNature = Field(description="Annoncée (announced) ou établie (established).", examples=["established"])


class ActionState(Record):
    """Where an action stands today, as far as a source says.

    Attributes:
        value: The standing.
        as_of: The date of the latest source that says so; none when it is not known.
        text: The standing in a sentence.
        sources: The sources; none when it is not known.
    """

    value: ActionStanding = Field(description="Où en est l’action.", examples=["announced"])
    as_of: PartialDate | None = Field(
        default=None, description="La date de la source la plus récente qui le dit.", examples=["2024-11"]
    )
    text: Text = Field(description="Où elle en est, en une phrase.")
    sources: tuple[Id, ...] = Field(default=(), description="Les sources qui le disent.", examples=[["businews-1an"]])


class Action(Publishable):
    """An action of the plan: one item of `docs/data/actions.yml`, one anchor of the page of actions.

    Attributes:
        id: The identifier, which is also the anchor.
        title: What it is, in a few words of ours.
        public: Whether a published text names it; the plan counts more actions than have been named.
        axis: The axis that it belongs to; none when nothing ties it to one.
        announced: What was said of it.
        steps: Its dated steps, from the earliest.
        standing: Where it stands.
        places: The places that it concerns.
        members: The members that it concerns.
        sessions: The sessions of the Academy that serve it, beside those that say so themselves.
        pages: The pages of this site that serve it, by their keys.
    """

    id: Id = Field(description="L’identifiant, qui est aussi l’ancre.", examples=["lieux-totems"])
    title: Text = Field(description="L’action, en quelques mots.")
    public: StrictBool = Field(default=True, description="Un texte publié la nomme-t-il ?")
    axis: ActionAxis | None = Field(default=None, description="L’axe du plan ; rien si aucun ne s’impose.")
    announced: Announcement = Field(description="Ce qui en a été dit.")
    steps: tuple[Step, ...] = Field(default=(), description="Les étapes datées, de la plus ancienne à la plus récente.")
    standing: ActionState = Field(description="Où elle en est.")
    places: tuple[Id, ...] = Field(default=(), description="Les lieux qu’elle concerne.", examples=[["port-center"]])
    members: tuple[Id, ...] = Field(default=(), description="Les membres qu’elle concerne.", examples=[["upe-13"]])
    sessions: tuple[Id, ...] = Field(default=(), description="Les séances qui la servent.", examples=[["territoire"]])
    pages: tuple[PageKey, ...] = Field(
        default=(), description="Les pages de ce site qui la servent, par leur clé.", examples=[["manifesto"]]
    )


def axes(manifesto: Manifesto) -> Mapping[str, Text]:
    """Return the axes of the plan in order, by identifier: their French name in small letters without accents."""
    names = manifesto.axes.names if manifesto.axes else ()
    return {_identifier(name.fr): name for name in names}


def _identifier(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
