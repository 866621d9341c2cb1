"""The pages of the routes, and their list on the page of the map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from atlas import urls
from atlas.map.drawing import route_drawing
from atlas.map.words import map_words
from atlas.model import Catalogue, Lang, Place
from atlas.model.route import Route
from atlas.model.vocabulary import Confidence
from atlas.pages.page import Page
from atlas.pages.rendering import PageRenderer, Renderer
from atlas.qr import qr_svg
from atlas.routes import leg_list, length_km
from atlas.wording import distance_words

Meta = Mapping[str, Any]
"""The front matter of a page."""


@dataclass(frozen=True)
class RouteStory:
    """A route as pages tell it.

    Attributes:
        route: The route.
        places: Its places, in order.
        legs: The distance from each place to the next in words, as the crow flies; one fewer than the places.
        length: The sum of these distances in words.
        uncertain: Whether a position on the way is only approximate.
        related: The routes to go on with, whichever of the two records says so.
        previous: The route before it in the list, going round.
        next: The route after it.
        gpx: The path of its GPX file.
    """

    route: Route
    places: Sequence[Place]
    legs: Sequence[str]
    length: str
    uncertain: bool
    related: Sequence[Route]
    previous: Route | None
    next: Route | None
    gpx: str


def route_stories(catalogue: Catalogue, lang: Lang) -> list[RouteStory]:
    """Return the story of each route in one language, in order."""
    routes, stories = catalogue.routes, []
    for rank, route in enumerate(routes):
        legs = leg_list(catalogue, route)
        places = [catalogue.place[id] for id in route.places]
        stories.append(
            RouteStory(
                route=route,
                places=places,
                legs=[distance_words(leg.km, lang) for leg in legs],
                length=distance_words(length_km(legs), lang),
                uncertain=any(place.position.confidence is Confidence.LOW for place in places),
                related=[other for other in routes if other.id in route.related or route.id in other.related],
                previous=routes[rank - 1] if len(routes) > 1 else None,
                next=routes[(rank + 1) % len(routes)] if len(routes) > 1 else None,
                gpx=urls.data_path(f"routes/{route.id}.gpx"),
            )
        )
    return stories


def route_pages(renderer: Renderer) -> Iterator[Page]:
    """Yield the page of each route of an edition."""
    catalogue, lang = renderer.catalogue, renderer.lang
    for story in route_stories(catalogue, lang):
        route = story.route
        page = renderer.page(urls.page_path("route", lang, route.id))
        address = catalogue.identity.site_url + page.path
        name = route.name.in_(lang)
        yield Page(
            path=page.path,
            title=name,
            description=" ".join(route.summary.in_(lang).split()),
            layout="route",
            body=page.render(
                "route.md",
                route=route,
                story=story,
                drawing=route_drawing(story.places, page.words("route_drawing", name=name), lang, page.href),
                address=address,
                code=qr_svg(address),
                mark=map_words(lang)["approximate_mark"],
            ),
            record=catalogue.files["route", route.id],
        )


def route_list(page: PageRenderer, meta: Meta) -> Markup:
    """Show the routes, with their places and their lengths."""
    return page.render("routes.html", stories=route_stories(page.catalogue, page.lang))
