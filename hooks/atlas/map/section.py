"""The map of the map page: list first, then the drawing, which Leaflet takes over when it nears the screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from atlas.map.basemap_file import basemap_path, relief_path
from atlas.map.drawing import map_drawing
from atlas.map.entries import Entry, entries
from atlas.map.leaflet import MAP_ID, map_script, script_path
from atlas.map.vendored import FOLDER
from atlas.map.words import map_words
from atlas.model.vocabulary import Term
from atlas.wording import angle_words

if TYPE_CHECKING:
    from atlas.pages.rendering import PageRenderer

IN_BROWSER = (
    "approximate", "approximate_mark", "close", "communes", "copied", "copy", "count_many", "count_none", "count_one",
    "count_of", "ctrl_wheel", "inhabitants", "loading_failed", "place_page", "two_fingers", "whole", "zoom_in",
    "zoom_out",
)  # fmt: skip
"""The words that scripts use; the page hands them over."""


@dataclass(frozen=True)
class Filter:
    """A choice among the values that the places have.

    Attributes:
        name: Its name in the form and in the address.
        label: What it is about.
        any: The words for no choice.
        terms: The values, in the order of their vocabulary.
    """

    name: str
    label: str
    any: str
    terms: Sequence[Term]


def map_section(page: PageRenderer) -> Markup:
    """Return the map of the page, in its language."""
    lang, places = page.lang, page.catalogue.places
    words = map_words(lang)
    shown = entries(places, lang, page.href)
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
        filters=filters(shown, words),
        still=map_drawing(places, lang, page.href),
        files=files,
        browser_words={key: words[key] for key in IN_BROWSER},
        entry_script=page.asset(page.assets.scripts + "map/map.js"),
        angle=lambda degrees, axis: angle_words(degrees, axis, lang),
    )


def filters(shown: Sequence[Entry], words: Mapping[str, str]) -> list[Filter]:
    """Return the filters that part the places; one with a single value would be of no use."""
    found: list[Filter] = []
    for name in ("domain", "status", "opening"):
        values = {getattr(one, name) for one in shown}
        terms = [term for term in type(next(iter(values))) if term in values] if values else []
        if len(terms) > 1:
            found.append(Filter(name, words[name], words[f"any_{name}"], terms))
    return found
