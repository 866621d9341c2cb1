"""The small files at the root: read as their readers do."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest
from PIL import Image

from atlas import site_files
from atlas.model import Catalogue
from atlas.palette import palette
from atlas.reading.loading import load
from support.crawl import site_address, sitemap_addresses
from support.pages import read_page
from support.projects import ROOT

THEME = ROOT / "docs" / "theme"
BUILT = datetime(2026, 1, 1, tzinfo=UTC)
WHERE = "https://agence.example/"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The records of the real site."""
    found = load(ROOT).catalogue
    assert found is not None
    return found


def files(catalogue: Catalogue) -> Mapping[str, bytes]:
    return dict(site_files.site_files(catalogue, "fr", THEME, BUILT))


def reachable(catalogue: Catalogue, contact: str | None, site_url: str = WHERE) -> Catalogue:
    """Return the catalogue of an agency that has an address for security, or none."""
    contacts = catalogue.identity.contacts.model_copy(update={"security": contact})
    identity = catalogue.identity.model_copy(update={"contacts": contacts, "site_url": site_url})
    return replace(catalogue, identity=identity)


def test_robots_may_read_everything_and_find_the_site_map(built_site: Path) -> None:
    reader = RobotFileParser()
    reader.parse((built_site / "robots.txt").read_text().splitlines())
    assert all(reader.can_fetch("*", address) for address in sitemap_addresses(built_site))
    assert reader.site_maps() == [f"{site_address(built_site)}sitemap.xml"]
    assert (built_site / "sitemap.xml").is_file()


def fields(text: str) -> dict[str, str]:
    """Return the fields of a `security.txt`, each of which stands once."""
    pairs = [line.split(": ", 1) for line in text.splitlines()]
    assert len({name for name, _ in pairs}) == len(pairs)
    return {name: value for name, value in pairs}


def test_the_address_for_security_has_what_rfc_9116_requires(catalogue: Catalogue) -> None:
    found = files(reachable(catalogue, "securite@agence.example"))[".well-known/security.txt"].decode()
    said = fields(found)
    assert said["Contact"] == "mailto:securite@agence.example"
    assert said["Canonical"] == "https://agence.example/.well-known/security.txt"
    assert said["Preferred-Languages"] == "fr, en"
    expires = datetime.fromisoformat(said["Expires"])
    assert timedelta(days=300) < expires - BUILT < timedelta(days=365)
    assert found.endswith("\n")


@pytest.mark.parametrize(
    ("contact", "site_url"), [(None, WHERE), ("securite@agence.example", "https://agence.example/provence/")]
)
def test_without_an_address_or_away_from_the_root_there_is_no_such_file(
    catalogue: Catalogue, contact: str | None, site_url: str
) -> None:
    assert site_files.SECURITY not in files(reachable(catalogue, contact, site_url))


def test_the_manifests_name_icons_of_the_sizes_that_they_state(built_site: Path) -> None:
    for lang, folder in (("fr", ""), ("en", "en/")):
        manifest = json.loads((built_site / folder / "site.webmanifest").read_text())
        assert manifest["lang"] == lang
        assert urljoin(f"/{folder}", manifest["start_url"]) == f"/{folder}"
        purposes = set()
        for icon in manifest["icons"]:
            file = built_site / urljoin(f"/{folder}", icon["src"])[1:]
            assert file.is_file(), icon
            purposes.add((icon["sizes"], icon["purpose"]))
            if icon["type"] == "image/png":
                with Image.open(file) as picture:
                    assert "{}x{}".format(*picture.size) == icon["sizes"]
                    assert picture.format == "PNG" and "transparency" not in picture.info
            else:
                assert ElementTree.parse(file).getroot().tag.endswith("svg")
        assert purposes >= {(f"{w}x{w}", purpose) for w in (192, 512) for purpose in ("any", "maskable")}


def test_what_an_icon_shows_survives_being_cut_round() -> None:
    root = ElementTree.fromstring((THEME / "favicon.svg").read_text())
    left, top, width, height = map(float, root.get("viewBox", "").split())
    (disc,) = root.iterfind("{*}circle")
    assert (float(disc.get("cx", 0)), float(disc.get("cy", 0))) == (left + width / 2, top + height / 2)
    # The safe zone of a maskable icon is a circle of four fifths of its width.
    assert float(disc.get("r", 0)) <= 0.4 * width


def test_colours_come_from_the_palette(catalogue: Catalogue, built_site: Path) -> None:
    paper = palette(THEME, catalogue.identity.colours.chosen)["paper"]
    manifest = json.loads((built_site / "site.webmanifest").read_text())
    assert manifest["theme_color"] == manifest["background_color"] == paper[0]
    html = (built_site / "index.html").read_text()
    for colour, light in zip(paper, ("light", "dark"), strict=True):
        assert f'<meta name="theme-color" content="{colour}" media="(prefers-color-scheme: {light})">' in html


def test_every_page_links_to_its_icons_and_manifest(built_site: Path) -> None:
    for path, manifest in (("lieux/mucem/", "site.webmanifest"), ("en/places/mucem/", "en/site.webmanifest")):
        links = read_page(built_site / path / "index.html").links
        found = {urljoin(f"/{path}", link)[1:] for link in links}
        assert {manifest, "assets/apple-touch-icon.png", "assets/favicon.svg"} <= found
        assert all((built_site / name).is_file() for name in (manifest, "assets/apple-touch-icon.png"))


def test_old_browsers_find_the_icon_that_they_ask_for(catalogue: Catalogue) -> None:
    with Image.open(io.BytesIO(files(catalogue)["favicon.ico"])) as icon:
        assert icon.format == "ICO" and icon.size == (32, 32)


def test_the_same_records_give_the_same_files(catalogue: Catalogue) -> None:
    assert files(catalogue) == files(catalogue)
