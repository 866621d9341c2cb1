"""The social cards: one a page, of the size that is asked for, light, the same twice, and no word outside its room."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageChops

from atlas import urls
from atlas.cards import card_svg, cards
from atlas.cards.compositions import COLUMN
from atlas.cards.sheet import HEIGHT, HORIZON, SEAT, WIDTH, Studio
from atlas.cards.subjects import Subject, subject, subjects
from atlas.heavy import Rendering
from atlas.lettering import CAPITALS, Setting, Typeface, fitted
from atlas.model import Catalogue, Place, Text
from atlas.raster import png
from atlas.reading.loading import load
from support.crawl import sitemap_paths
from support.projects import ROOT

HEAVIEST = 120_000
"""Bytes that a card may weigh."""

HOSTILE = 'Le "Fort" <script>alert(1)</script> & Cie </svg> ]]> Ā 漢'
LONG = "Conservatoire international des civilisations de l'Europe, de la Méditerranée et des rivages du monde entier"
ENDLESS = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The records of the real site."""
    found = load(ROOT).catalogue
    assert found is not None
    return found


@pytest.fixture(scope="module")
def studio(catalogue: Catalogue) -> Studio:
    """What cards are drawn with."""
    return Studio.of(catalogue, ROOT)


@pytest.fixture(scope="module")
def pages(catalogue: Catalogue) -> Mapping[str, Subject]:
    """Every page, by path."""
    return {page.path: page for page in subjects(catalogue)}


@pytest.fixture(scope="module")
def renderings(catalogue: Catalogue) -> Mapping[str, Rendering]:
    """Every card, by path."""
    return {card.path: card for card in cards(catalogue, ROOT)}


def renamed(catalogue: Catalogue, name: str, headline: str = "Un titre") -> tuple[Catalogue, Place]:
    """Return a catalogue of one place, without a plate, that bears a name in both languages."""
    text = Text(fr=name, en=name)
    changed = {"id": "le-fort", "order": 1, "name": text, "headline": Text(fr=headline, en=headline)}
    place = catalogue.places[0].model_copy(update=changed)
    return replace(catalogue, places=(place,)), place


def drawn_card(catalogue: Catalogue, path: str, title: str) -> str:
    return card_svg(subject(catalogue, path, title), Studio.of(catalogue, ROOT))


def picture(svg: str) -> Image.Image:
    return Image.open(io.BytesIO(png(svg, WIDTH))).convert("RGB")


def test_every_page_of_both_editions_has_a_card_of_its_own(
    catalogue: Catalogue, pages: Mapping[str, Subject], renderings: Mapping[str, Rendering]
) -> None:
    wanted = {page.path for page in catalogue.pages}
    for lang in ("fr", "en"):
        wanted |= {urls.page_path("place", lang, place.id) for place in catalogue.places}
        wanted |= {urls.page_path("member", lang, member.id) for member in catalogue.members}
        wanted |= {urls.page_path("route", lang, route.id) for route in catalogue.routes}
        wanted |= {urls.page_path("indicator", lang, series.id) for series in catalogue.indicators}
        wanted |= {urls.page_path("session", lang, session.id) for session in catalogue.sessions}
        wanted |= {urls.page_path("lesson", lang, lesson.key) for lesson in catalogue.lessons}
    assert set(pages) == wanted
    assert set(renderings) == {urls.card_path(path) for path in wanted}
    assert len(renderings) == len(wanted)


def test_addresses_of_cards_never_meet() -> None:
    paths = ["", "en/", "lieux/", "lieux/a-b/", "lieux/a/b/", "lieux-a/b/", "index-1/"]
    assert len({urls.card_path(path) for path in paths}) == len(paths)
    assert urls.card_path("") == "assets/cards/index.fr.png"
    assert urls.card_path("en/places/iter/") == "assets/cards/places/iter.en.png"


@pytest.mark.parametrize(
    "path", ["", "en/map/", "lieux/", "lieux/grand-theatre-de-provence/", "en/members/club-top-20/"]
)
def test_a_card_has_the_size_that_networks_ask_for_and_weighs_little(
    path: str, renderings: Mapping[str, Rendering]
) -> None:
    content = renderings[urls.card_path(path)].make()
    with Image.open(io.BytesIO(content)) as card:
        assert (card.format, card.size) == ("PNG", (1200, 630))
    assert len(content) <= HEAVIEST


def test_the_same_records_give_the_same_bytes(catalogue: Catalogue, renderings: Mapping[str, Rendering]) -> None:
    again = {card.path: card for card in cards(catalogue, ROOT)}
    assert {path: card.key for path, card in again.items()} == {path: card.key for path, card in renderings.items()}
    path = urls.card_path("lieux/mucem/")
    assert again[path].make() == renderings[path].make()


def test_what_a_card_says_is_part_of_its_key(catalogue: Catalogue) -> None:
    keys = set()
    for headline in ("Un titre", "Un autre titre"):
        other, place = renamed(catalogue, "Le Fort", headline)
        path = urls.card_path(urls.page_path("place", "fr", place.id))
        keys.add(next(card.key for card in cards(other, ROOT) if card.path == path))
    assert len(keys) == 2


def test_cards_are_well_formed_and_need_neither_font_nor_file(pages: Mapping[str, Subject], studio: Studio) -> None:
    for page in pages.values():
        svg = card_svg(page, studio)
        tags = {node.tag.rpartition("}")[2] for node in ElementTree.fromstring(svg).iter()}
        assert not tags & {"text", "tspan", "image", "script", "foreignObject", "a"}, page.path
        # The one address is the name of the format; `use` names what stands in the same drawing.
        assert re.findall(r"https?://[^\"]*", svg) == ["http://www.w3.org/2000/svg"], page.path
        assert all(link.startswith("#") for link in re.findall(r'href="([^"]*)"', svg)), page.path


def test_identifiers_are_unique_in_a_card(pages: Mapping[str, Subject], studio: Studio) -> None:
    for page in pages.values():
        ids = re.findall(r'\bid="([^"]*)"', card_svg(page, studio))
        assert len(ids) == len(set(ids)), page.path


def test_hostile_names_are_drawn_and_never_become_markup(catalogue: Catalogue) -> None:
    other, place = renamed(catalogue, HOSTILE, HOSTILE)
    for lang in ("fr", "en"):
        svg = drawn_card(other, urls.page_path("place", lang, place.id), HOSTILE)
        ElementTree.fromstring(svg)
        assert "script" not in svg and "alert" not in svg
        assert picture(svg).size == (WIDTH, HEIGHT)


@pytest.mark.parametrize("name", [HOSTILE, LONG, ENDLESS, "W" * 300, "Î", "ÀÉÎÕÜ ÇŒ"])
def test_no_title_leaves_its_column(catalogue: Catalogue, name: str) -> None:
    other, place = renamed(catalogue, name, name)
    card = picture(drawn_card(other, urls.page_path("place", "fr", place.id), name))
    paper = card.getpixel((5, 5))
    # Between the column and the plate there is paper only, but for the horizon; and so there is at the left edge.
    for left, right in ((SEAT - 58, SEAT - 4), (0, 50)):
        for top, bottom in ((0, HORIZON - 4), (HORIZON + 4, HEIGHT)):
            strip = card.crop((left, top, right, bottom))
            difference = ImageChops.difference(strip, Image.new("RGB", strip.size, paper))
            assert max(high for _, high in difference.getextrema()) < 8, (left, top)


def test_every_title_of_the_site_fits_whole(pages: Mapping[str, Subject], studio: Studio) -> None:
    for page in pages.values():
        title = fitted(page.title, studio.title, width=COLUMN, height=184, sizes=(170, 48), leading=0.94)
        assert "…" not in "".join(title.lines), page.path
        assert title.width <= COLUMN
        assert CAPITALS * title.size + title.depth <= 184


@pytest.fixture(scope="module")
def face() -> Typeface:
    return Typeface(ROOT / "vendor" / "fonts" / "bricolage-grotesque.woff2", weight=580, tracking=-0.045)


def set_in(words: str, face: Typeface, width: float = 576, height: float = 184) -> Setting:
    return fitted(words, face, width=width, height=height, sizes=(170, 48), leading=0.94)


def test_words_are_set_as_large_as_they_fit(face: Typeface) -> None:
    assert (
        set_in("Mucem", face).size > set_in("Provence Studios", face).size > set_in("La Ciotat Shipyards SA", face).size
    )
    assert set_in("ITER", face).size == 170


def test_compound_words_are_parted_only_when_they_must_be(face: Typeface) -> None:
    assert set_in("Métropole Aix-Marseille-Provence", face).lines == ["Métropole", "Aix-Marseille-Provence"]
    assert set_in("Métropole Aix-Marseille-Provence", face, width=330).lines[-1] == "Provence"


def test_small_words_stand_with_the_next_one(face: Typeface) -> None:
    lines = set_in("Grand Théâtre de Provence", face).lines
    assert [line.replace("\u00a0", " ") for line in lines] == ["Grand Théâtre", "de Provence"]


def test_what_does_not_fit_ends_with_an_ellipsis(face: Typeface) -> None:
    for words in (LONG, ENDLESS, "W" * 300):
        found = set_in(words * 3, face)
        assert found.lines[-1].endswith("…")
        assert found.size == 48 and found.width <= 576


def test_letters_are_kerned_as_in_a_browser(face: Typeface) -> None:
    assert face.width("AV") < face.width("A") + face.width("V") - 0.045


def test_a_letter_that_the_font_lacks_is_drawn_without_its_accent(face: Typeface) -> None:
    assert face.drawn("Ṫḁ", 0, 0, 10) == face.drawn("Ta", 0, 0, 10)


def test_nothing_is_set_as_nothing(face: Typeface) -> None:
    assert set_in("", face).lines == [""] and 'd="' not in set_in("", face).drawn(0, 0)


def test_a_place_without_a_plate_shows_its_chart(catalogue: Catalogue) -> None:
    other, place = renamed(catalogue, "Le Fort")
    page = subject(other, urls.page_path("place", "fr", place.id), "Le Fort")
    svg = card_svg(page, Studio.of(other, ROOT))
    assert "card-chart-sea" in svg
    assert "carte marine" in page.alt
    x, y = SEAT + 20, HEIGHT - 20
    assert picture(svg).getpixel((x, y)) == pytest.approx((0x0F, 0x3A, 0x50), abs=3)


def test_an_index_without_plates_still_has_a_card(catalogue: Catalogue) -> None:
    other, _ = renamed(catalogue, "Le Fort")
    assert picture(drawn_card(other, "lieux/", "Les lieux")).size == (WIDTH, HEIGHT)


def test_a_page_written_below_the_places_is_a_page_like_any_other(catalogue: Catalogue) -> None:
    assert subject(catalogue, "lieux/comment-choisir/", "Comment choisir").kind == "page"
    assert subject(catalogue, "lieux/", "Les lieux").kind == "places"
    assert subject(catalogue, "en/places/iter/", "ITER").record is catalogue.place["iter"]


def test_the_card_of_a_place_says_who_proposes_it(catalogue: Catalogue, studio: Studio) -> None:
    candidate = next(place for place in catalogue.places if place.standing.value == "candidate")
    announced = next(place for place in catalogue.places if place.standing.value == "announced")
    line = studio.text.drawn("Proposé par ce site\u202f; aucune source", 60, 550, 24)
    letters = re.findall(r' d="([^"]*)"', line)
    for place, said in ((candidate, True), (announced, False)):
        svg = card_svg(subject(catalogue, urls.page_path("place", "fr", place.id), "x"), studio)
        found = re.findall(r' d="([^"]*)"', svg)
        assert any(found[at : at + len(letters)] == letters for at in range(len(found))) is said


def test_only_the_words_recorded_as_said_bear_quotation_marks(catalogue: Catalogue, studio: Studio) -> None:
    for path, marks in (("manifeste/", "«»"), ("en/manifesto/", "“”")):
        svg = card_svg(subject(catalogue, path, "x"), studio)
        for mark in marks:
            (outline,) = re.findall(r' d="([^"]*)"', studio.head.drawn(mark, 0, 0, 10))
            assert svg.count(f' d="{outline}"') == 1


def test_a_card_says_what_it_shows(pages: Mapping[str, Subject]) -> None:
    for page in pages.values():
        assert page.alt.startswith(page.title)
        assert 20 < len(page.alt) <= 420, page.path


def test_every_page_of_the_built_site_has_its_card(built_site: Path) -> None:
    for path in sitemap_paths(built_site):
        file = built_site / urls.card_path(path.removeprefix("/"))
        assert file.is_file(), path
        assert file.stat().st_size <= HEAVIEST, path
        with Image.open(file) as card:
            assert (card.format, card.size) == ("PNG", (1200, 630)), path
