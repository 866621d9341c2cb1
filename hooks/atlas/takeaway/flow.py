"""Flow: a text of HTML elements as data that a template of documents prints, block after block.

A block is a mapping with a `kind`: `heading`, `par`, `list`, `terms`, `table`, `quote`, `callout`, `code` or `rule`;
booklets have a few more. A piece of a line is a text, or a mapping with a `kind`: `em`, `strong`, `mono`, `link`,
`notes`, `super`, `sub`, `lang`, `line` or `break`. All text is data: what people wrote is never read as markup of the
compiler.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from atlas.takeaway.tree import INLINE, Element, text_of

Block = dict[str, Any]
"""A block of a text."""

Piece = str | dict[str, Any]
"""A piece of a line."""

MARKS: Final[Mapping[str, str]] = {
    "em": "em", "i": "em", "cite": "em", "dfn": "em", "strong": "strong", "b": "strong", "code": "mono", "kbd": "mono",
    "samp": "mono", "sup": "super", "sub": "sub",
}  # fmt: skip
"""What each element of a line becomes; others are what they hold."""

LEFT_OUT: Final = frozenset(
    {"script", "style", "template", "svg", "nav", "button", "input", "select", "textarea", "noscript", "audio", "video"}
)
"""What has no meaning on paper, or is drawn anew for it."""

FIGURE: Final = "data-shown"
"""The attribute by which an element says which directive it comes from."""

_DIGITS: Final = re.compile(r"\d+")
_SPACES: Final = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True)
class Flow:
    """How a text becomes blocks.

    Attributes:
        shift: How many levels headings go down in the document that holds the text.
        link: Returns where a link leads on paper, with its scheme; none for a link that is but its words.
        shown: Returns the blocks of what a directive shows; none to print what it says, without its picture.
        number: Returns the number in the document of a note of the text.
    """

    shift: int = 0
    link: Callable[[str], str | None] = lambda href: None
    shown: Callable[[Element], list[Block] | None] = lambda element: None
    number: Callable[[int], int] = lambda number: number

    def blocks(self, nodes: Iterable[Element | str]) -> list[Block]:
        """Return nodes as blocks; lines that stand between blocks are paragraphs."""
        return list(self._blocks(nodes))

    def pieces(self, nodes: Iterable[Element | str]) -> list[Piece]:
        """Return nodes as the pieces of one line."""
        return _trimmed(list(self._pieces(nodes)))

    def _blocks(self, nodes: Iterable[Element | str]) -> Iterator[Block]:
        line: list[Element | str] = []
        for node in nodes:
            if isinstance(node, str) or node.tag in INLINE or node.tag == "br":
                line.append(node)
                continue
            yield from self._paragraph(line)
            line = []
            if not _silent(node):
                yield from self._block(node)
        yield from self._paragraph(line)

    def _paragraph(self, nodes: list[Element | str]) -> Iterator[Block]:
        if pieces := self.pieces(nodes):
            yield {"kind": "par", "body": pieces}

    def _block(self, node: Element) -> Iterator[Block]:
        tag = node.tag
        if node.get(FIGURE) and (drawn := self.shown(node)) is not None:
            yield from drawn
        elif re.fullmatch("h[1-6]", tag):
            yield {"kind": "heading", "level": int(tag[1]) + self.shift, "body": self.pieces(node.children)}
        elif tag == "p":
            yield from self._paragraph(node.children)
        elif tag in ("ul", "ol"):
            yield from self._list(node)
        elif tag == "dl":
            yield from self._terms(node)
        elif tag == "table":
            yield self._table(node)
        elif tag == "blockquote":
            yield {"kind": "quote", "body": self.blocks(node.children)}
        elif tag == "pre":
            yield {"kind": "code", "text": "".join(_plain(node)).strip("\n")}
        elif tag == "hr":
            yield {"kind": "rule"}
        elif tag == "details":
            summary = node.find("summary")
            yield self._callout(node, summary)
        elif node.has_class("admonition"):
            title = next((child for child in node.walk() if child.has_class("admonition-title")), None)
            yield self._callout(node, title)
        else:
            yield from self._blocks(node.children)

    def _callout(self, node: Element, title: Element | None) -> Block:
        inner = [child for child in node.children if child is not title]
        return {
            "kind": "callout",
            "title": self.pieces(title.children) if title else [],
            "body": self.blocks(inner),
        }

    def _list(self, node: Element) -> Iterator[Block]:
        items = [self.blocks(item.children) for item in node.children if isinstance(item, Element) and item.tag == "li"]
        items = [item for item in items if item]
        if items:
            start = node.get("start")
            yield {
                "kind": "list",
                "ordered": node.tag == "ol",
                "start": int(start) if start.isdigit() else 1,
                "items": items,
            }

    def _terms(self, node: Element) -> Iterator[Block]:
        entries: list[dict[str, Any]] = []
        for child in _rows_of(node, "dt", "dd"):
            if child.tag == "dt":
                entries.append({"term": self.pieces(child.children), "body": []})
            elif entries:
                entries[-1]["body"] += self.blocks(child.children)
        if entries:
            yield {"kind": "terms", "entries": entries}

    def _table(self, node: Element) -> Block:
        caption = node.find("caption")
        head: list[Any] = []
        rows: list[Any] = []
        for row in (each for each in node.walk() if each.tag == "tr"):
            cells = [cell for cell in row.children if isinstance(cell, Element) and cell.tag in ("td", "th")]
            made = [self._cell(cell) for cell in cells]
            if not made:
                continue
            heads = all(cell.tag == "th" for cell in cells)
            (head if heads and not rows else rows).append(made)
        return {
            "kind": "table",
            "caption": self.pieces(caption.children) if caption else [],
            "columns": max((sum(cell["span"] for cell in row) for row in [*head, *rows]), default=1),
            "head": head,
            "rows": rows,
        }

    def _cell(self, cell: Element) -> dict[str, Any]:
        side = re.search(r"(left|right|center)", cell.get("style") + cell.get("align"))
        span = cell.get("colspan")
        return {
            "body": self.pieces(cell.children),
            "strong": cell.tag == "th",
            "align": side[1] if side else "left",
            "span": int(span) if span.isdigit() else 1,
        }

    def _pieces(self, nodes: Iterable[Element | str]) -> Iterator[Piece]:
        for node in nodes:
            if isinstance(node, str):
                if text := _SPACES.sub(" ", node):
                    yield text
            elif not _silent(node):
                yield from self._piece(node)

    def _piece(self, node: Element) -> Iterator[Piece]:
        tag = node.tag
        if tag == "br":
            yield {"kind": "break"}
        elif tag == "sup" and node.has_class("n"):
            numbers = [self.number(int(found)) for found in _DIGITS.findall(text_of(node))]
            yield {"kind": "notes", "numbers": numbers}
        elif tag == "a" and (url := self.link(node.get("href"))):
            yield {"kind": "link", "url": url, "body": self.pieces(node.children)}
        elif tag in ("em", "i", "cite", "q", "span", "strong", "abbr") and node.get("lang"):
            bare = Element(tag, {}, node.children)
            yield {"kind": "lang", "lang": node.get("lang")[:2], "body": list(self._piece(bare))}
        elif tag in MARKS:
            yield {"kind": MARKS[tag], "body": list(self._pieces(node.children))}
        else:
            # A block in a line, such as a paragraph in a cell: its words, a line each.
            own_line = tag not in INLINE and tag != ""
            inner = list(self._pieces(node.children))
            if inner and own_line:
                yield {"kind": "line", "body": _trimmed(inner)}
            else:
                yield from inner


def _silent(node: Element) -> bool:
    """Return whether a node says nothing on paper."""
    return node.tag in LEFT_OUT or node.get("aria-hidden") == "true" or node.has_class("no-print")


def _rows_of(node: Element, *tags: str) -> Iterator[Element]:
    """Yield the elements of some names that a list holds, those in its groups included."""
    for child in node.children:
        if isinstance(child, Element):
            if child.tag in tags:
                yield child
            elif child.tag == "div":
                yield from _rows_of(child, *tags)


def _plain(node: Element | str) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    else:
        for child in node.children:
            yield from _plain(child)


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    """Return a line without the spaces at its ends."""
    if pieces and isinstance(pieces[0], str):
        pieces[0] = pieces[0].lstrip(" ")
    if pieces and isinstance(pieces[-1], str):
        pieces[-1] = pieces[-1].rstrip(" ")
    return [piece for piece in pieces if piece != ""]


def words_of(pieces: Iterable[Piece]) -> str:
    """Return the words of a line, without its marks and notes."""
    return "".join(
        piece if isinstance(piece, str) else words_of(piece.get("body", [])) if piece["kind"] != "notes" else ""
        for piece in pieces
    )
