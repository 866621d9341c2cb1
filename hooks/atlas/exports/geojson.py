"""The places as GeoJSON (RFC 7946)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from atlas.exports.about import About
from atlas.exports.columns import attributes
from atlas.exports.listing import Listed


def geojson_feature(one: Listed) -> dict[str, Any]:
    """Return a place as a feature: its point is in longitude and latitude, as the format has it."""
    return {
        "type": "Feature",
        "id": one.place.id,
        "geometry": {"type": "Point", "coordinates": [one.entry.lon, one.entry.lat]},
        "properties": attributes(one),
    }


def places_geojson(places: Sequence[Listed], about: About) -> dict[str, Any]:
    """Return the places as a collection of features, which says whose it is and of when."""
    return {"type": "FeatureCollection", "name": "places", **about.head("places"), **_bounds(places)} | {
        "features": [geojson_feature(one) for one in places]
    }


def _bounds(places: Sequence[Listed]) -> dict[str, list[float]]:
    """Return west, south, east and north of the points; nothing when there is none."""
    if not places:
        return {}
    lons, lats = [one.entry.lon for one in places], [one.entry.lat for one in places]
    return {"bbox": [min(lons), min(lats), max(lons), max(lats)]}
