"""QR codes: read by a reader of another maker, on screen and on paper, they give the right address."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
import resvg_py
import typst
import zxingcpp
from PIL import Image

from atlas import urls
from atlas.documents.plaque import plaque
from atlas.documents.route_sheet import route_sheet
from atlas.documents.typesetting import TEMPLATES, Document
from atlas.model import LANGS, Catalogue, Lang
from atlas.palette import palette
from atlas.qr import qr_svg
from atlas.reading.loading import load_or_raise
from support.projects import ROOT


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The real records."""
    return load_or_raise(ROOT)


def read(png: bytes) -> list[str]:
    """Return what the codes of a picture say."""
    with Image.open(io.BytesIO(png)) as picture:
        return [found.text for found in zxingcpp.read_barcodes(picture.convert("L"))]


@pytest.mark.parametrize("lang", LANGS)
def test_the_code_of_each_place_leads_to_its_page(catalogue: Catalogue, lang: Lang) -> None:
    for place in catalogue.places:
        address = catalogue.identity.site_url + urls.page_path("place", lang, place.id)
        assert read(bytes(resvg_py.svg_to_bytes(svg_string=str(qr_svg(address)), width=300))) == [address]


def test_a_code_survives_a_stain() -> None:
    address = "https://one-provence.example/lieux/mucem/"
    svg = str(qr_svg(address)).replace("</svg>", '<circle cx="18" cy="18" r="3.4" fill="#777"/></svg>')
    assert read(bytes(resvg_py.svg_to_bytes(svg_string=svg, width=400))) == [address]


def test_the_same_address_gives_the_same_code() -> None:
    assert qr_svg("https://a.example/") == qr_svg("https://a.example/")
    assert qr_svg("https://a.example/") != qr_svg("https://b.example/")


def test_a_code_is_a_picture_with_a_text_or_none() -> None:
    assert 'role="img" aria-label="Code &amp; QR"' in qr_svg("https://a.example/", "Code & QR")
    plain = qr_svg("https://a.example/")
    assert 'aria-hidden="true"' in plain
    assert "style=" not in plain


def printed(document: Document) -> bytes:
    """Return the first page of a document as a picture, as a printer of 150 dots an inch would make it."""
    colours = palette(ROOT / "docs" / "theme")
    inks = "{" + ",".join(f'"{name}":"{day}"' for name, (day, _) in colours.items()) + "}"
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[ROOT / "vendor" / "type"])
    inputs = {**document.inputs, "inks": inks}
    template = TEMPLATES / document.template
    page = typst.compile(template, root=TEMPLATES, font_paths=fonts, sys_inputs=inputs, format="png", ppi=150)
    assert isinstance(page, bytes), "the sheet has one page"
    return page


@pytest.mark.parametrize("lang", LANGS)
def test_the_codes_of_the_sheets_can_be_read_from_paper(catalogue: Catalogue, lang: Lang) -> None:
    inks = {name: day for name, (day, _) in palette(ROOT / "docs" / "theme").items()}
    site = catalogue.identity.site_url
    for place in catalogue.places:
        assert read(printed(plaque(catalogue, place, lang))) == [site + urls.page_path("place", lang, place.id)]
    for route in catalogue.routes:
        sheet = route_sheet(catalogue, route, lang, inks)
        assert read(printed(sheet)) == [site + urls.page_path("route", lang, route.id)]


def test_the_page_of_a_route_shows_its_code(built_site: Path, catalogue: Catalogue) -> None:
    for route in catalogue.routes:
        path = urls.page_path("route", "en", route.id)
        html = (built_site / path / "index.html").read_text(encoding="utf-8")
        code = re.search(r'<svg[^>]*class="qr".*?</svg>', html, re.S)
        assert code
        assert read(bytes(resvg_py.svg_to_bytes(svg_string=code[0], width=300))) == [catalogue.identity.site_url + path]
