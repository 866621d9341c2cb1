"""The styles of the embedded map: the colours and the drawing of the theme, and a few rules of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from atlas.palette import Palette, palette
from atlas.stylesheet import minified

OWN: Final = Path(__file__).with_name("map.css")

DRAWINGS: Final = Path("css") / "drawings.css"
"""The file of the theme that styles the drawings."""


def styles(theme: Path, chosen: Palette) -> str:
    """Return the stylesheet to write inside the document.

    Colours go by day and by night as the reader's system asks for: the choice made on the site is not told to a frame.
    """
    colours = palette(theme, chosen)
    day = "".join(f"--{name}:{pair[0]};" for name, pair in colours.items())
    night = "".join(f"--{name}:{pair[1]};" for name, pair in colours.items())
    sheets = (theme / DRAWINGS).read_text(encoding="utf-8") + OWN.read_text(encoding="utf-8")
    own = f":root {{ color-scheme: light dark; {day} }} @media (prefers-color-scheme: dark) {{ :root {{ {night} }} }}"
    return minified(f"{own} {sheets}")
