"""Atom (RFC 4287): a feed of dated entries, for feed readers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element

from atlas.exports.xml_file import LANG, add, xml_bytes
from atlas.model import Lang

ATOM = "http://www.w3.org/2005/Atom"
"""The namespace of Atom."""

MOST = 50
"""How many entries a feed holds: the newest."""


@dataclass(frozen=True)
class FeedEntry:
    """An entry of a feed.

    Attributes:
        address: The address of what it tells, which also tells it from all others.
        title: Its title.
        summary: What it says, as plain text.
        updated: The day when it was last true.
        category: What kind of thing it is; empty for none.
    """

    address: str
    title: str
    summary: str
    updated: date
    category: str = ""


@dataclass(frozen=True)
class FeedHead:
    """What a feed says of itself.

    Attributes:
        title: Its title.
        subtitle: What it follows, in a sentence.
        address: Its own address.
        page: The address of the page that it follows.
        author: Who publishes it.
        rights: What one may do with it.
        lang: The language of its texts.
    """

    title: str
    subtitle: str
    address: str
    page: str
    author: str
    rights: str
    lang: Lang


def atom_feed(head: FeedHead, entries: Iterable[FeedEntry], day: date) -> bytes:
    """Return a feed, the newest entries first; an empty one bears the date of the data.

    Args:
        head: What the feed says of itself.
        entries: Its entries, in any order.
        day: The date of the data.
    """
    newest = sorted(entries, key=lambda entry: (-entry.updated.toordinal(), entry.address))[:MOST]
    root = Element("feed", {"xmlns": ATOM, LANG: head.lang})
    add(root, "id", head.address)
    add(root, "title", head.title)
    add(root, "subtitle", head.subtitle)
    add(root, "updated", _moment(newest[0].updated if newest else day))
    add(root, "link", attributes={"rel": "self", "type": "application/atom+xml", "href": head.address})
    add(root, "link", attributes={"rel": "alternate", "type": "text/html", "hreflang": head.lang, "href": head.page})
    add(add(root, "author"), "name", head.author)
    add(root, "rights", head.rights)
    for entry in newest:
        _entry(root, entry, head.lang)
    return xml_bytes(root)


def _entry(root: Element, entry: FeedEntry, lang: Lang) -> None:
    node = add(root, "entry")
    add(node, "id", entry.address)
    add(node, "title", entry.title)
    add(node, "updated", _moment(entry.updated))
    add(node, "link", attributes={"rel": "alternate", "type": "text/html", "hreflang": lang, "href": entry.address})
    if entry.category:
        add(node, "category", attributes={"term": entry.category})
    add(node, "summary", entry.summary, {"type": "text"})


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
