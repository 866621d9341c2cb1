"""The observatory: its pages, charts, tables and downloads all say what the records say, and nothing else."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from atlas import urls
from atlas.assets import collect
from atlas.cards.subjects import subject
from atlas.charts import chart
from atlas.charts.sizes import SIZES
from atlas.exports import downloads
from atlas.exports.indicators import COLUMNS
from atlas.model import LANGS, Catalogue, Indicator, Lang
from atlas.model.vocabulary import PlaceStatus, Qualifier, TargetSubject, UnitKind
from atlas.pages import observatory
from atlas.pages.page import Page
from atlas.pages.rendering import Renderer
from atlas.pages.source_uses import source_uses
from atlas.reading.loading import load_or_raise
from atlas.structured_data import page_data
from support.projects import ROOT

DAY = date(2026, 11, 22)

Pairs = Sequence[tuple[int, str]]
"""Years and values, as machines read them."""

IDS = [indicator.id for indicator in load_or_raise(ROOT).indicators]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The real records."""
    return load_or_raise(ROOT)


@pytest.fixture(scope="module")
def files(catalogue: Catalogue) -> Mapping[str, bytes]:
    """Every download, by its name below the version."""
    return {path.removeprefix(urls.API): content for path, content in downloads(catalogue, DAY)}


@pytest.fixture(scope="module")
def renderers(catalogue: Catalogue) -> Mapping[Lang, Renderer]:
    """What renders each edition."""
    assets = collect(ROOT / "docs" / "theme", ROOT / "vendor")
    made: dict[Lang, Renderer] = {lang: Renderer(catalogue, lang, assets, ROOT) for lang in LANGS}
    for renderer in made.values():
        renderer.day = DAY
    return made


@pytest.fixture(scope="module")
def pages(renderers: Mapping[Lang, Renderer]) -> Mapping[str, Page]:
    """The page of each series in each edition, by path."""
    return {page.path: page for renderer in renderers.values() for page in observatory.indicator_pages(renderer)}


# Every value, read four times


class _Table(HTMLParser):
    """Reads the table of a series: the year of each row, and its value as data."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[tuple[int, str]] = []
        self.sources: list[str] = []
        self._year = ""
        self._in_year = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._in_year = tag == "th" and given.get("scope") == "row"
        if tag == "data":
            self.rows.append((int(self._year), str(given["value"])))
        elif tag == "a" and self.rows and "sources/#" in str(given.get("href")) and len(self.sources) < len(self.rows):
            self.sources.append(str(given["href"]).partition("#")[2])

    def handle_endtag(self, tag: str) -> None:
        self._in_year = False

    def handle_data(self, data: str) -> None:
        if self._in_year:
            self._year = data


def in_record(indicator: Indicator) -> Pairs:
    """Return what every form must say."""
    return [(one.year, _written(one.band or one.value)) for one in indicator.values]


def _written(value: str | float | None) -> str:
    assert value is not None
    if isinstance(value, str):
        return value
    return str(int(value)) if value == int(value) else str(value)


def in_table(page: Page) -> _Table:
    reader = _Table()
    reader.feed(page.body)
    return reader


def in_chart(indicator: Indicator, lang: Lang, size: Any) -> Pairs:
    found = re.findall(r'data-year="(\d+)" data-value="([^"]+)"', chart(indicator, lang, size))
    return sorted((int(year), value) for year, value in found)


def in_csv(content: bytes, id: str) -> list[dict[str, str]]:
    return [row for row in csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")) if row["indicator"] == id]


def in_json(files: Mapping[str, bytes], id: str) -> dict[str, Any]:
    return next(one for one in json.loads(files["indicators.json"])["indicators"] if one["id"] == id)


@pytest.mark.parametrize("id", IDS)
def test_table_chart_csv_and_json_say_the_same(
    id: str, catalogue: Catalogue, files: Mapping[str, bytes], pages: Mapping[str, Page]
) -> None:
    indicator = catalogue.indicator[id]
    expected = in_record(indicator)
    sources = [one.source for one in indicator.values]
    for lang in LANGS:
        table = in_table(pages[urls.page_path("indicator", lang, id)])
        assert table.rows == expected
        assert table.sources == sources
        for size in SIZES:
            assert in_chart(indicator, lang, size) == expected
    for name in ("indicators.csv", f"indicators/{id}.csv"):
        rows = in_csv(files[name], id)
        assert [(int(row["year"]), row["value"] or row["band"]) for row in rows] == expected
        assert [row["source"] for row in rows] == sources
        assert {row["licence"] for row in rows} == {"Licence Ouverte 2.0"}
        assert {row["date"] for row in rows} == {DAY.isoformat()}
    written = in_json(files, id)["values"]
    assert [(one["year"], _written(one["band"] or one["value"])) for one in written] == expected
    assert [one["source"] for one in written] == sources


@pytest.mark.parametrize("id", IDS)
def test_the_page_of_a_series_draws_it_wide_and_narrow(
    id: str, catalogue: Catalogue, pages: Mapping[str, Page]
) -> None:
    expected = in_record(catalogue.indicator[id])
    for lang in LANGS:
        body = pages[urls.page_path("indicator", lang, id)].body
        drawings = re.findall(r'<svg class="plot plot-(\w+)"(.*?)</svg>', body, re.DOTALL)
        assert [name for name, _ in drawings] == ["narrow", "wide"]
        for _, drawn in drawings:
            found = re.findall(r'data-year="(\d+)" data-value="([^"]+)"', drawn)
            assert sorted((int(year), value) for year, value in found) == expected


# Pages and records count the same


def test_each_series_has_a_page_in_each_edition_and_a_place_on_the_front_page(
    catalogue: Catalogue, renderers: Mapping[Lang, Renderer], pages: Mapping[str, Page]
) -> None:
    assert len(pages) == len(LANGS) * len(catalogue.indicators)
    for lang, renderer in renderers.items():
        page = renderer.page(urls.page_path("observatory", lang))
        shown = observatory.series(page, {})
        assert shown.count('<li class="multiple">') == len(catalogue.indicators)
        assert observatory.targets(page, {}).count('<li class="target">') == len(catalogue.targets)
        assert observatory.single_values(page, {}).count('<div class="single"') == len(catalogue.single_values)
        for indicator in catalogue.indicators:
            assert f'href="{indicator.id}/"' in shown


def test_the_open_data_count_what_the_records_count(catalogue: Catalogue, files: Mapping[str, bytes]) -> None:
    data = json.loads(files["indicators.json"])
    assert data["count"] == len(data["indicators"]) == len(catalogue.indicators)
    assert len(data["single_values"]) == len(catalogue.single_values)
    assert len(data["targets"]) == len(catalogue.targets)
    known = {source.id for source in catalogue.sources}
    assert {one["source"] for series in data["indicators"] for one in series["values"]} <= known
    header = files["indicators.csv"].decode().splitlines()[0]
    assert header.split(",") == [column.name for column in COLUMNS]


def test_each_source_lists_the_series_that_it_supports(
    catalogue: Catalogue, renderers: Mapping[Lang, Renderer]
) -> None:
    uses = source_uses(renderers["fr"].page(urls.page_path("sources", "fr")))
    for indicator in catalogue.indicators:
        for id in indicator.sources:
            assert (indicator.title.fr, f"../observatoire/{indicator.id}/") in uses[id]


# What is told


def test_what_is_not_known_is_said_and_an_estimate_is_said_to_be_one(
    catalogue: Catalogue, renderers: Mapping[Lang, Renderer]
) -> None:
    shown = observatory.targets(renderers["fr"].page(urls.page_path("observatory", "fr")), {})
    unknown = [target for target in catalogue.targets if target.established.value is None]
    assert unknown and shown.count("target-unknown") == len(unknown)
    people = next(target for target in catalogue.targets if target.subject is TargetSubject.PEOPLE)
    assert observatory.reached_words(people, "fr") == "environ\u00a040"
    assert observatory.reached_words(people, "en") == "about\u00a040"


def test_a_target_counts_what_the_records_count(catalogue: Catalogue) -> None:
    reached = {target.subject: target.established.value for target in catalogue.targets}
    assert reached[TargetSubject.MEMBERS] == len(catalogue.members)
    labelled = sum(place.standing.value is PlaceStatus.LABELLED for place in catalogue.places)
    assert (reached[TargetSubject.PLACES] or 0) == labelled


def test_a_series_past_its_rhythm_shows_its_age_and_another_does_not(catalogue: Catalogue) -> None:
    def age(id: str, day: date) -> str:
        return observatory.age_words(catalogue, catalogue.indicator[id], "fr", day, "series_age")

    assert age("population-metropole", DAY) == "La dernière valeur trouvée a 7 ans."
    assert age("port-tonnage", DAY) == ""
    assert age("port-tonnage", date(2028, 1, 1)) == "La dernière valeur trouvée a 3 ans."
    assert age("cables-sous-marins", date(2040, 1, 1)) == "", "a series without a rhythm is never late"


def test_a_rounded_count_of_millions_is_told_with_the_digits_that_it_has(catalogue: Catalogue) -> None:
    airport, metropolis = catalogue.indicator["aeroport-passagers"], catalogue.indicator["population-metropole"]
    assert observatory.headline_words(airport, airport.last, "fr") == "11,28 millions"
    assert observatory.headline_words(airport, airport.last, "en") == "11.28 million"
    assert re.sub(r"\s", " ", observatory.headline_words(metropolis, metropolis.last, "fr")) == "1 898 561"


def test_the_home_page_takes_its_measures_from_the_records(
    catalogue: Catalogue, renderers: Mapping[Lang, Renderer]
) -> None:
    for written in catalogue.pages:
        if written.path in urls.ROOTS.values():
            assert len(written.head.measures) == 3
            shown = observatory.measures(
                renderers[written.lang].page(written.path), {"measures": written.head.measures}
            )
            assert shown.count('<div class="figure">') == 3


def test_a_band_is_never_a_number_and_only_a_band_is_a_range(catalogue: Catalogue) -> None:
    for indicator in catalogue.indicators:
        for one in indicator.values:
            banded = indicator.unit_kind is UnitKind.BAND
            assert (one.band is not None) == (one.qualifier is Qualifier.RANGE) == banded
            assert (one.value is None) == banded


@pytest.mark.parametrize("id", IDS)
def test_a_series_is_a_data_set_for_machines(id: str, catalogue: Catalogue, files: Mapping[str, bytes]) -> None:
    path = urls.page_path("indicator", "en", id)
    data = page_data(catalogue, subject(catalogue, path, "Title"), "A sentence.", [])
    found = next(node for node in data["@graph"] if node["@type"] == "Dataset")
    assert found["name"] == catalogue.indicator[id].title.en
    table = found["distribution"]["contentUrl"].removeprefix(catalogue.identity.site_url + urls.API)
    assert table in files


def test_no_page_of_the_observatory_needs_a_clock() -> None:
    code = (Path(observatory.__file__)).read_text(encoding="utf-8")
    assert not re.search(r"\b(now|today|time)\(", code)


@pytest.mark.parametrize(("width", "shown"), [(320, "narrow"), (1280, "wide")])
def test_the_page_of_a_series_shows_the_chart_that_fits_its_screen(browser, server, width: int, shown: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{server.origin}/{urls.page_path('indicator', 'fr', 'port-tonnage')}")
    assert page.locator(".series-chart .plot:visible").evaluate_all("all => all.map(one => one.classList[1])") == [
        f"plot-{shown}"
    ]
    page.close()
