"""The problems in the words of who reads them: people, GitHub or another program."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from atlas.reading.problems import Problem, typeset

_PROPERTY: Final = {"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"}
_MESSAGE: Final = {sign: _PROPERTY[sign] for sign in "%\r\n"}


def for_people(problems: Sequence[Problem]) -> str:
    """Return a line a problem, as a terminal shows it."""
    return "".join(f"{problem}\n" for problem in problems)


def for_github(problems: Sequence[Problem]) -> str:
    """Return workflow commands, which GitHub shows on the lines of a pull request; errors first, for it shows ten."""
    ordered = sorted(problems, key=lambda problem: not problem.is_error)
    return "".join(f"{_command(problem)}\n" for problem in ordered)


def as_json(problems: Sequence[Problem]) -> str:
    """Return a JSON array, an object a problem; a line of 0 is the file as a whole."""
    rows = [
        {
            "path": problem.path,
            "line": problem.line,
            "field": problem.field,
            "wrong": typeset(problem.wrong),
            "cure": typeset(problem.cure),
            "severity": problem.severity.value,
            "fixable": problem.fix is not None,
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _command(problem: Problem) -> str:
    where = {"file": problem.path, "line": str(problem.line or 1), "title": problem.field or "Contenu"}
    told = ",".join(f"{name}={_escaped(value, _PROPERTY)}" for name, value in where.items())
    message = f"{typeset(problem.wrong)}. {typeset(problem.cure)}"
    return f"::{'error' if problem.is_error else 'notice'} {told}::{_escaped(message, _MESSAGE)}"


def _escaped(text: str, signs: Mapping[str, str]) -> str:
    return "".join(signs.get(sign, sign) for sign in text)


FORMATS: Final[Mapping[str, Callable[[Sequence[Problem]], str]]] = {
    "people": for_people,
    "github": for_github,
    "json": as_json,
}
"""The forms that the command offers."""
