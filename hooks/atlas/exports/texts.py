"""Texts as data carry them: in both languages, with the signs of the pages and without their markup."""

from __future__ import annotations

import re
from typing import Final, TypedDict

from atlas.model.text import Lang, Text
from atlas.model.vocabulary import Term
from atlas.typography import typeset

_EMPHASIS: Final = re.compile(r"\*([^*\n]+)\*")


class Both(TypedDict):
    """A text in both languages.

    Attributes:
        fr: In French.
        en: In English.
    """

    fr: str
    en: str


def plain(text: str, lang: Lang) -> str:
    """Return a text of a record as readers see it, its emphasis left out."""
    return typeset(_EMPHASIS.sub(r"\1", text.strip()), lang)


def both(text: Text) -> Both:
    """Return a text in both languages."""
    return {"fr": plain(text.fr, "fr"), "en": plain(text.en, "en")}


def term(value: Term) -> Both:
    """Return the label of a vocabulary term in both languages."""
    return {"fr": typeset(value.fr, "fr"), "en": typeset(value.en, "en")}
