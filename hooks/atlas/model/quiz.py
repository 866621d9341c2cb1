"""The questions by which those who read a lesson check what they have kept of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

FEWEST_CHOICES: Final = 2
MOST_CHOICES: Final = 6
"""How many answers a question offers."""

FEWEST_QUESTIONS: Final = 2
MOST_QUESTIONS: Final = 5
"""How many questions a lesson asks."""


@dataclass(frozen=True)
class Choice:
    """An answer that a question offers.

    Attributes:
        text: Its words, as Markdown on one line.
        right: Whether it is right.
    """

    text: str
    right: bool


@dataclass(frozen=True)
class Question:
    """A question with its answers.

    Attributes:
        text: The question, as Markdown on one line.
        choices: The answers to choose from, in the order written.
        explanation: Why the right answer is right, as Markdown that may hold notes.
        line: The line of the question in its file, from 1.
    """

    text: str
    choices: Sequence[Choice]
    explanation: str
    line: int

    @property
    def several(self) -> bool:
        """Whether more than one answer is right: then they are boxes to tick, else one to choose."""
        return len(self.right) > 1

    @property
    def right(self) -> Sequence[int]:
        """The ranks of the right answers, from 0."""
        return [rank for rank, choice in enumerate(self.choices) if choice.right]
