"""What an editor did when YAML cannot be read: found in the text itself, and said in French.

A parser says where it gave up, in English and often lines too late. Here the lines around that
point are looked at for the slips that people make, most telling first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from atlas.reading.problems import LONGEST_QUOTE, quoted, shortened

_ENTRY: Final = re.compile(
    r"^(?P<indent> *)(?P<dash>(?:- +)*)(?:(?P<key>[^\s\"'#:{\[-][^\s:]*):(?: +|$))?(?P<value>.*)$"
)
_NO_SPACE: Final = re.compile(r"^[a-z][a-z_]*:(?![\s/]|$)")
_BARE_KEY: Final = re.compile(r"^[a-z][a-z_]*$")
_BLOCK: Final = re.compile(r"^[|>][0-9+-]*(?: +#.*)?$")
_COLON_IN_BRACES: Final = re.compile(r"(?<=[{,])\s*(?P<key>\w+): +(?P<text>[^\s\"'{\[,][^{}\[\],:]*:[ ,][^{}\[\],]*)")
_ENDS: Final = re.compile(r"^\s*(?:#.*)?$")
_SIGNS: Final = {
    "*": "une étoile",
    "&": "un « & »",
    "!": "un « ! »",
    "%": "un « % »",
    "@": "un « @ »",
    "`": "un accent grave",
}
_STRAIGHT: Final = "Écrivez le texte entre guillemets droits"


@dataclass(frozen=True)
class Fault:
    """A slip: its line, what is wrong and what to write."""

    line: int
    wrong: str
    cure: str


@dataclass(frozen=True)
class Entry:
    """A line that is no comment and no part of a block of text: `key: value`, `- value` or `value`."""

    line: int
    indent: int
    dash: bool
    key: str
    value: str


def diagnose(text: str, start: int, end: int) -> Fault:
    """Return the likeliest slip in a text that a parser began to misread at line `start` and gave up at line `end`."""
    lines = text.split("\n")
    entries = list(_entries(lines))
    return _quote(entries, lines, end) or _near(entries, start, end) or _unknown(min(end, len(lines)))


def not_a_record(text: str, line: int, is_list: bool) -> Fault:
    """Return the slip in a text that YAML can read, but as a list or a lone value."""
    if is_list:
        return Fault(
            line, "la fiche commence par une liste (« - »)", "Commencez par une clé, comme les fiches voisines"
        )
    found = next(filter(None, (_slip(entry) for entry in _entries(text.split("\n")))), None)
    return found or Fault(line, "ce n’est pas une fiche : aucune ligne « clé : valeur »", "Recopiez une fiche voisine")


def sign_fault(text: str, line: int, sign: str) -> Fault:
    """Return the slip on a line where YAML makes something of a sign that editors mean as text."""
    entry = next((entry for entry in _entries(text.split("\n")) if entry.line == line), None)
    wrong = f"{_SIGNS[sign]} ne peut pas commencer une valeur sans guillemets"
    if sign == "*" and entry and entry.value.startswith("*"):
        return Fault(line, wrong, _protect(entry))
    return Fault(line, wrong, "Ôtez ce signe ou, s’il fait partie du texte, écrivez le texte entre guillemets droits")


def _entries(lines: Sequence[str]) -> Iterator[Entry]:
    """Yield the entries, without the blocks of text that follow `>-` or `|`."""
    block: int | None = None
    for number, line in enumerate(lines, 1):
        match = _ENTRY.match(line)
        if match is None or not line.strip() or line.lstrip().startswith("#"):
            continue
        indent = len(match["indent"])
        if block is not None and indent > block:
            continue
        value = match["value"].strip()
        block = indent if _BLOCK.match(value) else None
        yield Entry(number, indent + len(match["dash"]), bool(match["dash"]), match["key"] or "", value)


def _quote(entries: Sequence[Entry], lines: Sequence[str], end: int) -> Fault | None:
    """Find a quotation mark that is missing, or that closes a text too early."""
    inside_until = 0
    for entry in entries:
        if entry.line > end:
            break
        mark = entry.value[:1]
        if mark not in {'"', "'"} or mark == "" or entry.line <= inside_until:
            continue
        close = _closing(entry.value, mark, 1)
        if close is not None:
            rest = entry.value[close + 1 :]
            if rest.startswith(":") or _ENDS.match(rest):
                continue
            return _early_close(entry, mark)
        for number in range(entry.line + 1, len(lines) + 1):
            line = lines[number - 1]
            close = _closing(line, mark, 0)
            if close is None:
                continue
            if re.fullmatch(r" *(?:- +)*(?:[^\s:]+: +)?", line[:close]) or not _ENDS.match(line[close + 1 :]):
                return _unclosed(entry, mark)
            inside_until = number
            break
        else:
            return _unclosed(entry, mark)
    return None


def _closing(text: str, mark: str, place: int) -> int | None:
    """Return where a quoted text closes, at `place` or after."""
    while (place := text.find(mark, place)) >= 0:
        if mark == "'" and text[place + 1 : place + 2] == "'":
            place += 2
        elif mark == '"' and _escaped(text, place):
            place += 1
        else:
            return place
    return None


def _escaped(text: str, place: int) -> bool:
    """Say whether an odd number of backslashes stands before a place."""
    before = place
    while before and text[before - 1] == "\\":
        before -= 1
    return (place - before) % 2 == 1


def _unclosed(entry: Entry, mark: str) -> Fault:
    name = "le guillemet" if mark == '"' else "l’apostrophe"
    wrong = f"{name} ouvert{'e' if mark == chr(39) else ''} devant {quoted(entry.value[1:30])} n’est pas fermé"
    return Fault(entry.line, wrong + ("e" if mark == "'" else ""), f"Ajoutez {mark} à la fin du texte")


def _early_close(entry: Entry, mark: str) -> Fault:
    if mark == "'":
        wrong = "une apostrophe dans le texte le ferme trop tôt"
        text = entry.value[1:].removesuffix("'")
        shown = "…" if '"' in text or len(text) > LONGEST_QUOTE - 20 else text
        return Fault(entry.line, wrong, f"{_STRAIGHT} doubles : " + _line(entry, f'"{shown}"'))
    wrong = "un guillemet droit dans le texte le ferme trop tôt"
    return Fault(entry.line, wrong, "À l’intérieur d’un texte, écrivez « … » en français ou “…” en anglais")


def _near(entries: Sequence[Entry], start: int, end: int) -> Fault | None:
    """Look at the line where the parser gave up, then at the one before, then at where it began."""
    before = [entry for entry in entries if entry.line <= end]
    first = [entry for entry in before if entry.line >= start][:1]
    for entry in [*before[:-3:-1], *first]:
        fault = _slip(entry)
        if fault:
            return fault
    return _indentation(before)


def _slip(entry: Entry) -> Fault | None:
    """Find a slip within one line."""
    value, line = entry.value, entry.line
    if not entry.key and _NO_SPACE.match(value):
        key, rest = value.split(":", 1)
        return Fault(line, f"il manque un espace après {quoted(key + ':')}", f"Écrivez : {shortened(f'{key}: {rest}')}")
    if not entry.key and not entry.dash and _BARE_KEY.match(value):
        return Fault(line, f"il manque un deux-points après {quoted(value)}", f"Écrivez : {value}:")
    if not entry.key and re.match(r"-[^\s-]", value):
        return Fault(line, "il manque un espace après le tiret", f"Écrivez : - {shortened(value[1:])}")
    if value.startswith('"') and "\\" in value:
        return Fault(line, "une barre « \\ » dans un texte entre guillemets droits", "Ôtez-la, ou doublez-la : \\\\")
    if value[:1] in _SIGNS and value[:1]:
        return Fault(line, f"{_SIGNS[value[0]]} ne peut pas commencer une valeur sans guillemets", _protect(entry))
    if value[:1] in {"[", "{"}:
        if inner := _COLON_IN_BRACES.search(value):
            shown = f'{inner["key"]}: "{shortened(inner["text"].strip())}"'
            wrong = "« : » dans un texte entre accolades, sans guillemets droits"
            return Fault(line, wrong, f"Écrivez ce texte entre guillemets droits : {shown}")
        close = {"[": "]", "{": "}"}[value[0]]
        if value.count(value[0]) > value.count(close):
            return Fault(line, f"« {value[0]} » n’est pas fermé", f"Ajoutez « {close} » à la fin de la liste")
        return None
    if value[:1] in {"]", "}"} or (value[:1] == "," and not entry.key):
        return Fault(line, f"« {value[0]} » ne ferme rien", f"Ôtez « {value[0]} »")
    if value[:1] not in {'"', "'"} and (": " in value or (value.endswith(":") and entry.key)):
        curly = " (les guillemets “ ” ou « » ne suffisent pas)" if value[:1] in {"“", "«", "„"} else ""
        return Fault(line, f"« : » dans un texte sans guillemets droits{curly}", _protect(entry))
    return None


def _indentation(before: Sequence[Entry]) -> Fault | None:
    """Find a line whose indentation agrees with no line above it."""
    if len(before) < 2:
        return None
    above, entry = before[-2], before[-1]
    if len(before) > 2 and above.value and above.indent < before[-3].indent == entry.indent:
        # The line between two that agree is the one out of place.
        wrong = f"le retrait de cette ligne ({_spaces(above.indent)}) n’est pas celui de ses voisines"
        return Fault(above.line, wrong, _put(entry.indent, above))
    known = [other.indent for other in before[:-1]]
    if entry.indent > above.indent and above.value:
        label = above.key or shortened(above.value)
        return Fault(
            entry.line,
            f"cette ligne est plus en retrait que {quoted(label)}, ligne {above.line}, qui a déjà sa valeur",
            f"{_put(above.indent, entry)}, ou ôtez la valeur de {quoted(label)}",
        )
    if entry.indent not in known:
        nearest = min(known, key=lambda indent: (abs(indent - entry.indent), indent != above.indent, indent))
        return Fault(
            entry.line,
            f"le retrait de cette ligne ({_spaces(entry.indent)}) ne s’aligne sur aucune ligne au-dessus",
            _put(nearest, entry),
        )
    return None


def _unknown(line: int) -> Fault:
    wrong = "cette ligne, ou celle d’avant, n’est pas écrite comme il faut"
    return Fault(
        line, wrong, "Comparez avec une fiche voisine : le retrait, le deux-points et son espace, les guillemets"
    )


def _protect(entry: Entry) -> str:
    """Return how to write the value of a line so that YAML reads it as text."""
    value = entry.value
    for quotes in ("“”", "„”"):
        value = value.removeprefix(quotes[0]).removesuffix(quotes[1])
    if '"' in value:
        return f"Écrivez {_line(entry, '>-')} puis le texte à la ligne, en retrait"
    if len(value) > LONGEST_QUOTE - 20:
        value = value[: LONGEST_QUOTE - 20].rstrip() + "…"
    return f"{_STRAIGHT} : " + _line(entry, f'"{value}"')


def _line(entry: Entry, value: str) -> str:
    return f"{entry.key}: {value}" if entry.key else value


def _put(count: int, entry: Entry) -> str:
    verb = "Mettez" if count else "Ne mettez"
    return f"{verb} {_spaces(count)} devant {quoted(entry.key or entry.value)}"


def _spaces(count: int) -> str:
    return "aucun espace" if not count else f"{count} espace{'s' if count > 1 else ''}"
