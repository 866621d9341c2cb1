"""Figures: what directives show that say what they want, such as `<!-- atlas:map:mucem,iter -->`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from markupsafe import Markup

from atlas.event_words import event_date_words
from atlas.map.drawing import territory_drawing
from atlas.map.words import map_words
from atlas.model import Place
from atlas.model.authored import asked
from atlas.model.vocabulary import Confidence
from atlas.pages.field_tables import field_table
from atlas.pages.indicator_figure import indicator_figure
from atlas.pages.rendering import PageRenderer
from atlas.wording import angle_words


def figure(page: PageRenderer, directive: str) -> Markup:
    """Return what a directive such as `plate:mucem` shows on a page.

    Raises:
        KeyError: When the directive or what it names does not exist; the checks refuse such pages before any is made.
    """
    name, argument = asked(directive)
    return _SHOWN[name](page, argument)


def _chart(page: PageRenderer, argument: str) -> Markup:
    return indicator_figure(page, page.catalogue.indicator[argument], size="wide")


def _plate(page: PageRenderer, argument: str) -> Markup:
    story = next(story for story in page.stories if story.place.id == argument)
    return page.render("figure_plate.html", story=story, place=story.place)


def _map(page: PageRenderer, argument: str) -> Markup:
    places = _places(page, argument)
    names = ", ".join(place.name.in_(page.lang) for place in places)
    # Two maps of a page need names of their own for what each defines.
    prefix = "territory" if argument == "all" else f"territory-{'-'.join(place.id for place in places)}"[:60]
    return page.render(
        "figure_map.html",
        places=places,
        drawing=territory_drawing(places, page.words("map_of_places", names=names), page.lang, page.href, prefix),
        angle=lambda degrees, axis: angle_words(degrees, axis, page.lang),
        uncertain=any(place.position.confidence is Confidence.LOW for place in places),
        mark=map_words(page.lang)["approximate_mark"],
    )


def _places(page: PageRenderer, argument: str) -> list[Place]:
    """Return the places to show in the order of the network, in which a table is read."""
    ids = set(page.catalogue.place if argument == "all" else argument.split(","))
    return [place for place in page.catalogue.places if place.id in ids]


def _timeline(page: PageRenderer, argument: str) -> Markup:
    events = {event.id: event for event in page.catalogue.events}
    shown = [events[id] for id in argument.split(",")]
    # In the order of time, whatever that of the directive; what no source dates comes last.
    shown.sort(key=lambda event: (event.earliest is None, str(event.earliest or "")))
    return page.render("figure_timeline.html", events=[(event, event_date_words(event, page.lang)) for event in shown])


_SHOWN: Final[Mapping[str, Callable[[PageRenderer, str], Markup]]] = {
    "chart": _chart,
    "plate": _plate,
    "map": _map,
    "timeline": _timeline,
    "record-fields": field_table,
}
"""What each directive that takes an argument becomes: those of `model.authored.ARGUED`."""
