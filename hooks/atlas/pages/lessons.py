"""The pages of the Academy that are made from records: one a session, one a lesson."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from markdown.extensions.toc import slugify
from markupsafe import Markup

from atlas import urls
from atlas.glossary_links import TermLink, term_links
from atlas.model import Lang
from atlas.model.academy import Lesson, ReadingItem, Session
from atlas.model.authored import without_code
from atlas.model.quiz import Question
from atlas.model.resource import Resource
from atlas.notes import source_date
from atlas.pages.directives import resolved
from atlas.pages.markdown_text import block, line
from atlas.pages.media import FirstPage, first_page, recording
from atlas.pages.own_progress import lesson_progress
from atlas.pages.page import Page
from atlas.pages.rendering import Download, PageRenderer, Renderer
from atlas.typography import typeset
from atlas.wording import prose

_HEADING: Final = re.compile(
    r"^##[ ]+(?P<title>[^#{].*?)[ ]*(?:\{:[^}]*?#(?P<anchor>[\w-]+)[^}]*\}[ ]*)?$", re.MULTILINE
)


IN_BROWSER: Final = (
    "quiz_verify", "quiz_choose", "quiz_right", "quiz_wrong", "quiz_said_right", "quiz_said_wrong", "quiz_tally",
)  # fmt: skip
"""The words of the questions that the script says."""


@dataclass(frozen=True)
class Section:
    """A section of a lesson, in its list of contents.

    Attributes:
        title: Its title.
        anchor: Its anchor.
    """

    title: Markup
    anchor: str


@dataclass(frozen=True)
class Asked:
    """A question as its page shows it.

    Attributes:
        text: The question.
        choices: The answers, each with whether it is right.
        right: The ranks of the right answers, from 0, parted by commas, for the script.
        explanation: Why they are right.
        several: Whether more than one is right.
    """

    text: Markup
    choices: Sequence[tuple[Markup, bool]]
    right: str
    explanation: Markup
    several: bool


@dataclass(frozen=True)
class Next:
    """Something to read next.

    Attributes:
        kind: What it is, as a key of the words of the interface.
        title: Its title.
        lang: The language of the title.
        href: The link to it.
        about: What tells it from others: its session, its publisher and date; empty for none.
        why: Why to read it.
    """

    kind: str
    title: Markup
    lang: Lang
    href: str
    about: str
    why: Markup | None


@dataclass(frozen=True)
class Offer:
    """A resource of a session.

    Attributes:
        resource: The resource.
        href: The link to it.
        file: The file to take; none for a page or an address.
        first_page: The first page of a PDF.
        recording: The recording, to be played; none for anything else.
    """

    resource: Resource
    href: str
    file: Download | None
    first_page: FirstPage | None = None
    recording: Markup | None = None


def academy_pages(renderer: Renderer) -> Iterator[Page]:
    """Yield the pages of every session and lesson of an edition."""
    sessions, lessons = renderer.catalogue.sessions, renderer.catalogue.lessons
    for rank, session in enumerate(sessions):
        around = {
            "previous": sessions[rank - 1] if rank else None,
            "next": sessions[rank + 1] if rank + 1 < len(sessions) else None,
        }
        yield _session_page(renderer, session, around)
    for rank, lesson in enumerate(lessons):
        around_lesson = {
            "previous": lessons[rank - 1] if rank else None,
            "next": lessons[rank + 1] if rank + 1 < len(lessons) else None,
        }
        yield _lesson_page(renderer, lesson, around_lesson)


def _session_page(renderer: Renderer, session: Session, around: dict[str, Session | None]) -> Page:
    catalogue, lang = renderer.catalogue, renderer.lang
    page = renderer.page(urls.page_path("session", lang, session.id))
    body = Markup(resolved(session.body[lang], page, {}).strip())
    return Page(
        path=page.path,
        title=session.title.in_(lang),
        description=_one_line(session.summary.in_(lang)),
        layout="session",
        body=page.render(
            "session.md",
            session=session,
            introduction=body,
            prerequisites=[catalogue.session[id] for id in session.prerequisites],
            # With those of its lessons, so that each end of a tie shows the other.
            places=[catalogue.place[id] for id in page.relations.of("session", session.id, "place")],
            members=[catalogue.member[id] for id in page.relations.of("session", session.id, "member")],
            resources=[_offer(page, session, resource) for resource in session.resources],
            calendar=page.file(urls.feed_path("academy", lang, session.id)),
            **around,
        ),
        record=session.files[lang],
        questions=session.asked[lang],
        source=f"{urls.SLUGS['academy'][lang]}/{session.id}/index.md",
    )


def _lesson_page(renderer: Renderer, lesson: Lesson, around: dict[str, Lesson | None]) -> Page:
    catalogue, lang = renderer.catalogue, renderer.lang
    page = renderer.page(urls.page_path("lesson", lang, lesson.key))
    session = catalogue.session[lesson.session]
    parts = lesson.body[lang]
    # In the order in which the page shows them: notes are numbered by it.
    text = Markup(resolved(parts.prose, page, {}).strip())
    values: dict[str, Any] = {
        "text": text,
        "questions": [_asked(question, page) for question in parts.questions],
        "exercise": block(parts.exercise, page),
        "answer": block(parts.answer, page),
        "key_points": [line(point.in_(lang), page) for point in lesson.key_points],
    }
    values["terms"] = [
        (term, line(term.definition.in_(lang), page), page.notes.call(term.sources)) for term in _terms(page, lesson)
    ]
    return Page(
        path=page.path,
        title=lesson.title.in_(lang),
        description=_one_line(lesson.summary.in_(lang)),
        layout="lesson",
        body=page.render(
            "lesson.md",
            lesson=lesson,
            session=session,
            rank=list(session.lessons).index(lesson) + 1,
            sections=list(sections(parts.prose)),
            lesson_text=values.pop("text"),
            quiz_words=_quiz_words(page),
            reading=[_next(page, item) for item in lesson.reading],
            places=[catalogue.place[id] for id in lesson.places],
            members=[catalogue.member[id] for id in lesson.members],
            own_progress=lesson_progress(page, lesson),
            **values,
            **around,
        ),
        record=lesson.files[lang],
        questions=lesson.asked[lang],
        source=f"{urls.SLUGS['academy'][lang]}/{lesson.key}.md",
    )


def page_terms(renderer: Renderer, path: str) -> Sequence[TermLink]:
    """Return the terms that the page at `path` links: those of its lesson, or of the lessons of its session."""
    catalogue, lang = renderer.catalogue, renderer.lang
    own = {urls.page_path("lesson", lang, lesson.key): lesson.terms for lesson in catalogue.lessons}
    for session in catalogue.sessions:
        own[urls.page_path("session", lang, session.id)] = [id for lesson in session.lessons for id in lesson.terms]
    terms = [catalogue.term[id] for id in dict.fromkeys(own.get(path, ()))]
    return term_links(terms, lang, renderer.page(path).href("glossary"))


def sections(markdown: str) -> Iterator[Section]:
    """Yield the sections of a lesson, for its list of contents."""
    for match in _HEADING.finditer(without_code(markdown)):
        title = re.sub(r"\[\^[^\]]+\]", "", match["title"]).strip()
        yield Section(prose(title), match["anchor"] or slugify(title, "-"))


def _asked(question: Question, page: PageRenderer) -> Asked:
    return Asked(
        text=line(question.text, page),
        choices=[(line(choice.text, page), choice.right) for choice in question.choices],
        right=",".join(map(str, question.right)),
        explanation=block(question.explanation, page),
        several=question.several,
    )


def _quiz_words(page: PageRenderer) -> dict[str, str]:
    """Return the words that the script says, set here: they do not pass through the typography of pages."""
    lang = page.lang
    return {
        name.removeprefix("quiz_").replace("_", "-"): typeset(getattr(page.words, name), lang) for name in IN_BROWSER
    }


def _terms(page: PageRenderer, lesson: Lesson) -> list[Any]:
    """Return the terms of a lesson in the order of the alphabet."""
    terms = [page.catalogue.term[id] for id in lesson.terms]
    return sorted(terms, key=lambda term: term.term.in_(page.lang).casefold())


def _next(page: PageRenderer, item: ReadingItem) -> Next:
    catalogue, lang = page.catalogue, page.lang
    why = prose(item.why.in_(lang)) if item.why else None
    if item.lesson:
        lesson = catalogue.lesson[item.lesson]
        session = catalogue.session[lesson.session].title.in_(lang)
        return Next("next_lesson", prose(lesson.title.in_(lang)), lang, page.href("lesson", lesson.key), session, why)
    if item.place:
        place = catalogue.place[item.place]
        return Next("next_place", prose(place.name.in_(lang)), lang, page.href("place", place.id), "", why)
    if item.indicator:
        indicator = catalogue.indicator[item.indicator]
        link = page.href("indicator", indicator.id)
        return Next("next_indicator", prose(indicator.title.in_(lang)), lang, link, "", why)
    source = catalogue.source[str(item.source)]
    about = f"{source.publisher_in(lang)}, {source_date(source, lang)}"
    return Next(
        "next_source", Markup.escape(source.title), source.lang, page.href("sources", anchor=source.id), about, why
    )


def _offer(page: PageRenderer, session: Session, resource: Resource) -> Offer:
    if resource.is_recording:
        return Offer(resource, "", None, recording=recording(page, session, resource))
    if resource.page:
        return Offer(resource, page.href(resource.page), None)
    if resource.url:
        return Offer(resource, str(resource.url), None)
    path = urls.resource_path(session.id, str(resource.file))
    return Offer(resource, page.asset(path), page.file(path), first_page(page, session, resource))


def _one_line(text: str) -> str:
    return " ".join(text.replace("*", "").split())
