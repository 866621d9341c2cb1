"""Make a photograph fit for the site: `make picture FILE=docs/pictures/mucem/vue.jpg`.

It comes out upright, 2,400 points wide at most, in the colours of the web, as a JPEG that tells
nothing of where and with what it was taken. What can be read is replaced; nothing is enlarged.
"""

from __future__ import annotations

import argparse
import os
import sys
import warnings
from io import BytesIO
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from atlas.pictures.looking import MAX_BYTES, MIN_WIDTH, ORIENTATION, SIDEWAYS
from atlas.pictures.renditions import shown
from atlas.reading.slips import identifier

MAX_WIDTH = 2400
"""Points: more than a page shows, so that there is some to spare for the screens to come."""

QUALITIES = (90, 84, 78, 70, 60)
"""From a JPEG that nobody tells from the original to one that is still good; the first that is light enough."""


class RefusedError(Exception):
    """A file of which no photograph of the site can be made, with the reason in French."""


def fit(file: Path) -> Path:
    """Replace `file` with a photograph that the site accepts, and return its file.

    Raises:
        RefusedError: When that cannot be done; the file is left as it is.
    """
    try:
        with warnings.catch_warnings():
            # The editor's own file, on the editor's own machine: it may be large.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            photograph = shown(file, _size(file), formats=None)
    except FileNotFoundError:
        raise RefusedError("ce fichier n’existe pas") from None
    except UnidentifiedImageError:
        raise RefusedError("ce n’est pas une image que l’on sait lire ; exportez-la d’abord en JPEG") from None
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise RefusedError(f"l’image ne peut pas être lue ({error})") from None
    if photograph.width < MIN_WIDTH:
        raise RefusedError(f"{photograph.width} points de large, pour {MIN_WIDTH} au moins ; prenez l’original")
    content = _jpeg(photograph)
    target = file.with_name(f"{identifier(file.stem) or 'photographie'}.jpg")
    if target != file and target.exists() and not target.samefile(file):
        raise RefusedError(f"{target.name} existe déjà ; renommez d’abord l’un des deux")
    # Written aside, then renamed: the original must not be lost to a full disk.
    part = target.with_name(f".{target.name}.part")
    part.write_bytes(content)
    if target != file:
        file.unlink()
    os.replace(part, target)
    return target


def _size(file: Path) -> tuple[int, int]:
    """Return the width and the height that the photograph is to have."""
    with Image.open(file) as image:
        turned = image.getexif().get(ORIENTATION) in SIDEWAYS
        width, height = image.size[::-1] if turned else image.size
    across = min(width, MAX_WIDTH)
    return across, max(1, round(height * across / width))


def _jpeg(photograph: Image.Image) -> bytes:
    content = b""
    for quality in QUALITIES:
        out = BytesIO()
        photograph.save(out, format="JPEG", quality=quality, optimize=True, progressive=True)
        content = out.getvalue()
        if len(content) <= MAX_BYTES:
            break
    return content


def main(arguments: list[str] | None = None) -> int:
    """Make each file fit, and say what became of it."""
    parser = argparse.ArgumentParser(description="Prépare une photographie pour le site.")
    parser.add_argument("files", nargs="+", type=Path, help="les fichiers, dans docs/pictures/<lieu>/")
    status = 0
    for file in parser.parse_args(arguments).files:
        try:
            before = file.stat().st_size if file.exists() else 0
            target = fit(file)
        except RefusedError as refused:
            print(f"✗ {file} : {refused}.", file=sys.stderr)
            status = 1
            continue
        with Image.open(target) as image:
            size = f"{image.width} × {image.height} points"
        after = target.stat().st_size
        weights = " au lieu de ".join(f"{count / 1e6:.1f} Mo".replace(".", ",") for count in (after, before))
        print(f"✓ {target} : {size}, {weights}, sans métadonnées.")
        if target.name != file.name:
            print(f"  Dans la fiche du lieu, écrivez « file: {target.name} ».")
    return status


if __name__ == "__main__":
    sys.exit(main())
