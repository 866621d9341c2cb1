"""How pages are laid out: the stylesheets that they load style all that they hold, and no word is broken in two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import pytest

from support.crawl import listing, page_types
from support.waiting import resize

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

    from support.web import Server

WIDTHS = (320, 390, 1280, 1920)
"""Windows, in CSS pixels: the narrowest, a phone, a desk and a large screen."""

SELECTORS = r"""text => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    // A state that no page is in may come: what matters is the element.
    const states = /::?(before|after|marker|backdrop|hover|focus(-\w+)?|target|placeholder|active)\b/g;
    const found = [];
    const look = rules => {
        for (const rule of rules) {
            if (rule.selectorText) found.push(...rule.selectorText.replace(states, "").split(/,(?![^(]*\))/));
            if (rule.cssRules && !(rule instanceof CSSKeyframesRule)) look(rule.cssRules);
        }
    };
    look(sheet.cssRules);
    return [...new Set(found.map(one => one.trim()).filter(Boolean))];
}"""

UNLOADED = """sheets => {
    const links = [...document.querySelectorAll("link[rel=stylesheet]")];
    const loaded = links.map(link => new URL(link.href).pathname);
    const there = selector => { try { return document.querySelector(selector); } catch { return null; } };
    return Object.entries(sheets)
        .filter(([sheet]) => !loaded.includes(sheet))
        .flatMap(([sheet, selectors]) => selectors.filter(there).map(one => `${sheet} would style ${one}`));
}"""

BROKEN = r"""async () => {
    await document.fonts.ready;
    // An address may break anywhere, and words for the ear alone are as narrow as a hair.
    const passed = "pre, code, svg, .vh, .cap, a.quiet, header";
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) {
        const text = texts.currentNode;
        const holder = text.parentElement;
        if (!holder.checkVisibility() || holder.closest(passed)) continue;
        for (const word of text.data.matchAll(/[\p{L}\p{N}]{4,}/gu)) {
            const range = document.createRange();
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            const tops = [...range.getClientRects()].map(box => box.top);
            if (Math.max(...tops) - Math.min(...tops) > 6) found.push(word[0]);
        }
    }
    return found;
}"""

Sheets = Mapping[str, Sequence[str]]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A window, in which the pages follow one another."""
    opened = browser.new_page()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def sheets(page: Page, built_site: Path) -> Sheets:
    """What the rules of each published stylesheet are for: its path → its selectors."""
    return {
        f"/assets/{path.name}": page.evaluate(SELECTORS, path.read_text(encoding="utf-8"))
        for path in sorted((built_site / "assets").glob("*.css"))
    }


@pytest.fixture(scope="module")
def faults(page: Page, sheets: Sheets, built_site: Path, server: Server) -> Mapping[str, Sequence[str]]:
    """What is wrong with a page of each type, by kind of fault; each is opened once."""
    found: dict[str, list[str]] = {"sheets": [], **{str(width): [] for width in WIDTHS}}
    for path in page_types(built_site):
        page.goto(server.origin + path)
        found["sheets"] += [f"{path}: {words}" for words in page.evaluate(UNLOADED, sheets)]
        for width in WIDTHS:
            resize(page, width, 900)
            found[str(width)] += [f"{path}: {word}" for word in page.evaluate(BROKEN)]
    return found


def test_a_sheet_that_a_page_does_not_load_has_nothing_to_style_there(faults: Mapping[str, Sequence[str]]) -> None:
    assert not faults["sheets"], listing(faults["sheets"])


@pytest.mark.parametrize("width", WIDTHS)
def test_no_word_is_broken_in_two(width: int, faults: Mapping[str, Sequence[str]]) -> None:
    assert not faults[str(width)], listing(faults[str(width)])


@pytest.mark.parametrize(("section", "path"), [("manifesto", "/manifeste/"), ("academy", "/academie/")])
def test_a_page_without_its_sheet_is_seen(
    section: str, path: str, sheets: Sheets, server: Server, context: BrowserContext
) -> None:
    page = context.new_page()

    def without(route):
        body = route.fetch().text()
        lines = [line for line in body.splitlines() if not (f"assets/{section}." in line and "stylesheet" in line)]
        assert len(lines) < len(body.splitlines())
        route.fulfill(body="\n".join(lines), content_type="text/html; charset=utf-8")

    page.route(f"**{path}", without)
    page.goto(server.origin + path)
    assert page.evaluate(UNLOADED, sheets)


def test_a_word_too_large_for_its_column_is_seen(server: Server, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(server.origin + "/manifeste/")
    word = "anticonstitutionnellement" * 2
    page.locator(".notice").first.evaluate("(notice, word) => { notice.textContent = word; }", word)
    assert not page.evaluate(BROKEN)
    resize(page, 320, 900)
    assert page.evaluate(BROKEN) == [word]
