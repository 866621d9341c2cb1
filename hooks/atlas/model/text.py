"""Text in the two languages of the site."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field, StringConstraints

from atlas.model.record import Record

Lang = Literal["fr", "en"]
"""A language of the site, as an ISO 639-1 code."""

LANGS: tuple[Lang, ...] = get_args(Lang)
"""The languages of the site, the default one first."""

MAX_TEXT = 4000
"""Characters that one text may hold: a long paragraph. Longer matter belongs in a Markdown page."""

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_TEXT)]
"""One or more paragraphs of plain text; `*word*` marks emphasis, nothing else is markup."""


MAX_QUESTIONS = 6
"""Questions that lead to one page: beyond these they say the same."""


class Text(Record):
    """The same text in French and in English; both are required.

    Attributes:
        fr: The French text.
        en: The English text, written for English readers rather than translated word for word.
    """

    fr: Words = Field(description="Le texte français.", examples=["Un bunker, dix-huit câbles"])
    en: Words = Field(description="Le texte anglais.", examples=["A bunker, eighteen cables"])

    def in_(self, lang: Lang) -> str:
        """Return the text in `lang`."""
        return self.fr if lang == "fr" else self.en


Questions = Annotated[
    tuple[Text, ...],
    Field(
        max_length=MAX_QUESTIONS,
        description="Les questions auxquelles cette page répond, comme un visiteur les poserait : "
        "la recherche s’en sert.",
    ),
]
"""Questions that a page answers, in the words of those who would ask them: found by, never shown as such."""

AskedIn = Annotated[
    tuple[Words, ...],
    Field(
        max_length=MAX_QUESTIONS,
        description="Les questions auxquelles cette page répond, dans sa langue : la recherche s’en sert.",
        examples=["Où arrivent les câbles ?"],
    ),
]
"""The same in one language, for pages that have a file each."""
