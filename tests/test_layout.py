"""How pages are laid out: the stylesheets that they load style all that they hold, and no word is broken in two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.crawl import listing, page_types
from support.waiting import resize

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext

    from support.web import Server

UNLOADED = r"""async sheets => {
    const loaded = [...document.querySelectorAll("link[rel=stylesheet]")].map(link => new URL(link.href).pathname);
    const states = /::?(before|after|marker|backdrop|hover|focus(-\w+)?|target|placeholder|active)\b/g;
    const found = [];
    const look = (sheet, rules) => {
        for (const rule of rules) {
            if (rule.selectorText) {
                // A state that the page is not in may come: what matters is the element.
                const matched = rule.selectorText.replace(states, "").split(/,(?![^(]*\))/).filter(one => {
                    try { return one.trim() && document.querySelector(one); } catch { return false; }
                });
                if (matched.length) found.push(`${sheet} would style ${matched[0].trim()}`);
            }
            if (rule.cssRules && !(rule instanceof CSSKeyframesRule)) look(sheet, rule.cssRules);
        }
    };
    for (const sheet of sheets.filter(sheet => !loaded.includes(sheet))) {
        const rules = new CSSStyleSheet();
        rules.replaceSync(await (await fetch(sheet)).text());
        look(sheet, rules.cssRules);
    }
    return found;
}"""


def unloaded(page, server: Server, site: Path, path: str) -> list[str]:
    """Return the rules of other sections' stylesheets that would style the page at `path`."""
    page.goto(server.origin + path)
    sheets = [f"/assets/{sheet.name}" for sheet in sorted((site / "assets").glob("*.css"))]
    return [f"{path}: {words}" for words in page.evaluate(UNLOADED, sheets)]


def test_a_sheet_that_a_page_does_not_load_has_nothing_to_style_there(
    built_site: Path, server: Server, context: BrowserContext
) -> None:
    page = context.new_page()
    found = [words for path in page_types(built_site) for words in unloaded(page, server, built_site, path)]
    assert not found, listing(found)


@pytest.mark.parametrize("section", ["manifesto", "academy"])
def test_a_page_without_its_sheet_is_seen(
    section: str, built_site: Path, server: Server, context: BrowserContext
) -> None:
    page = context.new_page()
    path = {"manifesto": "/manifeste/", "academy": "/academie/"}[section]

    def without(route):
        body = route.fetch().text()
        lines = [line for line in body.splitlines() if not (f"assets/{section}." in line and "stylesheet" in line)]
        assert len(lines) < len(body.splitlines())
        route.fulfill(body="\n".join(lines), content_type="text/html; charset=utf-8")

    page.route(f"**{path}", without)
    assert unloaded(page, server, built_site, path)


BROKEN = r"""() => {
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


@pytest.mark.parametrize("width", [320, 390, 1280, 1920])
def test_no_word_is_broken_in_two(width: int, built_site: Path, server: Server, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    found = []
    for path in page_types(built_site):
        page.goto(server.origin + path)
        found += [f"{path}: {word}" for word in page.evaluate(BROKEN)]
    page.close()
    assert not found, listing(found)


def test_a_word_too_large_for_its_column_is_seen(server: Server, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(server.origin + "/manifeste/")
    word = "anticonstitutionnellement" * 2
    page.locator(".notice").first.evaluate("(notice, word) => { notice.textContent = word; }", word)
    assert not page.evaluate(BROKEN)
    resize(page, 320, 900)
    assert page.evaluate(BROKEN) == [word]
