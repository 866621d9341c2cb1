"""The sheet of a card: its size, its horizon, its inks and its typefaces."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from atlas.lettering import Setting, Typeface, fitted
from atlas.model import Catalogue
from atlas.palette import palette
from atlas.plates.primitives import number, pairs

WIDTH: Final = 1200
HEIGHT: Final = 630
"""The size that social networks ask for."""

HORIZON: Final = 378
"""Six tenths of the height, as on every plate: a plate as high as the card has its horizon here."""

MARGIN: Final = 60
SEAT: Final = 696
"""Where the plate begins, at right: four by five, from edge to edge."""


@dataclass(frozen=True)
class Studio:
    """What cards are drawn with.

    Attributes:
        catalogue: The records.
        inks: The colours of the site by day, by token.
        title: The typeface of titles.
        head: The typeface of what is said under them.
        label: The typeface of kickers and names.
        text: The typeface of captions.
        poster: The typeface of the agency's name.
    """

    catalogue: Catalogue
    inks: Mapping[str, str]
    title: Typeface
    head: Typeface
    label: Typeface
    text: Typeface
    poster: Typeface

    @classmethod
    def of(cls, catalogue: Catalogue, root: Path) -> Studio:
        """Return the studio of a project, with the fonts that its pages use."""
        fonts = root / "vendor" / "fonts"
        colours = palette(root / "docs" / "theme", catalogue.identity.colours.chosen)
        display = fonts / "bricolage-grotesque.woff2"
        return cls(
            catalogue=catalogue,
            inks={name: day for name, (day, _) in colours.items()},
            title=Typeface(display, weight=580, tracking=-0.045),
            head=Typeface(display, weight=540, tracking=-0.028),
            label=Typeface(display, weight=520, tracking=-0.008),
            text=Typeface(fonts / "source-serif-4.woff2", weight=400),
            poster=Typeface(fonts / "bricolage-grotesque-narrow.woff2", tracking=-0.02),
        )

    def filled(self, ink: str, *fragments: str) -> str:
        """Return fragments filled with an ink."""
        return f'<g fill="{self.inks[ink]}">{"".join(fragments)}</g>'

    def field(self, ink: str, x: float, y: float, width: float, height: float) -> str:
        """Return a rectangle of an ink."""
        return f'<path fill="{self.inks[ink]}" d="M{pairs(x, y)}h{number(width)}v{number(height)}h{number(-width)}z"/>'

    def line(self, ink: str, d: str, width: float) -> str:
        """Return a line of an ink."""
        return f'<path fill="none" stroke="{self.inks[ink]}" stroke-width="{number(width, 1)}" d="{d}"/>'

    def disc(self, x: float, y: float, radius: float) -> str:
        """Return the one disc."""
        return f'<circle fill="{self.inks["lemon"]}" cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"/>'

    def written(self, ink: str, setting: Setting, x: float, y: float) -> str:
        """Return words in an ink, the first line on the base line `y`."""
        return self.filled(ink, setting.drawn(x, y))

    def wordmark(self, ink: str) -> str:
        """Return the agency's name, at the head of the card as at the head of each page."""
        name = self.catalogue.identity.name
        setting = fitted(name, self.poster, width=SEAT - 2 * MARGIN, height=40, sizes=(40, 20), leading=1)
        return self.written(ink, setting, MARGIN, 74)
