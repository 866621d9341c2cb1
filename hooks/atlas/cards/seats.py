"""The seat of the plate, at the right of a card: the plate of a place, its chart, or a sheet with the sun."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from atlas.cards.charts import chart
from atlas.cards.sheet import HEIGHT, SEAT, WIDTH, Studio
from atlas.model import Lang, Place, Text
from atlas.plates import Plate, plate, standalone_svg
from atlas.plates.primitives import HORIZON, ROUND, disc, ground, horizon, line, sky
from atlas.plates.sheet import sheet

_FRAME: Final = re.compile(r"^<svg[^>]*>|</svg>$")
_DISC: Final = re.compile(r'class="k-sun" cx="([^"]+)"')


def _slice(drawn: Plate, x: float, y: float, width: float, height: float) -> str:
    """Return the slice of a plate that a window shows: its whole height, around its disc."""
    found = _DISC.search(drawn.body)
    wide = min(width / height * 1000, 800)
    left = max(0.0, min(800 - wide, (float(found[1]) if found else 400) - wide / 2))
    return (
        f'<svg x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" viewBox="{left:g} 0 {wide:g} 1000" '
        f'preserveAspectRatio="xMidYMid slice">{_inside(drawn)}</svg>'
    )


def seat(place: Place, lang: Lang, studio: Studio) -> str:
    """Return the plate of a place, or its chart as long as no plate is drawn; both may run over at left."""
    drawn = plate(place.id)
    return _seated(drawn) if drawn else chart(place, lang, studio)


def row(places: Sequence[Place]) -> str:
    """Return the plates of some places side by side: a slice of each around its disc, and one horizon through all."""
    plates = [drawn for place in places if (drawn := plate(place.id))]
    return abreast(plates, SEAT, 0, WIDTH - SEAT, HEIGHT) if plates else sun(0, 1)


def abreast(plates: Sequence[Plate], x: float, y: float, width: float, height: float) -> str:
    """Return slices of plates that share a window."""
    wide = width / len(plates)
    return "".join(_slice(drawn, x + rank * wide, y, wide, height) for rank, drawn in enumerate(plates))


def sun(rank: int, of: int) -> str:
    """Return a sheet with nothing on it but the sun over the sea, at the hour of one page among others."""
    share = (rank + 0.5) / of
    x = round(200 + 400 * share)
    y = round(HORIZON + 20 - 300 * 4 * share * (1 - share))
    swell = "".join(f"M0 {648 + 58 * row + 8 * row * row}H800" for row in range(5))
    glints = "".join(
        f"M{x - half + shift} {626 + 34 * row + 4 * row * row}h{2 * half}"
        for row, (half, shift) in enumerate(((112, 0), (92, 10), (100, -12), (66, 16), (72, -8), (40, 12), (22, -4)))
    )
    water = line(swell, 2, "over", ' opacity=".28"') + line(glints, 11, "beam", ROUND)
    body = sheet(sky(), disc(x, y), ground(), water, horizon())
    nothing = Text.model_construct(fr="", en="")
    return _seated(Plate("sun", "sea", body, nothing, nothing))


def _seated(drawn: Plate) -> str:
    return f'<g transform="translate({SEAT} 0)scale({HEIGHT / 1000:g})">{_inside(drawn)}</g>'


def _inside(drawn: Plate) -> str:
    return _FRAME.sub("", standalone_svg(drawn))
