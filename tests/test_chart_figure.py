"""The figure of a series: what is seen, the chart in two forms, its key, its values, and where they come from."""

from __future__ import annotations

import re

import pytest

from atlas import urls
from atlas.assets import Assets
from atlas.charts.key import key
from atlas.charts.values import plain_number
from atlas.model import LANGS, Catalogue, Lang
from atlas.pages.indicator_figure import chart_key, indicator_figure
from atlas.pages.rendering import PageRenderer, Renderer
from atlas.reading.loading import load_or_raise
from support.projects import ROOT

IDS = [indicator.id for indicator in load_or_raise(ROOT).indicators]
EACH = pytest.mark.parametrize("id", IDS)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The real records."""
    return load_or_raise(ROOT)


def opened(catalogue: Catalogue, lang: Lang) -> PageRenderer:
    """Return a page whose assets are names only, on a site that publishes the table of every series."""
    assets = Assets(files={}, stylesheet="assets/site.css", scripts="assets/js/", paper=("#ffffff", "#000000"))
    renderer = Renderer(catalogue, lang, assets, ROOT)
    renderer.weights.update({urls.data_path(f"indicators/{id}.csv"): 900 for id in IDS})
    return renderer.page(urls.page_path("observatory", lang))


@EACH
@pytest.mark.parametrize("lang", LANGS)
def test_the_table_of_a_figure_and_its_two_charts_say_what_the_record_says(
    id: str, lang: Lang, catalogue: Catalogue
) -> None:
    indicator = catalogue.indicator[id]
    figure = str(indicator_figure(opened(catalogue, lang), indicator))
    told = [(one.year, one.band or plain_number(one.value or 0)) for one in indicator.values]
    table = re.findall(r'<th scope="row">(\d+)</th><td class="plot-value"><data value="([^"]+)">', figure)
    assert [(int(year), value) for year, value in table] == told
    for size in ("narrow", "wide"):
        drawn = figure[figure.index(f"plot-{size}") :].partition("</svg>")[0]
        marks = re.findall(r'data-year="(\d+)" data-value="([^"]+)"', drawn)
        assert sorted((int(year), value) for year, value in marks) == told


@EACH
def test_a_figure_names_its_sources_and_leads_to_its_series_and_its_table(id: str, catalogue: Catalogue) -> None:
    page = opened(catalogue, "fr")
    indicator = catalogue.indicator[id]
    figure = str(indicator_figure(page, indicator))
    assert {source.id for _, source in page.notes.entries} >= set(indicator.sources)
    assert f'href="{page.href("indicator", id)}"' in figure
    assert f"indicators/{id}.csv" in figure
    small = str(indicator_figure(opened(catalogue, "fr"), indicator, size="small"))
    assert small.count("<svg") == 1 and "<table" not in small


@EACH
@pytest.mark.parametrize("lang", LANGS)
def test_the_key_explains_the_marks_that_are_used_and_no_other(id: str, lang: Lang, catalogue: Catalogue) -> None:
    indicator = catalogue.indicator[id]
    items = key(indicator, lang)
    assert len({item.words for item in items}) == len(items)
    assert sum(item.mark == "point" for item in items) == len({one.qualifier for one in indicator.values})
    alone = str(chart_key(opened(catalogue, lang), indicator))
    assert alone.count("<li>") == len(items)
    assert 'style="' not in alone
