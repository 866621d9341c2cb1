"""The sheet of a route, A4: its chart, its places in order with distances as the crow flies, a code for its page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import shapely

from atlas import urls
from atlas.documents.printed import Print
from atlas.documents.typesetting import Document
from atlas.geography.basemap import basemap
from atlas.geography.communes import communes
from atlas.map.entries import entries
from atlas.map.layout import Crop, Spot, route_crops, spots
from atlas.map.projection import UNITS_PER_KM, path, xy
from atlas.map.words import map_words
from atlas.model import Catalogue, Lang
from atlas.model.route import Route
from atlas.qr import qr_svg
from atlas.routes import leg_list, length_km
from atlas.typography import typeset
from atlas.wording import distance_words

RATIO = 1.6
"""The width of the chart for its height, as `route_crops` draws it."""


def route_sheet(catalogue: Catalogue, route: Route, lang: Lang, inks: Mapping[str, str]) -> Document:
    """Return the sheet of a route in one language; `inks` are the colours by token."""
    out, legs = Print(catalogue, lang), leg_list(catalogue, route)
    places = [catalogue.place[id] for id in route.places]
    points = [xy(place.position.lon, place.position.lat) for place in places]
    crop, _ = route_crops(points)
    placed = spots(entries(places, lang), crop)
    name, address = out.plain(route.name), out.address("route", route.id)
    distances = [*(distance_words(leg.km, lang) for leg in legs), ""]
    length = out.word("route_stages", n=len(places), km=distance_words(length_km(legs), lang))
    caution = f"{length}. {out.word('route_caution')}"
    if any(spot.entry.approximate for spot in placed):
        caution += " " + out.word("route_uncertain", mark=map_words(lang)["approximate_mark"])
    data = {
        **out.head(name, out.plain(route.summary)),
        "name": name,
        "theme": typeset(route.theme.label(lang), lang),
        "summary": out.runs(route.summary),
        "chart_alt": out.word("route_drawing", name=name),
        "ratio": RATIO,
        "spots": [_spot(spot, crop, lang) for spot in placed],
        "caution": caution,
        "steps_title": out.word("route_steps"),
        "steps": [
            {
                "number": place.order,
                "name": out.plain(place.name),
                "what": typeset(f"{place.domain.label(lang)}, {communes()[place.position.insee].name}", lang),
                "headline": out.runs(place.headline),
                "then": typeset(distance, lang),
            }
            for place, distance in zip(places, distances, strict=True)
        ],
        "code_alt": out.word("code_alt", address=address["shown"]),
        "invitation": out.word("sheet_invitation"),
        "address": address,
    }
    pictures = {"chart": chart(placed, points, crop, inks), "code": str(qr_svg(address["url"]))}
    return Document(urls.document_path("route_sheet", lang, route.id), "route_sheet.typ", data, pictures)


def _spot(spot: Spot, crop: Crop, lang: Lang) -> dict[str, Any]:
    """Return where a number and a name are written, in parts of the chart's width."""
    left, top, width, _ = crop.view
    label = spot.label
    assert label is not None, "the wide window of a route has names"
    mark = f" {map_words(lang)['approximate_mark']}" if spot.entry.approximate else ""
    return {
        "number": spot.entry.number,
        "x": (spot.disc[0] - left) / width,
        "y": (spot.disc[1] - top) / width,
        "name": spot.entry.name + mark,
        "name_x": (label.x - left) / width,
        "name_y": (label.y - top) / width,
        "anchor": label.anchor,
        "on_sea": label.on_sea,
    }


def chart(placed: Sequence[Spot], points: Sequence[tuple[float, float]], crop: Crop, inks: Mapping[str, str]) -> str:
    """Return the chart as SVG: the coast, the limits of the communes, the legs if any, the discs; no text."""
    base, (left, top, width, height) = basemap(), crop.view
    # All widths follow that of the chart, so that a short route is not drawn with thicker lines.
    unit = width / 700
    window = (left - 60, top - 60, left + width + 60, top + height + 60)
    sea = path(base.sea, tolerance=unit / 2, window=window)
    limits = path(shapely.MultiLineString([*base.limits, *base.border]), tolerance=unit / 2, window=window)
    waves = ""
    for line in reversed(base.water_lines[:6]):
        reach = line.km * UNITS_PER_KM * 2
        waves += f'<path stroke="{inks["wave"]}" stroke-width="{reach + unit:.2f}" d="{sea}"/>'
        waves += f'<path stroke="{inks["sea"]}" stroke-width="{reach - unit:.2f}" d="{sea}"/>'
    legs = ""
    if points:
        way = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        legs = (
            f'<path stroke="{inks["paper"]}" stroke-width="{6 * unit:.2f}" d="{way}"/>'
            f'<path stroke="{inks["ink"]}" stroke-width="{2.4 * unit:.2f}" '
            f'stroke-dasharray="0.01 {5.5 * unit:.2f}" d="{way}"/>'
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
        f'viewBox="{left:g} {top:g} {width:g} {height:g}" fill="none" stroke-linejoin="round" stroke-linecap="round">'
        f'<defs><clipPath id="sea"><path d="{sea}"/></clipPath></defs>'
        f'<path stroke="{inks["hair"]}" stroke-width="{unit:.2f}" d="{limits}"/>'
        f'<path fill="{inks["sea"]}" d="{sea}"/><g clip-path="url(#sea)">{waves}</g>'
        f"{legs}{''.join(_disc(spot, crop, unit, inks) for spot in placed)}</svg>"
    )


def _disc(spot: Spot, crop: Crop, unit: float, inks: Mapping[str, str]) -> str:
    (x, y), (disc_x, disc_y), ink = spot.point, spot.disc, inks["ink"]
    drawn = ""
    if spot.aside:
        drawn += f'<path stroke="{ink}" stroke-width="{unit:.2f}" d="M{x:.1f} {y:.1f}L{disc_x:.1f} {disc_y:.1f}"/>'
        drawn += f'<circle fill="{ink}" cx="{x:.1f}" cy="{y:.1f}" r="{3 * unit:.2f}"/>'
    if spot.entry.approximate:
        drawn += (
            f'<circle stroke="{ink}" stroke-width="{1.4 * unit:.2f}" stroke-dasharray="0.01 {3.6 * unit:.2f}" '
            f'cx="{disc_x:.1f}" cy="{disc_y:.1f}" r="{crop.radius * 1.3:.2f}"/>'
        )
    return drawn + (
        f'<circle fill="{inks["lemon"]}" stroke="{ink}" stroke-width="{1.2 * unit:.2f}" '
        f'cx="{disc_x:.1f}" cy="{disc_y:.1f}" r="{crop.radius:.2f}"/>'
    )
