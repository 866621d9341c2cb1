"""Links to the glossary: the first use of a term in a page leads to what the term means.

It works on HTML, where headings, links and figures are known for certain: nothing in them is linked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import escape

from atlas.model.glossary import GlossaryTerm
from atlas.model.text import Lang

OPENING: Final = "<!-- terms -->"
CLOSING: Final = "<!-- /terms -->"
"""What stands around the text of a page whose terms are linked."""

_TOKEN: Final = re.compile(r"<!--.*?-->|<[^>]+>", re.DOTALL)
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][\w-]*)")
_CLOSED: Final = frozenset(
    [
        "a",
        "abbr",
        "aside",
        "audio",
        "button",
        "caption",
        "code",
        "dt",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "iframe",
        "kbd",
        "label",
        "legend",
        "nav",
        "pre",
        "samp",
        "script",
        "select",
        "style",
        "summary",
        "sup",
        "svg",
        "table",
        "textarea",
        "th",
        "title",
        "video",
    ]
)
"""The elements in which nothing is linked."""

_VOID: Final = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_SPACE: Final = "[\\s\u00a0\u202f]+"
_APOSTROPHE: Final = "(?:['’]|&#39;|&rsquo;)"


@dataclass(frozen=True)
class TermLink:
    """A term that a page may link.

    Attributes:
        forms: Its forms in the language of the page.
        href: The link to its entry in the glossary.
    """

    forms: Sequence[str]
    href: str


def form_pattern(forms: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern that finds a whole word or phrase in one of its forms, the longest first.

    Case matters in initials alone (`IA`, `EVP`): a sentence may begin with any other term. Spaces and apostrophes are
    those of the typesetter or of the typist.
    """
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(_form, sorted(forms, key=len, reverse=True))) + r")(?![\w-])")


def _form(form: str) -> str:
    written = _SPACE.join(
        _APOSTROPHE.join(re.escape(str(escape(part))) for part in re.split("['’]", word)) for word in form.split()
    )
    return written if re.search(r"[A-Z]{2}", form) else f"(?i:{written})"


def term_links(terms: Sequence[GlossaryTerm], lang: Lang, glossary: str) -> list[TermLink]:
    """Return the links of some terms, whose entries stand in the page at the link `glossary`."""
    return [TermLink(term.forms_in(lang), f"{glossary}#{term.id}") for term in terms]


def link_terms(html: str, links: Sequence[TermLink]) -> str:
    """Return HTML in which the first use of each term leads to the glossary."""
    waiting = {link.href: (form_pattern(link.forms), link) for link in links}
    return "".join(_linked(html, waiting)) if waiting else html


def _linked(html: str, waiting: dict[str, tuple[re.Pattern[str], TermLink]]) -> Iterator[str]:
    closed: list[str] = []
    place = 0
    for match in _TOKEN.finditer(html):
        text = html[place : match.start()]
        yield text if closed else _text_linked(text, waiting)
        place = match.end()
        yield match[0]
        tag = _TAG.match(match[0])
        if tag is None:
            continue
        name = tag[2].lower()
        if tag[1]:
            if closed and closed[-1] == name:
                closed.pop()
        elif name in _CLOSED and name not in _VOID and not match[0].endswith("/>"):
            closed.append(name)
    yield html[place:] if closed else _text_linked(html[place:], waiting)


def _text_linked(text: str, waiting: dict[str, tuple[re.Pattern[str], TermLink]]) -> str:
    """Return a piece of text with its terms linked; those found are waited for no more."""
    if not text.strip():
        return text
    found: list[tuple[int, int, str]] = []
    for href, (pattern, _) in list(waiting.items()):
        for match in pattern.finditer(text):
            # The longest phrase comes first when two terms claim the same words: the other waits for its own.
            if all(match.end() <= start or end <= match.start() for start, end, _ in found):
                found.append((match.start(), match.end(), href))
                del waiting[href]
                break
    linked, place = [], 0
    for start, end, href in sorted(found):
        linked += [text[place:start], f'<a class="term" href="{escape(href)}">{text[start:end]}</a>']
        place = end
    return "".join([*linked, text[place:]])


def link_between(html: str, links: Sequence[TermLink]) -> str:
    """Return a page in which terms are linked between the comments `terms` and `/terms`, where its text stands."""
    before, opening, rest = html.partition(OPENING)
    text, closing, after = rest.partition(CLOSING)
    return f"{before}{link_terms(text, links)}{after}" if opening and closing else html
