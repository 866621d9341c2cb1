"""Short texts in Markdown, as HTML: a question, an answer, a point to keep."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from markdown import Markdown
from markupsafe import Markup, escape

from atlas.model.authored import CALL, MARK
from atlas.pages.rendering import PageRenderer

EXTENSIONS: Final = ("attr_list", "def_list", "tables")
"""What Markdown knows in them: what it knows in pages, headings and boxes apart."""

_PARAGRAPH: Final = re.compile(r"\A<p>(?P<line>.*)</p>\Z", re.DOTALL)


@cache
def _converter() -> Markdown:
    """The converter, set up once: that takes longer than to convert a short text."""
    return Markdown(extensions=list(EXTENSIONS))


def block(markdown: str, page: PageRenderer) -> Markup:
    """Return a text of one or more paragraphs; its notes are those of the page."""

    def replace(mark: re.Match[str]) -> str:
        if mark["calls"] is not None:
            return str(page.notes.call(CALL.findall(mark["calls"])))
        return str(escape(page.catalogue.identity.name)) if mark["agency"] is not None else mark[0]

    html: str = _converter().reset().convert(MARK.sub(replace, markdown))
    # In one piece: a blank line would end it in the page that it goes to.
    return Markup(re.sub(r"\n\s*\n", "\n", html))


def line(markdown: str, page: PageRenderer) -> Markup:
    """Return a text of one line, without the paragraph that Markdown puts around it."""
    html = block(markdown, page)
    match = _PARAGRAPH.match(str(html))
    return Markup(match["line"]) if match and "<p>" not in match["line"] else html
