"""Compiled templates, kept from one build to the next: compiling them takes longer than filling them."""

from __future__ import annotations

from pathlib import Path

from jinja2 import FileSystemBytecodeCache


class CompiledTemplates(FileSystemBytecodeCache):
    """Keeps templates under their names: jinja compiles one again when its source has changed."""

    def __init__(self, folder: Path) -> None:
        """Keep them in `folder`, which is made when missing and may be deleted at any time."""
        folder.mkdir(parents=True, exist_ok=True)
        super().__init__(str(folder))

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the key of a template: its name, wherever the project stands."""
        return super().get_cache_key(name, None)
