"""Folders compared by content."""

from __future__ import annotations

import hashlib
from pathlib import Path


def digests(folder: Path) -> dict[str, str]:
    """Return the digest of each file under `folder`, by its path inside it."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def differences(left: dict[str, str], right: dict[str, str]) -> list[str]:
    """Return the paths that only one of two folders has, or that differ."""
    return sorted(path for path in left.keys() | right.keys() if left.get(path) != right.get(path))
