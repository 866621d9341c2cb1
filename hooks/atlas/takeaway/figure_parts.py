"""The parts of a figure: what a page says around a drawing, taken apart so that paper can set it in its own way."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from atlas.takeaway.tree import Element

ON_SCREEN: Final = ("plot-links", "plot-key", "vh")
"""The classes of what only a screen needs: links to pages of data; the key, which is set anew; hidden titles."""

_TOKEN: Final = re.compile(r"var\(--([\w-]+)\)")


@dataclass(frozen=True)
class FigureParts:
    """What stands around a drawing.

    Attributes:
        titles: What is seen in it, in words.
        captions: What it is.
        key: Each mark of its key: the item, and the drawing of the mark.
        rest: All else, such as a table, unfolded.
    """

    titles: Sequence[Element]
    captions: Sequence[Element]
    key: Sequence[tuple[Element, Element]]
    rest: Sequence[Element | str]

    @classmethod
    def of(cls, figure: Element) -> FigureParts:
        """Return the parts of a figure."""
        found = [each for each in figure.walk() if each.tag == "figcaption"]
        titles = [each for caption in found for each in caption.walk() if each.has_class("plot-finding")]
        captions = [_without(caption, titles) for caption in found]
        items = [item for each in figure.walk() if each.has_class("plot-key") for item in each.walk()]
        marks = [(item, item.find("svg")) for item in items if item.tag == "li"]
        return cls(
            titles=titles,
            captions=captions,
            key=[(item, mark) for item, mark in marks if mark is not None],
            rest=_unfolded(figure).children,
        )


def inked(mark: Element, inks: Mapping[str, str]) -> str:
    """Return a small drawing of a page as a picture of its own, in the colours given by token."""
    made = mark.copy()
    made.attributes = {"xmlns": "http://www.w3.org/2000/svg", **made.attributes}
    for element in made.walk():
        for name, value in element.attributes.items():
            if value:
                element.attributes[name] = _TOKEN.sub(lambda token: inks[token[1]], value)
    return made.html()


def _without(element: Element, left_out: Sequence[Element]) -> Element:
    children = [
        _without(child, left_out) if isinstance(child, Element) else child
        for child in element.children
        if not any(child is each for each in left_out)
    ]
    return Element(element.tag, element.attributes, children)


def _unfolded(element: Element) -> Element:
    """Return what a figure says beside its caption; what a page folds is told at once."""
    children: list[Element | str] = []
    for child in element.children:
        if isinstance(child, str):
            children.append(child)
        elif child.tag not in ("figcaption", "summary") and not (
            child.tag != "caption" and child.has_class(*ON_SCREEN)
        ):
            tag = "div" if child.tag == "details" else child.tag
            children.append(Element(tag, child.attributes, _unfolded(child).children))
    return Element(element.tag, element.attributes, children)
