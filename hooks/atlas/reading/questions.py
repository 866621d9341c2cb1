"""The questions of a lesson, read from Markdown: a title, a list of boxes, a quotation that explains."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from atlas.model.quiz import FEWEST_CHOICES, FEWEST_QUESTIONS, MOST_CHOICES, MOST_QUESTIONS, Choice, Question
from atlas.reading.problems import Problem, quoted, shortened

_TITLE: Final = re.compile(r"^###[ ]+(?P<text>\S.*?)[ ]*(?:\{:[^}]*\}[ ]*)?#*[ ]*$")
_CHOICE: Final = re.compile(r"^[-*+][ ]+\[(?P<mark>[ xX])\][ ]+(?P<text>\S.*?)[ ]*$")
_EXPLANATION: Final = re.compile(r"^[ ]{0,3}>[ ]?(?P<text>.*)$")
_NEAR_CHOICE: Final = re.compile(r"\s*[-*+]?\s*\[\s*(?P<mark>[^\]\s]?)\s*\]\s*(?P<text>\S.*)")
_MEANT_CHOICE: Final = re.compile(r"^\s*(?:[-*+]|\[)")


def _as_choice(line: str) -> str:
    """Return how to write a line that is meant as an answer."""
    found = _NEAR_CHOICE.match(line)
    if found is None:
        return "Écrivez « - [ ] réponse », ou « - [x] réponse » si elle est juste"
    return f"Écrivez : - [{'x' if found['mark'] else ' '}] {shortened(found['text'])}"


@dataclass
class _Draft:
    """A question that is being read."""

    text: str
    line: int
    choices: list[Choice] = field(default_factory=list)
    explanation: list[str] = field(default_factory=list)


def read_questions(lines: Sequence[str], name: str, first: int) -> tuple[list[Question], list[Problem]]:
    """Return the questions of a section, with what is wrong in them.

    Args:
        lines: The lines after the title of the section.
        name: The file, for messages.
        first: The line of that title.
    """
    reader = _Reader(name)
    for number, line in enumerate(lines, first + 1):
        reader.take(line.rstrip(), number)
    return reader.questions(first), reader.problems


class _Reader:
    """Reads line after line, and keeps what is wrong."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.drafts: list[_Draft] = []
        self.problems: list[Problem] = []
        # What the line before was, which a line without a sign of its own goes on with.
        self.within = ""

    def take(self, line: str, number: int) -> None:
        """Read one line."""
        if not line.strip():
            self.within = ""
            return
        if title := _TITLE.match(line):
            self.drafts.append(_Draft(title["text"], number))
            self.within = "title"
            return
        if not self.drafts:
            cure = "Commencez par un titre de question : « ### La question ? »"
            self._wrong(number, f"{quoted(line.strip())} vient avant la première question", cure)
            return
        draft = self.drafts[-1]
        if choice := _CHOICE.match(line):
            if draft.explanation:
                self._wrong(number, "une réponse vient après l’explication", "Placez l’explication à la fin")
            draft.choices.append(Choice(choice["text"], choice["mark"] in "xX"))
            self.within = "choice"
        elif explanation := _EXPLANATION.match(line):
            draft.explanation.append(explanation["text"])
            self.within = "explanation"
        elif self.within == "choice" and not _MEANT_CHOICE.match(line):
            before = draft.choices.pop()
            draft.choices.append(Choice(f"{before.text} {line.strip()}", before.right))
        elif self.within == "explanation" and not _MEANT_CHOICE.match(line):
            draft.explanation.append(line.strip())
        else:
            self._not_understood(line, number, draft)

    def _not_understood(self, line: str, number: int, draft: _Draft) -> None:
        if _MEANT_CHOICE.match(line):
            if found := _NEAR_CHOICE.match(line):
                draft.choices.append(Choice(found["text"].strip(), bool(found["mark"])))
            wrong = f"{quoted(line.strip())} n’est pas une réponse complète"
            self._wrong(number, wrong, _as_choice(line))
        else:
            wrong = f"{quoted(line.strip())} n’est ni une réponse ni une explication"
            cure = "Écrivez « - [ ] » devant une réponse, « > » devant l’explication, « ### » devant une question"
            self._wrong(number, wrong, cure)

    def questions(self, first: int) -> list[Question]:
        """Return the questions, checked."""
        count = len(self.drafts)
        if not FEWEST_QUESTIONS <= count <= MOST_QUESTIONS:
            wrong = f"la leçon pose {count} question{'s' if count > 1 else ''}"
            self._wrong(first, wrong, f"Posez-en de {FEWEST_QUESTIONS} à {MOST_QUESTIONS}")
        for draft in self.drafts:
            self._check(draft)
        return [
            Question(draft.text, tuple(draft.choices), "\n".join(draft.explanation).strip(), draft.line)
            for draft in self.drafts
        ]

    def _check(self, draft: _Draft) -> None:
        count, right = len(draft.choices), sum(choice.right for choice in draft.choices)
        which = quoted(draft.text)
        if not FEWEST_CHOICES <= count <= MOST_CHOICES:
            wrong = f"la question {which} propose {count} réponse{'s' if count > 1 else ''}"
            self._wrong(draft.line, wrong, f"Proposez-en de {FEWEST_CHOICES} à {MOST_CHOICES}")
        elif not right:
            self._wrong(draft.line, f"la question {which} n’a pas de bonne réponse", "Marquez-la ainsi : « - [x] »")
        texts = [choice.text.casefold() for choice in draft.choices]
        for text in sorted({text for text in texts if texts.count(text) > 1}):
            self._wrong(draft.line, f"la réponse {quoted(text)} est proposée deux fois", "Ôtez l’une des deux")
        if not "".join(draft.explanation).strip():
            cure = "Ajoutez après les réponses « > » et pourquoi la bonne réponse est juste"
            self._wrong(draft.line, f"la question {which} n’a pas d’explication", cure)

    def _wrong(self, line: int, wrong: str, cure: str) -> None:
        self.problems.append(Problem(self.name, line, "", wrong, cure))
