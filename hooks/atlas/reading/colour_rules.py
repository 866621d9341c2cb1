"""Colours that an agency chooses must let its site be read, by day and by night."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from atlas.palette import AA, TOKENS, faint, palette
from atlas.reading.entries import Content
from atlas.reading.problems import Problem

THEME: Final = "docs/theme"
"""The theme, whose colours stand where none is chosen."""

_SIDES: Final = ("le jour", "la nuit")


def colours_can_be_read(content: Content) -> Iterator[Problem]:
    """Check the contrast of every text that a chosen colour touches."""
    entry, theme = content.identity, content.root / THEME
    if entry is None or entry.record is None or not (theme / TOKENS).is_file():
        return
    chosen = entry.record.colours.chosen
    for text, ground, side, found in faint(palette(theme, chosen)) if chosen else ():
        blamed = text if text in chosen else ground
        if blamed in chosen:
            other = ground if blamed == text else text
            ratio, least = (f"{value:.1f}".replace(".", ",") for value in (found, AA))
            wrong = f"{_SIDES[side]}, {text} ne se lit pas sur {ground} : contraste {ratio}, au lieu de {least}"
            cure = f"Écartez cette couleur de {other}, plus claire ou plus sombre"
            yield entry.error(("colours", blamed.replace("-", "_"), ("day", "night")[side]), wrong, cure)
