"""Archives: the same files make the same bytes, whenever they are packed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date
from typing import Final

LEVEL: Final = 6
"""How hard text is pressed: more takes longer and gains nothing that readers would notice."""

PRESSED: Final = (".woff2", ".png", ".jpg", ".webp")
"""Files that are compressed already."""

MODE: Final = 0o644 << 16
"""A plain file that its owner may change, as archives tell it."""


def archive(files: Mapping[str, str | bytes], day: date) -> bytes:
    """Return a ZIP archive of `files`, by path, each dated `day`."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as bundle:
        for path in sorted(files):
            content = files[path]
            entry = zipfile.ZipInfo(path, (day.year, day.month, day.day, 0, 0, 0))
            entry.create_system = 3  # the same whichever system builds
            entry.external_attr = MODE
            entry.compress_type = zipfile.ZIP_STORED if path.endswith(PRESSED) else zipfile.ZIP_DEFLATED
            bundle.writestr(entry, content.encode() if isinstance(content, str) else content, compresslevel=LEVEL)
    return packed.getvalue()
