"""The Markdown twin of a page: the same words without the frame, for assistants and for those who copy."""

from __future__ import annotations

import re
from typing import Final

import yaml
from html_to_markdown import ConversionOptions, convert
from selectolax.lexbor import LexborHTMLParser

from atlas.search.passages import PageText
from atlas.typography import typeset

LICENCE: Final = "CC BY 4.0"
"""Under what the texts of the site may be used."""

SILENT: Final = "script, style, template, button, form, search, .vh, [hidden]"
"""What only a browser shows."""

_NAMED: Final = re.compile(r'<svg\b(?=[^>]*role="img")[^>]*aria-label="([^"]*)".*?</svg>', re.DOTALL)
_DRAWING: Final = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_BLANK: Final = re.compile(r"\n{3,}")


def twin(page: PageText, url: str, day: str) -> str:
    """Return the twin of a page: a head that says what it is, then its Markdown.

    A drawing becomes what it says to those who do not see it; a note keeps its number.

    Args:
        page: The page.
        url: Its address, with the host.
        day: The date of the site's sources, in ISO 8601.
    """
    tree = LexborHTMLParser(_DRAWING.sub("", _NAMED.sub(r"<p>[\1]</p>", page.html)))
    for part in tree.css(SILENT):
        part.decompose()
    for call in tree.css("sup.n"):
        call.replace_with("".join(f"[^{link.text(strip=True)}]" for link in call.css("a")))
    for note in tree.css("[data-source]"):
        first = note.child
        if first is not None:
            first.insert_before(f"[^{str(note.attributes.get('id')).removeprefix('note-')}]: ")
    head = {"title": page.title, "url": url, "lang": page.lang, "licence": LICENCE, "date": day}
    front = yaml.safe_dump(head, allow_unicode=True, sort_keys=False, width=10_000)
    body = convert(str(tree.html), ConversionOptions(extract_metadata=False, bullets="-")).content or ""
    body = typeset(_BLANK.sub("\n\n", body).strip(), page.lang)
    return f"---\n{front}---\n\n{body}\n"
