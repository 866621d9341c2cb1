"""Where the photographs of a record are, in the project and on the site."""

from __future__ import annotations

from typing import Final

from atlas.model import Person
from atlas.pictures.looking import FOLDER

PEOPLE: Final = "people"
"""The folder of the portraits: no place has that name."""


def picture_folder(model: type, id: str) -> str:
    """Return the folder of a record's photographs, relative to the project: `docs/pictures/mucem`."""
    return f"{FOLDER}/{published_folder(model, id)}"


def published_folder(model: type, id: str) -> str:
    """Return the folder under which they are published, relative to that of all photographs."""
    return f"{PEOPLE}/{id}" if model is Person else id
