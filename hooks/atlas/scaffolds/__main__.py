"""The command that writes a draft: `python -m atlas.scaffolds`, which asks in French for what it is not told."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from atlas.reading.problems import typeset
from atlas.reading.slips import identifier
from atlas.reading.today import clock
from atlas.scaffolds.kinds import KINDS, Question, kind
from atlas.scaffolds.order import RefusedError
from atlas.scaffolds.planting import checked_id, plant

R = TypeVar("R")


def main(arguments: Sequence[str] | None = None) -> int:
    """Write a draft and say what comes next; return 1 when that cannot be done."""
    parser = argparse.ArgumentParser(prog="python -m atlas.scaffolds", description="Écrit le brouillon d’une fiche.")
    parser.add_argument("--kind", help=", ".join(KINDS))
    parser.add_argument("--name", help="le nom ; sans lui, la commande pose ses questions")
    parser.add_argument("--in", dest="within", help="la séance d’une leçon, la commune d’un lieu")
    parser.add_argument("--root", type=Path, default=Path(), help="le dossier du projet (celui où l’on est)")
    options = parser.parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # French on any terminal, also where the system speaks ASCII.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    root = options.root.resolve()
    try:
        if options.name is not None and options.kind is None:
            raise RefusedError(f"le genre manque. Ajoutez KIND=, parmi {', '.join(KINDS)}")
        if options.name is not None:
            files = _told(root, options.kind, options.name, options.within)
        else:
            files = _asked(root, options.kind)
    except RefusedError as error:
        print(_sentence(error), file=sys.stderr)
        return 1
    except (EOFError, KeyboardInterrupt):
        print("\nRien n’a été écrit.", file=sys.stderr)
        return 1
    print("\n".join(f"Écrit : {file}" for file in files))
    print(typeset("C’est un brouillon : « make check » le vérifie, le site ne le montre pas."))
    print(typeset("Remplacez chaque « (à écrire) » et « a-ecrire », puis ôtez « draft: true » pour le publier."))
    return 0


def _told(root: Path, word: str, name: str, within: str | None) -> list[str]:
    """Write what the command line says, without asking anything."""
    chosen = kind(word)
    question = next(iter(chosen.questions), None)
    answers = {question.key: question.read(within, root)} if question and within else {}
    return plant(chosen, root, name, clock(), answers=answers)


def _asked(root: Path, word: str | None) -> list[str]:
    """Ask one question after another, and write the answers."""
    chosen = kind(word) if word else _ask("Quel genre de fiche ?", ", ".join(KINDS), kind)
    answers = {}
    for question in chosen.questions:
        answer = _ask(question.text, question.example, partial(_read, question, root=root))
        if answer:
            answers[question.key] = answer
    name = _ask("Son nom ?" if not chosen.bilingual else "Son nom en français ?", chosen.example, _filled)
    english = _ask("Son nom en anglais ?", "Entrée pour garder le même", str) if chosen.bilingual else ""
    meant = identifier(name)
    id = _ask(
        "Son identifiant, qui sera aussi son adresse ?",
        f"Entrée pour {meant}",
        lambda said: checked_id(chosen, said or meant, root, answers),
    )
    return plant(chosen, root, name, clock(), id=id, name_en=english, answers=answers)


def _ask(question: str, example: str, read: Callable[[str], R]) -> R:
    """Ask until the answer does, and return it as `read` has it."""
    while True:
        print(typeset(f"{question} ({example})"))
        try:
            return read(input("> ").strip())
        except RefusedError as error:
            print(f"  {_sentence(error)}")


def _sentence(error: RefusedError) -> str:
    """Return a refusal with the stop that ends it."""
    told = str(error)
    return typeset(told if told.endswith("?") else f"{told}.")


def _filled(said: str) -> str:
    if not said:
        raise RefusedError("il en faut un")
    return said


def _read(question: Question, said: str, root: Path) -> str:
    """Return an answer; none at all is one, where there is no need for it."""
    if not said and not question.required:
        return ""
    return question.read(said, root)


if __name__ == "__main__":
    sys.exit(main())
