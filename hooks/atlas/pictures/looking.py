"""What a picture's file really is: its head is read, not its name, and its points are not decoded."""

from __future__ import annotations

import os
import stat
import struct
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PIL import Image, UnidentifiedImageError

FOLDER: Final = "docs/pictures"
"""Where the photographs are, a folder for each place."""

FORMATS: Final = ("JPEG", "PNG", "WEBP")
"""The formats that the site reads, by Pillow's names; no other decoder ever sees a file of an editor."""

MAX_BYTES: Final = 6_000_000
"""A photograph at its useful size weighs a tenth of this; the project keeps every version for ever."""

MIN_WIDTH: Final = 1200
"""Points: less would look coarse across a page."""

MAX_PIXELS: Final = 50_000_000
"""A good camera's; a small file that unfolds to more could fill the memory of the machine that builds."""

ORIENTATION: Final = 0x0112
"""The entry of EXIF that says how the camera was held."""

SIDEWAYS: Final = frozenset({5, 6, 7, 8})
"""The orientations that exchange width and height."""

_GPS: Final = 0x8825
_TAIL: Final = 64 * 1024
_SIGNATURES: Final = {
    b"%PDF": "un document PDF",
    b"PK\x03\x04": "un document Word, Excel ou ZIP",
    b"<svg": "un dessin SVG",
    b"<?xml": "un dessin SVG",
    b"<!DOCTYPE": "une page web",
    b"<!doctype": "une page web",
    b"<html": "une page web",
    b"GIF8": "une image GIF",
    b"II*\x00": "une image TIFF",
    b"MM\x00*": "une image TIFF",
    b"BM": "une image BMP",
}
_BRANDS: Final = {
    b"avif": "une image AVIF",
    b"heic": "une photo HEIC",
    b"heix": "une photo HEIC",
    b"mif1": "une photo HEIC",
}
_READABLE: Final = frozenset({"une image GIF", "une image TIFF", "une image BMP", "une image AVIF"})


@dataclass(frozen=True)
class Look:
    """A real picture.

    Attributes:
        bytes: Its weight.
        width: Its width in points, as it is shown.
        height: Its height in points, as it is shown.
        located: Whether it tells where it was taken.
    """

    bytes: int
    width: int
    height: int
    located: bool


class NotAPictureError(Exception):
    """A file that is no picture, or not one that the site can read.

    Attributes:
        what: What it is, in French; empty for a picture that is damaged.
        readable: Whether `make picture` can turn it into a picture of the site.
    """

    def __init__(self, what: str, *, readable: bool = False) -> None:
        """Say what the file is instead."""
        super().__init__(what)
        self.what = what
        self.readable = readable


def look(path: Path) -> Look:
    """Return what is to be known of a picture.

    Raises:
        NotAPictureError: When the file is something else, or damaged.
    """
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode):
        # A link could publish a file from elsewhere; a pipe would wait for ever.
        raise NotAPictureError("un lien ou un dossier")
    with path.open("rb") as file:
        head = file.read(64)
    what = _other(head)
    if what:
        raise NotAPictureError(what, readable=what in _READABLE)
    try:
        with warnings.catch_warnings():
            # Pillow warns of large pictures; here their size is measured, and refused in the editor's words.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(path, formats=FORMATS) as image:
                exif = image.getexif()
                turned = exif.get(ORIENTATION) in SIDEWAYS
                located = bool(exif.get_ifd(_GPS)) or b"GPSLatitude" in _xmp(image)
                width, height = image.size
    except UnidentifiedImageError:
        raise NotAPictureError("" if head.startswith((b"\xff\xd8", b"\x89PNG", b"RIFF")) else "autre chose") from None
    except Image.DecompressionBombError:
        raise NotAPictureError("une image de plus de 100 millions de points") from None
    except (OSError, SyntaxError, ValueError, struct.error):
        raise NotAPictureError("") from None
    if not _whole(path, head, status.st_size):
        raise NotAPictureError("")
    if turned:
        width, height = height, width
    return Look(status.st_size, width, height, located)


def _other(head: bytes) -> str | None:
    """Return what the first bytes say a file is, when they say it is not a picture of the site."""
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "une vidéo")
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return next((what for sign, what in _SIGNATURES.items() if start.startswith(sign)), None)


def _xmp(image: Image.Image) -> bytes:
    """Return the packet in which photo editors write what they know, the position among it."""
    found = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    return found.encode() if isinstance(found, str) else bytes(found)


def _whole(path: Path, head: bytes, size: int) -> bool:
    """Return whether the file has its end: one that was cut short would stop the build much later."""
    if head.startswith(b"RIFF"):
        return size >= int.from_bytes(head[4:8], "little") + 8
    with path.open("rb") as file:
        file.seek(max(0, size - _TAIL), os.SEEK_SET)
        # Some cameras add matter of their own after the end of the picture.
        return (b"\xff\xd9" if head.startswith(b"\xff\xd8") else b"IEND") in file.read()
