"""The routes: places that bear a theme, distances that are computed, pages in both languages, sheets of paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise, permutations
from pathlib import Path
from xml.etree import ElementTree

import pytest

from atlas import urls
from atlas.documents.signage import signage
from atlas.geography.communes import distance_km
from atlas.map.drawing import route_drawing
from atlas.map.projection import xy
from atlas.model import LANGS, Catalogue, Lang
from atlas.model.place import Position
from atlas.model.route import THEMES
from atlas.model.vocabulary import RouteTheme
from atlas.pages.routes import route_stories
from atlas.reading.loading import load_or_raise
from atlas.routes import leg_list, length_km
from support.projects import ROOT, Built, Project


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The real records."""
    return load_or_raise(ROOT)


def test_there_are_three_themes_and_every_place_is_on_a_route(catalogue: Catalogue) -> None:
    assert len({route.theme for route in catalogue.routes}) >= 3
    on_the_way = {id for route in catalogue.routes for id in route.places}
    assert on_the_way == set(catalogue.place)


def test_every_theme_has_domains_that_bear_it() -> None:
    assert set(THEMES) == set(RouteTheme)
    assert all(THEMES.values())


def test_no_other_order_from_the_same_start_is_shorter(catalogue: Catalogue) -> None:
    for route in catalogue.routes:
        first, *others = [catalogue.place[id].position for id in route.places]
        shortest = min(length([first, *order]) for order in permutations(others))
        assert length([first, *others]) == pytest.approx(shortest), route.id


def length(points: Sequence[Position]) -> float:
    """Return the kilometres from point to point."""
    return sum(distance_km(a.lat, a.lon, b.lat, b.lon) for a, b in pairwise(points))


def test_distances_are_those_of_the_crow(catalogue: Catalogue) -> None:
    legs = leg_list(catalogue, catalogue.route["science-energie-numerique"])
    assert [(leg.start.id, leg.end.id) for leg in legs] == [("digital-realty", "iter")]
    # 0.3693° north and 0.4309° east at 43.52° N: 41.1 km and 34.7 km.
    assert length_km(legs) == pytest.approx(53.8, abs=0.2)


def test_related_routes_are_related_both_ways(catalogue: Catalogue) -> None:
    stories = {story.route.id: {other.id for other in story.related} for story in route_stories(catalogue, "fr")}
    assert any(stories.values())
    assert all(id in stories[other] for id, others in stories.items() for other in others)


@pytest.mark.parametrize("lang", LANGS)
def test_the_drawing_shows_the_places_and_the_way_between_them(catalogue: Catalogue, lang: Lang) -> None:
    for route in catalogue.routes:
        places = [catalogue.place[id] for id in route.places]
        drawn = route_drawing(places, "Un titre", lang, lambda kind, id=None: f"{kind}/{id}")
        _, *crops = ElementTree.fromstring(f"<div>{drawn}</div>")
        assert len(crops) == 2
        for crop in crops:
            assert crop.get("aria-label") == "Un titre"
            assert {link.get("href", "").partition("/")[2] for link in crop.iter("a")} == set(route.places)
            way = crop.find("path[@class='legs']")
            assert way is not None
            points = [tuple(map(float, point.split())) for point in way.get("d", "")[1:].split("L")]
            assert points == [pytest.approx(xy(place.position.lon, place.position.lat), abs=0.06) for place in places]
            left, top, width, height = map(float, crop.get("viewBox", "").split())
            assert all(left < x < left + width and top < y < top + height for x, y in points)


def test_every_route_has_its_page_in_both_languages(built_site: Path, catalogue: Catalogue) -> None:
    for route in catalogue.routes:
        for lang in LANGS:
            path = urls.page_path("route", lang, route.id)
            html = (built_site / path / "index.html").read_text(encoding="utf-8")
            steps = html[html.index("route-steps") :]
            found = re.findall(r'<h3 class="d"[^>]*><a href="[./]*(?:lieux|places)/([\w-]+)/"', steps)
            assert found == list(route.places)
            assert len(re.findall(r'class="route-leg', steps)) == len(route.places) - 1
            assert f"api/v1/routes/{route.id}.gpx" in html
            assert urls.document_path("route_sheet", lang, route.id) in html
            map_page = (built_site / urls.page_path("map", lang) / "index.html").read_text(encoding="utf-8")
            assert f'href="{route.id}/"' in map_page


def test_no_travel_time_is_told(built_site: Path, catalogue: Catalogue) -> None:
    for route in catalogue.routes:
        html = (built_site / urls.page_path("route", "fr", route.id) / "index.html").read_text(encoding="utf-8")
        main = re.sub(r"<[^>]+>", " ", html[html.index("<main") : html.index("</main>")])
        assert not re.search(r"\d\s*(?:min|minutes?|h|heures?)\b", main)


def test_a_project_without_routes_builds(site: Callable[..., Project]) -> None:
    project = site({"docs/data/routes.yml": "routes: []\n"})
    built = project.build_well()
    assert "routes-list" not in built.page("carte/")
    assert not (built.site / "carte" / "de-la-lampe-au-vent").exists()


def test_a_route_of_the_small_site_is_published(small_site: Built) -> None:
    assert "De la lampe au vent" in small_site.page("carte/de-la-lampe-au-vent/")
    assert "From lamp to wind" in small_site.page("en/map/de-la-lampe-au-vent/")
    assert (small_site.site / "api/v1/routes/de-la-lampe-au-vent.gpx").is_file()


def test_signage_is_one_sheet_each_and_the_same_twice(catalogue: Catalogue) -> None:
    renderings = list(signage(catalogue, ROOT))
    assert len(renderings) == 2 * (len(catalogue.places) + len(catalogue.routes))
    assert len({rendering.path for rendering in renderings}) == len(renderings)
    first = next(rendering for rendering in renderings if "feuille" in rendering.path)
    assert first.make() == first.make()
