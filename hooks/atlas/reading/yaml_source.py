"""Strict YAML: plain mappings, lists and values, each with the line it stands on.

What YAML reads in silence and editors do not mean is either text here (`no`, `12:30`, `01234`,
dates) or refused in so many words (equal keys, anchors, tags). The C parser does the work where
there is one, and the Python one where there is none or where the C one stops: so that the same
file gives the same message on every machine.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

import yaml
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from atlas.model.record import FieldPath
from atlas.reading.plain_text import FORBIDDEN, invisible, read_text
from atlas.reading.problems import ContentError, Problem, quoted, shortened
from atlas.reading.yaml_faults import Fault, diagnose, not_a_record, sign_fault

MAX_DEPTH: Final = 10
"""Twice the depth of the deepest record."""

MOST_REPEATED: Final = 20
"""Equal keys that are told one by one."""

_INTEGER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_DECIMAL: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,30}")
_WORDS: Final = {"": None, "null": None, "true": True, "false": False}


@dataclass(frozen=True)
class Spot:
    """Where a value stands: its line, the spots of what it holds, and whether brackets or braces hold them."""

    line: int
    parts: Mapping[str | int, Spot] | None = None
    flow: bool = False


@dataclass(frozen=True)
class Document:
    """A YAML file that has been read.

    Attributes:
        path: The file, relative to the project, with slashes.
        data: The mapping that it holds.
        spot: Where each key and list item stands.
        problems: What must be put right, although the rest can be read.
    """

    path: str
    data: dict[str, Any]
    spot: Spot
    problems: Sequence[Problem] = ()

    def line(self, field: FieldPath) -> int:
        """Return the line of a field, or of the nearest thing around it that is written."""
        spot = self.spot
        for step in field:
            inner = (spot.parts or {}).get(step)
            if inner is None:
                break
            spot = inner
        return spot.line

    def lines(self) -> dict[str, int]:
        """Return the line of each key and each list item, by the form that messages give it."""
        return dict(_lines(self.spot, ()))

    def is_inline(self, field: FieldPath) -> bool:
        """Return whether a field stands within brackets or braces."""
        spot = self.spot
        for step in field:
            if spot.flow:
                return True
            spot = (spot.parts or {}).get(step, Spot(0))
        return False

    def removal(self, field: FieldPath, verb: str = "Ôtez") -> str:
        """Return how to take a field away: its line, or what stands for it within brackets or braces."""
        if not self.is_inline(field):
            return f"{verb} cette ligne"
        if isinstance(field[-1], str):
            return f"{verb} « {field[-1]}: » et sa valeur"
        item: Any = self.data
        for step in field:
            item = item[step]
        return f"{verb} {'cet élément' if isinstance(item, dict | list) else quoted(item)} de la liste"


def _lines(spot: Spot, at: FieldPath) -> Iterator[tuple[str, int]]:
    for step, part in (spot.parts or {}).items():
        yield dotted((*at, step)), part.line
        yield from _lines(part, (*at, step))


def dotted(field: FieldPath) -> str:
    """Return how messages show a field: `facts[3].text.en`, list items counted from 1."""
    shown = ""
    for step in field:
        shown += f"[{step + 1}]" if isinstance(step, int) else f".{shortened(step)}" if shown else shortened(step)
    return shown


class EventParser(Protocol):
    """What the two parsers of PyYAML have in common."""

    def get_event(self) -> Any:
        """Return the next event."""


def _c_parser() -> Callable[[str], EventParser] | None:
    """Return the C parser, or none when PyYAML was built without libyaml."""
    try:
        from yaml._yaml import CParser
    except ImportError:
        return None
    return CParser


class PythonParser(Reader, Scanner, Parser):
    """PyYAML's own parser, without the constructors that run code."""

    def __init__(self, text: str) -> None:
        """Start at the head of the text."""
        self.in_plain = False
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def scan_plain(self) -> Any:
        """Return a text without quotation marks; unlike PyYAML, a question mark does not end it within braces."""
        self.in_plain = True
        try:
            return super().scan_plain()
        finally:
            self.in_plain = False

    def peek(self, index: int = 0) -> str:
        """Return a character to come; within a plain text, a letter for a question mark, as libyaml has it."""
        character: str = super().peek(index)
        return "x" if character == "?" and self.in_plain else character


def read(path: Path, root: Path) -> Document:
    """Return the document in the file; raise `ContentError` when it cannot be read."""
    name = name_of(path, root)
    return parse(read_text(path, name), name)


def name_of(path: Path, root: Path) -> str:
    """Return how messages call a file: relative to the project, and printable whatever its bytes are."""
    name = path.relative_to(root).as_posix().encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in unicodedata.normalize("NFC", name))


def parse(text: str, name: str, *, libyaml: bool = True) -> Document:
    """Return the document in a text, called `name` in messages; without the C parser when `libyaml` is false."""
    c_parser = _c_parser() if libyaml else None
    if c_parser is not None:
        try:
            return _Composer(c_parser(text), text, name).document()
        except yaml.YAMLError:
            pass  # The Python parser stops at the same fault, with marks that we know how to read.
    parser = PythonParser(text)
    try:
        return _Composer(parser, text, name).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or parser.get_mark()
        fault = diagnose(text, (error.context_mark or mark).line + 1, mark.line + 1)
    except (yaml.YAMLError, ValueError, OverflowError):
        # An escape such as "\UFFFFFFFF" makes the Python scanner ask for a character beyond Unicode.
        fault = diagnose(text, parser.line + 1, parser.line + 1)
    raise ContentError([Problem(name, fault.line, "", fault.wrong, fault.cure)]) from None


class _Composer:
    """Builds a document from the events of a parser, and says what is refused."""

    def __init__(self, parser: EventParser, text: str, name: str) -> None:
        self.parser = parser
        self.text = text
        self.name = name
        self.refused: dict[str, Problem] = {}
        self.repeated: list[Problem] = []
        self.trail: list[str | int] = []
        self.lines = text.split("\n") if re.search(r"\s#[^\s#]", text) else ()

    def document(self) -> Document:
        """Return the one document of the stream, which is a mapping."""
        self.parser.get_event()  # the start of the stream
        if isinstance(self.parser.get_event(), yaml.StreamEndEvent):
            self._refuse("empty", 0, "le fichier ne contient que des commentaires", "Écrivez-y les champs de la fiche")
            raise ContentError(self.refused.values())
        event = self.parser.get_event()
        data, spot = self._value(event, 0)
        self.parser.get_event()  # the end of the document
        after = self.parser.get_event()
        if not isinstance(after, yaml.StreamEndEvent):
            line = after.start_mark.line + 1
            self._refuse(
                "documents", line, "« --- » ouvre un second document", "Un fichier, une fiche : ôtez cette ligne"
            )
        elif not isinstance(data, dict) and not self.refused:
            self._refuse_fault("root", not_a_record(self.text, spot.line if data else 1, isinstance(data, list)))
        if self.refused:
            raise ContentError([*self.refused.values(), *self.repeated])
        return Document(self.name, data, Spot(1, spot.parts), tuple(self.repeated))

    def _value(self, event: Any, depth: int) -> tuple[Any, Spot]:
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            self._refuse_fault("*", sign_fault(self.text, line, "*"))
            return None, Spot(line)
        if event.anchor is not None:
            self._refuse_fault("&", sign_fault(self.text, line, "&"))
        if event.tag is not None:
            self._refuse_fault("!", sign_fault(self.text, line, "!"))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, line), Spot(line)
        if depth == MAX_DEPTH:
            # Going on would let a small file cost a lot, so the file is left here.
            self._refuse("depth", line, f"plus de {MAX_DEPTH} niveaux emboîtés", "Écrivez la fiche comme ses voisines")
            raise ContentError(self.refused.values())
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(line, depth, bool(event.flow_style))
        return self._mapping(line, depth, bool(event.flow_style))

    def _sequence(self, line: int, depth: int, flow: bool) -> tuple[list[Any], Spot]:
        items: list[Any] = []
        parts: dict[str | int, Spot] = {}
        while not isinstance(event := self.parser.get_event(), yaml.SequenceEndEvent):
            self.trail.append(len(items))
            item, parts[len(items)] = self._value(event, depth + 1)
            self.trail.pop()
            items.append(item)
        return items, Spot(line, parts, flow)

    def _mapping(self, line: int, depth: int, flow: bool) -> tuple[dict[str, Any], Spot]:
        values: dict[str, Any] = {}
        parts: dict[str | int, Spot] = {}
        merged = False
        while not isinstance(event := self.parser.get_event(), yaml.MappingEndEvent):
            key, at = self._key(event, depth)
            self.trail.append(key)
            value, spot = self._value(self.parser.get_event(), depth + 1)
            if key in values:
                merged = merged or self._repeat(key, at, parts, flow)
            else:
                values[key], parts[key] = value, Spot(at, spot.parts, spot.flow)
            self.trail.pop()
        return values, Spot(line, parts, flow)

    def _repeat(self, key: str, at: int, parts: Mapping[str | int, Spot], flow: bool) -> bool:
        """Refuse a key that is written again; return whether two items of a list seem to be one, for lack of a dash.

        Then the other keys of the second are written again too, and one message says it all.
        """
        merged = not flow and len(self.trail) > 1 and isinstance(self.trail[-2], int) and key == next(iter(parts))
        wrong = f"la clé {quoted(key)} est écrite deux fois, lignes {parts[key].line} et {at}"
        cure = "Gardez une seule des deux"
        if merged:
            cure = (
                f"Si un autre élément commence là, mettez un tiret devant : - {key}: ; sinon gardez une seule des deux"
            )
        if len(self.repeated) < MOST_REPEATED:  # Enough to see what happened.
            self.repeated.append(Problem(self.name, at, dotted(tuple(self.trail)), wrong, cure))
        return merged

    def _key(self, event: Any, depth: int) -> tuple[str, int]:
        key, spot = self._value(event, depth + 1)
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse("key", spot.line, "une clé doit être un seul mot", "Écrivez « clé : valeur », sans crochets")
            return "", spot.line
        if event.value == "<<":
            self._refuse(
                "merge",
                spot.line,
                "« << » n’est pas permis",
                "Ôtez cette ligne ; écrivez en toutes lettres ce qui manque alors",
            )
        elif key is None and not event.value:
            self._refuse("key", spot.line, "il manque une clé avant le deux-points", "Écrivez « clé : valeur »")
        return str(event.value), spot.line

    def _scalar(self, event: Any, line: int) -> Any:
        text: str = event.value
        if event.style == '"':
            # The file has been checked as written; an escape such as "\u202e" shows only now.
            text = unicodedata.normalize("NFC", text)
            found = FORBIDDEN.search(text) or re.search("\t", text)
            if found:
                self._refuse(f"escape {found[0]}", line, *invisible(found[0]))
        if event.style or event.tag is not None:
            return text
        self._cut_by_a_hash(event)
        if text in _WORDS:
            return _WORDS[text]
        if _INTEGER.fullmatch(text):
            return int(text)
        return float(text) if _DECIMAL.fullmatch(text) else text

    def _cut_by_a_hash(self, event: Any) -> None:
        """Refuse what YAML takes for a comment after a text, and the editor meant as its end: `Le quai #3`."""
        end = event.end_mark
        after = self.lines[end.line][end.column :] if self.lines and end.line < len(self.lines) else ""
        if found := re.match(r"\s*(#[^\s#].*)", after):
            wrong = f"« # » coupe le texte : {quoted(found[1])} n’est pas lu"
            whole = shortened(f"{event.value} {found[1]}".strip())
            self._refuse(
                f"hash {end.line}", end.line + 1, wrong, f'Écrivez le texte entre guillemets droits : "{whole}"'
            )

    def _refuse_fault(self, kind: str, fault: Fault) -> None:
        self._refuse(kind, fault.line, fault.wrong, fault.cure)

    def _refuse(self, kind: str, line: int, wrong: str, cure: str) -> None:
        # Each kind once: a bomb made of a thousand aliases must not fill the screen.
        self.refused.setdefault(kind, Problem(self.name, line, "", wrong, cure))
