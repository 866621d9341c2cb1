"""The documents that search reads: the text of the PDF files that pages offer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from html import escape
from pathlib import Path

from atlas import urls
from atlas.media.pdf import extracted_text
from atlas.media.resources import pdfs, resource_file
from atlas.model import Catalogue
from atlas.model.academy import Session
from atlas.model.resource import Resource
from atlas.model.vocabulary import ResourceLang
from atlas.search.passages import PageText


def with_documents(pages: Iterable[PageText], catalogue: Catalogue, root: Path) -> list[PageText]:
    """Return pages as search takes them, each with the text of the PDF files that it offers."""
    return [
        replace(page, html=page.html + held) if (held := searched_html(catalogue, root, page.path)) else page
        for page in pages
    ]


def searched_html(catalogue: Catalogue, root: Path, path: str) -> str:
    """Return what search reads beside the page at `path`: the text of the PDF files that the page offers.

    Each stands under the anchor by which the page offers it, so that what is found has an address.
    """
    lang = urls.edition_of(path)
    return "".join(
        f'<h2 id="resource-{resource.id}">{escape(resource.title.in_(lang))}</h2>{_paragraphs(root, session, resource)}'
        for session, resource in pdfs(catalogue)
        if path == urls.page_path("session", lang, session.id)
        and resource.lang.value in (ResourceLang.BOTH.value, lang)
    )


def _paragraphs(root: Path, session: Session, resource: Resource) -> str:
    text = extracted_text(resource_file(root, session.id, str(resource.file)))
    return "".join(f"<p>{escape(page)}</p>" for page in text.split("\n\n") if page)
