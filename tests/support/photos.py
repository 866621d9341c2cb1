"""Synthetic photographs: a gradient with a red corner, and what a telephone would write beside it."""

from __future__ import annotations

from fractions import Fraction
from io import BytesIO

from PIL import Image

RED = (220, 30, 20)
"""The corner, an eighth of the sides: top left when the photograph is upright."""

GPS = 0x8825
ORIENTATION = 0x0112


def photo(
    width: int = 1600,
    height: int = 1067,
    form: str = "JPEG",
    *,
    located: bool = False,
    turned: bool = False,
    weight: int = 0,
    cut: bool = False,
) -> bytes:
    """Return the bytes of a photograph.

    Args:
        width: Its width as shown, in points.
        height: Its height as shown.
        form: Its format, by Pillow's name.
        located: Whether it tells where it was taken.
        turned: Whether the camera was held sideways: the file lies on its side, and says so.
        weight: Bytes to reach, by comments as some cameras write them.
        cut: Whether the file lacks its second half.
    """
    across = Image.linear_gradient("L").resize((width, height))
    image = Image.merge(
        "RGB", (across, across.point(lambda value: 255 - value), across.point(lambda value: value // 2))
    )
    image.paste(RED, (0, 0, width // 8, height // 8))
    exif = Image.Exif()
    exif[0x010F] = "Appareil d’essai".encode("ascii", "replace").decode()
    if located:
        exif[GPS] = {
            1: "N",
            2: (Fraction(43), Fraction(17), Fraction(0)),
            3: "E",
            4: (Fraction(5), Fraction(22), Fraction(0)),
        }
    if turned:
        exif[ORIENTATION] = 6
        image = image.transpose(Image.Transpose.ROTATE_90)
    out = BytesIO()
    image.save(out, format=form, exif=exif)
    data = out.getvalue()
    comment = b"\xff\xfe\xff\xff" + bytes(0xFFFD)
    data = data[:2] + comment * (max(0, weight - len(data)) // len(comment) + (weight > 0)) + data[2:]
    return data[: len(data) // 2] if cut else data
