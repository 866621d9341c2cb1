"""Leaflet itself: its files, as the set-up takes them from npm, and where the site publishes them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

VERSION: Final = "1.9.4"
FOLDER: Final = f"assets/map/leaflet-{VERSION}/"
"""A folder that bears the version: its files never change under one name."""

FILES: Final = ("leaflet.js", "leaflet.css", "LICENSE")
"""What is published. Leaflet's pictures of pins and layers are not: nothing here shows them."""


def leaflet_files(vendor: Path) -> dict[str, bytes]:
    """Return Leaflet's files by site path.

    Raises:
        ValueError: When the set-up installed another version than the one these pages were tried with.
    """
    files = {FOLDER + name: (vendor / "leaflet" / name).read_bytes() for name in FILES}
    if VERSION.encode() not in files[FOLDER + "leaflet.js"][:200]:
        raise ValueError(f"vendor/leaflet is not Leaflet {VERSION}")
    return files
