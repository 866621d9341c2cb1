"""The corpus: passages cut by heading from rendered pages, each with its address and the sources that it names."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from atlas.model.text import Lang

LONGEST: Final = 120
"""Words of a passage, about: what a reader takes in at a glance, and what the model of meaning was made for."""

SHORTEST: Final = 6
"""Words below which a passage says nothing by itself; it joins the one before it."""

HEADINGS: Final = ("h1", "h2", "h3", "h4")

BLOCKS: Final = ("p", "li", "dd", "dt", "td", "th", "blockquote", "figcaption", "summary", "caption", "legend", "label")
"""The elements whose text is a sentence or more of its own."""

SILENT: Final = "nav, svg, script, style, form, search, button, select, template, noscript"
"""What readers do not look for: drawings and controls."""

SKIPPED: Final = (
    "[data-unsearched], [hidden], .vh, .notes, .turn, .doors, .quote, .lesson-quote, .lesson-contents, .quiz, "
    ".exercise-answer, .terms, .plot-values, .plot-key, .plot-links, .figure-values"
)
"""Parts of a page that repeat another: notes, ways on, tables behind drawings, words for screen readers alone."""

_DRAWING: Final = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_PARTED: Final = re.compile(r"<br\s*/?>|(?<=</span>)(?=<(?:span|a|abbr)\b)|(?<=</a>)(?=<(?:span|a|abbr)\b)")
"""Where only the layout parts two words: a new line, or two inline elements side by side."""

_CALL: Final = re.compile("\x02([^\x03]*)\x03")
"""The call of a note while its passage is cut: signs that no text holds around its anchor."""

_SPACES: Final = re.compile(r"\s+")
_SENTENCE: Final = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀ-ÖØ-Þ«“0-9])")


@dataclass(frozen=True)
class PageText:
    """A rendered page, as the corpus takes it.

    Attributes:
        path: Its path from the root of the whole site.
        lang: Its language.
        title: Its title.
        kind: The kind of page, by which readers narrow a search: `place`, `lesson`, `page`…
        html: Its content.
        description: What it holds, in a sentence.
        questions: Questions that it answers, in the words of its editors; found by, never shown.
    """

    path: str
    lang: Lang
    title: str
    kind: str
    html: str
    description: str = ""
    questions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Passage:
    """A passage of a page.

    Attributes:
        path: The path of the page.
        anchor: The anchor of the nearest heading; empty for the head of the page.
        lang: The language.
        kind: The kind of page.
        titles: The title of the page, then the headings down to the passage.
        text: What it says.
        sources: The sources that it names.
        hidden: Questions that lead to it, which are not shown.
    """

    path: str
    anchor: str
    lang: Lang
    kind: str
    titles: tuple[str, ...]
    text: str
    sources: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """The passage under its titles: what its meaning is taken from."""
        return f"{' – '.join(self.titles)}. {self.text}"

    @property
    def key(self) -> str:
        """The hash by which its vector is kept."""
        return key_of(self.said)


def key_of(text: str) -> str:
    """Return the hash by which the vector of a text is kept: 16 bytes in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def passages(page: PageText) -> list[Passage]:
    """Return the passages of a page, in reading order.

    A passage ends with its section, or with the block that brings it to `LONGEST` words; a longer block is
    cut between sentences.
    """
    # A drawing is most of a page's bytes.
    tree = LexborHTMLParser(_PARTED.sub(" ", _DRAWING.sub("", page.html)))
    cut = _Cut(page, _sources(tree))
    for part in tree.css(f"{SILENT}, {SKIPPED}"):
        part.decompose()
    for call in tree.css("sup.n"):
        call.replace_with("".join(f"\x02{link.attributes['href'] or ''}\x03" for link in call.css("a[href]")))
    for element in tree.css(", ".join((*HEADINGS, *BLOCKS))):
        # The innermost blocks only, so that no word is taken twice.
        if element.css_first(", ".join(f"{element.tag} {inner}" for inner in (*HEADINGS, *BLOCKS))) is None:
            cut.take(element)
    cut.close()
    if cut.found and page.questions:
        cut.found[0] = replace(cut.found[0], hidden=page.questions)
    return cut.found


class _Cut:
    """A page being cut."""

    def __init__(self, page: PageText, sources: Mapping[str, str]) -> None:
        self.page = page
        self.sources = sources
        self.found: list[Passage] = []
        self.titles: dict[int, str] = {}
        self.anchor = ""
        self.texts: list[str] = []

    def take(self, element: LexborNode) -> None:
        """Take a heading, which begins a passage, or a block, which the passage holds."""
        words = _SPACES.sub(" ", element.text()).strip()
        if not _CALL.sub("", words).strip():
            return
        if element.tag in HEADINGS:
            self.close()
            level = int(str(element.tag)[1])
            self.titles = {known: title for known, title in self.titles.items() if known < level}
            self.titles[level] = _CALL.sub("", words).strip()
            self.anchor = element.attributes.get("id") or (self.anchor if level > 2 else "")
            return
        for piece in _pieces(words):
            if self.texts and len(" ".join([*self.texts, piece]).split()) > LONGEST:
                self.close()
            self.texts.append(piece)

    def close(self) -> None:
        """End the passage: one too short to say anything joins the one before it, in the same section."""
        marked = " ".join(self.texts)
        self.texts = []
        cited = (self.sources.get(call.removeprefix("#")) for call in _CALL.findall(marked))
        sources = tuple(dict.fromkeys(source for source in cited if source))
        text = _SPACES.sub(" ", _CALL.sub("", marked)).strip()
        titles = tuple(dict.fromkeys([self.page.title, *(self.titles[level] for level in sorted(self.titles))]))
        page = self.page
        if len(text.split()) >= SHORTEST:
            self.found.append(Passage(page.path, self.anchor, page.lang, page.kind, titles, text, sources))
        elif text and self.found and self.found[-1].anchor == self.anchor:
            last = self.found.pop()
            both = tuple(dict.fromkeys([*last.sources, *sources]))
            self.found.append(replace(last, text=f"{last.text} {text}", sources=both))


def _sources(tree: LexborHTMLParser) -> dict[str, str]:
    """Return the source of each note of a page, by the note's anchor."""
    notes = tree.css("[data-source]")
    return {str(note.attributes.get("id")): str(note.attributes["data-source"]) for note in notes}


def _pieces(words: str) -> list[str]:
    """Return a text in pieces of about `LONGEST` words at most, cut between sentences."""
    if len(words.split()) <= LONGEST:
        return [words]
    pieces: list[str] = []
    for sentence in _SENTENCE.split(words):
        if pieces and len(f"{pieces[-1]} {sentence}".split()) <= LONGEST:
            pieces[-1] = f"{pieces[-1]} {sentence}"
        else:
            pieces.append(sentence)
    return pieces
