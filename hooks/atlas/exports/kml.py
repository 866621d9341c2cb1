"""The places as KML 2.2 (OGC 07-147r2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from atlas.exports.about import LICENCE, LICENCE_URL, About
from atlas.exports.columns import Value, attributes
from atlas.exports.listing import Listed
from atlas.exports.xml_file import add, xml_bytes


def places_kml(places: Sequence[Listed], about: About) -> bytes:
    """Return the places as placemarks; what the format has no element for stands in their extended data."""
    root = Element("kml", {"xmlns": "http://www.opengis.net/kml/2.2", "xmlns:atom": "http://www.w3.org/2005/Atom"})
    document = add(root, "Document", attributes={"id": "places"})
    title = about.title("places")
    add(document, "name", title["fr"])
    add(add(document, "atom:author"), "atom:name", about.agency)
    add(document, "atom:link", attributes={"href": about.pages("map")["fr"]})
    add(document, "description", f"{title['fr']} / {title['en']}. {LICENCE}, {about.date}.")
    _data(document, {"licence": LICENCE, "licence_url": LICENCE_URL, "date": about.date, "publisher": about.agency})
    for one in places:
        # An identifier may begin with a digit, and a name of XML may not.
        placemark = add(document, "Placemark", attributes={"id": f"place-{one.place.id}"})
        add(placemark, "name", one.entry.name)
        add(placemark, "description", "\n\n".join([*one.summary.values(), *one.urls.values()]))  # type: ignore[list-item]
        _data(placemark, attributes(one))
        add(add(placemark, "Point"), "coordinates", f"{one.entry.lon!r},{one.entry.lat!r}")
    return xml_bytes(root)


def _data(parent: Element, values: Mapping[str, Value]) -> None:
    extended = add(parent, "ExtendedData")
    for name, value in values.items():
        if value is not None:
            add(add(extended, "Data", attributes={"name": name}), "value", str(value))
