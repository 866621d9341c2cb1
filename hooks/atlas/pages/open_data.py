"""The page of open data: what can be downloaded, what its columns hold, and the map that other sites may show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup

from atlas import schema, urls
from atlas.embed import snippet
from atlas.exports import indicators
from atlas.exports.columns import COLUMNS
from atlas.pages.rendering import Download, PageRenderer

Meta = Mapping[str, Any]
"""The front matter of a page."""

FILES: Final = (
    ("places.json", "JSON", "application/json", "data_places_json"),
    ("places.geojson", "GeoJSON", "application/geo+json", "data_places_geojson"),
    ("places.csv", "CSV", "text/csv", "data_places_csv"),
    ("places-excel.csv", "CSV", "text/csv", "data_places_excel_csv"),
    ("places.kml", "KML", "application/vnd.google-earth.kml+xml", "data_places_kml"),
    ("places.gpx", "GPX", "application/gpx+xml", "data_places_gpx"),
    ("routes.json", "JSON", "application/json", "data_routes_json"),
    ("members.json", "JSON", "application/json", "data_members_json"),
    ("networks.json", "JSON", "application/json", "data_networks_json"),
    ("people.json", "JSON", "application/json", "data_people_json"),
    ("indicators.json", "JSON", "application/json", "data_indicators_json"),
    ("indicators.csv", "CSV", "text/csv", "data_indicators_csv"),
    ("academy.json", "JSON", "application/json", "data_academy_json"),
    ("resources.json", "JSON", "application/json", "data_resources_json"),
    ("actions.json", "JSON", "application/json", "data_actions_json"),
    ("events.json", "JSON", "application/json", "data_events_json"),
    ("sources.json", "JSON", "application/json", "data_sources_json"),
)
"""The files that the page describes: name, format, media type, and the words that say what each holds."""


@dataclass(frozen=True)
class Offer:
    """A download, as the page offers it.

    Attributes:
        name: The name of the file.
        format: Its format.
        type: Its media type.
        about: What it holds, and for whom.
        file: The link and the weight.
    """

    name: str
    format: str
    type: str
    about: str
    file: Download


def downloads(page: PageRenderer, meta: Meta) -> Markup:
    """Show the files of data, then the points of each route, with their formats and weights, and the schemas."""
    offers = []
    for name, format, type, words in FILES:
        file = page.file(urls.data_path(name))
        if file:
            offers.append(Offer(name, format, type, page.words(words), file))
    for route in page.catalogue.routes:
        name = f"routes/{route.id}.gpx"
        file = page.file(urls.data_path(name))
        if file:
            about = page.words("data_route", name=route.name.in_(page.lang))
            offers.append(Offer(name, "GPX", "application/gpx+xml", about, file))
    day = page.day.isoformat() if page.day else None
    schemas = [(schema.TITLES[name], file) for name in schema.MODELS if (file := page.file(urls.schema_path(name)))]
    return page.render("downloads.html", offers=offers, day=day, schemas=schemas)


def fields(page: PageRenderer, meta: Meta) -> Markup:
    """Show the columns of the tables."""
    return page.render("fields.html", columns=[(column.name, column.about[page.lang]) for column in COLUMNS])


def series_fields(page: PageRenderer, meta: Meta) -> Markup:
    """Show the columns of the tables of the observatory."""
    columns = [(column.name, column.about[page.lang]) for column in indicators.COLUMNS]
    return page.render("fields.html", columns=columns)


def embed(page: PageRenderer, meta: Meta) -> Markup:
    """Show the lines by which another site shows the map."""
    code = snippet(page.catalogue, page.lang)
    return page.render("embed.html", code=code, preview=page.file(urls.embed_path(page.lang)))


def plaques(page: PageRenderer, meta: Meta) -> Markup:
    """Show the plaques to print, a place each."""
    return page.render("plaques.html", places=page.catalogue.places)
