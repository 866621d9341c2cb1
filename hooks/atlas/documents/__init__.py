"""The documents: PDF files to print, to read and to frame, in both languages.

They are tagged for assistive technology (PDF/UA-1), and the same records give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from atlas.documents.manifesto_poster import manifesto_poster
from atlas.documents.manifesto_text import manifesto_text
from atlas.documents.plate_sheet import plate_sheet
from atlas.documents.press import open_press
from atlas.documents.typesetting import DocumentError
from atlas.heavy import Rendering
from atlas.model import LANGS, Catalogue
from atlas.plates import plate

__all__ = ["DocumentError", "documents"]


def documents(catalogue: Catalogue, root: Path) -> Iterable[Rendering]:
    """Yield the manifesto as a text and as a poster, then the sheet of each plate that is drawn, in each language.

    Args:
        catalogue: The records.
        root: The folder of the project, with the theme and the fonts.

    Raises:
        MissingVendorFileError: When the set-up has not cut the fonts.
    """
    press, inks = open_press(catalogue, root)
    for lang in LANGS:
        yield press.rendering(manifesto_text(catalogue, lang))
        yield press.rendering(manifesto_poster(catalogue, lang, inks))
    for place in catalogue.places:
        drawn = plate(place.id)
        if drawn is not None:
            for lang in LANGS:
                yield press.rendering(plate_sheet(catalogue, place, drawn, lang))
