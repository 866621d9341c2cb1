"""What the course offline is made from beside its texts: the code, the templates, the styles and the letters."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Final

from atlas.assets import fingerprint
from atlas.pages.rendering import TEMPLATES, Renderer

HERE: Final = Path(__file__).parent

BESIDE: Final = (
    "bundling.py",
    "folding.py",
    "glossary_links.py",
    "stylesheet.py",
    "typography.py",
    "words.py",
    "words.yml",
)
"""The modules of the package that decide how pages are written."""


def made_from(renderer: Renderer) -> tuple[str, ...]:
    """Return what decides the content of an archive, beside the texts of its pages and its documents."""
    identity = renderer.catalogue.identity
    return (
        renderer.lang,
        version("Markdown"),
        version("pymdown-extensions"),
        fingerprint(*(path.read_bytes() for path in _files(renderer))),
        *sorted(renderer.assets.files),  # the names hold a hash of what the files hold, but for the fonts
        str(identity.site_url),
        identity.name,
    )


def _files(renderer: Renderer) -> Iterator[Path]:
    yield from sorted(path for path in HERE.iterdir() if path.is_file())
    yield from sorted(TEMPLATES.glob("offline_*"))
    yield from (HERE.parent / name for name in BESIDE)
    yield from sorted((renderer.root / "vendor" / "fonts").iterdir())
    yield from sorted((renderer.root / "docs" / "theme" / "js" / "academy").glob("*.js"))
    yield renderer.root / "docs" / "theme" / "js" / "search" / "words.js"
