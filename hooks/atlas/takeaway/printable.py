"""The page to print: a session, or the whole course, on one page of the site, with its answers at the end."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from atlas import urls
from atlas.folding import fold
from atlas.model.academy import Session
from atlas.notes import Notes, source_line
from atlas.takeaway.booklet import duration
from atlas.takeaway.changes import namespaced, relinked, renumbered
from atlas.takeaway.edition import Edition
from atlas.takeaway.texts import LessonText, SessionText
from atlas.takeaway.tree import Element
from atlas.typography import typeset, typeset_html
from atlas.wording import prose
from atlas.words import TakeawayWords


@dataclass(frozen=True)
class PrintedQuestion:
    """A question on the page.

    Attributes:
        text: The question.
        choices: The answers to choose from.
        several: Whether more than one is right.
        right: The right ones, each after its letter.
        explanation: Why they are right.
    """

    text: Markup
    choices: Sequence[Markup]
    several: bool
    right: Sequence[tuple[str, Markup]]
    explanation: Markup


@dataclass(frozen=True)
class PrintedLesson:
    """A lesson on the page.

    Attributes:
        text: The lesson.
        number: Its number in the course: `2.1`.
        anchor: Its anchor.
        prose: Its text, headings one level down.
        key_points: What to keep of it.
        questions: Its questions.
        exercise: What to do.
        answer: How to check what was done.
        time: How long it takes, in words.
    """

    text: LessonText
    number: str
    anchor: str
    prose: Markup
    key_points: Sequence[Markup]
    questions: Sequence[PrintedQuestion]
    exercise: Markup
    answer: Markup
    time: str


@dataclass(frozen=True)
class PrintedSession:
    """A session on the page.

    Attributes:
        session: The session.
        introduction: What stands before its lessons.
        lessons: Its lessons.
        time: How long it takes, in words.
    """

    session: Session
    introduction: Markup
    lessons: Sequence[PrintedLesson]
    time: str


def printable_page(edition: Edition, sessions: Sequence[Session], id: str | None) -> str:
    """Return the page of a session, or of the whole course when `id` is none."""
    path = urls.print_path(edition.lang, id)
    sheet = _Sheet(edition, path)
    printed = [sheet.session(edition.text(session)) for session in sessions]
    words, renderer = TakeawayWords(edition.lang), edition.renderer
    back = urls.page_path("session", edition.lang, id) if id else urls.page_path("academy", edition.lang)
    used = {term for session in sessions for lesson in session.lessons for term in lesson.terms}
    terms = [term for term in renderer.catalogue.terms if term.id in used]
    page, assets = renderer.page(path), renderer.assets
    return str(
        page.render(
            "course_print.html",
            said=lambda text: Markup(typeset_html(str(prose(text.in_(edition.lang))), edition.lang)),
            told=lambda source: Markup(typeset_html(str(source_line(source, edition.lang)), edition.lang)),
            t=words,
            sessions=printed,
            whole=id is None,
            title=words("course") if id is None else typeset(sessions[0].title.in_(edition.lang), edition.lang),
            summary=typeset(edition.pages[back].description, edition.lang),
            terms=sorted(terms, key=lambda term: fold(term.term.in_(edition.lang))),
            supported=sheet.notes.call,
            sources=sheet.notes,
            back=urls.relative(back, start=path),
            canonical=renderer.catalogue.identity.site_url + back,
            stylesheets=[page.asset(sheet) for sheet in (*assets.sheets("academy"), assets.print_sheet)],
            agency=renderer.catalogue.identity.name,
            home=page.href("home"),
        )
    )


class _Sheet:
    """One page in the making: its notes are numbered in the order in which it calls them."""

    def __init__(self, edition: Edition, path: str) -> None:
        self.notes = Notes(edition.renderer.catalogue.source)
        self._lang = edition.lang
        self._words = TakeawayWords(edition.lang)
        self._path = path

    def session(self, text: SessionText) -> PrintedSession:
        session = text.session
        return PrintedSession(
            session=session,
            introduction=self._html(text.introduction, text, f"{session.id}--"),
            lessons=[self._lesson(session, lesson, rank) for rank, lesson in enumerate(text.lessons, 1)],
            time=duration(self._words, session.minutes, session.exercise_minutes, self._lang),
        )

    def _lesson(self, session: Session, text: LessonText, rank: int) -> PrintedLesson:
        anchor = f"{session.id}-{text.lesson.id}"

        def html(tree: Element) -> Markup:
            return self._html(tree, text, f"{anchor}--")

        # In the order in which the page shows them, answers last.
        prose, points = html(text.prose), [html(point) for point in text.key_points]
        asked = [(html(one.text), [html(choice) for choice in one.choices]) for one in text.questions]
        exercise = html(text.exercise)
        questions = [
            PrintedQuestion(
                text=question,
                choices=choices,
                several=one.several,
                right=[("ABCDEF"[rank], choices[rank]) for rank in one.right],
                explanation=html(one.explanation),
            )
            for one, (question, choices) in zip(text.questions, asked, strict=True)
        ]
        return PrintedLesson(
            text=text,
            number=f"{session.order}.{rank}",
            anchor=anchor,
            prose=prose,
            key_points=points,
            questions=questions,
            exercise=exercise,
            answer=html(text.answer),
            time=duration(self._words, text.lesson.minutes, text.lesson.exercise_minutes or 0, self._lang),
        )

    def _html(self, tree: Element, text: SessionText | LessonText, prefix: str) -> Markup:
        called = text.sources
        made = relinked(tree, lambda href: self._target(href, text.path))
        made = renumbered(made, lambda number: self.notes.numbers([called[number - 1].id])[0])
        made = namespaced(made, prefix, but="note-")
        for element in made.walk():
            if len(element.tag) == 2 and element.tag[0] == "h" and element.tag[1].isdigit():
                element.tag = f"h{min(6, int(element.tag[1]) + 1)}"  # below the title of the lesson
            if element.tag == "details":  # paper cannot be unfolded
                element.attributes["open"] = None
        return Markup(made.html())

    def _target(self, href: str, start: str) -> str | None:
        """Return the same link from the page to print."""
        if href.startswith("#") or "://" in href or href.startswith(("mailto:", "geo:")):
            return href
        path, mark, anchor = href.partition("#")
        whole, query, asked = path.partition("?")
        target = posixpath.normpath(posixpath.join("/", start, whole)).lstrip("/")
        if whole.endswith("/") and target:
            target += "/"
        return f"{urls.relative(target, start=self._path)}{query}{asked}{mark}{anchor}"
