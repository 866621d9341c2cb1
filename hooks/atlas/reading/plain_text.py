"""From a file to clean text: size, encoding and invisible characters, before any YAML."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from pathlib import Path
from typing import Final

from atlas.reading.problems import ContentError, Problem

MAX_BYTES: Final = 256 * 1024
"""A record is a few kilobytes; anything near this is a mistake or an attack."""

FORBIDDEN: Final = re.compile(
    # Controls other than the line feed (a tab has its own message), and what is seen by nobody or turns text
    # around: such characters hide words from the person who reviews a change.
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\uffff\U000e0000-\U000e007f]"
)
_BIDI: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CONFLICT: Final = re.compile(r"^(?:<{7} |={7}$|>{7} )", re.M)
_SIGNATURES: Final = {
    b"\x89PNG": "une image PNG",
    b"\xff\xd8\xff": "une photo JPEG",
    b"GIF8": "une image GIF",
    b"%PDF": "un document PDF",
    b"PK\x03\x04": "un document Word, Excel ou ZIP",
    b"\xd0\xcf\x11\xe0": "un ancien document Word ou Excel",
}
_TEXT_EDITOR: Final = "Écrivez la fiche dans un éditeur de texte, en UTF-8"


def read_text(path: Path, name: str) -> str:
    """Return the text of the file, called `name` in messages; raise `ContentError` when it is not clean text."""
    data = _bytes(path, name)
    text = _decoded(data.removeprefix(b"\xef\xbb\xbf"), name)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    problems = [*_conflicts(text, name), *_tabs(text, name), *_invisible(text, name)]
    if problems:
        raise ContentError(problems)
    return text


def invisible(character: str) -> tuple[str, str]:
    """Return what is wrong with a forbidden character, and the cure."""
    code = f"U+{ord(character):04X}"
    if character == "\ufffd":
        return "un caractère a été perdu (« \ufffd »)", "Retapez la lettre, sans doute un accent"
    if _BIDI.match(character):
        return f"un caractère invisible ({code}) change le sens de lecture", "Effacez-le en retapant le mot"
    return f"un caractère invisible ({code}) s’est glissé dans le texte", "Effacez-le en retapant le mot"


def _bytes(path: Path, name: str) -> bytes:
    """Return the bytes of an ordinary file of a sensible size."""
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            # A link could publish, or quote in a message, a file from elsewhere; a pipe would wait for ever.
            raise _whole(name, "ce n’est pas un fichier ordinaire", "Remplacez-le par un vrai fichier texte")
        if status.st_size > MAX_BYTES:
            raise _whole(
                name,
                f"le fichier pèse {max(status.st_size // 1024, 257)} ko, pour 256 ko au plus",
                "Raccourcissez-le : une fiche tient en quelques pages",
            )
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno not in (2, 13) and error.errno else ""
        wrong = "le fichier ne peut pas être lu" + (f" (erreur {error.errno})" if reason else "")
        raise _whole(name, wrong, "Vérifiez qu’il existe et que vous avez le droit de le lire") from None


def _decoded(data: bytes, name: str) -> str:
    """Return the characters of the bytes, which are UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _whole(name, "le fichier est en UTF-16", "Enregistrez-le avec l’encodage UTF-8")
    kind = next((kind for start, kind in _SIGNATURES.items() if data.startswith(start)), None)
    if kind or b"\x00" in data:
        raise _whole(name, f"ce n’est pas du texte mais {kind or 'un fichier binaire'}", _TEXT_EDITOR)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        byte = data[error.start]
        line = data.count(b"\n", 0, error.start) + 1
        guess = bytes([byte]).decode("cp1252", "replace")
        letter = f" (sans doute « {guess} » en Windows-1252)" if guess.isalpha() else ""
        cure = "Enregistrez le fichier avec l’encodage UTF-8"
        raise ContentError(
            [Problem(name, line, "", f"l’octet 0x{byte:02X} n’est pas de l’UTF-8{letter}", cure)]
        ) from None
    if not text.strip():
        raise _whole(
            name, "le fichier est vide", "Recopiez une fiche voisine et remplacez ses valeurs, ou supprimez-le"
        )
    return text


def _conflicts(text: str, name: str) -> list[Problem]:
    """Say where Git left both sides of a conflict."""
    found = _CONFLICT.search(text)
    if found is None or not found[0].startswith(("<", ">")):
        return []
    cure = "Gardez la bonne version et effacez les lignes <<<<<<<, ======= et >>>>>>>"
    return [Problem(name, _line(text, found.start()), "", "un conflit Git n’est pas résolu", cure)]


def _tabs(text: str, name: str) -> list[Problem]:
    """Say where the first tab is, and how many lines have one."""
    lines = [number for number, line in enumerate(text.split("\n"), 1) if "\t" in line]
    if not lines:
        return []
    others = len(lines) - 1
    more = f", et {others} autre{'s' if others > 1 else ''} ligne{'s' if others > 1 else ''} aussi" if others else ""
    wrong = f"cette ligne contient une tabulation{more}"
    return [Problem(name, lines[0], "", wrong, "Remplacez chaque tabulation par deux espaces")]


def _invisible(text: str, name: str) -> list[Problem]:
    """Say where characters are that nobody sees, each kind once."""
    first: dict[str, int] = {}
    for found in FORBIDDEN.finditer(text):
        first.setdefault(found[0], found.start())
    return [Problem(name, _line(text, place), "", *invisible(character)) for character, place in first.items()]


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1


def _whole(name: str, wrong: str, cure: str) -> ContentError:
    return ContentError([Problem(name, 0, "", wrong, cure)])
