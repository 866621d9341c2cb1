"""The social cards: the picture that a link to a page shows where it is shared.

A card is drawn as SVG from the same vectors, colours and fonts as the site, then rendered at build.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from atlas import urls
from atlas.cards.compositions import composed
from atlas.cards.sheet import HEIGHT, WIDTH, Studio
from atlas.cards.subjects import Subject, subjects
from atlas.heavy import Rendering
from atlas.model import Catalogue
from atlas.raster import RENDERER, png

__all__ = ["card_svg", "cards"]


def cards(catalogue: Catalogue, root: Path) -> Iterable[Rendering]:
    """Yield the card of each page of both editions.

    Args:
        catalogue: The records.
        root: The folder of the project, with the theme and the fonts.
    """
    studio = Studio.of(catalogue, root)
    for page in subjects(catalogue):
        # The drawing itself is the input: whatever changes it, records, plates or code, changes the key. It is
        # drawn again when it must be rendered, for a thousand drawings at once would fill the memory.
        drawing = hashlib.sha256(card_svg(page, studio).encode()).digest()
        yield Rendering(urls.card_path(page.path), (RENDERER, drawing), partial(_rendered, page, studio))


def card_svg(page: Subject, studio: Studio) -> str:
    """Return the card of a page as SVG, all of its words as outlines."""
    body = composed(page, studio)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}">{body}</svg>'
    )


def _rendered(page: Subject, studio: Studio) -> bytes:
    return png(card_svg(page, studio), WIDTH)
