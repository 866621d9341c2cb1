"""The glossary: the words of the lessons, explained in both languages."""

from __future__ import annotations

from pydantic import Field

from atlas.model.record import Record
from atlas.model.source import Id
from atlas.model.text import Lang, Text, Words


class Forms(Record):
    """Other spellings of a term: plurals, abbreviations, complete names.

    Attributes:
        fr: The French ones.
        en: The English ones.
    """

    fr: tuple[Words, ...] = Field(default=(), description="Les autres formes françaises.", examples=["data centers"])
    en: tuple[Words, ...] = Field(default=(), description="Les autres formes anglaises.", examples=["data centres"])


class GlossaryTerm(Record):
    """A term of the glossary: one item of `docs/data/glossary.yml`.

    Attributes:
        id: The identifier, which is also the anchor in the page of the glossary.
        term: The term.
        forms: Other forms that texts may use.
        definition: What it means.
        sources: The sources of the definition; none for the plain definition of a word.
    """

    id: Id = Field(description="L’identifiant, qui est aussi l’ancre du glossaire.", examples=["cable-sous-marin"])
    term: Text = Field(description="Le terme.")
    forms: Forms = Field(
        default=Forms(), description="Les autres formes, pluriels et sigles, que les textes emploient."
    )
    definition: Text = Field(description="Ce qu’il veut dire.")
    sources: tuple[Id, ...] = Field(
        default=(), description="Les sources de la définition.", examples=[["nouvpub-lancement"]]
    )

    def forms_in(self, lang: Lang) -> tuple[str, ...]:
        """Return every form that a text of a language may use, the term first."""
        others = self.forms.fr if lang == "fr" else self.forms.en
        return (self.term.in_(lang), *others)
