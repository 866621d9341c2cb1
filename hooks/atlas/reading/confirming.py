"""The command that confirms translations: `python -m atlas.reading.confirming [FILE …]`.

Without files it remembers what is new in both languages; with files, also that their English follows their French.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Final

from atlas.reading.loading import read_content
from atlas.reading.problems import typeset
from atlas.reading.translations import REGISTER, Memory, State, Translation, remembered, translations

HEADER: Final = """\
# Ce que chaque texte anglais traduit : son empreinte, puis celle du français. Écrit par « make translations ».
"""

_SAFE: Final = frozenset({State.CONFIRMED, State.NEW})


def confirmed(
    texts: Iterable[Translation], memory: Memory, files: Collection[str]
) -> tuple[str, Sequence[Translation]]:
    """Return the memory as it is to be written, and the texts that it does not confirm.

    Args:
        texts: Every text in both languages.
        memory: What was remembered.
        files: The files whose English somebody has just read beside the French.
    """
    kept: dict[str, set[tuple[str, str]]] = {}
    left = []
    for text in texts:
        pairs = kept.setdefault(text.key, set())
        if text.state(memory) in _SAFE or not set(files).isdisjoint(text.files):
            pairs.add(text.pair)
        else:
            left.append(text)
            known = memory[text.key]
            # Whole pages keep all that is known of them; a text of a record, what its own English translated.
            pairs |= {pair for pair in known if not text.field or pair[0] == text.english}
    lines = [line for key in sorted(kept) for line in (key, *(f"  {en} {fr}" for en, fr in sorted(kept[key])))]
    return HEADER + "".join(f"{line}\n" for line in lines), left


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the memory and say what it leaves; return 1 when a named file holds no text in both languages."""
    parser = argparse.ArgumentParser(
        prog="python -m atlas.reading.confirming", description="Confirme que l’anglais suit le français."
    )
    parser.add_argument("files", nargs="*", help="les fichiers dont l’anglais vient d’être relu")
    parser.add_argument("--root", type=Path, default=Path(), help="le dossier du projet (celui où l’on est)")
    options = parser.parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    root = options.root.resolve()
    texts = list(translations(read_content(root)[0]))
    named = {path.relative_to(root).as_posix() for path in map(_whole, options.files) if path.is_relative_to(root)}
    unknown = named - {file for text in texts for file in text.files}
    for file in sorted(unknown):
        print(
            typeset(f"{file} : aucun texte en deux langues ici. Nommez une fiche, ou une page anglaise ou française.")
        )
    memory = remembered(root) or {}
    text, left = confirmed(texts, memory, named)
    (root / REGISTER).write_text(text, encoding="utf-8", newline="\n")
    for each in left:
        where = each.files[0] + (f":{each.line}" if each.line else "") + (f" {each.field}" if each.field else "")
        print(typeset(f"{where} : pas confirmé, le français a changé. Relisez, puis nommez ce fichier dans FILES="))
    print(typeset(f"{REGISTER} : {len(texts) - len(left)} textes anglais confirmés, {len(left)} à revoir."))
    return 1 if unknown else 0


def _whole(path: str) -> Path:
    return Path(path).resolve()


if __name__ == "__main__":
    sys.exit(main())
