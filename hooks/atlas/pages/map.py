"""The map of the map page: list first, then the drawing, which Leaflet takes over when it nears the screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from atlas.map.backgrounds import BACKGROUNDS, PLANNER
from atlas.map.basemap_file import basemap_path, relief_path
from atlas.map.drawing import map_drawing
from atlas.map.entries import Entry, entries
from atlas.map.leaflet import MAP_ID, map_script, script_path
from atlas.map.seats import seats
from atlas.map.vendored import FOLDER
from atlas.map.words import map_words
from atlas.model import Lang
from atlas.model.route import Route
from atlas.pages.rendering import PageRenderer
from atlas.wording import angle_words, date_words

IN_BROWSER = (
    "close", "communes", "communes_walk", "copied", "copy_failed", "count_many", "count_none", "count_of", "count_one",
    "crowd", "ctrl_wheel", "ground_chosen", "ground_failed", "ground_ours", "grounds", "inhabitants", "loading_failed",
    "near_asked", "near_failed", "near_far", "near_forgotten", "near_found", "near_refused", "place_page",
    "seats_show", "two_fingers", "whole", "zoom_in", "zoom_out",
)  # fmt: skip
"""The words that scripts use; the page hands them over."""


@dataclass(frozen=True)
class Choice:
    """A value that a filter offers.

    Attributes:
        value: Its key, in the form and in the address.
        label: Its words.
    """

    value: str
    label: str


@dataclass(frozen=True)
class Filter:
    """A choice among the values that the places have.

    Attributes:
        name: Its name in the form and in the address.
        label: What it is about.
        any: The words for no choice.
        choices: The values, in the order of their vocabulary, of time or of their file.
    """

    name: str
    label: str
    any: str
    choices: Sequence[Choice]


def map_section(page: PageRenderer) -> Markup:
    """Return the map of the page, in its language."""
    lang, places, routes = page.lang, page.catalogue.places, page.catalogue.routes
    words = map_words(lang)
    shown = entries(places, lang, page.href)
    seated = seats(page.catalogue.members, lang, page.href)
    script = map_script(shown, lang)
    files = {
        "script": page.asset(script_path(script, lang)),
        "basemap": page.asset(basemap_path()),
        "relief": page.asset(relief_path()),
        "leaflet": page.asset(FOLDER + "leaflet.js"),
        "style": page.asset(FOLDER + "leaflet.css"),
    }
    return page.render(
        "map.html",
        m=words,
        map_id=f"map_{MAP_ID}",
        entries=shown,
        filters=filters(shown, lang, routes),
        routes={route.id: route.places for route in routes},
        routes_of={one.id: [route.id for route in routes if one.id in route.places] for one in shown},
        route_names={route.id: route.name.in_(lang) for route in routes},
        seats=seated,
        still=map_drawing(places, lang, page.href, seated),
        files=files,
        backgrounds=BACKGROUNDS,
        planner=PLANNER,
        browser_words={key: words[key] for key in IN_BROWSER},
        entry_script=page.asset(page.assets.scripts + "map/map.js"),
        angle=lambda degrees, axis: angle_words(degrees, axis, lang),
    )


def filters(shown: Sequence[Entry], lang: Lang, routes: Sequence[Route] = ()) -> list[Filter]:
    """Return the filters that part the places; one with a single value would be of no use."""
    words = map_words(lang)
    found: list[Filter] = []
    for name in ("domain", "status", "opening"):
        values = {getattr(one, name) for one in shown}
        terms = [term for term in type(next(iter(values))) if term in values] if values else []
        if len(terms) > 1:
            found.append(_filter(name, words, {term.value: term.label(lang) for term in terms}))
    if len({one.month for one in shown}) > 1:
        months = sorted({one.month for one in shown if one.month})
        found.append(_filter("month", words, {month: date_words(month, lang) for month in months}))
    if routes:
        found.append(_filter("route", words, {route.id: route.name.in_(lang) for route in routes}))
    return found


def _filter(name: str, words: Mapping[str, str], choices: Mapping[str, str]) -> Filter:
    return Filter(name, words[name], words[f"any_{name}"], [Choice(*choice) for choice in choices.items()])
