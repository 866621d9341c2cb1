"""Texts: the sessions and lessons of one edition as trees, each rendered once for all that is made from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markdown import Markdown

from atlas import urls
from atlas.model import Lang, Source
from atlas.model.academy import Lesson, Session
from atlas.model.authored import CALL, MARK
from atlas.notes import Notes
from atlas.pages.directives import shown as shown_on
from atlas.pages.rendering import PageRenderer, Renderer
from atlas.takeaway.changes import addressed
from atlas.takeaway.flow import FIGURE
from atlas.takeaway.tree import Element, parse
from atlas.typography import typeset_html


@dataclass(frozen=True)
class QuestionText:
    """A question as it is shown.

    Attributes:
        text: The question.
        choices: The answers to choose from.
        right: The ranks of the right ones, from 0.
        explanation: Why they are right.
    """

    text: Element
    choices: Sequence[Element]
    right: Sequence[int]
    explanation: Element

    @property
    def several(self) -> bool:
        """Whether more than one answer is right."""
        return len(self.right) > 1


@dataclass(frozen=True)
class LessonText:
    """A lesson as trees, its links as they are on its page.

    Attributes:
        lesson: The lesson.
        path: The path of its page on the site.
        prose: Its text.
        questions: Its questions.
        exercise: What to do.
        answer: How to check what was done.
        key_points: What to keep of it.
        sources: The sources that its notes call: the first is note 1.
    """

    lesson: Lesson
    path: str
    prose: Element
    questions: Sequence[QuestionText]
    exercise: Element
    answer: Element
    key_points: Sequence[Element]
    sources: Sequence[Source]


@dataclass(frozen=True)
class SessionText:
    """A session as trees.

    Attributes:
        session: The session.
        path: The path of its page on the site.
        introduction: What stands before its lessons.
        sources: The sources that the notes of the introduction call: the first is note 1.
        lessons: Its lessons, in order.
    """

    session: Session
    path: str
    introduction: Element
    sources: Sequence[Source]
    lessons: Sequence[LessonText]


class Scribe:
    """Renders the texts of one edition."""

    def __init__(self, renderer: Renderer, converter: Markdown) -> None:
        """Take what pages are rendered with: the templates of the edition, and Markdown with the site's extensions."""
        self._renderer = renderer
        self._converter = converter

    @property
    def lang(self) -> Lang:
        """The language of the edition."""
        return self._renderer.lang

    def session(self, session: Session) -> SessionText:
        """Return a session with its lessons."""
        path = urls.page_path("session", self.lang, session.id)
        page = self._renderer.page(path)
        return SessionText(
            session=session,
            path=path,
            introduction=self._tree(session.body[self.lang], page, path),
            sources=_called(page.notes),
            lessons=[self._lesson(lesson, path) for lesson in session.lessons],
        )

    def _lesson(self, lesson: Lesson, session_path: str) -> LessonText:
        path = f"{session_path}{lesson.id}/"
        page = self._renderer.page(path)
        body = lesson.body[self.lang]
        # In the order in which the page shows them: notes are numbered by it.
        return LessonText(
            lesson=lesson,
            path=path,
            prose=self._tree(body.prose, page, session_path),
            questions=[
                QuestionText(
                    text=self._line(question.text, page, session_path),
                    choices=[self._line(choice.text, page, session_path) for choice in question.choices],
                    right=question.right,
                    explanation=self._tree(question.explanation, page, session_path),
                )
                for question in body.questions
            ],
            exercise=self._tree(body.exercise, page, session_path),
            # Editors begin it with a word such as « Pistes : », which the reader takes away.
            answer=_begun(self._tree(body.answer, page, session_path)),
            key_points=[self._line(point.in_(self.lang), page, session_path) for point in lesson.key_points],
            sources=_called(page.notes),
        )

    def _line(self, markdown: str, page: PageRenderer, folder: str) -> Element:
        """Return a text of one line, without the paragraph that Markdown puts around it."""
        tree = self._tree(markdown, page, folder)
        if len(tree.children) == 1 and isinstance(only := tree.children[0], Element) and only.tag == "p":
            tree.children = only.children
        return tree

    def _tree(self, markdown: str, page: PageRenderer, folder: str) -> Element:
        """Return a text; `folder` is the path of the session, beside whose page those of its lessons are written."""
        shown: dict[str, Element] = {}

        def replace(mark: Any) -> str:
            if mark["code"] is not None:
                return str(mark[0])
            if mark["agency"] is not None:
                return str(page.catalogue.identity.name)
            directive = mark["directive"]
            if directive is None:
                return str(page.notes.call(CALL.findall(mark["calls"])))
            figure = parse(self._set(shown_on(page, directive, {})))
            shown[directive] = Element("div", {FIGURE: directive}, figure.children)
            return f'\n<div {FIGURE}="{directive}"></div>\n'

        html = self._converter.reset().convert(MARK.sub(replace, markdown))
        tree = parse(self._set(html))
        for element in tree.walk():
            if element.get(FIGURE) in shown:
                element.children = shown[element.get(FIGURE)].children
        _trim(tree)
        return addressed(tree, folder.removeprefix(urls.ROOTS[self.lang]), page.path)

    def _set(self, html: str) -> str:
        return typeset_html(html, self.lang)


def site_converter(extensions: Sequence[str], configs: Mapping[str, Mapping[str, Any]]) -> Markdown:
    """Return Markdown with the extensions of the site, as its configuration names them."""
    return Markdown(extensions=list(extensions), extension_configs={name: {**given} for name, given in configs.items()})


def _called(notes: Notes) -> list[Source]:
    return [source for _, source in notes.entries]


def _begun(tree: Element) -> Element:
    """Return a text that begins with a capital."""
    for element in tree.walk():
        for rank, child in enumerate(element.children):
            if isinstance(child, str) and child.strip():
                start = len(child) - len(child.lstrip())
                element.children[rank] = child[:start] + child[start:][:1].upper() + child[start + 1 :]
                return tree
            if isinstance(child, Element):
                break
    return tree


def _trim(tree: Element) -> None:
    """Leave out the line breaks between the blocks of a text."""
    tree.children = [child for child in tree.children if not isinstance(child, str) or child.strip()]
