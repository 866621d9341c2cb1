"""What a built site says anywhere: in its files, in their names, and in the archives that it offers."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path


def files_that_tell(folder: Path, *words: str) -> list[str]:
    """Return the files of a site in which one of the words stands, whatever the case, or whose name holds it."""
    signs = re.compile("|".join(re.escape(word) for word in words).encode(), re.IGNORECASE)
    return [name for name, content in contents(folder) if signs.search(content) or signs.search(name.encode())]


def contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every file of a site, those inside archives included."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes()
        yield path.relative_to(folder).as_posix(), content
        if zipfile.is_zipfile(io.BytesIO(content)):
            with zipfile.ZipFile(path) as archive:
                yield from ((f"{path.name}/{name}", archive.read(name)) for name in archive.namelist())
