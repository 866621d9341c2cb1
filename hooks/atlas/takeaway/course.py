"""The course that is taken away: one session of the Academy, or all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from atlas.model import Catalogue
from atlas.takeaway.pictures import Picture
from atlas.takeaway.texts import LessonText, SessionText


@dataclass(frozen=True)
class Course:
    """What a booklet is of: one session, or all of them.

    Attributes:
        catalogue: The records.
        sessions: The sessions, in order.
        whole: Whether it is the whole course.
        inks: The colours by token.
        drawn: What has been drawn in this language, by its directive; pictures drawn for this one are added.
    """

    catalogue: Catalogue
    sessions: Sequence[SessionText]
    whole: bool
    inks: Mapping[str, str]
    drawn: dict[str, Picture | None]

    @property
    def id(self) -> str | None:
        """The identifier of the session; none for the whole course."""
        return None if self.whole else self.sessions[0].session.id

    @property
    def lessons(self) -> list[LessonText]:
        """The lessons, in order."""
        return [lesson for session in self.sessions for lesson in session.lessons]
