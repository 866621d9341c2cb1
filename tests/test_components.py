"""The page of components, the page for contributors, and the block by which a page is quoted."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from atlas import urls
from atlas.assets import Assets
from atlas.model import LANGS, Catalogue, Lang
from atlas.model.authored import SPECIMENS, calls, directives
from atlas.pages.directives import expand
from atlas.pages.rendering import PageRenderer, Renderer
from atlas.palette import palette
from atlas.reading.loading import load
from support.projects import ROOT

TEMPLATES = ROOT / "hooks" / "atlas" / "templates" / "specimens"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The records of the real project."""
    return load(ROOT).catalogue


def opened(catalogue: Catalogue, lang: Lang, kind: str, id: str | None = None) -> PageRenderer:
    """Return a page of the real project, whose assets are names only."""
    assets = Assets(files={}, stylesheet="assets/site.css", scripts="assets/js/", paper=("#ffffff", "#000000"))
    return Renderer(catalogue, lang, assets, ROOT).page(urls.page_path(kind, lang, id))


def authored(lang: Lang, kind: str) -> tuple[Path, str]:
    """Return the file of an authored page, and its Markdown."""
    source = urls.markdown_source(urls.page_path(kind, lang))
    file = ROOT / "docs" / lang / source
    file = file if file.exists() else file.with_suffix("") / "index.md"
    return file, file.read_text(encoding="utf-8")


def test_every_specimen_has_its_template() -> None:
    assert sorted(SPECIMENS) == sorted(path.stem for path in TEMPLATES.glob("*.html"))


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_of_components_shows_every_specimen_in_the_same_order(lang: Lang) -> None:
    _, text = authored(lang, "components")
    shown = [name for _, name in directives(text)]
    assert shown == [*(f"specimen-{name}" for name in SPECIMENS), "handbook-turn"]


@pytest.mark.parametrize("lang", LANGS)
def test_specimens_speak_the_language_of_their_page_and_repeat_no_name_of_a_landmark(
    lang: Lang, catalogue: Catalogue
) -> None:
    page = opened(catalogue, lang, "components")
    _, text = authored(lang, "components")
    html = expand(text, page, {"title": "Pièces"})
    names = re.findall(r'<nav [^>]*aria-label="([^"]+)"', html)
    assert len(names) == len(set(names))
    assert page.words.nav_main not in names, "the masthead of the page itself bears that name"
    anchors = re.findall(r'\sid="([^"]+)"', html)
    assert len(anchors) == len(set(anchors))


def test_every_colour_of_the_theme_is_shown_by_day_and_by_night(catalogue: Catalogue) -> None:
    html = expand("<!-- atlas:specimen-colours -->", opened(catalogue, "fr", "components"), {})
    for name, sides in palette(ROOT / "docs" / "theme", catalogue.identity.colours.chosen).items():
        assert f"<code>--{name}</code>" in html
        for colour in sides:
            assert f'fill="{colour}"' in html


def test_code_in_a_page_is_shown_as_it_is_written(catalogue: Catalogue) -> None:
    known = catalogue.sources[0].id
    text = f"`[^absent]`\n\n```text\n<!-- atlas:absent -->\n[^absent]\n```\n\nVrai.[^{known}]\n"
    html = expand(text, opened(catalogue, "fr", "contribute"), {})
    assert html.startswith("`[^absent]`\n\n```text\n<!-- atlas:absent -->\n[^absent]\n```\n")
    assert f"[^{known}]" not in html
    assert list(calls(text)) == [(8, known)]
    assert list(directives(text)) == []


@pytest.mark.parametrize("lang", LANGS)
def test_the_folders_that_contributors_are_told_of_exist(lang: Lang) -> None:
    _, text = authored(lang, "contribute")
    folders = re.findall(r"`([\w/]+/)`", text)
    assert {"places/", "members/", "docs/data/", "docs/fr/", "docs/en/"} <= set(folders)
    assert all((ROOT / folder).is_dir() for folder in folders if folder != "members/people/")


@pytest.mark.parametrize("lang", LANGS)
def test_the_message_that_contributors_learn_to_read_is_what_the_check_says(lang: Lang, site) -> None:
    _, text = authored(lang, "contribute")
    shown = re.search(r"^places/(?P<file>[\w.-]+):\d+ (?P<words>.*)$", text, re.MULTILINE)
    assert shown is not None
    wrong = re.search(r"« ([\d,]+) »", shown["words"])
    assert wrong is not None
    record = (ROOT / "places" / shown["file"]).read_text(encoding="utf-8")
    slip = record.replace(f"lat: {wrong[1].replace(',', '.')}", f"lat: {wrong[1]}")
    assert slip != record
    said = [str(problem) for problem in site(files={f"places/{shown['file']}": slip}).load().problems]
    plain = {re.sub(r"[\u202f\u00a0]", " ", re.sub(r"^\S+:\d+ ", "", line)) for line in said}
    assert shown["words"] in plain


@pytest.mark.parametrize("lang", LANGS)
def test_a_place_is_quoted_with_its_whole_address_and_sent_by_letter_without_a_third_party(
    lang: Lang, catalogue: Catalogue
) -> None:
    place = catalogue.places[0]
    page = opened(catalogue, lang, "place", place.id)
    story = next(story for story in page.stories if story.place.id == place.id)
    html = str(page.render("place.md", place=place, story=story))
    address = catalogue.identity.site_url + page.path
    quoted = re.search(r'<p class="citation">(.*?)</p>', html, re.DOTALL)
    assert quoted is not None
    words = unescape(re.sub(r"<[^>]+>", "", quoted[1]))
    assert place.name.in_(lang) in words
    assert catalogue.identity.name in words
    assert words.endswith(address)
    letter = re.search(r'href="(mailto:[^"]+)"', html)
    assert letter is not None
    query = parse_qs(urlsplit(unescape(letter[1])).query)
    assert query["body"] == [address]
    assert place.name.in_(lang) in query["subject"][0]


def test_the_button_that_copies_waits_for_its_script(browser, server) -> None:
    path = urls.page_path("place", "fr", "mucem")
    without = browser.new_context(java_script_enabled=False)
    page = without.new_page()
    page.goto(f"{server.origin}/{path}")
    assert page.locator(".share button").is_hidden()
    assert page.locator(".share a[href^=mailto]").is_visible()
    without.close()
    allowed = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = allowed.new_page()
    page.goto(f"{server.origin}/{path}")
    page.click(".share button")
    expect(page.locator(".share [role=status]")).to_have_text("Citation copiée.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(f"/{path}")
    assert "Mucem" in copied
    allowed.close()


def test_a_dialog_opens_and_closes_without_a_script_and_by_the_keyboard(browser, server) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server.origin}/{urls.page_path('components', 'fr')}")
    dialog = page.locator("dialog")
    assert dialog.is_hidden()
    page.focus("[popovertarget]:not(dialog *)")
    page.keyboard.press("Enter")
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    context.close()
