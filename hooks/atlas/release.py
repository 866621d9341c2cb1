"""The command that says whether the site may be published: `python -m atlas.release`.

A pull request passes with an identity that is not complete; a release does not.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from atlas.reading.loading import DATA, Loaded, load
from atlas.reading.problems import Problem, Severity, typeset

IDENTITY: Final = f"{DATA}/identity.yml"
"""The file in which nothing may be left to verify on the day of a release."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what stands against publishing; return 1 when there is something, 0 otherwise."""
    parser = argparse.ArgumentParser(prog="python -m atlas.release", description="Dit si le site peut être publié.")
    parser.add_argument("--root", type=Path, default=Path(), help="le dossier du projet (celui où l’on est)")
    options = parser.parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # French on any terminal, also where the system speaks ASCII.
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    against = obstacles(load(options.root.resolve()))
    for problem in against:
        print(problem)
    count = len(against)
    print(
        typeset(f"Le site n’est pas publiable : {count} point{'s' if count > 1 else ''} à régler.")
        if against
        else "Rien ne s’oppose à la publication."
    )
    return 1 if against else 0


def obstacles(loaded: Loaded) -> Sequence[Problem]:
    """Return what stands against publishing: every error, and whatever is left to verify in the identity."""
    against = (problem for problem in loaded.problems if problem.is_error or problem.path == IDENTITY)
    return [replace(problem, severity=Severity.ERROR) for problem in against]


if __name__ == "__main__":
    sys.exit(main())
