"""What was changed in a file, told so that anybody can read it again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from atlas.reading.problems import typeset

_UNSEEN: Final = {"\t": "→", "\u00a0": "␣", "\u202f": "␣", "\r": "↵"}
_TRAILING: Final = re.compile(" +$")


@dataclass(frozen=True, order=True)
class Change:
    """One change of one file.

    Attributes:
        path: The file, relative to the project.
        line: The line, from 1; 0 for the file as a whole.
        why: What was wrong, in French.
        before: What was written; empty when that cannot be seen.
        after: What is written now.
    """

    path: str
    line: int
    why: str
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        """Return the change as people read it: where, why, what was written and what is written now."""
        told = f"{self.path}{f':{self.line}' if self.line else ''} {typeset(self.why)}"
        if self.before == self.after:
            return told
        return f"{told}\n  - {_seen(self.before)}\n  + {_seen(self.after)}"


def line_changes(path: str, before: str, after: str, why: str, first: int = 0) -> Iterator[Change]:
    """Yield a change for each line that differs between two texts of as many lines.

    Args:
        path: The file.
        before: The text as it was.
        after: The text as it is.
        why: What was wrong.
        first: The number of lines before the text in the file.
    """
    for number, (old, new) in enumerate(zip(before.split("\n"), after.split("\n"), strict=True), first + 1):
        if old != new:
            yield Change(path, number, why, old, new)


def _seen(line: str) -> str:
    """Return a line whose blanks can be seen where they matter."""
    line = _TRAILING.sub(lambda found: "·" * len(found[0]), line)
    return "".join(_UNSEEN.get(sign, sign) for sign in line).strip(" ")
