"""The running text of a document: its links lead within it or to the site, its figures are drawn for paper."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from atlas.assets import fingerprint
from atlas.documents.printed import Print
from atlas.model import Source
from atlas.takeaway.course import Course
from atlas.takeaway.figure_parts import FigureParts, inked
from atlas.takeaway.flow import FIGURE, Block, Flow
from atlas.takeaway.pictures import Picture, picture
from atlas.takeaway.tree import Element, text_of


class RunningText:
    """Makes blocks of the texts of one document.

    Attributes:
        pictures: What it has drawn so far, by the name under which the template finds it.
    """

    def __init__(self, course: Course, out: Print, labels: Mapping[str, str]) -> None:
        """Begin a document.

        Args:
            course: What it is of.
            out: The document, which numbers the notes.
            labels: Its lessons: the label that links lead to, by the path of the lesson on the site.
        """
        self._course = course
        self._out = out
        self._labels = labels
        self.pictures: dict[str, str] = {}

    def flow(self, path: str, sources: Sequence[Source], shift: int) -> Flow:
        """Return what makes blocks of a text.

        Args:
            path: The path of the page on the site that holds the text, from which its links lead.
            sources: Its sources, in the order in which its notes name them.
            shift: How many levels its headings go down.
        """

        def link(href: str) -> str | None:
            if not href or href.startswith("#"):
                return None
            if "://" in href or href.startswith("mailto:"):
                return href
            target = posixpath.normpath(posixpath.join(f"/{path}", href.partition("#")[0])).lstrip("/") + "/"
            if target in self._labels:
                return f"#{self._labels[target]}"
            return self._course.catalogue.identity.site_url + target

        flow = Flow(shift=shift, link=link, number=lambda n: self._out.notes((sources[n - 1].id,))[0])
        return replace(flow, shown=lambda element: self._shown(element, flow))

    def _shown(self, element: Element, flow: Flow) -> list[Block] | None:
        course, directive = self._course, element.get(FIGURE)
        if directive not in course.drawn:
            course.drawn[directive] = picture(course.catalogue, directive, self._out.lang, course.inks)
        drawn = course.drawn[directive]
        return None if drawn is None else list(self._figure(drawn, element, flow))

    def _figure(self, drawn: Picture, element: Element, flow: Flow) -> Iterator[Block]:
        """Yield a figure with its title, its caption and its key, then what stands beside it, such as its table."""
        parts = FigureParts.of(element)
        yield {
            "kind": "figure",
            "title": [piece for title in parts.titles for piece in flow.pieces(title.children)],
            "picture": self._picture(drawn.svg),
            "alt": drawn.alt,
            "width": drawn.width,
            "caption": [piece for caption in parts.captions for piece in flow.pieces(caption.children)],
            "key": [
                {"picture": self._picture(inked(mark, self._course.inks)), "words": text_of(item)}
                for item, mark in parts.key
            ],
        }
        yield from flow.blocks(parts.rest)

    def _picture(self, svg: str) -> str:
        """Return the name by which the template finds a picture: one for all that look the same."""
        name = f"picture-{fingerprint(svg.encode())}"
        self.pictures[name] = svg
        return name
