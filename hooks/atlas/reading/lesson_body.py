"""The Markdown of a lesson, taken apart: the text, the questions, the exercise and its answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from atlas.model.academy import LessonBody
from atlas.model.authored import without_code
from atlas.model.quiz import Question
from atlas.model.text import Lang
from atlas.reading.problems import Problem, quoted, shortened
from atlas.reading.questions import read_questions

QUESTIONS: Final = "Questions"
EXERCISES: Final[Mapping[Lang, str]] = {"fr": "Exercice", "en": "Exercise"}
"""The titles of the two reserved sections, which end a lesson in this order."""

_TITLE: Final = re.compile(r"^##[ ]+(?P<title>[^#{].*?)[ ]*(?:\{:?[^}]*\}[ ]*)?#*[ ]*$")
_LABEL: Final = re.compile(
    r"\A\**(?:Corrigé(?: / pistes)?|Pistes|Réponse|Answer(?: / pointers)?|Answers?|Pointers)\**[ \u00a0]?:\**\s*",
    re.IGNORECASE,
)
"""What an answer may begin with: pages have their own words for it."""


@dataclass(frozen=True)
class _Section:
    """A section of the second level: its title, its line in the body from 0, and the lines after its title."""

    title: str
    line: int
    lines: Sequence[str]


def read_body(body: str, name: str, first: int, lang: Lang) -> tuple[LessonBody, list[Problem]]:
    """Return the parts of a lesson, with what is wrong in them.

    Args:
        body: The Markdown after the head.
        name: The file, for messages.
        first: The number of lines before the body.
        lang: The language of the lesson.
    """
    reader = _Reader(body, name, first, lang)
    return reader.parts(), reader.problems


class _Reader:
    """Takes one body apart, and keeps what is wrong."""

    def __init__(self, body: str, name: str, first: int, lang: Lang) -> None:
        self.lines = body.split("\n")
        self.name = name
        self.first = first
        self.exercise = EXERCISES[lang]
        self.problems: list[Problem] = []
        self.sections = list(_sections(body))

    def parts(self) -> LessonBody:
        """Return the parts."""
        self._order()
        questions, exercise = self._section(QUESTIONS), self._section(self.exercise)
        reserved = [section.line for section in (questions, exercise) if section]
        prose = "\n".join(self.lines[: min(reserved)] if reserved else self.lines).strip()
        if not prose:
            self._wrong(0, "la leçon n’a pas de texte", f"Écrivez-le avant « ## {QUESTIONS} »")
        found: list[Question] = []
        if questions:
            found, problems = read_questions(questions.lines, self.name, self.first + questions.line + 1)
            self.problems += problems
        task, answer = self._exercise(exercise) if exercise else ("", "")
        return LessonBody(prose, found, task, answer)

    def _section(self, title: str) -> _Section | None:
        found = [section for section in self.sections if section.title == title]
        for again in found[1:]:
            self._wrong(again.line + 1, f"la section « {title} » est écrite deux fois", "Gardez une seule des deux")
        if not found:
            self._missing(title)
        return found[0] if found else None

    def _missing(self, title: str) -> None:
        """Say that a section is missing, or where it stands under nearly its title."""
        line = next((rank for rank, line in enumerate(self.lines, 1) if _means(line, title)), 0)
        if line:
            wrong = f"{quoted(self.lines[line - 1])} n’est pas le titre de la section attendue"
            self._wrong(line, wrong, f"Écrivez la ligne ainsi : ## {title}")
        else:
            self._wrong(0, f"la section « ## {title} » manque", "Ajoutez-la à la fin, telle quelle")

    def _order(self) -> None:
        """Check that the two reserved sections come last, the questions first."""
        titles = [section.title for section in self.sections]
        reserved = {QUESTIONS, self.exercise}
        start = next((rank for rank, title in enumerate(titles) if title in reserved), len(titles))
        for section in self.sections[start:]:
            if section.title not in reserved and not any(_means(f"## {section.title}", title) for title in reserved):
                cure = f"Placez-la avant « ## {QUESTIONS} », ou écrivez « ## {self.exercise} » si c’est l’exercice"
                if any(line.lstrip().startswith(("- [", "* [")) for line in section.lines):
                    cure = f"C’est une question : écrivez-la avec trois dièses : ### {shortened(section.title)}"
                self._wrong(section.line + 1, f"la section {quoted(section.title)} vient après les questions", cure)
        if reserved <= set(titles) and titles.index(self.exercise) < titles.index(QUESTIONS):
            line = self.sections[titles.index(self.exercise)].line + 1
            self._wrong(line, "l’exercice vient avant les questions", f"Placez « ## {QUESTIONS} » d’abord")

    def _exercise(self, section: _Section) -> tuple[str, str]:
        """Return what is to be done, and the answer: the quotation at the end."""
        lines = list(section.lines)
        while lines and not lines[-1].strip():
            lines.pop()
        start = len(lines)
        while start and (lines[start - 1].lstrip().startswith(">") or _lazy(lines, start - 1)):
            start -= 1
        task = "\n".join(lines[:start]).strip()
        answer = "\n".join(re.sub(r"^\s*> ?", "", line) for line in lines[start:]).strip()
        line = section.line + 1
        if not task:
            self._wrong(line, "l’exercice est vide", "Écrivez ce qu’il y a à faire, en étapes numérotées")
        elif not answer:
            cure = "Terminez la section par « > Corrigé : » ou « > Pistes : », chaque ligne précédée de « > »"
            self._wrong(line, "l’exercice n’a pas de corrigé", cure)
        return task, _LABEL.sub("", answer)

    def _wrong(self, line: int, wrong: str, cure: str) -> None:
        self.problems.append(Problem(self.name, self.first + line if line else 0, "", wrong, cure))


def _means(line: str, title: str) -> bool:
    """Return whether a line is nearly the title of a section: another depth, a plural, a colon."""
    near = rf"#+\s*{re.escape(title[:-1])}\w{{0,2}}\s*:?\s*#*\s*"
    return re.fullmatch(near, line, re.IGNORECASE) is not None


def _lazy(lines: Sequence[str], rank: int) -> bool:
    """Return whether a line goes on with a quotation without its sign, as Markdown lets it."""
    while rank > 0 and lines[rank].strip() and not re.match(r"\s*(?:[-*>#]|\d+\.)", lines[rank]):
        rank -= 1
        if lines[rank].lstrip().startswith(">"):
            return True
    return False


def _sections(body: str) -> Iterator[_Section]:
    """Yield the sections of a body; a title in a piece of code is none."""
    lines = body.split("\n")
    seen = without_code(body).split("\n")
    starts = [(rank, match) for rank, line in enumerate(seen) if (match := _TITLE.match(line))]
    for place, (rank, match) in enumerate(starts):
        end = starts[place + 1][0] if place + 1 < len(starts) else len(lines)
        yield _Section(match["title"].strip(), rank, lines[rank + 1 : end])
