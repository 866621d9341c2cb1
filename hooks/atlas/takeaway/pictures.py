"""Pictures for paper: what a directive of a lesson shows, as a drawing whose colours are those of the day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import escape

from atlas.charts import chart_alt, chart_svg_for_print
from atlas.documents.route_sheet import chart as ground
from atlas.map.drawing import STILL
from atlas.map.entries import entries
from atlas.map.layout import Crop, Spot, spots
from atlas.map.words import map_words
from atlas.model import Catalogue, Lang, Place
from atlas.model.authored import asked
from atlas.plates import plate, standalone_svg
from atlas.typography import typeset
from atlas.words import TakeawayWords

PAPER: Final = Crop("paper", STILL[0].view, radius=17, figure=18.5, lettering=21, reach=100, gap=40)
"""The window of the chart of the territory: its names are read at arm's length."""


@dataclass(frozen=True)
class Picture:
    """A drawing to print.

    Attributes:
        svg: The drawing.
        alt: What it shows, for who does not see it.
        width: The share of the width of the text that it takes, in hundredths.
    """

    svg: str
    alt: str
    width: int = 100


def picture(catalogue: Catalogue, directive: str, lang: Lang, inks: Mapping[str, str]) -> Picture | None:
    """Return what a directive draws, or none for one that tells in words.

    Args:
        catalogue: The records.
        directive: The directive, such as `chart:airport-passengers`.
        lang: The language of the document.
        inks: The colours by token.
    """
    name, argument = asked(directive)
    if name == "chart":
        series = catalogue.indicator[argument]
        colours = {token: (ink, ink) for token, ink in inks.items()}
        svg = chart_svg_for_print(series, lang, colours=colours)
        return Picture(svg, typeset(chart_alt(series, lang), lang))
    if name == "plate":
        return plate_picture(argument, lang)
    if name == "map":
        return map_picture(catalogue, [] if argument == "all" else argument.split(","), lang, inks)
    return None


def plate_picture(id: str, lang: Lang) -> Picture | None:
    """Return the plate of a place, or none when it has not been drawn."""
    drawn = plate(id)
    return Picture(standalone_svg(drawn), typeset(drawn.alt.in_(lang), lang), width=48) if drawn else None


def map_picture(catalogue: Catalogue, ids: Sequence[str], lang: Lang, inks: Mapping[str, str]) -> Picture:
    """Return the chart of the territory with some places, or all of them when none is named."""
    places = [place for place in catalogue.places if not ids or place.id in ids]
    placed = spots(entries(places, lang), PAPER)
    drawn = ground(placed, [], PAPER, inks)
    letters = "".join(_letters(spot, inks, lang) for spot in placed)
    return Picture(drawn.removesuffix("</svg>") + letters + "</svg>", _alt(places, lang))


def _letters(spot: Spot, inks: Mapping[str, str], lang: Lang) -> str:
    """Return the number of a disc and the name beside it."""
    (x, y), figure = spot.disc, PAPER.figure
    drawn = (
        f'<text x="{x:.1f}" y="{y + figure * 0.35:.1f}" font-family="Atlas Numeral" font-size="{figure:g}" '
        f'text-anchor="middle" fill="{inks["ink"]}">{spot.entry.number}</text>'
    )
    if spot.label:
        mark = f" {map_words(lang)['approximate_mark']}" if spot.entry.approximate else ""
        ink = inks["on-sea"] if spot.label.on_sea else inks["ink"]
        drawn += (
            f'<text x="{spot.label.x:.1f}" y="{spot.label.y:.1f}" font-family="Atlas Label" '
            f'font-size="{PAPER.lettering:g}" text-anchor="{spot.label.anchor}" fill="{ink}">'
            f"{escape(spot.entry.name + mark)}</text>"
        )
    return drawn


def _alt(places: Sequence[Place], lang: Lang) -> str:
    names = ", ".join(f"{place.order}, {place.name.in_(lang)}" for place in sorted(places, key=lambda one: one.order))
    return TakeawayWords(lang)("map_alt", places=names)
