"""The uses of a source: the pages that it supports."""

from __future__ import annotations

from collections.abc import Iterable

from atlas import urls
from atlas.citations import cited, cited_in, cited_in_lesson
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
    addresses = {each.path for each in catalogue.pages}
    listed = (
        ("actions", catalogue.actions),
        ("calendar", catalogue.events),
        ("changemakers", (*catalogue.networks, *catalogue.people)),
    )
    for kind, records in listed:
        if urls.page_path(kind, page.lang) in addresses:
            use(cited(tuple(records)), getattr(page.words, f"nav_{kind}"), page.href(kind))
    for indicator in catalogue.indicators:
        use(cited(indicator), indicator.title.in_(page.lang), page.href("indicator", indicator.id))
    use(cited((*catalogue.single_values, *catalogue.targets)), page.words.nav_observatory, page.href("observatory"))
    for session in catalogue.sessions:
        use(cited_in(session.body[page.lang]), session.title.in_(page.lang), page.href("session", session.id))
    for lesson in catalogue.lessons:
        use(cited_in_lesson(lesson, page.lang), lesson.title.in_(page.lang), page.href("lesson", lesson.key))
    for term in catalogue.terms:
        use(term.sources, page.words.nav_glossary, page.href("glossary"))
    return {id: [(title, link) for link, title in found.items()] for id, found in uses.items()}
