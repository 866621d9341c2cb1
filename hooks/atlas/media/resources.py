"""The resources of sessions as files: where they are, and the pictures of their PDF files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from atlas import urls
from atlas.heavy import Rendering
from atlas.media.pdf import thumbnail
from atlas.model import Catalogue
from atlas.model.academy import Session
from atlas.model.resource import Resource


def resource_file(root: Path, session: str, name: str) -> Path:
    """Return the file of a resource in the project at `root`; it stands beside the French head of its session."""
    return root / "docs" / "fr" / urls.SLUGS["academy"]["fr"] / session / name


def thumbnail_path(session: str, file: str) -> str:
    """Return where the picture of the first page of a PDF is published."""
    return urls.resource_path(session, file.removesuffix(".pdf") + ".page-1.webp")


def thumbnails(catalogue: Catalogue, root: Path) -> Iterator[Rendering]:
    """Yield the picture of the first page of each PDF."""
    for session, resource in pdfs(catalogue):
        name = str(resource.file)
        yield thumbnail(resource_file(root, session.id, name), thumbnail_path(session.id, name))


def pdfs(catalogue: Catalogue) -> Iterator[tuple[Session, Resource]]:
    """Yield the resources that are PDF files, each with its session."""
    for session in catalogue.sessions:
        for resource in session.resources:
            if resource.file and resource.file.endswith(".pdf"):
                yield session, resource
