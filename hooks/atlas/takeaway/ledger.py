"""The ledger: which files the last build took from which sources, so that a build that changed nothing makes nothing.

To know whether a document must be set anew, the course has to be rendered: that takes seconds. The ledger asks a
simpler question first: is any source other than it was? Only when one is are the documents looked at one by one.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Final

from atlas.heavy import Rendering

SOURCES: Final = ("docs", "places", "members", "hooks/atlas", "vendor/type", "vendor/fonts", "mkdocs.yml")
"""What the files are made from: records, texts, code, theme, letters."""

PARTS: Final = ("altair", "Babel", "Jinja2", "Markdown", "pymdown-extensions", "typst", "vl-convert-python")
"""The packages that decide their content."""


_BEGAN: Final = time.time()
"""When this code was loaded: code that is newer than that is not what runs."""


class Ledger:
    """What is known of the files made from the sources as they are now."""

    def __init__(self, root: Path, cache: Path, *beside: str) -> None:
        """Look at the sources of the project at `root`.

        Args:
            root: The project.
            cache: The folder of what earlier builds have rendered.
            beside: What else decides the files: the date, the records and the styles as they were read.
        """
        self._root = root
        self._cache = cache
        self._beside = beside
        self._key = self._look()

    def _look(self) -> str:
        inputs = [*self._beside, *(version(part) for part in PARTS)]
        files = ((path.relative_to(self._root).as_posix(), path.read_bytes()) for path in _files(self._root))
        return Rendering("", (*inputs, *(part for file in files for part in file)), bytes).key

    def files(self) -> list[tuple[str, bytes]] | None:
        """Return each file with its path, or none when a source has changed or the cache lacks one."""
        try:
            entries: list[tuple[str, str]] = json.loads((self._cache / self._key).read_text(encoding="utf-8"))
            return [(path, (self._cache / key).read_bytes()) for path, key in entries]
        except FileNotFoundError:
            return None

    def keep(self, renderings: Iterable[Rendering]) -> None:
        """Remember which files the sources made, unless somebody changed a source while they were made."""
        code = (path for path in _files(self._root) if path.suffix == ".py")
        if self._look() == self._key and all(path.stat().st_mtime < _BEGAN for path in code):
            kept = json.dumps([(one.path, one.key) for one in renderings])
            (self._cache / self._key).write_text(kept, encoding="utf-8")


def _files(root: Path) -> Iterator[Path]:
    for name in SOURCES:
        found = root / name
        inside = found.rglob("*") if found.is_dir() else [found]
        yield from sorted(path for path in inside if path.is_file() and "__pycache__" not in path.parts)
