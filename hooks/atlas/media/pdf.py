"""PDF files that editors add: their text, for search; their pages, counted; a picture of the first one.

The two readers are loaded only when there is a PDF to read: most projects have none.
"""

from __future__ import annotations

import io
import logging
import math
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Final

from atlas.heavy import Rendering

WIDTH: Final = 480
"""The width of a thumbnail, in pixels: twice what a page shows."""


# Its warnings would stand beside our messages, in another language, and say less.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


class UnreadablePdfError(Exception):
    """A file is not a PDF, or cannot be opened without a password."""


@dataclass(frozen=True)
class PdfLook:
    """What a PDF says of its pages.

    Attributes:
        pages: How many it has.
        height: The height of the picture of its first page, in pixels.
    """

    pages: int
    height: int


def extracted_text(path: Path) -> str:
    """Return the text of a PDF, a paragraph a page, in the order of its pages; empty when it holds only pictures.

    Raises:
        UnreadablePdfError: When the file cannot be read as a PDF.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        pages = [page.extract_text() for page in PdfReader(path).pages]
    except (PyPdfError, ValueError, KeyError, OSError) as error:
        raise UnreadablePdfError(str(error)) from None
    return "\n\n".join(filter(None, (" ".join(text.split()) for text in pages)))


def look_at(path: Path) -> PdfLook:
    """Return what a PDF says of its pages.

    Raises:
        UnreadablePdfError: When the file cannot be read as a PDF.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        pages = PdfReader(path).pages
        if not pages:
            return PdfLook(0, 0)
        box = pages[0].cropbox
        width, height = (box.height, box.width) if pages[0].rotation % 180 else (box.width, box.height)
        # Rounded up, as the drawing of the page is.
        return PdfLook(len(pages), math.ceil(WIDTH * float(height) / float(width)))
    except (PyPdfError, ValueError, KeyError, OSError, ZeroDivisionError) as error:
        raise UnreadablePdfError(str(error)) from None


def thumbnail(path: Path, published: str) -> Rendering:
    """Return the picture of the first page of a PDF, as a WebP to be published at `published`."""
    content = path.read_bytes()
    parts = ("pdf thumbnail", str(WIDTH), version("pypdfium2"), version("Pillow"))
    return Rendering(published, (content, *parts), lambda: _drawn(content))


def _drawn(content: bytes) -> bytes:
    import pypdfium2  # type: ignore[import-untyped]

    document = pypdfium2.PdfDocument(content)
    try:
        page = document[0]
        picture = page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB")
    finally:
        document.close()
    out = io.BytesIO()
    picture.save(out, "WEBP", quality=82, method=6)
    return out.getvalue()
