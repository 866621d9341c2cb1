"""What one prints to find the places: a plaque each, and the sheet of each route."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from atlas.documents.plaque import plaque
from atlas.documents.press import open_press
from atlas.documents.route_sheet import route_sheet
from atlas.heavy import Rendering
from atlas.model import LANGS, Catalogue


def signage(catalogue: Catalogue, root: Path) -> Iterable[Rendering]:
    """Yield the plaque of each place, then the sheet of each route, in each language.

    Args:
        catalogue: The records.
        root: The folder of the project, with the theme and the fonts.

    Raises:
        MissingVendorFileError: When the set-up has not cut the fonts.
    """
    press, inks = open_press(catalogue, root)
    for lang in LANGS:
        for place in catalogue.places:
            yield press.rendering(plaque(catalogue, place, lang))
        for route in catalogue.routes:
            yield press.rendering(route_sheet(catalogue, route, lang, inks))
