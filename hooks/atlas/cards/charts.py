"""The charts of the cards: the coast with the discs of the places, as on the cover and the map."""

from __future__ import annotations

import math

from atlas.cards.sheet import HEIGHT, SEAT, WIDTH, Studio
from atlas.map.drawing import LOCATOR
from atlas.map.entries import Entry, entries, entry
from atlas.map.ground import ground
from atlas.map.layout import Crop, Spot, spots
from atlas.map.projection import lon_lat, xy
from atlas.model import Lang, Place

COVER = Crop("card-cover", (0, 72, 1440, 756), radius=19, figure=21, lettering=None, reach=104, gap=46)
"""The window of the home page's card."""

MAP = Crop("card-map", (395, 76, 1080, 567), radius=15, figure=17, lettering=19, reach=88, gap=37)
"""The window of the map's card, in which names can be read."""

WATER_LINES = 6


def coast(studio: Studio, crop: Crop, lang: Lang, *, graticule: bool = False) -> str:
    """Return the coast in a window, with every place on it, as wide and high as the card."""
    left, top, width, height = crop.view
    scale = WIDTH / width
    shown = spots(entries(studio.catalogue.places, lang, _nowhere), crop)
    leaders = "".join(_leader(spot, crop, studio) for spot in shown if spot.aside)
    discs = "".join(_disc(spot.entry, spot.disc, crop.radius, crop.figure, studio) for spot in shown)
    names = "".join(_name(spot, crop, studio) for spot in shown)
    lines = _graticule(crop.view, studio) if graticule else ""
    return (
        f'<g transform="scale({scale:g})translate({-left:g} {-top:g})">'
        f"{_ground(crop.name, (left, top, left + width, top + height), studio)}{lines}{leaders}{discs}{names}</g>"
    )


def chart(place: Place, lang: Lang, studio: Studio) -> str:
    """Return the chart of one place in the seat of the plate: its parallel is the horizon. It runs over at left."""
    left, width, height = LOCATOR
    one = entry(place, lang)
    x, y = xy(one.lon, one.lat)
    top = y - height * 0.6
    scale = HEIGHT / height
    view = (left, top, width, height)
    cross = f"M{x:.1f} {top:g}v{height:g}M{left:g} {y:.1f}h{width:g}"
    return (
        f'<g transform="translate({SEAT} 0)scale({scale:g})translate({-left:g} {-top:g})">'
        f"{studio.field('sheet', left, top, width, height)}"
        f"{_ground('card-chart', (left, top, left + width, top + height), studio)}{_graticule(view, studio)}"
        f'<g opacity=".7">{studio.line("soft", cross, 1.6)}</g>{_disc(one, (x, y), 40, 44, studio)}</g>'
    )


def _ground(prefix: str, window: tuple[float, float, float, float], studio: Studio) -> str:
    """Return sea, shore and limits, with the inks of `map.css`."""
    inks = studio.inks
    left, top, right, bottom = window
    inside = (left - 140, top - 140, right + 140, bottom + 140)
    thinner = "".join(f".g-w{line}{{stroke-opacity:{opacity}}}" for line, opacity in ((4, 0.8), (5, 0.6), (6, 0.42)))
    style = (
        f".g-sea{{fill:{inks['sea']}}}"
        f".g-wave,.g-trough{{fill:none;stroke-linejoin:round;stroke:{inks['wave']}}}"
        f".g-trough{{stroke:{inks['sea']}}}{thinner}"
        f".g-limits{{fill:none;stroke:{inks['hair']};stroke-width:.9}}"
        f".g-border{{fill:none;stroke:{inks['soft']};stroke-width:1.3;stroke-dasharray:.1 5;stroke-linecap:round}}"
        f".g-river{{fill:none;stroke:{inks['wave']};stroke-width:1.3;stroke-opacity:.55}}"
    )
    shapes = ground(prefix, tolerance=0.6, window=inside, lines=WATER_LINES)
    return f'<style>{style}</style>{shapes}<use href="#{prefix}-ground"/>'


def _graticule(view: tuple[float, float, float, float], studio: Studio, minutes: int = 10) -> str:
    """Return meridians and parallels."""
    left, top, width, height = view
    west, north = lon_lat(left, top)
    east, south = lon_lat(left + width, top + height)
    lines = ""
    for minute in range(math.ceil(west * 60 / minutes) * minutes, int(east * 60) + 1, minutes):
        lines += f"M{xy(minute / 60, 0)[0]:.1f} {top:g}v{height:g}"
    for minute in range(math.ceil(south * 60 / minutes) * minutes, int(north * 60) + 1, minutes):
        lines += f"M{left:g} {xy(0, minute / 60)[1]:.1f}h{width:g}"
    return f'<g opacity=".4">{studio.line("soft", lines, 0.8)}</g>'


def _leader(spot: Spot, crop: Crop, studio: Studio) -> str:
    """Return the line from a point to its disc, bent so that it arrives level."""
    (x, y), (disc_x, disc_y) = spot.point, spot.disc
    bend = disc_x - math.copysign(crop.radius + 22, disc_x - x)
    point = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{crop.radius / 5 + 0.8:.1f}"/>'
    return studio.line("ink", f"M{x:.1f} {y:.1f}L{bend:.1f} {disc_y:.1f}H{disc_x:.1f}", 1.4) + studio.filled(
        "ink", point
    )


def _disc(one: Entry, at: tuple[float, float], radius: float, figure: float, studio: Studio) -> str:
    """Return the disc that carries a place's number, ringed with dots when its position is approximate."""
    x, y = at
    inks = studio.inks
    ring = ""
    if one.approximate:
        ring = (
            f'<circle fill="none" stroke="{inks["ink"]}" stroke-width="1.8" stroke-dasharray=".1 4.4" '
            f'stroke-linecap="round" cx="{x:.1f}" cy="{y:.1f}" r="{radius + 4:g}"/>'
        )
    words = str(one.number)
    size = figure if one.number < 100 else figure * 0.78
    numeral = studio.head.drawn(words, x - studio.head.width(words) * size / 2, y + size * 0.34, size)
    return (
        f'{ring}<circle fill="{inks["lemon"]}" stroke="{inks["on-lemon"]}" stroke-width="1.6" '
        f'cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}"/>{studio.filled("on-lemon", numeral)}'
    )


def _name(spot: Spot, crop: Crop, studio: Studio) -> str:
    """Return the name of a place beside its disc, when the window has names."""
    label = spot.label
    if label is None or crop.lettering is None:
        return ""
    width = studio.label.width(spot.entry.name) * crop.lettering
    shift = {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    drawn = studio.label.drawn(spot.entry.name, label.x - shift, label.y, crop.lettering)
    # A halo keeps it legible over islands and limits; its width is in the units of the font, a thousandth of an em.
    ground, ink = ("sea", "on-sea") if label.on_sea else ("paper", "ink")
    halo = f'<g stroke="{studio.inks[ground]}" stroke-width="240" stroke-linejoin="round">{drawn}</g>'
    return studio.filled(ground, halo) + studio.filled(ink, drawn)


def _nowhere(*target: str) -> str:
    """Lead nowhere: there are no links in a picture."""
    return ""
