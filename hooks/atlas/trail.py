"""The way to a page that stands deeper than its section: a lesson is in a session."""

from __future__ import annotations

from collections.abc import Sequence

from atlas import urls
from atlas.model import Catalogue


def steps_between(catalogue: Catalogue, path: str) -> Sequence[tuple[str, str]]:
    """Return the titles and paths of the pages between the section of `path` and that page."""
    lang = urls.edition_of(path)
    for session in catalogue.sessions:
        above = urls.page_path("session", lang, session.id)
        if path.startswith(above) and path != above:
            return [(session.title.in_(lang), above)]
    return []
