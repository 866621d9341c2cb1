"""Renditions: a photograph at one size in one format, and nothing else of what its file holds."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import PIL
from PIL import Image, ImageCms

from atlas.pictures.looking import FORMATS, ORIENTATION, SIDEWAYS

FORMS: Final[Mapping[str, tuple[str, Mapping[str, Any]]]] = {
    # One thread for each picture, so that the same machine and another give the same bytes.
    "avif": ("AVIF", {"quality": 58, "speed": 6, "codec": "aom", "max_threads": 1, "autotiling": False}),
    "webp": ("WEBP", {"quality": 78, "method": 4}),
    "jpg": ("JPEG", {"quality": 80, "optimize": True, "progressive": True, "subsampling": "4:2:0"}),
}
"""The formats by their endings, the lightest first; the last one is what every browser reads."""

_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What puts a picture upright, by the number with which a camera says how it was held."""

RECIPE: Final = f"photograph 1, Pillow {PIL.__version__}, {FORMS}"
"""What decides a rendition beside its file, its size and its format. The number changes with the code below."""


def rendition(file: Path, size: tuple[int, int], form: str) -> bytes:
    """Return the photograph at `size`, its colours in sRGB, without position, names of cameras or other metadata."""
    name, options = FORMS[form]
    out = BytesIO()
    shown(file, size).save(out, format=name, **options)
    return out.getvalue()


def shown(file: Path, size: tuple[int, int], formats: tuple[str, ...] | None = FORMATS) -> Image.Image:
    """Return a photograph upright, at `size`, in sRGB, without any metadata.

    Args:
        file: Its file.
        size: Its width and height.
        formats: The formats that are read; every one that Pillow knows for none.
    """
    with Image.open(file, formats=formats) as image:
        orientation = image.getexif().get(ORIENTATION)
        across = size[::-1] if orientation in SIDEWAYS else size
        # A JPEG can be read at a fraction of its size, which takes a fraction of the time.
        image.draft(None, (across[0] * 2, across[1] * 2))
        profile = image.info.get("icc_profile")
        scaled = _flat(image).resize(across, Image.Resampling.LANCZOS, reducing_gap=3.0)
    if orientation in _TURNS:
        scaled = scaled.transpose(_TURNS[orientation])
    # A new picture has no metadata that a format could carry over.
    clean = Image.new("RGB", size)
    clean.paste(_in_srgb(scaled, profile))
    return clean


def _flat(image: Image.Image) -> Image.Image:
    """Return a picture of plain points: no palette, no transparency, eight bits a colour."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value / 256).convert("L")
    if image.has_transparency_data:
        seen = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen).convert("RGB")
    return image if image.mode in {"L", "RGB", "CMYK"} else image.convert("RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return a picture in the colours that browsers take for granted."""
    if profile:
        try:
            given = ImageCms.ImageCmsProfile(BytesIO(profile))
            found = ImageCms.profileToProfile(image, given, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            found = None  # A profile for another kind of colours, or a damaged one: the colours are taken as they are.
        if found is not None:
            return found
    return image.convert("RGB")
