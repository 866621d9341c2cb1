"""Values in words: a number as its unit and its precision ask, in the language of the page."""

from __future__ import annotations

from typing import Final

from babel.numbers import format_decimal

from atlas.model.indicator import Indicator, Observation
from atlas.model.text import Lang
from atlas.model.vocabulary import Qualifier, UnitKind
from atlas.typography import NNBSP
from atlas.words import Words

LOCALES: Final[dict[Lang, str]] = {"fr": "fr_FR", "en": "en_GB"}

SAID: Final = frozenset({Qualifier.ABOUT, Qualifier.AT_LEAST})
"""The qualifiers that go before the number, as in speech: `at least 4`."""


def value_words(indicator: Indicator, observation: Observation, lang: Lang) -> str:
    """Return a value without its qualifier: `1 705 626`, `69,0 %`, `44e`, `151–200`."""
    if observation.band is not None:
        return observation.band.replace("-", "–")
    if observation.value is None:
        return Words(lang).chart_unknown
    return number_of(indicator, observation.value, lang, decimals=_decimals(indicator, observation))


def qualified_words(indicator: Indicator, observation: Observation, lang: Lang) -> str:
    """Return a value with the qualifier that a label has room for: `au moins 4`, `about 59,700`."""
    words = value_words(indicator, observation, lang)
    return f"{observation.qualifier.label(lang)} {words}" if observation.qualifier in SAID else words


def number_of(indicator: Indicator, value: float, lang: Lang, *, decimals: int | None = None) -> str:
    """Return any number in the unit of a series, such as a tick of its axis.

    Args:
        indicator: The series, whose unit decides the form.
        value: The number.
        lang: The language.
        decimals: How many decimals to write; as many as the number has by default.
    """
    if indicator.unit_kind in {UnitKind.RANK, UnitKind.BAND}:
        return ordinal(round(value), lang)
    places = decimals_of(value) if decimals is None else decimals
    words = format_decimal(value, format="#,##0" + ("." + "0" * places if places else ""), locale=LOCALES[lang])
    words = words.replace("-", "−")
    if indicator.unit_kind is UnitKind.PERCENT:
        return f"{words}{NNBSP}%" if lang == "fr" else f"{words}%"
    return words


def ordinal(rank: int, lang: Lang) -> str:
    """Return a rank as it is written: `1er`, `44e`, `1st`, `42nd`, `44th`."""
    if lang == "fr":
        return "1er" if rank == 1 else f"{rank}e"
    ending = "th" if rank % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    return f"{rank}{ending}"


def plain_number(value: float) -> str:
    """Return a number as machines read it, without a needless decimal part: `1705626`, `69`, `1.45`."""
    return repr(int(value)) if value == int(value) else repr(value)


def decimals_of(value: float) -> int:
    """Return how many decimals a number has: 0 for 79.0, 2 for 1.45."""
    return len(plain_number(value).partition(".")[2])


def _decimals(indicator: Indicator, observation: Observation) -> int | None:
    """Return the decimals of a value: an exact one has those of its series, 69,0 beside 70,2; an estimate its own."""
    if observation.qualifier is not Qualifier.EXACT:
        return None
    return max(decimals_of(other.value) for other in indicator.values if other.value is not None)
