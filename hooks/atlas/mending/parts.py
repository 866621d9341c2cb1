"""The YAML of a content file: the whole of a record, the head of a page."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any, Final

from atlas.reading.problems import ContentError
from atlas.reading.yaml_source import parse

_HEAD: Final = re.compile(r"(?P<before>---[ ]*\n)(?P<yaml>.*?)(?P<after>^---[ ]*(?:\n|\Z).*)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Part:
    """The YAML of a file, between what stands before and after it.

    Attributes:
        before: What opens the head of a page.
        yaml: The YAML.
        after: What closes the head, and the page itself.
    """

    before: str
    yaml: str
    after: str

    @classmethod
    def of(cls, path: str, text: str) -> Part | None:
        """Return the YAML of a file; none for a page without a head."""
        if not path.endswith(".md"):
            return cls("", text, "")
        found = _HEAD.match(text)
        return cls(found["before"], found["yaml"], found["after"]) if found else None

    @property
    def text(self) -> str:
        """The whole file."""
        return self.before + self.yaml + self.after

    @property
    def first(self) -> int:
        """The number of lines before the YAML."""
        return self.before.count("\n")

    def with_(self, yaml: str) -> Part:
        """Return the file with another YAML in its place."""
        return replace(self, yaml=yaml)


def meaning(yaml: str) -> dict[str, Any] | None:
    """Return what a YAML text says; none when it cannot be read."""
    try:
        return parse(yaml, "").data
    except ContentError:
        return None
