"""The command that mends content: `python -m atlas.mending`."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from atlas.mending.change import Change
from atlas.mending.mend import mend
from atlas.reading.problems import typeset


def main(arguments: Sequence[str] | None = None) -> int:
    """Mend, print what was done, and return 0."""
    parser = argparse.ArgumentParser(prog="python -m atlas.mending", description="Corrige ce qui est certain.")
    parser.add_argument("paths", nargs="*", help="ne toucher qu’à ces fichiers ou dossiers")
    parser.add_argument("--root", type=Path, default=Path(), help="le dossier du projet (celui où l’on est)")
    options = parser.parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # French on any terminal, also where the system speaks ASCII.
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    changes = mend(options.root.resolve(), options.paths)
    for change in changes:
        print(change)
    print(summary(changes))
    return 0


def summary(changes: Sequence[Change]) -> str:
    """Return one line: how much was changed, and what to do next."""
    if not changes:
        return typeset("Rien à corriger d’office. « make check » dit ce qui reste à voir.")
    many, files = len(changes), len({change.path for change in changes})
    told = f"{many} correction{'s' if many > 1 else ''} dans {files} fichier{'s' if files > 1 else ''}."
    return typeset(f"{told} Relisez-les (« git diff »), puis lancez « make check ».")


if __name__ == "__main__":
    sys.exit(main())
