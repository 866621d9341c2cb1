"""What readers keep of the course on their own device, if they ask: the part of a page that a script brings to life."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from markupsafe import Markup

from atlas import urls
from atlas.model.academy import Lesson
from atlas.pages.rendering import PageRenderer
from atlas.typography import typeset

Meta = Mapping[str, Any]
"""The front matter of a page."""

SAID: Final = (
    "started", "done_said", "undone_said", "note_said", "quiz_on", "quiz_off", "result", "tally", "all_done", "resume",
    "begin", "mark", "exported", "file", "imported", "erased", "fault_json", "fault_format", "fault_version",
    "fault_shape", "fault_size", "fault_storage",
)  # fmt: skip
"""The words that the script says, without `own_`."""


def course_progress(page: PageRenderer, meta: Meta) -> Markup:
    """Show how far the reader has come in the whole course, once the reader asks to keep it."""
    lessons = [
        [lesson.key, typeset(lesson.title.in_(page.lang), page.lang), page.href("lesson", lesson.key), lesson.minutes]
        for lesson in page.catalogue.lessons
    ]
    return _section(page, lessons=lessons, lesson=None)


def lesson_progress(page: PageRenderer, lesson: Lesson) -> Markup:
    """Show what the reader keeps of a lesson."""
    return _section(page, lessons=[], lesson=lesson)


def _section(page: PageRenderer, **values: Any) -> Markup:
    words = {name: typeset(getattr(page.words, f"own_{name}"), page.lang) for name in SAID}
    told = urls.page_path("privacy", page.lang) in {written.path for written in page.catalogue.pages}
    return page.render("own_progress.html", browser_words=words, told=told, **values)
