"""The plates: ten pictures drawn by code, one horizon, one disc."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator
from math import acos, hypot, pi
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from markupsafe import Markup

from atlas.plates import PLATES, Plate, plate, plate_svg, standalone_svg, strip
from atlas.plates.inks import GROUNDS, INKS

ROOT = Path(__file__).parents[1]
SVG = "{http://www.w3.org/2000/svg}"

PLACES = [
    "digital-realty",
    "aeroport-marseille-provence",
    "port-center",
    "iter",
    "mucem",
    "grand-theatre-de-provence",
    "marina-olympique",
    "la-ciotat-shipyards",
    "provence-studios",
    "tour-la-marseillaise",
]


@pytest.fixture(params=PLACES)
def drawn(request: pytest.FixtureRequest) -> Plate:
    """Return each plate in turn."""
    found = plate(request.param)
    assert found is not None
    return found


def elements(drawn: Plate) -> ElementTree.Element:
    """Return a plate read back from its file."""
    return ElementTree.fromstring(standalone_svg(drawn))


def marked(drawn: Plate) -> ElementTree.Element:
    """Return what a plate marks as counted."""
    page = ElementTree.fromstring(plate_svg(drawn, prefix="t-"))
    found = [node for node in page.iter() if "counted" in node.get("class", "").split()]
    assert len(found) == 1
    return found[0]


def test_the_ten_places_have_their_plates_in_order() -> None:
    assert list(PLATES) == PLACES
    assert all((found := plate(id)) and found.id == id for id in PLACES)


def test_every_record_of_a_place_has_a_plate() -> None:
    assert {path.stem for path in (ROOT / "places").glob("*.yml")} <= set(PLATES)


def test_a_place_that_has_not_been_drawn_has_no_plate() -> None:
    assert plate("le-fort") is None


def test_drawing_twice_gives_the_same_bytes(drawn: Plate) -> None:
    assert PLATES[drawn.id]() == drawn


def test_a_plate_is_well_formed_and_holds_nothing_written(drawn: Plate) -> None:
    tags = {node.tag.removeprefix(SVG) for node in elements(drawn).iter()}
    assert tags <= {"svg", "g", "path", "circle", "clipPath"}


def test_there_is_one_disc_and_always_the_same_size(drawn: Plate) -> None:
    assert [node.get("r") for node in elements(drawn).iter(f"{SVG}circle")] == ["120"]
    assert drawn.body.count('class="k-sun"') == 1


def test_the_horizon_runs_at_six_tenths_of_the_sheet_from_edge_to_edge(drawn: Plate) -> None:
    assert elements(drawn).get("viewBox") == "0 0 800 1000"
    assert '<path class="k-ground" d="M0 600H800V1000H0z"/>' in drawn.body
    assert re.search(r'<path class="k-(line|over)" stroke-width="4" d="M0 600H(800|280M520 600H800)"/>', drawn.body)


def test_numbers_are_short(drawn: Plate) -> None:
    assert not [d for d in re.findall(r' d="([^"]*)"', drawn.body) if re.search(r"\.\d\d", d)]


@pytest.mark.parametrize(
    ("id", "count", "things"),
    [
        ("digital-realty", 18, lambda node: node.get("d", "").count("M")),
        ("iter", 35, lambda node: node.get("d", "").count("M")),
        ("marina-olympique", 10, lambda node: node.get("d", "").count("M")),
        ("tour-la-marseillaise", 27, len),
        ("grand-theatre-de-provence", 1370, lambda node: sum(seats(node))),
    ],
)
def test_what_a_plate_counts_is_drawn(id: str, count: int, things: Callable[[ElementTree.Element], int]) -> None:
    drawn = plate(id)
    assert drawn is not None and drawn.count == count
    assert things(marked(drawn)) == count
    assert drawn.sources


def seats(node: ElementTree.Element) -> Iterator[int]:
    """Yield how many dots a dash array puts on each arc: the dashes start anew with each."""
    pitch = float(node.get("stroke-dasharray", "").split()[1])
    assert float(node.get("stroke-dashoffset", "")) == -pitch / 2
    numbers = r"M(\S+?) ?(-?[\d.]+)A(\S+) (\S+) 0 0 1 (-?[\d.]+) ?(-?[\d.]+)"
    for ax, ay, radius, _, bx, by in re.findall(numbers, node.get("d", "")):
        chord = hypot(float(bx) - float(ax), float(by) - float(ay))
        angle = acos(1 - chord**2 / (2 * float(radius) ** 2))
        assert 0 < angle < pi
        whole = angle * float(radius) / pitch
        # Dots stand half a pitch from the ends, so that rounding neither adds nor drops one.
        assert abs(whole - round(whole)) < 0.2
        yield round(whole)


def test_twenty_seven_tones_are_twenty_seven_densities() -> None:
    drawn = plate("tour-la-marseillaise")
    assert drawn is not None
    ink = [
        float(row.get("stroke-dasharray", "").split()[0]) * float(row.get("stroke-width", "")) for row in marked(drawn)
    ]
    assert ink == sorted(set(ink)) and len(ink) == 27


def test_a_plate_says_what_it_shows_in_both_languages(drawn: Plate) -> None:
    for text in (drawn.alt, drawn.caption):
        assert 30 < len(text.fr) < 260 and 30 < len(text.en) < 260
        assert text.fr != text.en
    assert "soleil" in drawn.alt.fr and "sun" in drawn.alt.en
    assert drawn.caption.fr.startswith("Le soleil ") and drawn.caption.en.startswith("The sun ")


def test_the_sources_of_a_plate_are_sources_of_the_site(drawn: Plate) -> None:
    known = {source["id"] for source in yaml.safe_load((ROOT / "docs/data/sources.yml").read_text())["sources"]}
    assert set(drawn.sources) <= known


def test_a_plate_weighs_little(drawn: Plate) -> None:
    page = plate_svg(drawn, prefix="p-", lang="fr").encode()
    assert len(page) <= 10_500
    assert len(gzip.compress(page, 9)) <= 4_200


def test_ten_plates_in_a_page_stay_within_its_budget() -> None:
    hung = strip([found for id in PLACES if (found := plate(id))], lang="fr")
    assert len(gzip.compress(hung.encode(), 9)) <= 18_000


def test_identifiers_are_unique_by_their_prefix(drawn: Plate) -> None:
    page = f"<div>{plate_svg(drawn, prefix='a-')}{plate_svg(drawn, prefix='b-')}</div>"
    ids = [node.get("id") for node in ElementTree.fromstring(page).iter() if node.get("id")]
    assert len(ids) == len(set(ids))
    assert all(name in ids for name in re.findall(r"url\(#([^)]+)\)", page))
    assert "~" not in page


def test_a_plate_in_a_page_is_named_or_hidden(drawn: Plate) -> None:
    assert f'class="plate pl-{drawn.id} on-{drawn.ground}"' in plate_svg(drawn, prefix="p-")
    assert 'role="img" aria-label="' in plate_svg(drawn, prefix="p-", lang="en")
    assert 'aria-hidden="true"' in plate_svg(drawn, prefix="p-")


def test_a_file_holds_its_colours_and_needs_no_style_sheet(drawn: Plate) -> None:
    day, night = standalone_svg(drawn, "day"), standalone_svg(drawn, "night", lang="fr")
    for file, side in ((day, 0), (night, 1)):
        assert "class=" not in file and "var(" not in file and "http" not in file.split(">", 1)[1]
        assert GROUNDS[drawn.ground][side] in file
    assert day != night
    assert ElementTree.fromstring(night).findtext(f"{SVG}title") == drawn.alt.fr


def test_a_plate_uses_only_the_inks_of_the_family(drawn: Plate) -> None:
    assert set(re.findall(r"\bk-([a-z]+)", drawn.body)) <= set(INKS)
    assert "#" not in re.sub(r"url\(#", "", drawn.body)


def test_neighbours_differ_in_ground_and_each_ground_is_used() -> None:
    grounds = [found.ground for id in PLACES if (found := plate(id))]
    assert all(a != b for a, b in zip(grounds, grounds[1:] + grounds[:1], strict=True))
    assert {grounds.count(ground) for ground in GROUNDS} <= {2, 3}


def test_the_style_sheet_holds_the_same_inks() -> None:
    css = (ROOT / "docs/theme/css/plates.css").read_text()
    pairs = {name: (day, night) for name, day, night in re.findall(r"--k-([a-z]+): light-dark\((#\w+), (#\w+)\)", css)}
    old_browsers = dict(re.findall(r"--k-([a-z]+): (#\w+);", css))
    assert old_browsers == {name: day for name, (day, _) in pairs.items()}
    assert {name: pairs[name] for name in GROUNDS} == GROUNDS
    for name, ink in INKS.items():
        (rule,) = re.findall(rf"^\.k-{name} {{(.*)}}$", css, re.M)
        rules = dict(re.findall(r"(fill|stroke): (var\(--k-[a-z]+\))", rule))
        for kind, pair in (("fill", ink.fill), ("stroke", ink.stroke)):
            if pair is None:
                assert kind not in rules
            elif pair == "ground":
                assert rules[kind] == "var(--k-ground)"
            else:
                assert pairs[rules[kind].removeprefix("var(--k-").removesuffix(")")] == pair


def test_the_strip_hangs_plates_side_by_side_within_what_frames_them() -> None:
    plates = [found for id in PLACES if (found := plate(id))]
    hung = strip(plates, frame=lambda one, picture: Markup('<a href="{}/">{}</a>').format(one.id, picture))
    root = ElementTree.fromstring(hung)
    assert [node.get("href") for node in root.iter("a")] == [f"{id}/" for id in PLACES]
    assert len(root.findall("li/a/svg")) == 10
    ids = [node.get("id") for node in root.iter() if node.get("id")]
    assert len(ids) == len(set(ids))
