"""The addresses of the pages that the content makes, known before any page is made."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Final

from atlas import urls
from atlas.model.text import Lang
from atlas.reading.entries import Content
from atlas.reading.problems import did_you_mean

_KINDS: Final = ("place", "member", "route", "indicator")
"""The kinds of record that have a page each, the Academy excepted."""

_AROUND: Final = re.compile(r"^(?:https?://[^/]+)?[./]*(?:docs/(?:fr|en)/)?|(?:index)?(?:\.md|\.html)?(?:#.*)?/*$")
"""What people write before and after an address: a host, a folder, the ending of a file, an anchor."""


def page_addresses(content: Content, lang: Lang) -> Mapping[str, tuple[str, str] | None]:
    """Return the path of each page of an edition, drafts included, with the kind and identifier of its record.

    A page that somebody wrote in Markdown has none.
    """
    found: dict[str, tuple[str, str] | None] = {
        path: None for path in content.authored if urls.edition_of(path) == lang
    }
    for kind in _KINDS:
        found |= {urls.page_path(kind, lang, id): (kind, id) for id in content.known.get(kind, ())}
    if content.academy:
        found |= {urls.page_path("session", lang, id): ("session", id) for id in content.academy.sessions}
        found |= {urls.page_path("lesson", lang, id): ("lesson", id) for id in content.academy.lessons}
    return found


def may_exist(path: str, content: Content, lang: Lang) -> bool:
    """Return whether a path may be that of a record whose file cannot be read, and so is not known."""
    unread = (kind for kind in _KINDS if kind not in content.known)
    return any(path.startswith(urls.page_path(kind, lang, "").rstrip("/")) for kind in unread)


def cleaned(path: str, lang: Lang, known: Collection[str]) -> str | None:
    """Return the known path that is written another way: as a file, with a host, as in the other edition."""
    bare = _AROUND.sub("", path.strip())
    local = f"{bare}/".removeprefix(urls.ROOTS["en"])
    own = [f"{bare}/", urls.ROOTS[lang] + local]
    return next((each for each in (*own, *map(urls.counterpart, own)) if each in known), None)


def nearest(path: str, lang: Lang, known: Collection[str]) -> str | None:
    """Return the known path that a wrong one resembles, or none."""
    meant = cleaned(path, lang, known)
    if meant is None:
        last = _AROUND.sub("", path.strip()).rpartition("/")[2]
        ends = [each for each in sorted(known) if last and each.endswith(f"/{last}/")]
        meant = ends[0] if len(ends) == 1 else did_you_mean(path, sorted(known))
    return meant
