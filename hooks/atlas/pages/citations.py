"""Citations: which pages each source supports."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from atlas import urls
from atlas.pages.rendering import PageRenderer


def source_uses(page: PageRenderer) -> dict[str, list[tuple[str, str]]]:
    """Return, for each source that is cited, the pages that it supports: their titles and links from `page`."""
    catalogue = page.catalogue
    uses: dict[str, dict[str, str]] = {}

    def use(ids: Iterable[str], title: str, link: str) -> None:
        for id in sorted(set(ids)):
            uses.setdefault(id, {}).setdefault(link, title)

    use(cited(catalogue.identity), catalogue.identity.name, page.href("home"))
    use(cited(catalogue.manifesto), page.words.nav_manifesto, page.href("manifesto"))
    for written in catalogue.pages:
        if written.lang == page.lang:
            use(written.cited, written.head.title, urls.relative(written.path, start=page.path))
    for place in catalogue.places:
        use(cited(place), place.name.in_(page.lang), page.href("place", place.id))
    places = {place.name.in_(page.lang) for place in catalogue.places}
    for member in catalogue.members:
        name = member.short.in_(page.lang)
        if name in places:  # an organisation may bear the name of its place
            name = page.words("as_member", name=name)
        use(cited(member), name, page.href("member", member.id))
    return {id: [(title, link) for link, title in found.items()] for id, found in uses.items()}


def cited(record: Any) -> set[str]:
    """Return the sources that a record cites anywhere in it: every field whose name ends in `sources`."""
    found: set[str] = set()
    if isinstance(record, tuple):
        for item in record:
            found |= cited(item)
    elif hasattr(type(record), "model_fields"):
        for name in type(record).model_fields:
            value = getattr(record, name)
            found |= set(value) if name.endswith("sources") else cited(value)
    return found
