"""The palette: the colours of the site, spelled by the theme, and those that an agency chooses instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

TOKENS: Final = Path("css") / "tokens.css"
"""The file of the theme that spells the colours."""

Pair = tuple[str, str]
"""A colour by day and the same by night."""

Palette = Mapping[str, Pair]
"""Each colour by its token: `paper`, `on-sea` …"""

NONE: Final[Palette] = MappingProxyType({})
"""No choice: the colours of the theme."""

DERIVED: Final[Mapping[str, tuple[str, str]]] = {
    "underline": ("ink", "lemon"),
    "band": ("lemon", "sheet"),
    "on-band": ("ink", "ink"),
    "band-word": ("ink", "lemon"),
}
"""Tokens that borrow the colour of another: one for the day, one for the night."""

READ: Final[tuple[tuple[str, str], ...]] = (
    *((text, ground) for ground in ("paper", "sheet") for text in ("ink", "soft", "turq", "ochre", "garrigue")),
    *((text, "sea") for text in ("on-sea", "on-sea-soft", "lemon")),
    ("on-lemon", "lemon"),
)
"""What is read on what."""

AA: Final = 4.5
"""The contrast that WCAG 2 asks of text, at level AA."""

_PAIR: Final = re.compile(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
_PLAIN: Final = re.compile(r"--([\w-]+): #[0-9a-f]{6};")


def palette(theme: Path, chosen: Palette = NONE) -> Palette:
    """Return the colours of a theme folder, with those chosen instead and what follows from them."""
    spelled = {name: (day, night) for name, day, night in _PAIR.findall((theme / TOKENS).read_text(encoding="utf-8"))}
    if not chosen:
        return spelled
    colours = {**spelled, **chosen}
    for name, (by_day, by_night) in DERIVED.items():
        colours[name] = (colours[by_day][0], colours[by_night][1])
    colours["mark"] = (colours["lemon"][0], colours["mark"][1])
    return colours


def tokens(theme: Path, chosen: Palette = NONE) -> str:
    """Return the stylesheet of the tokens, with the colours chosen instead of those of the theme."""
    colours = palette(theme, chosen)
    sheet = (theme / TOKENS).read_text(encoding="utf-8")
    sheet = _PAIR.sub(lambda pair: "--{}: light-dark({}, {})".format(pair[1], *colours[pair[1]]), sheet)
    # What is left are the colours of the day, for browsers that do not know pairs.
    return _PLAIN.sub(lambda plain: f"--{plain[1]}: {colours[plain[1]][0]};", sheet)


def favicon(theme: Path, chosen: Palette = NONE) -> str:
    """Return the picture of the browser's tab, which is drawn in colours of the day."""
    colours = palette(theme, chosen)
    inks = {day: colours[name][0] for name, (day, _) in reversed(list(palette(theme).items()))}
    drawing = (theme / "favicon.svg").read_text(encoding="utf-8")
    return re.sub(r"#[0-9a-f]{6}", lambda ink: inks.get(ink[0], ink[0]), drawing)


def faint(colours: Palette) -> Iterator[tuple[str, str, int, float]]:
    """Yield what cannot be read: the text, its ground, its side (0 by day, 1 by night) and its contrast."""
    for text, ground in READ:
        for side in (0, 1):
            found = contrast(colours[text][side], colours[ground][side])
            if found < AA:
                yield text, ground, side, found


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, as WCAG 2 defines it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
