"""Offers: what a page of the Academy lends to take away, each with its weight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from atlas import urls
from atlas.model.academy import Session
from atlas.words import TakeawayWords

if TYPE_CHECKING:
    from atlas.pages.rendering import PageRenderer

PAPERS: Final[Mapping[str, str]] = {
    "academy_text": "text",
    "academy_exercises": "exercises",
    "academy_answers": "answers",
}
"""The documents of a session and of the course, by their kind of `urls.DOCUMENTS`, with the key of their words."""


@dataclass(frozen=True)
class Offer:
    """A file to take away, or the page to print.

    Attributes:
        label: What it is, in words.
        href: The link to it.
        weight: What it weighs, in words.
        format: Its format, in words.
        type: Its media type; empty for a page.
        hint: How to use it, where that is not plain; empty else.
    """

    label: str
    href: str
    weight: str
    format: str
    type: str
    hint: str = ""


def academy_downloads(page: PageRenderer, session: Session | None = None) -> Sequence[Offer]:
    """Return what can be taken away of a session, or of the whole course when none is given.

    Files that are not published, as in a preview that has not rendered them, are left out.
    """
    lang, id, words = page.lang, session.id if session else None, TakeawayWords(page.lang)
    label = "session_" if session else ""
    whole = [(urls.archive_path(lang, id), words(f"{label}archive"), "ZIP", "application/zip", words("archive_hint"))]
    for kind, key in PAPERS.items():
        name = words(f"{label}text" if key == "text" else key)
        whole.append((urls.document_path(kind, lang, id), name, "PDF", "application/pdf", ""))
    whole.append((urls.print_path(lang, id), words("printable"), words("page_format"), "", ""))
    offers = []
    for path, name, format, type, hint in whole:
        if file := page.file(path):
            offers.append(Offer(name, file.href, file.weight, format, type, hint))
    return offers
