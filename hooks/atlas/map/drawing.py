"""The drawings: the cover of the home page, the still map, and the small chart of a place."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from atlas.map.entries import Entry, Href, entries, entry
from atlas.map.ground import coordinate, graticule, ground, names
from atlas.map.layout import Crop, Spot, rooms, route_crops, spots
from atlas.map.projection import UNITS_PER_DEGREE, xy
from atlas.map.seats import SeatEntry
from atlas.map.words import map_words
from atlas.model import Lang, Place
from atlas.wording import angle_words

COVER = (
    Crop("big", (0, 0, 1440, 924), radius=13.5, figure=15, lettering=17, reach=96, gap=35),
    Crop("mid", (300, 50, 1050, 668), radius=17, figure=19, lettering=None, reach=72, gap=39),
    Crop("small", (654, 50, 690, 662), radius=23, figure=26, lettering=None, reach=84, gap=51),
)
"""The windows of the cover: from 1280 px, from 600 px, and below."""

STILL = (
    Crop("wide", (480, 30, 900, 640), radius=13.5, figure=15, lettering=16, reach=84, gap=33),
    Crop("narrow", (588, 50, 712, 662), radius=24, figure=27, lettering=None, reach=84, gap=53),
)
"""The windows of the still map: where names can be read, and on a phone."""

LOCATOR = (530.0, 840.0, 1050.0)
"""Left side, width and height of a place's chart: a sheet of four by five, as wide as the metropolis."""

HORIZON = 0.6
"""Where a sheet has its horizon; on a chart it is the parallel of the place, and its disc moves along it."""


def cover(places: Sequence[Place], lang: Lang, href: Href, *, narrow: bool = False) -> Markup:
    """Return the coast of the home page with the places on it, each disc a link to its page.

    Args:
        places: The places.
        lang: The language of the drawing.
        href: Makes the links to the pages of the places.
        narrow: Whether to draw it for a narrow column alone, of the three widths among which the stylesheet chooses.
    """
    shown = entries(places, lang, href)
    crops = (_crop(shown, crop, "cover", lang) for crop in (COVER[-1:] if narrow else COVER))
    return _shared(ground("cover", tolerance=0.5)) + Markup("").join(crops)


def map_drawing(places: Sequence[Place], lang: Lang, href: Href, seats: Sequence[SeatEntry] = ()) -> Markup:
    """Return the still map: what readers see before Leaflet, without JavaScript, and in print.

    The seats of the members are small squares under the discs of the places.
    """
    shown = entries(places, lang, href)
    wide, narrow = STILL
    taken = rooms(spots(shown, wide), wide)
    behind = graticule(wide.view, minutes=10, size=13) + names(lang, wide.view, 15, taken)
    drawings = _crop(shown, wide, "still", lang, behind + _seats(seats, wide, lang))
    drawings += _crop(shown, narrow, "still", lang, _seats(seats, narrow, lang))
    return _shared(ground("still")) + drawings


def route_drawing(route: Sequence[Place], title: str, lang: Lang, href: Href) -> Markup:
    """Return the still map of a route: its places, and its legs straight from each point to the next.

    Args:
        route: The places, in the order of the route.
        title: What a screen reader calls the drawing.
        lang: The language of the drawing.
        href: Makes the links to the pages of the places.
    """
    points = [xy(place.position.lon, place.position.lat) for place in route]
    shown, crops = entries(route, lang, href), route_crops(points)
    views = [crop.view for crop in crops]
    window = (
        min(left for left, *_ in views) - 60,
        min(top for _, top, *_ in views) - 60,
        max(left + width for left, _, width, _ in views) + 60,
        max(top + height for _, top, _, height in views) + 60,
    )
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    drawings = Markup("")
    for crop in crops:
        # As wide as the ring of a disc, in a drawing that may be large or small.
        width = crop.radius / 6
        legs = f'<path class="legs-under" stroke-width="{width * 2.6:.2f}" d="{path}"/>'
        legs += f'<path class="legs" stroke-width="{width:.2f}" stroke-dasharray="0.1 {width * 2.4:.1f}" d="{path}"/>'
        lines = graticule(crop.view, minutes=_graduation(crop), size=crop.figure * 0.8)
        drawings += _crop(shown, crop, "route", lang, f"{lines}{legs}", title)
    return _shared(ground("route", tolerance=crops[0].view[2] / 1800, window=window)) + drawings


def territory_drawing(places: Sequence[Place], title: str, lang: Lang, href: Href, prefix: str) -> Markup:
    """Return the territory with some places on it, for a text: lighter than the still map, and with a name of its own.

    Args:
        places: The places.
        title: What a screen reader calls the drawing.
        lang: The language of the drawing.
        href: Makes the links to the pages of the places.
        prefix: What the ids begin with, unique in the page.
    """
    shown = entries(places, lang, href)
    drawings = Markup("")
    for crop in STILL:
        taken = rooms(spots(shown, crop), crop)
        behind = names(lang, crop.view, 15, taken) if crop.lettering else ""
        lines = graticule(crop.view, minutes=10, size=13 if crop.lettering else 24)
        # The classes of a route's drawing: its sizes are those of a text column too.
        drawings += _crop(shown, crop, "route", lang, f"{lines}{behind}", title, on=prefix)
    return _shared(ground(prefix, tolerance=2.4, lines=3)) + drawings


def locator(place: Place, lang: Lang) -> Markup:
    """Return the small chart of one place: its disc, crossed by its parallel and its meridian."""
    one = entry(place, lang)
    left, width, height = LOCATOR
    x, y = xy(one.lon, one.lat)
    top = y - height * HORIZON
    right, bottom = left + width, top + height
    prefix = f"locator-{one.id}"
    inside = (left - 140, top - 140, right + 140, bottom + 140)
    latitude, longitude = angle_words(one.lat, "lat", lang), angle_words(one.lon, "lon", lang)
    # The latitude at the edge from which the page's horizon comes; the longitude where there is more room.
    beside = x + 12 if x < left + width / 2 else x - 12 - 25 * 4.6
    end = left + 12
    cross = f"M{x:.1f} {top:g}V{bottom:g}M{left:g} {y:.1f}H{right:g}"
    title = escape(map_words(lang)["locator"].format(name=one.name))
    return Markup(
        f'<svg class="chart locator" viewBox="{left:g} {top:g} {width:g} {height:g}" role="img" aria-label="{title}">'
        f"{ground(prefix, tolerance=2.2, window=inside, lines=4)}"
        f'<use href="#{prefix}-ground"/>{graticule((left, top, width, height), minutes=10, size=22)}'
        f'<g class="cross"><path d="{cross}"/>'
        f'<path class="wet" clip-path="url(#{prefix}-water)" d="{cross}"/>'
        f"{coordinate(latitude, end, y - 10, 25)}{coordinate(longitude, beside, top + 28, 25)}</g>"
        f"{_disc(one, (x, y), 36, 40, lang)}</svg>"
    )


def _shared(definitions: Markup) -> Markup:
    """Return definitions in an SVG of their own, so that the crops that are not shown do not hide them."""
    return Markup('<svg class="chart-shared" width="0" height="0" aria-hidden="true">') + definitions + Markup("</svg>")


def _graduation(crop: Crop) -> int:
    """Return how many minutes of arc part the lines of a graticule, so that their coordinates have room."""
    room = crop.figure * 0.8 * 6
    return next((minutes for minutes in (1, 2, 5) if UNITS_PER_DEGREE / 60 * minutes * 0.72 > room), 10)


def _crop(
    shown: Sequence[Entry],
    crop: Crop,
    prefix: str,
    lang: Lang,
    behind: str = "",
    title: str | None = None,
    on: str | None = None,
) -> Markup:
    """Return one window on a shared ground, called `title` or, without one, the map of the network.

    Its class begins with `prefix`, as do the ids of its ground unless they begin with `on`.
    """
    placed = spots(shown, crop)
    leaders = "".join(_leader(spot, crop) for spot in placed if spot.aside)
    discs = "".join(_link(spot, crop, lang) for spot in placed)
    view = " ".join(f"{side:g}" for side in crop.view)
    return Markup(
        f'<svg class="chart {prefix}-{crop.name}" viewBox="{view}" role="group"'
        f' aria-label="{escape(title or map_words(lang)["drawing"])}">'
        f'<use href="#{on or prefix}-ground"/>{behind}{leaders}{discs}</svg>'
    )


def _leader(spot: Spot, crop: Crop) -> str:
    """Return the line from a point to its disc, bent so that it arrives level."""
    (x, y), (disc_x, disc_y) = spot.point, spot.disc
    side = 1 if disc_x > x else -1
    bend = disc_x - side * (crop.radius + min(22, crop.radius * 1.6))
    return (
        f'<path class="leader" d="M{x:.1f} {y:.1f}L{bend:.1f} {disc_y:.1f}H{disc_x - side * crop.radius:.1f}"/>'
        f'<circle class="point" cx="{x:.1f}" cy="{y:.1f}" r="{crop.radius / 5 + 0.8:.1f}"/>'
    )


def _link(spot: Spot, crop: Crop, lang: Lang) -> str:
    """Return a disc with its name, as a link to the place's page."""
    one, label = spot.entry, spot.label
    text = ""
    if label:
        mark = map_words(lang)["approximate_mark"]
        small = f' <tspan class="pa">{mark}</tspan>' if one.approximate else ""
        text = (
            f'<text class="name{" on-sea" if label.on_sea else ""}" x="{label.x:.1f}" y="{label.y:.1f}"'
            f' font-size="{crop.lettering:g}" text-anchor="{label.anchor}">{escape(one.name)}{small}</text>'
        )
    disc = _disc(one, spot.disc, crop.radius, crop.figure, lang)
    if one.href is None:
        return f"<g>{disc}{text}</g>"
    # A link is called what it shows, for those who speak to their computer; a bare number needs words.
    name = "" if text else f' aria-label="{escape(one.label(lang))}"'
    return f'<a href="{escape(one.href)}"{name}>{disc} {text}</a>'


def _seats(seats: Sequence[SeatEntry], crop: Crop, lang: Lang) -> Markup:
    """Return the squares of the seats, each a link to the page of its member."""
    side = crop.radius * 0.9
    marks = []
    for one in seats:
        x, y = xy(one.lon, one.lat)
        marks.append(
            f'<a href="{escape(one.href)}" aria-label="{escape(one.label(lang))}">'
            f'<rect class="seat" x="{x - side / 2:.1f}" y="{y - side / 2:.1f}" width="{side:g}" height="{side:g}"/></a>'
        )
    return Markup("".join(marks))


def _disc(one: Entry, at: tuple[float, float], radius: float, figure: float, lang: Lang) -> str:
    """Return the disc that carries a place's number, ringed with dots when its position is approximate."""
    x, y = at
    ring = ""
    if one.approximate:
        title = f"<title>{escape(map_words(lang)['approximate'])}</title>"
        around = radius + min(4, radius * 0.3)
        ring = f'<circle class="doubt" cx="{x:.1f}" cy="{y:.1f}" r="{around:.4g}">{title}</circle>'
    size = figure if one.number < 100 else figure * 0.78
    return (
        f'{ring}<circle class="disc" cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}"/>'
        f'<text class="number" x="{x:.1f}" y="{y + size * 0.36:.1f}" font-size="{size:g}">{one.number}</text>'
    )
