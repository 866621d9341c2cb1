"""The downloads: the records as data, for those who build on them.

Everything here is built as data and serialised by libraries; the same records and the same date give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from atlas import schema, urls
from atlas.exports.about import LICENCE, about
from atlas.exports.academy import academy_json, resources_json
from atlas.exports.actions import actions_json
from atlas.exports.csv_table import places_csv, places_excel_csv
from atlas.exports.events import events_json
from atlas.exports.geojson import places_geojson
from atlas.exports.gpx import places_gpx, route_gpx
from atlas.exports.indicators import indicators_csv, indicators_json
from atlas.exports.kml import places_kml
from atlas.exports.listing import listing
from atlas.exports.networks import networks_json, people_json
from atlas.exports.records_json import members_json, places_json, routes_json, sources_json
from atlas.model import Catalogue

__all__ = ["downloads"]


def downloads(catalogue: Catalogue, day: date) -> Iterator[tuple[str, bytes]]:
    """Yield every download by its path, in the order in which the page of open data lists them.

    Args:
        catalogue: The records.
        day: The date of the data, which each file bears.
    """
    head = about(catalogue, day)
    places = listing(catalogue, head)
    files = {
        "places.json": _json(places_json(places, head)),
        "places.geojson": _json(places_geojson(places, head)),
        "places.csv": places_csv(places),
        "places-excel.csv": places_excel_csv(places),
        "places.kml": places_kml(places, head),
        "places.gpx": places_gpx(places, head),
        "routes.json": _json(routes_json(catalogue, head)),
        "members.json": _json(members_json(catalogue, head)),
        "networks.json": _json(networks_json(catalogue, head)),
        "people.json": _json(people_json(catalogue, head)),
        "indicators.json": _json(indicators_json(catalogue, head)),
        "indicators.csv": indicators_csv(catalogue, head),
        "academy.json": _json(academy_json(catalogue, head)),
        "resources.json": _json(resources_json(catalogue, head)),
        "actions.json": _json(actions_json(catalogue, head)),
        "events.json": _json(events_json(catalogue, head)),
        "sources.json": _json(sources_json(catalogue, head)),
    }
    found = {one.place.id: one for one in places}
    for route in catalogue.routes:
        files[f"routes/{route.id}.gpx"] = route_gpx(route, [found[id] for id in route.places], head)
    for indicator in catalogue.indicators:
        files[f"indicators/{indicator.id}.csv"] = indicators_csv(catalogue, head, only=indicator)
    for name in sorted(schema.MODELS):
        path = urls.schema_path(name).removeprefix(urls.API)
        files[path] = _json(schema.published(name, head.site_url + urls.API + path, f"{head.attribution}. {LICENCE}."))
    for name, content in files.items():
        yield urls.data_path(name), content


def _json(data: Mapping[str, Any]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, allow_nan=False, indent=2) + "\n").encode()
