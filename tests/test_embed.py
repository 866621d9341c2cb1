"""The embedded map: one document that stands alone, and the lines that show it on another site."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from atlas import urls
from atlas.embed import embedded_map, snippet
from atlas.map.entries import entries
from atlas.model import LANGS, Catalogue, Lang
from atlas.reading.loading import load_or_raise
from support import crawl
from support.html import invalid_html
from support.projects import ROOT
from support.waiting import resize
from support.web import Server, serve

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

THEME = ROOT / "docs" / "theme"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The real records."""
    return load_or_raise(ROOT)


@pytest.mark.parametrize("lang", LANGS)
def test_the_list_holds_the_places_of_the_map_in_order(catalogue: Catalogue, lang: Lang) -> None:
    document = embedded_map(catalogue, THEME, lang)
    listed = re.findall(
        r'<li id="([\w-]+)"><span aria-hidden="true">(\d+)</span><a href="([^"]+)" rel="noopener">([^<]+)</a>', document
    )
    site = catalogue.identity.site_url
    assert listed == [
        (one.id, str(one.number), site + urls.page_path("place", lang, one.id), html.escape(one.name))
        for one in entries(catalogue.places, lang)
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_the_document_loads_nothing_and_runs_nothing(catalogue: Catalogue, lang: Lang) -> None:
    document = embedded_map(catalogue, THEME, lang)
    assert "<script" not in document
    assert not re.search(r"""\s(?:src|srcset|poster|data)=|url\((?!#)|@import|\son\w+=""", document)
    links = re.findall(r'<link rel="(\w+)" href="([^"]*)"', document)
    assert dict(links) == {"canonical": catalogue.identity.site_url + urls.page_path("map", lang), "icon": "data:,"}
    assert "prefers-color-scheme:dark" in document.replace(": ", ":")
    assert len(document.encode()) < 60_000


def test_every_colour_of_the_document_is_defined_in_it(catalogue: Catalogue) -> None:
    document = embedded_map(catalogue, THEME, "fr")
    used = set(re.findall(r"var\(--([\w-]+)", document))
    assert used <= set(re.findall(r"--([\w-]+):", document))


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize("lang", LANGS)
def test_the_lines_to_copy_frame_the_map_with_a_title_and_a_link(catalogue: Catalogue, lang: Lang) -> None:
    tags = _Tags()
    tags.feed(snippet(catalogue, lang))
    (_, frame), *_, (_, link) = tags.found
    site = catalogue.identity.site_url
    assert frame["src"] == site + urls.embed_path(lang)
    assert frame["title"] and frame["lang"] == lang and frame["loading"] == "lazy"
    assert "allow-scripts" not in str(frame["sandbox"]) and "allow-same-origin" not in str(frame["sandbox"])
    assert link["href"] == site + urls.page_path("map", lang)


def test_the_page_of_open_data_shows_the_lines_as_they_are(built_site: Path, catalogue: Catalogue) -> None:
    for lang in LANGS:
        page = (built_site / urls.page_path("data", lang) / "index.html").read_text(encoding="utf-8")
        code = re.search(r"<code>(&lt;iframe.*?)</code>", page, re.S)
        assert code and html.unescape(code[1]) == snippet(catalogue, lang)
        assert (built_site / urls.embed_path(lang)).is_file()


def test_the_documents_are_valid(built_site: Path) -> None:
    assert invalid_html(built_site, [built_site / urls.embed_path(lang) for lang in LANGS]) == []


@pytest.mark.parametrize("lang", LANGS)
def test_the_document_is_accessible_by_day_and_by_night(server: Server, context: BrowserContext, lang: Lang) -> None:
    page = context.new_page()
    problems = crawl.visit(page, server, f"/{urls.embed_path(lang)}")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in (crawl.NARROW, 1280):
            resize(page, width)
            problems += [f"{scheme} {width} px: {words}" for words in crawl.axe(page, AXE)]
    assert problems == []


def test_the_frame_shows_the_map_and_its_links_open_beside(
    server: Server, context: BrowserContext, catalogue: Catalogue, tmp_path: Path
) -> None:
    lines = snippet(catalogue, "fr").replace(catalogue.identity.site_url, f"{server.origin}/")
    other = f'<!doctype html><html lang="fr"><meta charset="utf-8"><title>Un membre</title>{lines}</html>'
    (tmp_path / "index.html").write_text(other, encoding="utf-8")
    with serve(tmp_path) as member:
        page = context.new_page()
        asked: list[str] = []
        context.on("request", lambda request: asked.append(request.url))
        page.goto(f"{member.origin}/")
        framed = page.frame_locator("iframe").locator("li a")
        expect(framed).to_have_count(len(catalogue.places))
        page.wait_for_load_state("networkidle")
        assert {url.split("/", 3)[2] for url in asked if url.startswith("http")} == {
            member.origin.split("//")[1],
            server.origin.split("//")[1],
        }
        # The address is that of the published site, which this machine cannot reach: only the tab matters here.
        with context.expect_page() as opened:
            framed.first.click()
        assert opened.value.url.startswith((catalogue.identity.site_url, "about:blank", "chrome-error:"))
        assert page.url == f"{member.origin}/"
