"""The command that checks the content: `python -m atlas.reading.check`, without building the site."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from atlas.reading.loading import Loaded, load
from atlas.reading.problems import Problem, typeset


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the problems and a summary; return 1 when there is an error, 0 otherwise."""
    parser = argparse.ArgumentParser(prog="python -m atlas.reading.check", description="Vérifie les contenus.")
    parser.add_argument("paths", nargs="*", help="n’afficher que les problèmes de ces fichiers ou dossiers")
    parser.add_argument("--root", type=Path, default=Path(), help="le dossier du projet (celui où l’on est)")
    options = parser.parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # French on any terminal, also where the system speaks ASCII.
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        loaded = load(options.root.resolve())
    except Exception as error:
        print(typeset(f"La vérification s’est arrêtée sur une erreur du programme ({type(error).__name__} : {error})."))
        print("Vos fiches ne sont pas en cause : signalez-le, avec la dernière modification faite.")
        return 2
    shown = _among(loaded.problems, options.paths, options.root.resolve())
    for problem in shown:
        print(problem)
    print(summary(loaded, shown))
    return 1 if any(problem.is_error for problem in shown) else 0


def summary(loaded: Loaded, problems: Sequence[Problem]) -> str:
    """Return one line: what was read, and how many problems there are."""
    read = ", ".join(
        [
            _count(loaded.counts["place"], "lieu", "lieux"),
            _count(loaded.counts["member"], "membre"),
            _count(loaded.counts["source"], "source"),
        ]
    )
    errors = sum(problem.is_error for problem in problems)
    notices = len(problems) - errors
    found = _count(errors, "problème") if errors else "aucun problème"
    verify = ", " + _count(notices, "point") + " à vérifier" if notices else ""
    return typeset(f"{read} : {found}{verify}.")


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number < 2 else many or one + 's'}"


def _among(problems: Sequence[Problem], paths: Sequence[str], root: Path) -> Sequence[Problem]:
    """Return the problems of the files or folders named on the command line, all of them when none is."""
    if not paths:
        return problems
    names = [Path(path).resolve() for path in paths]
    wanted = [name.relative_to(root).as_posix() for name in names if name.is_relative_to(root)]
    return [
        problem
        for problem in problems
        if any(name in {problem.path, "."} or problem.path.startswith(name.rstrip("/") + "/") for name in wanted)
    ]


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:  # the reader of a pipe, such as `head`, has seen enough
        sys.stderr.close()
