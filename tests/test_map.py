"""The map: its list, its drawings and its Leaflet script say the same of the same records, lightly and alike twice."""

import ast
import gzip
import html
import json
import os
import re
import subprocess
import sys
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest

from atlas.map import drawing, layout
from atlas.map.backgrounds import BACKGROUNDS
from atlas.map.basemap_file import basemap_path, relief_path
from atlas.map.entries import entries
from atlas.map.leaflet import map_files, map_script
from atlas.map.words import FILE, map_words
from atlas.model.place import Place
from atlas.model.vocabulary import Domain
from atlas.pages.map import IN_BROWSER, filters
from support.projects import ROOT

POINTS = (
    ("bunker", "Un bunker", 43.3386, 5.3467, "13055", "medium", "announced"),
    ("airport", "L'aéroport", 43.4393, 5.2214, "13054", "medium", "announced"),
    ("port", "Port Center", 43.2999, 5.3634, "13055", "low", "announced"),
    ("star", "Étoile & soleil", 43.7079, 5.7776, "13099", "low", "candidate"),
    ("museum", "Musée", 43.2953, 5.3619, "13055", "high", "candidate"),
)


def place(rank, id, name, lat, lon, insee, confidence, status):
    """Return a place of the network with what the map reads of it."""
    words = {"fr": name, "en": f"{name} (en)"}
    said = {"text": words, "sources": ["a-source"]}
    return Place.model_validate(
        {
            "id": id,
            "order": rank,
            "name": words,
            "headline": words,
            "summary": said,
            "standing": {"value": status},
            "position": {"insee": insee, "postcode": "13000", "lat": lat, "lon": lon, "confidence": confidence},
            "domain": list(Domain)[rank % len(Domain)],
            "wow": {"kind": "both", "text": words, "sources": ["a-source"]},
            "emblem": said,
            "facts": [said],
            "access": {"opening": "unknown", "text": words},
        }
    )


@pytest.fixture(scope="module")
def places():
    """Five places, three of which stand close to one another."""
    return [place(rank, *point) for rank, point in enumerate(POINTS, 1)]


@pytest.fixture(scope="module")
def shown(places):
    """The five places as maps show them, in French."""
    return entries(places, "fr", href)


def href(kind, id=None, anchor=None):
    """Return a link as a page would make it."""
    return f"../{kind}/{id}/"


def in_script(script: bytes):
    """Return the places that a Leaflet script holds: id, number, label, approximate, latitude, longitude."""
    found = re.search(r"of (\[\[.*\]\]) *\) \{\nconst html", script.decode())
    return json.loads(found[1].replace("\\u003c", "<").replace("\\u003e", ">"))


def svg(drawn):
    """Return the drawings of a fragment as trees."""
    return list(ElementTree.fromstring(f"<div>{drawn}</div>"))


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_drawings_and_script_carry_the_same_places_in_the_same_order(places, lang):
    shown = entries(places, lang, href)
    expected = [(one.number, html.unescape(one.label(lang))) for one in shown]
    assert [(number, label) for _, number, label, *_ in in_script(map_script(shown, lang))] == expected
    for drawn in (drawing.cover(places, lang, href), drawing.map_drawing(places, lang, href)):
        _, *crops = svg(drawn)
        assert len(crops) >= 2
        for crop in crops:
            links = list(crop.iter("a"))
            said = [link.get("aria-label") or "".join(link.itertext()) for link in links]
            assert all(one.name in words for one, words in zip(shown, said, strict=True))
            assert [link.get("href") for link in links] == [one.href for one in shown]
            assert [link.find("text[@class='number']").text for link in links] == [str(n) for n, _ in expected]


def test_the_script_holds_the_positions_of_the_records(places, shown):
    positions = {id: (lat, lon) for id, *_, lat, lon in in_script(map_script(shown, "fr"))}
    assert positions == {place.id: (place.position.lat, place.position.lon) for place in places}


def test_an_uncertain_position_is_marked_in_every_form(places, shown):
    doubtful = {"port", "star"}
    assert {one.id for one in shown if one.approximate} == doubtful
    assert {id for id, _, _, approximate, *_ in in_script(map_script(shown, "fr")) if approximate} == doubtful
    for crop in svg(drawing.cover(places, "fr", href))[1:]:
        marked = [link for link in crop.iter("a") if link.find("circle[@class='doubt']") is not None]
        assert len(marked) == 2
        assert all("position approchée" in link.findtext("circle/title") for link in marked)
    assert "PA" in drawing.cover(places, "fr", href)
    assert 'class="doubt"' not in drawing.locator(places[0], "fr")
    assert 'class="doubt"' in drawing.locator(places[2], "fr")


def test_discs_never_touch_and_names_never_cover_discs(shown):
    for crop in (*drawing.COVER, *drawing.STILL):
        spots = layout.spots(shown, crop)
        for rank, one in enumerate(spots):
            for other in spots[rank + 1 :]:
                apart = ((one.disc[0] - other.disc[0]) ** 2 + (one.disc[1] - other.disc[1]) ** 2) ** 0.5
                assert apart >= 2 * crop.radius, (crop.name, one.entry.id, other.entry.id)
        assert any(spot.aside for spot in spots), crop.name
        left, top, width, height = crop.view
        assert all(left < x < left + width and top < y < top + height for x, y in (spot.disc for spot in spots))


def test_a_thousand_places_are_drawn_as_dots(shown):
    many = [shown[0]] * 1000
    assert not [spot for spot in layout.spots(many, drawing.COVER[0]) if spot.aside or spot.label]


def test_ids_are_unique_in_a_page_that_has_every_drawing(places):
    page = str(drawing.cover(places, "fr", href) + drawing.map_drawing(places, "fr", href))
    page += "".join(drawing.locator(place, "fr") for place in places)
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert {target for target in re.findall(r'(?:href="|url\()#([^")]+)', page)} <= set(ids)


def test_names_are_escaped_and_set():
    sharp = place(1, "sharp", 'L\'<b>"A" & B</b>', 43.3, 5.4, "13055", "low", "candidate")
    for drawn in (drawing.cover([sharp], "fr", href), drawing.locator(sharp, "fr")):
        assert "<b>" not in drawn
        svg(drawn)
    script = map_script(entries([sharp], "fr"), "fr").decode()
    assert "<b>" not in script
    assert "L\\u2019" in script


def test_drawings_are_light(places):
    def gzipped(text):
        return len(gzip.compress(str(text).encode(), 9, mtime=0))

    assert gzipped(drawing.cover(places, "fr", href)) <= 12_000
    assert gzipped(drawing.map_drawing(places, "fr", href)) <= 13_000
    assert gzipped(drawing.locator(places[0], "fr")) <= 6_000


def test_every_word_of_the_map_is_used_and_exists_in_both_languages():
    assert map_words("fr").keys() == map_words("en").keys()
    used = "".join(
        path.read_text(encoding="utf-8")
        for folder, pattern in (
            ("hooks/atlas/map", "*.py"),
            ("hooks/atlas/pages", "map.py"),
            ("hooks/atlas/templates", "map.html"),
            ("docs/theme/js/map", "*.js"),
        )
        for path in (ROOT / folder).glob(pattern)
    )
    assert [
        key for key in map_words("fr") if not re.search(rf"\b{key}\b", used.replace("any_{name}", _any_words()))
    ] == []
    assert set(IN_BROWSER) <= map_words("fr").keys()
    assert FILE.is_file()


def _any_words():
    return "any_domain any_status any_opening any_month any_route"


def test_filters_offer_only_what_parts_the_places(shown):
    found = {filter.name: [choice.value for choice in filter.choices] for filter in filters(shown, "fr")}
    assert found.keys() == {"domain", "status"}, "all five places have the same opening"
    assert found["status"] == ["announced", "candidate"]
    assert filters([], "fr") == []


@pytest.fixture
def vendor(tmp_path):
    """A folder like the one the set-up makes, with a Leaflet of the right version."""
    (tmp_path / "leaflet").mkdir()
    for name in ("leaflet.js", "leaflet.css", "LICENSE"):
        (tmp_path / "leaflet" / name).write_text("/* Leaflet 1.9.4 */")
    return tmp_path


def test_the_files_of_the_map_are_ours_and_ask_nobody(places, vendor):
    files = map_files(SimpleNamespace(places=places), vendor=vendor)
    assert {basemap_path(), relief_path()} <= files.keys()
    assert all(path.startswith("assets/map/") for path in files)
    scripts = {path: content.decode() for path, content in files.items() if "/map." in path}
    assert len(scripts) == 2
    for script in scripts.values():
        assert not re.findall(r"https?://", script)
        for library in ("jquery", "$(", "bootstrap", "ajax", "awesome"):
            assert library not in script.lower()


def test_another_leaflet_than_the_one_tried_is_refused(places, vendor):
    (vendor / "leaflet" / "leaflet.js").write_text("/* Leaflet 2.0.0 */")
    with pytest.raises(ValueError, match=r"not Leaflet 1\.9\.4"):
        map_files(SimpleNamespace(places=places), vendor=vendor)


def test_two_runs_write_the_same_script():
    """In processes with different seeds: folium draws its ids by lot, and sets have no order."""
    code = (
        "from test_map import POINTS, place;"
        "from atlas.map.entries import entries; from atlas.map.leaflet import map_script;"
        "p = [place(i, *x) for i, x in enumerate(POINTS, 1)]; print(map_script(entries(p, 'fr'), 'fr'))"
    )
    path = os.pathsep.join(str(ROOT / folder) for folder in ("hooks", "tests"))
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
    assert b"Made by folium" in ast.literal_eval(runs.pop().decode())


def test_the_month_of_the_programme_is_a_filter_once_a_place_has_one(places):
    dated = places[0].model_copy(update={"standing": places[0].standing.model_copy(update={"month": "2027-03"})})
    found = {filter.name: filter.choices for filter in filters(entries([dated, *places[1:]], "fr"), "fr")}
    assert [(choice.value, choice.label) for choice in found["month"]] == [("2027-03", "mars 2027")]


def test_a_background_of_another_host_names_it(places):
    assert [one.host for one in BACKGROUNDS] == ["data.geopf.fr", "tile.openstreetmap.org"]
    assert all(one.tiles.startswith("https://") for one in BACKGROUNDS)
    assert not re.search("|".join(one.host for one in BACKGROUNDS), map_script(entries(places, "fr"), "fr").decode())
