"""The photographs of the records, and the files by which the site shows them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from atlas.assets import fingerprint
from atlas.heavy import Rendering
from atlas.model import Catalogue, Person, Place
from atlas.model.picture import Picture
from atlas.model.vocabulary import ConsentScope
from atlas.pictures.folders import picture_folder, published_folder
from atlas.pictures.looking import look
from atlas.pictures.renditions import FORMS, RECIPE, rendition

WIDTHS: Final = (480, 960, 1440, 2000)
"""Points across: a telephone, the same with a fine screen, a page, a page on a fine screen."""

NEAR: Final = 1.15
"""A rendition this much wider than the one before it is not worth its weight."""


@dataclass(frozen=True)
class Photograph:
    """A picture of a place or a person with its file.

    Attributes:
        folder: The folder under which it is published.
        picture: What the record says of it.
        file: Its file.
        width: The width of the file in points, as shown.
        height: The height of the file in points, as shown.
        version: What tells this file from another of the same name: hosts and browsers keep pictures for ever.
    """

    folder: str
    picture: Picture
    file: Path
    width: int
    height: int
    version: str

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths at which it is published; it is never enlarged."""
        widths = tuple(width for width in WIDTHS if width <= self.width)
        own = min(self.width, WIDTHS[-1])
        return widths if widths and own < widths[-1] * NEAR else (*widths, own)

    def height_at(self, width: int) -> int:
        """Return the height that goes with a width."""
        return max(1, round(self.height * width / self.width))

    def path(self, width: int, form: str) -> str:
        """Return where one rendition is published, from the root of the whole site."""
        return f"assets/pictures/{self.folder}/{self.file.stem}-{width}.{self.version}.{form}"


def photographs(record: Place | Person, root: Path) -> list[Photograph]:
    """Return the photographs of a place or a person in the order of the page.

    Args:
        record: The place or the person.
        root: The project, whose records and pictures have been checked.
    """
    model, id = type(record), record.id
    folder, files = published_folder(model, id), root / picture_folder(model, id)
    return [_photograph(folder, picture, files / picture.file) for picture in record.pictures]


def _photograph(folder: str, picture: Picture, file: Path) -> Photograph:
    seen = look(file)
    version = fingerprint(file.read_bytes(), RECIPE.encode())
    return Photograph(folder, picture, file, seen.width, seen.height, version)


def pictures(catalogue: Catalogue, root: Path) -> Iterator[Rendering]:
    """Yield every file by which the site shows a photograph, each once."""
    shown: list[Place | Person] = [
        *catalogue.places,
        *(person for person in catalogue.people if person.allows(ConsentScope.PAGES)),
    ]
    every = {photo.file: photo for record in shown for photo in photographs(record, root)}
    for photo in every.values():
        content = photo.file.read_bytes()
        for width in photo.widths:
            size = (width, photo.height_at(width))
            for form in FORMS:
                yield Rendering(
                    path=photo.path(width, form),
                    inputs=(RECIPE, form, f"{size[0]}x{size[1]}", content),
                    # The file is read again: a site may have more photographs than memory holds.
                    make=partial(rendition, photo.file, size, form),
                )
