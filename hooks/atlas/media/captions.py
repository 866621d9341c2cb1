"""Captions: WebVTT files, read closely enough to say on which line one goes wrong.

A check of our own rather than a library's: an editor needs the line and the cure of every fault at once, and readers of
WebVTT either stop at the first one or pass over it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

_TIMING: Final = re.compile(r"(?P<start>\S+)[ \t]+-->[ \t]+(?P<end>\S+)(?:[ \t].*)?")
_TIME: Final = re.compile(r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})")
_NEAR_TIMING: Final = re.compile(r"\s*\d{1,2}:\d\d\S*\s*[-–—=>→]+\s*\d{1,2}:\d\d")
"""Two times and another arrow: players would leave the caption out."""
_TAG: Final = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Cue:
    """A caption.

    Attributes:
        line: The line of its times, from 1.
        start: When it appears, in milliseconds.
        end: When it goes, in milliseconds.
        text: What it says, without markup.
    """

    line: int
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Fault:
    """Something wrong in a file of captions.

    Attributes:
        line: The line, from 1.
        wrong: What is wrong, in French.
        cure: What to write, in French.
    """

    line: int
    wrong: str
    cure: str


@dataclass
class Captions:
    """A file of captions.

    Attributes:
        cues: The captions, in the order of the file.
        faults: What is wrong.
    """

    cues: list[Cue] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def seconds(self) -> int:
        """How long the recording lasts, as far as its captions tell, in whole seconds."""
        return -(-max((cue.end for cue in self.cues), default=0) // 1000)


def read_captions(text: str) -> Captions:
    """Return the captions of a WebVTT file, with all that is wrong in it."""
    found = Captions()
    lines = text.removeprefix("\ufeff").splitlines()
    if not lines or not re.fullmatch(r"WEBVTT(?:[ \t].*)?", lines[0]):
        found.faults.append(Fault(1, "la première ligne n’est pas « WEBVTT »", "Écrivez WEBVTT, puis une ligne vide"))
    elif len(lines) > 1 and "-->" in lines[1]:
        found.faults.append(Fault(2, "il manque une ligne vide sous « WEBVTT »", "Ajoutez-la avant cette ligne"))
    for rank, line in enumerate(lines):
        if "-->" in line or _NEAR_TIMING.match(line):
            _cue(found, lines, rank)
    if not found.cues and not found.faults:
        found.faults.append(Fault(1, "aucun sous-titre", "Écrivez-les, chacun sous une ligne de temps"))
    return found


def _cue(found: Captions, lines: Sequence[str], rank: int) -> None:
    timing = _TIMING.fullmatch(lines[rank].strip())
    start, end = (_milliseconds(timing[name]) for name in ("start", "end")) if timing else (None, None)
    number = rank + 1
    if start is None or end is None:
        wrong = "ce n’est pas une ligne de temps"
        found.faults.append(Fault(number, wrong, "Écrivez comme ici : 00:01:02.500 --> 00:01:05.000"))
        return
    cue = Cue(number, start, end, _said(lines, rank))
    before = found.cues[-1] if found.cues else None
    found.cues.append(cue)
    if end <= start:
        wrong = "le sous-titre finit avant de commencer"
        found.faults.append(Fault(number, wrong, "Corrigez l’un des deux temps"))
    elif before and start < before.start:
        wrong = f"le sous-titre commence avant celui de la ligne {before.line}"
        found.faults.append(Fault(number, wrong, "Rangez-les par temps croissants"))
    elif before and start < before.end:
        wrong = f"le sous-titre commence avant la fin de celui de la ligne {before.line}"
        found.faults.append(Fault(number, wrong, "Faites finir le premier plus tôt, ou commencer celui-ci plus tard"))
    if not cue.text:
        found.faults.append(Fault(number, "le sous-titre ne dit rien", "Écrivez son texte, ou ôtez-le"))


def _said(lines: Sequence[str], rank: int) -> str:
    """Return the text of a caption: the lines under its times, to the first empty one."""
    said = []
    for line in lines[rank + 1 :]:
        if not line.strip() or "-->" in line:
            break
        said.append(_TAG.sub("", line).strip())
    return " ".join(filter(None, said))


def _milliseconds(written: str) -> int | None:
    match = _TIME.fullmatch(written)
    if match is None:
        return None
    hours, minutes, seconds, thousandths = (int(part or 0) for part in match.groups())
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths
