"""The term, of which closed vocabularies are made, and the one vocabulary that serves records of every kind."""

from __future__ import annotations

from enum import StrEnum

from atlas.model.text import Lang


class Term(StrEnum):
    """A value of a closed vocabulary: its key in YAML, and its label for readers."""

    fr: str
    en: str

    def __new__(cls, key: str, fr: str, en: str) -> Term:
        term = str.__new__(cls, key)
        term._value_ = key
        term.fr = fr
        term.en = en
        return term

    def label(self, lang: Lang) -> str:
        """Return the words that readers see, in `lang`."""
        return self.fr if lang == "fr" else self.en


class Known(Term):
    """An answer that may not be known yet."""

    YES = "yes", "Oui", "Yes"
    NO = "no", "Non", "No"
    UNKNOWN = "unknown", "Pas encore connu", "Not known yet"
