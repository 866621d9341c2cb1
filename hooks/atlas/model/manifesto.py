"""The manifesto: the founding text of the agency, in numbered articles."""

from __future__ import annotations

from pydantic import Field

from atlas.model.dates import PartialDate
from atlas.model.film import Film
from atlas.model.record import Record
from atlas.model.source import Id, Sourced, SourceIds
from atlas.model.text import Text
from atlas.model.vocabulary import ManifestoStanding


class Sentence(Record):
    """The ambition in one sentence, as said in public.

    Attributes:
        text: The sentence; `*…*` marks the words set in colour.
        speaker: Who said it, in a public function.
        date: When.
        sources: Where.
    """

    text: Text = Field(description="La phrase ; *…* marque les mots en couleur.")
    speaker: Text = Field(description="Qui l’a dite, avec sa fonction.")
    date: PartialDate = Field(description="Quand.", examples=["2023-11"])
    sources: SourceIds = Field(description="Où.", examples=[["gomet-flasseur"]])


class Article(Record):
    """One article of the manifesto.

    Attributes:
        id: The anchor of the article, the same in both languages.
        title: The title, in a few words.
        text: The article.
        sources: The sources; empty once the signed text stands here.
    """

    id: Id = Field(description="L’ancre de l’article.", examples=["faire-pont"])
    title: Text = Field(description="Le titre, en quelques mots.")
    text: Text = Field(description="L’article.")
    sources: tuple[Id, ...] = Field(
        default=(), description="Les sources ; vide une fois le texte signé en place.", examples=[["gomet-flasseur"]]
    )


class Axes(Record):
    """The axes of the agency's plan, which follow from the manifesto.

    Attributes:
        names: The axes, in order, a verb each.
        sources: Where the agency gave them.
    """

    names: tuple[Text, ...] = Field(min_length=1, description="Les axes, dans l’ordre, un verbe chacun.")
    sources: SourceIds = Field(description="Où l’agence les a donnés.", examples=[["gomet-flasseur"]])


class Manifesto(Record):
    """The manifesto: one YAML file, `docs/data/manifesto.yml`, to be replaced by the signed text.

    Attributes:
        standing: Working text or signed text.
        notice: What readers must know of the text, shown at its head.
        signed_on: The date of signature, once known.
        sentence: The ambition in one sentence.
        articles: The articles, in order.
        axes: The axes of the plan.
        film: The film of the manifesto, once there is one to show.
        film_notice: What is known of the film until then.
        signature: Who signed, as far as sources say.
        signature_sources: The sources of that.
    """

    standing: ManifestoStanding = Field(description="Texte de travail ou texte signé.", examples=["working"])
    notice: Text | None = Field(
        default=None, description="L’avertissement en tête du texte ; requis pour un texte de travail."
    )
    signed_on: PartialDate | None = Field(
        default=None, description="La date de signature, une fois connue.", examples=["2023-10-17"]
    )
    sentence: Sentence = Field(description="L’ambition en une phrase.")
    articles: tuple[Article, ...] = Field(min_length=1, description="Les articles, dans l’ordre.")
    axes: Axes | None = Field(default=None, description="Les axes du plan de l’agence.")
    film: Film | None = Field(default=None, description="Le film du manifeste, une fois publié.")
    film_notice: Sourced | None = Field(default=None, description="Ce que l’on sait du film en attendant.")
    signature: Text = Field(description="Qui a signé, d’après les sources.")
    signature_sources: tuple[Id, ...] = Field(
        default=(), description="Les sources de la signature.", examples=[["destimed-manifeste"]]
    )
