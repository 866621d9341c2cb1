"""The manifesto as a poster: the sentence on the sea, off the coast that it speaks of, on A3 paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import shapely

from atlas import urls
from atlas.documents.manifesto import articles, opening
from atlas.documents.printed import Print
from atlas.documents.typesetting import Document
from atlas.geography.basemap import basemap
from atlas.map.projection import path
from atlas.model import Catalogue, Lang

LEFT, TOP, WIDTH, HEIGHT = 262.0, 36.0, 1054.0, 700.0
"""The window on the coast: as wide as the sheet; below it the sheet is all sea."""

DISC: Final = (1150.0, 455.0, 115.0)
"""The sun, which is about to sink behind the coast."""


def manifesto_poster(catalogue: Catalogue, lang: Lang, inks: Mapping[str, str]) -> Document:
    """Return the poster of the manifesto in one language, in the colours given by token."""
    out = Print(catalogue, lang)
    data = {
        **opening(out, catalogue),
        "articles_title": out.word("doc_articles"),
        "articles": articles(out, catalogue.manifesto),
        "sources_title": out.word("nav_sources"),
        "sources": out.sources(),
    }
    return Document(urls.document_path("manifesto_poster", lang), "manifesto_poster.typ", data, {"coast": coast(inks)})


def coast(inks: Mapping[str, str]) -> str:
    """Return the coast as SVG: paper that is land and sky, the disc, and the sea with its water lines."""
    base = basemap()
    window = (LEFT - 60, TOP - 60, LEFT + WIDTH + 60, TOP + HEIGHT + 60)
    sea = path(base.sea, tolerance=0.5, window=window)
    limits = path(shapely.MultiLineString([*base.limits, *base.border]), tolerance=0.9, window=window)
    waves = ""
    for line in base.water_lines[:6]:
        d = path(shapely.MultiLineString(line.lines), tolerance=0.6, window=window)
        waves += f'<path d="{d}"/>'
    paper, hair, sea_ink, wave, lemon = (inks[name] for name in ("paper", "hair", "sea", "wave", "lemon"))
    x, y, radius = DISC
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH:g}" height="{HEIGHT:g}" '
        f'viewBox="{LEFT:g} {TOP:g} {WIDTH:g} {HEIGHT:g}">'
        f'<path fill="{paper}" d="M{LEFT:g} {TOP:g}h{WIDTH:g}v{HEIGHT:g}h-{WIDTH:g}z"/>'
        f'<path fill="none" stroke="{hair}" stroke-width=".55" d="{limits}"/>'
        f'<circle fill="{lemon}" cx="{x:g}" cy="{y:g}" r="{radius:g}"/>'
        f'<path fill="{sea_ink}" d="{sea}"/>'
        f'<g fill="none" stroke="{wave}" stroke-width="1.1">{waves}</g></svg>'
    )
