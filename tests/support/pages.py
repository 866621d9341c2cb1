"""What a page's HTML says of itself, read from the file without a browser."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

ADDRESSES = {"a": "href", "area": "href", "link": "href", "img": "src", "script": "src", "source": "src", "use": "href"}
"""The attribute that holds an address, by element."""


@dataclass
class Page:
    """A page as its file has it, scripts not run.

    Attributes:
        lang: The language that it states.
        headings: How many `h1` it has.
        ids: The anchors, in order; a list, so that one that stands twice can be seen.
        links: The addresses that it names, as written.
        ways: The addresses that readers can follow (`a`), as written.
        alternates: The address of the page in each language that it states (`hreflang`).
        canonical: The address that it states as its own.
    """

    lang: str = ""
    headings: int = 0
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    ways: list[str] = field(default_factory=list)
    alternates: dict[str, str] = field(default_factory=dict)
    canonical: str = ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        page, values = self.page, {name: value or "" for name, value in attrs}
        relation = values.get("rel", "").split()
        if tag == "html":
            page.lang = values.get("lang", "")
        page.headings += tag == "h1"
        if "id" in values:
            page.ids.append(values["id"])
        if tag == "link" and "alternate" in relation and "hreflang" in values:
            page.alternates[values["hreflang"]] = values.get("href", "")
        elif tag == "link" and "canonical" in relation:
            page.canonical = values.get("href", "")
        elif values.get(ADDRESSES.get(tag, "")):
            page.links.append(values[ADDRESSES[tag]])
        if tag == "a" and values.get("href"):
            page.ways.append(values["href"])


@cache
def read_page(path: Path) -> Page:
    """Return what the HTML file at `path` says of itself."""
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return reader.page
