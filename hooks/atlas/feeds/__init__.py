"""The feeds: calendars to subscribe to, and what is new for feed readers. Each edition has its own.

`calendar` makes the calendars; `news` and `library` tell what is new, each as the `page_feed` of a page, in `atom`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from atlas.feeds.calendar import calendars
from atlas.feeds.library import library_feed
from atlas.feeds.news import events_feed
from atlas.model import Catalogue, Lang

__all__ = ["feeds"]


def feeds(catalogue: Catalogue, lang: Lang, day: date) -> Iterator[tuple[str, bytes]]:
    """Yield every feed of an edition by its path from the root of the whole site.

    Args:
        catalogue: The records.
        lang: The edition.
        day: The date of the data.
    """
    yield from calendars(catalogue, lang, day)
    yield events_feed(catalogue, lang, day)
    if catalogue.sessions:
        yield library_feed(catalogue, lang, day)
