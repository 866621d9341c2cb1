"""The film of the manifesto, as files: published only when the site hosts it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from atlas.model import Manifesto

FOLDER: Final = "docs/film"
"""Where editors put the film and its captions."""


def film_files(manifesto: Manifesto, root: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the film and its captions, by path from the root of the whole site."""
    film = manifesto.film
    if film is not None and film.file is not None and film.captions is not None:
        for name in (film.file, film.captions.fr, film.captions.en):
            yield f"assets/film/{name}", (root / FOLDER / name).read_bytes()
