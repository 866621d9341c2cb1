"""An edition of the course: its texts for paper and its pages for the folder, each made once, when first asked for."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from threading import Lock
from typing import Final

from markdown import Markdown

from atlas import urls
from atlas.glossary_links import link_between
from atlas.model import LANGS, Lang
from atlas.model.academy import Session
from atlas.pages.directives import expand
from atlas.pages.lessons import academy_pages, page_terms
from atlas.pages.page import Page
from atlas.pages.rendering import Renderer
from atlas.takeaway.changes import addressed
from atlas.takeaway.pictures import Picture
from atlas.takeaway.texts import Scribe, SessionText
from atlas.takeaway.tree import Element, parse
from atlas.typography import typeset_html
from atlas.words import TakeawayWords

_CONVERTING: Final = Lock()
"""Files are rendered side by side, and one converter serves them all."""


class Edition:
    """The course in one language.

    Attributes:
        renderer: The templates and words of the edition.
        pictures: What has been drawn for paper, by its directive.
    """

    def __init__(self, renderer: Renderer, converter: Markdown) -> None:
        """Take the templates of the edition, and Markdown with the extensions of the site."""
        self.renderer = renderer
        self._converter = converter
        self.pictures: dict[str, Picture | None] = {}
        self._texts: dict[str, SessionText] = {}
        self._trees: dict[str, Element] = {}

    @property
    def lang(self) -> Lang:
        """The language."""
        return self.renderer.lang

    @property
    def sessions(self) -> Sequence[Session]:
        """The sessions, in order."""
        return self.renderer.catalogue.sessions

    def text(self, session: Session) -> SessionText:
        """Return a session with its lessons, as paper shows them."""
        with _CONVERTING:
            if session.id not in self._texts:
                self._texts[session.id] = Scribe(self.renderer, self._converter).session(session)
            return self._texts[session.id]

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """The pages of the course on the site by path, the opening of the whole and the glossary included."""
        return {page.path: page for page in self._pages()}

    def tree(self, path: str) -> Element:
        """Return what a page of the course says, with its terms linked and its typography set."""
        with _CONVERTING:
            if path not in self._trees:
                page = self.pages[path]
                html: str = self._converter.reset().convert(page.body)
                linked = link_between(html, page_terms(self.renderer, path))
                folder = posixpath.dirname(page.record.removeprefix(f"docs/{self.lang}/"))
                self._trees[path] = addressed(parse(typeset_html(linked, self.lang)), folder, path)
            return self._trees[path]

    def _pages(self) -> Iterator[Page]:
        yield self._opening()
        yield from academy_pages(self.renderer)
        for written in self.renderer.catalogue.pages:
            if written.path == urls.page_path("glossary", self.lang):
                body = expand(written.body, self.renderer.page(written.path), {})
                yield Page(written.path, written.head.title, "", "glossary", body, written.file)

    def _opening(self) -> Page:
        """Return the page that opens the whole course offline: on the site, the Academy's says more than the course."""
        path, words = urls.page_path("academy", self.lang), TakeawayWords(self.lang)
        lessons = sum(len(session.lessons) for session in self.sessions)
        summary = words("course_summary", sessions=len(self.sessions), lessons=lessons)
        body = self.renderer.page(path).render(
            "offline_course.html", t=words, sessions=self.sessions, summary=summary, title=words("course")
        )
        return Page(path, words("course"), summary, "academy", str(body), "")


def both_editions(renderer: Renderer, converter: Markdown) -> list[Edition]:
    """Return the course in each language; `renderer` is that of the edition that is built first."""
    made = []
    for lang in LANGS:
        own = renderer
        if lang != renderer.lang:
            own = Renderer(renderer.catalogue, lang, renderer.assets, renderer.root)
            own.day, own.weights = renderer.day, renderer.weights
        made.append(Edition(own, converter))
    return made
