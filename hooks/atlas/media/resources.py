"""The resources of sessions as files: where they are, pictures of their PDF files, and the text that search takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape
from pathlib import Path

from atlas import urls
from atlas.heavy import Rendering
from atlas.media.pdf import extracted_text, thumbnail
from atlas.model import Catalogue
from atlas.model.academy import Session
from atlas.model.resource import Resource
from atlas.model.vocabulary import ResourceLang
from atlas.search.passages import PageText


def resource_file(root: Path, session: str, name: str) -> Path:
    """Return the file of a resource in the project at `root`; it stands beside the French head of its session."""
    return root / "docs" / "fr" / urls.SLUGS["academy"]["fr"] / session / name


def thumbnail_path(session: str, file: str) -> str:
    """Return where the picture of the first page of a PDF is published."""
    return urls.resource_path(session, file.removesuffix(".pdf") + ".page-1.webp")


def thumbnails(catalogue: Catalogue, root: Path) -> Iterator[Rendering]:
    """Yield the picture of the first page of each PDF."""
    for session, resource in _pdfs(catalogue):
        name = str(resource.file)
        yield thumbnail(resource_file(root, session.id, name), thumbnail_path(session.id, name))


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
        for session, resource in _pdfs(catalogue)
        if path == urls.page_path("session", lang, session.id)
        and resource.lang.value in (ResourceLang.BOTH.value, lang)
    )


def _paragraphs(root: Path, session: Session, resource: Resource) -> str:
    text = extracted_text(resource_file(root, session.id, str(resource.file)))
    return "".join(f"<p>{escape(page)}</p>" for page in text.split("\n\n") if page)


def _pdfs(catalogue: Catalogue) -> Iterator[tuple[Session, Resource]]:
    for session in catalogue.sessions:
        for resource in session.resources:
            if resource.file and resource.file.endswith(".pdf"):
                yield session, resource
