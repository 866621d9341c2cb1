"""Passages: the pieces of a course that its offline search finds, each below the heading that leads to it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Final

from atlas.takeaway.tree import Element, text_of

HEADINGS: Final = ("h2", "h3")
"""The headings that lead to a passage."""


SAYING_LITTLE: Final = (
    "kick", "notes", "plot-key", "plot-values", "programme", "quiz-answer", "reading", "shown-table", "spoken-of",
)  # fmt: skip
"""The classes of what would answer in the place of the text: lists of links, tables, and the answers themselves."""


@dataclass(frozen=True)
class Passage:
    """A piece of a page.

    Attributes:
        page: The page, with the anchor of the piece when it has one, from the root of the folder.
        title: The title of the page.
        heading: The heading above the piece; empty for what stands before the first one.
        text: The words of the piece, on one line.
    """

    page: str
    title: str
    heading: str
    text: str


def passages(tree: Element, page: str, title: str) -> Iterator[Passage]:
    """Yield the passages of a text, one a heading.

    Args:
        tree: The text.
        page: Its page, from the root of the folder.
        title: The title of that page.
    """
    heading, anchor, words = "", "", list[str]()
    for node in _pieces(_searched(tree)):
        if isinstance(node, Element) and node.tag in HEADINGS:
            yield from _passage(page, anchor, title, heading, words)
            heading, anchor, words = text_of(node), node.get("id"), []
        else:
            words.append(text_of(node))
    yield from _passage(page, anchor, title, heading, words)


def _passage(page: str, anchor: str, title: str, heading: str, words: Iterable[str]) -> Iterator[Passage]:
    text = " ".join(" ".join(words).split())
    if text:
        yield Passage(f"{page}#{anchor}" if anchor else page, title, heading, text)


def _searched(element: Element) -> Element:
    """Return a text without what search leaves out: titles are known; lists of links and of sources say little."""
    kept = [
        child if isinstance(child, str) else _searched(child)
        for child in element.children
        if isinstance(child, str) or not _left_out(child)
    ]
    return Element(element.tag, element.attributes, kept)


def _left_out(element: Element) -> bool:
    call = element.tag == "sup" and element.has_class("n")
    return call or element.tag in ("h1", "nav", "button", "svg", "script") or element.has_class(*SAYING_LITTLE)


def _pieces(node: Element) -> Iterator[Element | str]:
    """Yield the headings of a text and what stands between them, in order."""
    for child in node.children:
        if isinstance(child, Element) and child.tag not in HEADINGS and child.find(*HEADINGS):
            yield from _pieces(child)
        else:
            yield child


def passages_script(found: Iterable[Passage]) -> str:
    """Return the passages as a classic script: pages opened from a folder may not fetch data."""
    data = json.dumps([asdict(passage) for passage in found], ensure_ascii=False, separators=(",", ":"))
    # What ends a script or a line of it in HTML or in older browsers is written otherwise.
    data = data.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"window.coursePassages = {data};\n"
