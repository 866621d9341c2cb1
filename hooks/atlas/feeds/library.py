"""What is new in the library, for feed readers: lessons and resources, each dated by its last change."""

from __future__ import annotations

from datetime import date

from atlas import urls
from atlas.exports.texts import plain
from atlas.feeds.atom import FeedEntry
from atlas.feeds.page_feed import page_feed
from atlas.library.items import LibraryItem, library_items
from atlas.model import Catalogue, Lang
from atlas.model.event import last_day
from atlas.typography import typeset
from atlas.words import Words


def library_feed(catalogue: Catalogue, lang: Lang, day: date) -> tuple[str, bytes]:
    """Return the path of the feed of the library of an edition, and the feed.

    Documents that the site makes of lessons are not told: they follow from them.
    """
    told = [item for item in library_items(catalogue) if item.updated and (item.lesson or item.resource)]
    entries = (_entry(catalogue, item, lang, day) for item in told)
    return page_feed(catalogue, lang, day, feed="library", page="library", entries=entries)


def _entry(catalogue: Catalogue, item: LibraryItem, lang: Lang, day: date) -> FeedEntry:
    site = catalogue.identity.site_url
    session = catalogue.session[str(item.session)]
    held = typeset(f"{Words(lang)('session_n', n=session.order)}, {plain(session.title.in_(lang), lang)}.", lang)
    about = plain(item.about.in_(lang), lang) if item.about else ""
    return FeedEntry(
        # A resource has no page of its own; its line in the library tells it from the others.
        address=site + (item.paths[lang] if item.lesson else f"{urls.page_path('library', lang)}#{item.id}"),
        title=plain(item.title.in_(lang), lang),
        summary=" ".join(filter(None, (about, held))),
        # A month counts for its last day, never for a day to come.
        updated=min(last_day(str(item.updated)), day),
        category=typeset(item.type.label(lang), lang),
    )
