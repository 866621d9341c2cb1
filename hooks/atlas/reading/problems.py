"""Problems in content: where, what is wrong, and what to write instead."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Final

from atlas.reading.fixes import Fix

LONGEST_QUOTE: Final = 60
"""Characters of an editor's own text that a message repeats: enough to find it again."""

_UNPRINTABLE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
_SPACED_SIGN: Final = re.compile(r"(?<=\S) (?=[;:?!»])")


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    NOTICE = "notice"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing for an editor to put right, in words that suffice to do so.

    Attributes:
        path: The file, relative to the project, with slashes.
        line: The line, from 1; 0 when the problem concerns the file as a whole.
        field: The field in dotted form, list items counted from 1; empty when there is none.
        wrong: What is wrong, in French, without a final stop.
        cure: What to write instead, in French, without a final stop.
        severity: An error stops the build; a notice is something to verify.
        fix: What certainly puts it right, for a program to apply; none when somebody has to look at it.
    """

    path: str
    line: int
    field: str
    wrong: str
    cure: str
    severity: Severity = Severity.ERROR
    fix: Fix | None = dataclasses.field(default=None, compare=False, repr=False)

    @property
    def is_error(self) -> bool:
        """Whether the problem stops the build."""
        return self.severity is Severity.ERROR

    def __str__(self) -> str:
        where = self.path + (f":{self.line}" if self.line else "") + (f" {self.field}" if self.field else "")
        note = "" if self.is_error else "à vérifier, "
        return f"{where}: {note}{typeset(self.wrong)}. {typeset(self.cure)}"


class ContentError(Exception):
    """Content that cannot be published as it is."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems, in the order of files and lines."""
        self.problems: Sequence[Problem] = sorted(problems)
        super().__init__("\n".join(map(str, self.problems)))


def typeset(message: str) -> str:
    """Return a French message with no-break spaces where a line must not break."""
    return _SPACED_SIGN.sub("\u00a0", message).replace("« ", "«\u00a0")


def quoted(value: object) -> str:
    """Return what an editor wrote, between guillemets, cut when long and harmless in a terminal."""
    return f"« {shortened(value)} »"


def shortened(value: object) -> str:
    """Return what an editor wrote on one line, cut when long and harmless in a terminal."""
    text = " ".join(str(value).split(" ")).replace("\n", " ")
    text = _UNPRINTABLE.sub(lambda found: f"U+{ord(found[0]):04X}", text)
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1].rstrip() + "…"


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Return the known word nearest to `word`, or none when nothing is near."""
    names = list(known)
    if near := get_close_matches(word.casefold(), names, n=1, cutoff=0.6):
        return near[0]
    parts = set(word.casefold().split("-"))
    longer = [name for name in names if parts < set(name.split("-"))]  # `mucem`, and the file is `mucem-marseille`
    return longer[0] if len(longer) == 1 else None


def listed(words: Iterable[str], most: int = 12) -> str:
    """Return words as a French list, `a, b ou c`, cut after `most` of them."""
    shown = list(words)
    if len(shown) > most:
        return ", ".join(shown[:most]) + "…"
    return " ou ".join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))
