"""What authored pages show of the Academy: the band of the home page, the next session, the course."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from markupsafe import Markup

from atlas.model.academy import Session
from atlas.model.vocabulary import ScheduleStatus
from atlas.pages.rendering import PageRenderer

Meta = Mapping[str, Any]
"""The front matter of a page."""

ACTION: Final = "academie"
"""The action of the plan that is the Academy."""


def academy_band(page: PageRenderer, meta: Meta) -> Markup:
    """Show the Academy on the home page: the next session, and the course to follow meanwhile."""
    action = next((action for action in page.catalogue.actions if action.id == ACTION), None)
    return page.render(
        "academy_band.html",
        session=next_session(page.catalogue.sessions, page.day),
        action=action,
        **course_length(page),
    )


def next_session_line(page: PageRenderer, meta: Meta) -> Markup:
    """Show the next session, or that its date is not known."""
    return page.render("academy_next.html", session=next_session(page.catalogue.sessions, page.day))


def course(page: PageRenderer, meta: Meta) -> Markup:
    """Show the sessions of the course, in order."""
    return page.render("course.html", **course_length(page))


def next_session(sessions: Sequence[Session], day: date | None) -> Session | None:
    """Return the session that is held next, on `day` or later; a cancelled one is not held.

    Args:
        sessions: The sessions.
        day: The date of the data; none to take every date for one to come.
    """
    held = [
        (session.scheduled.start, session)
        for session in sessions
        if session.scheduled and session.scheduled.status is not ScheduleStatus.CANCELLED
    ]
    coming = [(start, session) for start, session in held if day is None or start[:10] >= day.isoformat()]
    return min(coming, key=lambda one: one[0])[1] if coming else None


def course_length(page: PageRenderer) -> dict[str, Any]:
    """Return the length of the course, computed from its lessons."""
    sessions = page.catalogue.sessions
    return {
        "sessions": sessions,
        "lessons": len(page.catalogue.lessons),
        "minutes": sum(session.minutes for session in sessions),
        "exercise_minutes": sum(session.exercise_minutes for session in sessions),
    }
