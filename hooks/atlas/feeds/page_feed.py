"""The feed of a page, whatever it tells: its name and address are those of the page, its licence that of the site."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from atlas import urls
from atlas.exports.about import LICENCE
from atlas.feeds.atom import FeedEntry, FeedHead, atom_feed
from atlas.model import Catalogue, Lang
from atlas.typography import typeset
from atlas.words import Words


def page_feed(
    catalogue: Catalogue, lang: Lang, day: date, *, feed: str, page: str, entries: Iterable[FeedEntry]
) -> tuple[str, bytes]:
    """Return the path of the feed of a page of an edition, and the feed.

    Args:
        catalogue: The records.
        lang: The edition.
        day: The date of the data.
        feed: The feed, by its key in `urls.feed_path` and in the words.
        page: The page that it follows, by its key in `urls.page_path` and in the words.
        entries: What it tells, in any order.
    """
    words, identity = Words(lang), catalogue.identity
    path = urls.feed_path(feed, lang)
    head = FeedHead(
        title=f"{identity.name}, {words(f'nav_{page}').lower()}",
        subtitle=typeset(words(f"feed_{feed}"), lang),
        address=identity.site_url + path,
        page=identity.site_url + urls.page_path(page, lang),
        author=identity.name,
        rights=LICENCE,
        lang=lang,
    )
    return path, atom_feed(head, entries, day)
