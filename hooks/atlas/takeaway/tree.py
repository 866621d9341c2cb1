"""Trees of HTML: a lesson as elements, so that one rendering of it serves a page, an archive and a sheet of paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from typing import Final

VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
"""The elements of HTML that hold nothing and have no end tag."""

RAW: Final = frozenset({"script", "style"})
"""The elements whose text is not escaped."""


@dataclass
class Element:
    """An element.

    Attributes:
        tag: Its name, in lower case but for those of SVG that have capitals, such as `clipPath`.
        attributes: Its attributes; one without a value has none.
        children: The elements and texts that it holds, in order.
    """

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def get(self, name: str) -> str:
        """Return an attribute, or an empty text."""
        return self.attributes.get(name) or ""

    def has_class(self, *names: str) -> bool:
        """Return whether the element has one of some classes."""
        return not {*names}.isdisjoint(self.get("class").split())

    def walk(self) -> Iterator[Element]:
        """Yield the element and all that it holds, in the order of the text."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def find(self, *tags: str) -> Element | None:
        """Return the first element inside that has one of some names."""
        return next((each for each in self.walk() if each is not self and each.tag in tags), None)

    def copy(self) -> Element:
        """Return a tree of its own that says the same."""
        children = [child.copy() if isinstance(child, Element) else child for child in self.children]
        return Element(self.tag, dict(self.attributes), children)

    def html(self) -> str:
        """Return the element as HTML; one without a name is what it holds."""
        inner = "".join(self._written(child) for child in self.children)
        if not self.tag:
            return inner
        attributes = "".join(_attribute(name, value) for name, value in self.attributes.items())
        return f"<{self.tag}{attributes}>" if self.tag in VOID else f"<{self.tag}{attributes}>{inner}</{self.tag}>"

    def _written(self, child: Element | str) -> str:
        if isinstance(child, Element):
            return child.html()
        return child if self.tag in RAW else escape(child, quote=False)


def _attribute(name: str, value: str | None) -> str:
    return f" {name}" if value is None else f' {name}="{escape(value)}"'


class _Builder(HTMLParser):
    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self._open = [self.root]
        self._names = names

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(self._names.get(tag, tag), {self._names.get(name, name): value for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        name = self._names.get(tag, tag)
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag == name:
                del self._open[depth:]
                return

    def handle_data(self, data: str) -> None:
        last = self._open[-1].children
        if last and isinstance(last[-1], str):
            last[-1] += data
        else:
            last.append(data)


_SVG_NAMES: Final = {
    name.lower(): name
    for name in ("viewBox", "clipPath", "clipPathUnits", "linearGradient", "preserveAspectRatio", "textPath",
                 "textLength", "lengthAdjust", "patternUnits", "gradientTransform", "gradientUnits", "markerWidth",
                 "markerHeight", "refX", "refY", "patternTransform", "startOffset")
}  # fmt: skip
"""The names of SVG that have capitals: the parser of HTML writes all names small."""


def parse(html: str) -> Element:
    """Return a fragment of HTML as a tree, whose root has no name. Comments are left out."""
    builder = _Builder(_SVG_NAMES)
    builder.feed(html)
    builder.close()
    return builder.root


def text_of(node: Element | str) -> str:
    """Return the text of a node on one line, without what is drawn or hidden from assistive technology."""
    return " ".join(_words(node).split())


def _words(node: Element | str) -> str:
    if isinstance(node, str):
        return node
    if node.tag in RAW or node.tag in ("svg", "template") or node.get("aria-hidden") == "true":
        return ""
    inner = "".join(_words(child) for child in node.children)
    return inner if node.tag in INLINE else f" {inner} "


INLINE: Final = frozenset(
    {"a", "abbr", "b", "bdi", "cite", "code", "data", "dfn", "em", "i", "kbd", "mark", "q", "s", "samp", "small",
     "span", "strong", "sub", "sup", "time", "u", "var"}
)  # fmt: skip
"""The elements that stand within a line of text."""
