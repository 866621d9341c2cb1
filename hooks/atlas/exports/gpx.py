"""The places and the routes as GPX 1.1, for receivers and walking applications."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from xml.etree.ElementTree import Element

from atlas.exports.about import LICENCE_URL, About
from atlas.exports.listing import Listed
from atlas.exports.texts import Both, both, term
from atlas.exports.xml_file import LANG, add, xml_bytes
from atlas.model.route import Route
from atlas.typography import typeset

NAMESPACES: Final = {"xmlns": "http://www.topografix.com/GPX/1/1", "xmlns:dc": "http://purl.org/dc/elements/1.1/"}
"""GPX, and Dublin Core for what GPX has no element for: identifiers and the other language."""


def places_gpx(places: Sequence[Listed], about: About) -> bytes:
    """Return the places as waypoints, in the order of the network."""
    root = _document(about, about.title("places"), about.pages("map"), places)
    for one in places:
        _point(root, "wpt", one)
    return xml_bytes(root)


def route_gpx(route: Route, places: Sequence[Listed], about: About) -> bytes:
    """Return a route: its places as waypoints, then the same points in order as a route to follow."""
    name, summary, pages = both(route.name), both(route.summary), about.pages("route", route.id)
    root = _document(about, name, pages, places)
    for one in places:
        _point(root, "wpt", one)
    way = add(root, "rte")
    add(way, "name", name["fr"])
    add(way, "desc", _two(summary))
    add(way, "src", about.attribution)
    _links(way, pages)
    add(way, "type", term(route.theme)["fr"])
    _extensions(way, route.id, name, summary)
    for one in places:
        _point(way, "rtept", one)
    return xml_bytes(root)


def _document(about: About, title: Both, pages: Both, places: Sequence[Listed]) -> Element:
    """Return the root of a file, with its head."""
    root = Element("gpx", {**NAMESPACES, "version": "1.1", "creator": about.agency})
    head = add(root, "metadata")
    add(head, "name", title["fr"])
    add(head, "desc", f"{title['fr']} / {title['en']}")
    add(add(head, "author"), "name", about.agency)
    owner = add(head, "copyright", attributes={"author": about.agency})
    add(owner, "year", str(about.day.year))
    add(owner, "license", LICENCE_URL)
    _links(head, pages)
    add(head, "time", f"{about.date}T00:00:00Z")
    if places:
        lats, lons = [one.entry.lat for one in places], [one.entry.lon for one in places]
        sides = {"minlat": min(lats), "minlon": min(lons), "maxlat": max(lats), "maxlon": max(lons)}
        add(head, "bounds", attributes={side: repr(value) for side, value in sides.items()})
    return root


def _point(parent: Element, tag: str, one: Listed) -> None:
    """Add a place as a point of any kind: the three kinds of points have the same elements, in this order."""
    entry, place = one.entry, one.place
    point = add(parent, tag, attributes={"lat": repr(entry.lat), "lon": repr(entry.lon)})
    add(point, "name", entry.name)
    confidence = term(place.position.confidence)
    details = (
        f"{entry.number}",
        f"{entry.commune} ({place.position.insee})",
        term(entry.status)["fr"],
        confidence["fr"],
    )
    add(point, "cmt", typeset(" ; ".join(details), "fr"))
    add(point, "desc", _two(one.summary))
    add(point, "src", one.about.attribution)
    _links(point, one.urls)
    add(point, "type", term(entry.domain)["fr"])
    _extensions(point, place.id, {"fr": entry.name, "en": one.english.name}, one.summary)


def _extensions(parent: Element, id: str, name: Both, summary: Both) -> None:
    extensions = add(parent, "extensions")
    add(extensions, "dc:identifier", id)
    add(extensions, "dc:title", name["en"], {LANG: "en"})
    add(extensions, "dc:description", summary["en"], {LANG: "en"})


def _links(parent: Element, pages: Both) -> None:
    for href, text in ((pages["fr"], "Page en français"), (pages["en"], "Page in English")):
        add(add(parent, "link", attributes={"href": href}), "text", text)


def _two(text: Both) -> str:
    return f"{text['fr']}\n\n{text['en']}"
