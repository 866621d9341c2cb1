"""The command that checks the content: `python -m atlas.reading.check`, without building the site."""

from __future__ import annotations

import argparse
import io
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from atlas.reading.loading import Loaded, load
from atlas.reading.problems import Problem, typeset
from atlas.reading.reports import FORMATS

NOUNS: Final[Mapping[str, tuple[str, str]]] = {
    "place": ("lieu", "lieux"),
    "member": ("membre", "membres"),
    "person": ("personne", "personnes"),
    "network": ("réseau", "réseaux"),
    "route": ("itinéraire", "itinéraires"),
    "session": ("séance", "séances"),
    "lesson": ("leçon", "leçons"),
    "term": ("terme du glossaire", "termes du glossaire"),
    "indicator": ("série", "séries"),
    "fact": ("repère", "repères"),
    "target": ("objectif", "objectifs"),
    "action": ("action", "actions"),
    "event": ("événement", "événements"),
    "source": ("source", "sources"),
    "page": ("page écrite", "pages écrites"),
}
"""How the summary calls one and several of each kind, in its order."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the problems and a summary; return 1 when there is an error, 0 otherwise."""
    started = time.perf_counter()
    parser = argparse.ArgumentParser(prog="python -m atlas.reading.check", description="Vérifie les contenus.")
    parser.add_argument("paths", nargs="*", help="n’afficher que les problèmes de ces fichiers ou dossiers")
    parser.add_argument("--root", type=Path, default=Path(), help="le dossier du projet (celui où l’on est)")
    parser.add_argument("--format", choices=FORMATS, default="people", help="pour des gens, GitHub ou un programme")
    options = parser.parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # French on any terminal, also where the system speaks ASCII.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    root = options.root.resolve()
    # What a program reads holds nothing but the problems.
    aside = sys.stderr if options.format == "json" else sys.stdout
    for path in options.paths:
        if not Path(path).exists():
            print(typeset(f"« {path} » n’existe pas : ses problèmes ne peuvent pas être cherchés."), file=sys.stderr)
    try:
        loaded = load(root)
    except Exception as error:
        told = f"La vérification s’est arrêtée sur une erreur du programme ({type(error).__name__} : {error})."
        print(typeset(told), file=aside)
        print("Vos fiches ne sont pas en cause : signalez-le, avec la dernière modification faite.", file=aside)
        return 2
    shown = among(loaded.problems, options.paths, root)
    print(FORMATS[options.format](shown), end="")
    print(summary(loaded, shown, time.perf_counter() - started), file=aside)
    if any(problem.fix for problem in shown):
        print("« make fix » corrige ce qui est certain.", file=aside)
    return 1 if any(problem.is_error for problem in shown) else 0


def summary(loaded: Loaded, problems: Sequence[Problem], seconds: float | None = None) -> str:
    """Return one line: what was read, how many problems there are, and how long it took."""
    read = ", ".join(
        f"{count} {one if count < 2 else many}"
        for kind, (one, many) in NOUNS.items()
        if (count := loaded.counts.get(kind, 0))
    )
    errors = sum(problem.is_error for problem in problems)
    notices = len(problems) - errors
    found = _count(errors, "problème") if errors else "aucun problème"
    verify = ", " + _count(notices, "point") + " à vérifier" if notices else ""
    elsewhere = len(loaded.errors) - errors
    others = f" ; {_count(elsewhere, 'problème')} dans d’autres fichiers" if elsewhere else ""
    took = "" if seconds is None else f" ({seconds:.1f} s)".replace(".", ",")
    return typeset(f"{read} : {found}{verify}{others}{took}.")


def _count(number: int, word: str) -> str:
    return f"{number} {word if number < 2 else word + 's'}"


def among(problems: Sequence[Problem], paths: Sequence[str], root: Path) -> Sequence[Problem]:
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
