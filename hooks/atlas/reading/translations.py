"""What English owes to French: each English text remembers the fingerprint of the French that it translates.

The memory is `docs/data/translations.txt`: under the name of a file, or of a record in a file of lists, a line for each
text with the fingerprint of the English and that of the French. It names no field, so that texts may move. Spaces and
typographic signs make no difference. A page, a session or a lesson is one text; a record has one for each `fr:`/`en:`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Any, Final

from atlas import urls
from atlas.model.authored import AuthoredPage
from atlas.model.record import FieldPath
from atlas.model.text import Lang
from atlas.model.translation import Lag, TranslationDebt
from atlas.reading.entries import Content, Entry, Pair
from atlas.reading.problems import Problem, Severity
from atlas.reading.yaml_source import dotted

REGISTER: Final = "docs/data/translations.txt"
"""Where the memory is, in the project."""

Memory = Mapping[str, Collection[tuple[str, str]]]
"""By key, the fingerprints of each English text and of the French that it translates."""

_LINE: Final = re.compile(r"  ([0-9a-f]{8}) ([0-9a-f]{8})")
_SAME: Final = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " ", "…": "..."})
_APART: Final = frozenset({"questions"})
"""What each language asks in its own way, by which search finds the page: no translation."""


class State(Enum):
    """What is known of an English text."""

    CONFIRMED = auto()
    """It translates the French as it is, or has been bettered since."""
    NEW = auto()
    """Both are new: whoever wrote one wrote the other."""
    LAGS = auto()
    """The French alone has changed."""
    UNSURE = auto()
    """Both have changed in a text of a whole page: nobody can tell whether the English followed."""


@dataclass(frozen=True)
class Translation:
    """A text in both languages.

    Attributes:
        key: What holds it, as the memory calls it.
        files: The files that hold it, that of the English first.
        line: The line of the English; 0 for a whole file.
        field: The field of the English in dotted form; empty for a whole file.
        english: The fingerprint of the English.
        french: The fingerprint of the French.
    """

    key: str
    files: tuple[str, ...]
    line: int
    field: str
    english: str
    french: str

    @property
    def pair(self) -> tuple[str, str]:
        """What is remembered of it."""
        return self.english, self.french

    def state(self, memory: Memory) -> State:
        """Return what the memory knows of it."""
        known = memory.get(self.key, ())
        if self.pair in known or self.french in {french for _, french in known}:
            return State.CONFIRMED
        if self.english in {english for english, _ in known}:
            return State.LAGS
        return State.UNSURE if known and not self.field else State.NEW


def fingerprint(*texts: str) -> str:
    """Return eight hexadecimal digits that change with the words of texts, not with their layout."""
    words = "\n".join(" ".join(text.translate(_SAME).split()) for text in texts)
    return hashlib.sha256(words.encode()).hexdigest()[:8]


def translations(content: Content) -> Iterator[Translation]:
    """Yield every text that stands in both languages."""
    for entry in content:
        yield from _of_record(entry)
    yield from _of_pages(content)
    for pair in content.academy.pairs if content.academy else ():
        yield from _of_pair(pair)


def key_of(entry: Entry[Any]) -> str:
    """Return what the memory calls a record: its file, with its identifier where the file holds several."""
    return f"{entry.document.path}#{entry.id}" if entry.at else entry.document.path


def _of_record(entry: Entry[Any]) -> Iterator[Translation]:
    french: dict[FieldPath, str] = {}
    for leaf in entry.leaves:
        *parent, last = leaf.field
        if last == "fr" and leaf.shape.role == "words":
            french[tuple(parent)] = leaf.value
        elif last == "en" and leaf.shape.role == "words" and tuple(parent) in french and not _APART & set(parent):
            whole = (*entry.at, *leaf.field)
            path = entry.document.path
            marks = fingerprint(leaf.value), fingerprint(french[tuple(parent)])
            yield Translation(key_of(entry), (path,), entry.document.line(whole), dotted(whole), *marks)


def _of_pages(content: Content) -> Iterator[Translation]:
    french = {page.path: page for page in content.pages if page.lang == "fr"}
    for page in content.pages:
        other = french.get(urls.counterpart(page.path)) if page.lang == "en" else None
        if other is not None:
            marks = _page(page), _page(other)
            yield Translation(page.file, (page.file, other.file), 0, "", *marks)


def _page(page: AuthoredPage) -> str:
    return fingerprint(page.head.title, page.head.description, page.body)


def _of_pair(pair: Pair[Any, Any]) -> Iterator[Translation]:
    """Yield a session or a lesson: the texts that both heads hold, then the Markdown."""
    if pair.fr is None or pair.en is None:
        return
    names = [name for name in pair.en.model.model_fields if name not in _APART]

    def mark(lang: Lang, head: Entry[Any]) -> str:
        return fingerprint(*(str(head.data.get(name)) for name in names), pair.written[lang].body)

    files = (pair.files["en"], pair.files["fr"])
    yield Translation(files[0], files, 0, "", mark("en", pair.en), mark("fr", pair.fr))


def remembered(root: Path) -> Memory | None:
    """Return the memory of a project; none when it keeps none. Lines that are none of it count for nothing."""
    try:
        text = (root / REGISTER).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    memory: dict[str, set[tuple[str, str]]] = {}
    key = ""
    for line in text.splitlines():
        if match := _LINE.fullmatch(line):
            memory.setdefault(key, set()).add((match[1], match[2]))
        elif line and not line.startswith(("#", " ")):
            key = line
    return memory


def translations_follow(content: Content) -> Iterator[Problem]:
    """Notice the English texts whose French has changed, and once those that nobody has confirmed yet."""
    memory = remembered(content.root)
    if memory is None:
        return
    new = 0
    for text in translations(content):
        state = text.state(memory)
        new += state is State.NEW
        if state in _WRONG:
            cure = f"Accordez-le, puis lancez make translations FILES={text.files[0]}"
            yield Problem(text.files[0], text.line, text.field, _WRONG[state], cure, Severity.NOTICE)
    if new:
        many = "s" if new > 1 else ""
        wrong = f"{new} texte{many} anglais n’y {'sont' if many else 'est'} pas encore"
        yield Problem(REGISTER, 0, "", wrong, "Relisez l’anglais, puis lancez make translations", Severity.NOTICE)


_WRONG: Final[Mapping[State, str]] = {
    State.LAGS: "le français a changé depuis cette traduction",
    State.UNSURE: "le français et l’anglais ont changé : l’un suit-il l’autre",
}


def debt(content: Content, hidden: Collection[str] = ()) -> TranslationDebt:
    """Return what English owes to French, without what stands under the keys of `hidden`, which is not published."""
    memory = remembered(content.root)
    if memory is None:
        return TranslationDebt()
    texts = [text for text in translations(content) if text.key not in hidden]
    late = (text for text in texts if text.state(memory) is State.LAGS)
    lags = [Lag(text.key, text.files[0], text.line, text.field) for text in late]
    return TranslationDebt(len(texts), tuple(sorted(lags, key=lambda lag: (lag.file, lag.line))), kept=True)
