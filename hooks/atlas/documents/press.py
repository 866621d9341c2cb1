"""The press as the site sets it up: its fonts, and the colours of its identity."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from atlas.documents.typesetting import Press
from atlas.model import Catalogue
from atlas.palette import palette


def open_press(catalogue: Catalogue, root: Path) -> tuple[Press, Mapping[str, str]]:
    """Return the press and the colours by token, those of the day: paper is read by day.

    Raises:
        MissingVendorFileError: When the set-up has not cut the fonts.
    """
    colours = palette(root / "docs" / "theme", catalogue.identity.colours.chosen)
    inks = {name: day for name, (day, _) in colours.items()}
    return Press(root / "vendor" / "type", inks), inks
