"""The stylesheet loses its comments and its layout, and not one rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from atlas.assets import sheet_order
from atlas.stylesheet import minified
from support.projects import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

CSS = ROOT / "docs" / "theme" / "css"


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("/* why */\na {\n  color: red;\n}\n", "a{color:red}\n"),
        ("a :hover, b > i {margin: -1px 0 calc(1px + 2px)}", "a :hover,b > i{margin:-1px 0 calc(1px + 2px)}\n"),
        ('a::after { content: " /* kept */ ; } "; }', 'a::after{content:" /* kept */ ; } "}\n'),
        (r'a::after { content: "\" ,  "; }', 'a::after{content:"\\" ,  "}\n'),
        (
            "@media (min-width: 45rem) and (hover) {\n\n  a { b: c }\n}",
            "@media (min-width:45rem) and (hover){a{b:c}}\n",
        ),
    ],
)
def test_what_says_nothing_goes(written: str, published: str) -> None:
    assert minified(written) == published
    assert minified(published) == published


def test_a_browser_reads_the_same_rules(context: BrowserContext) -> None:
    order = [name for names in sheet_order((CSS / "order.txt").read_text(encoding="utf-8")).values() for name in names]
    page = context.new_page()
    rules = """text => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        // A browser keeps custom properties and conditions as they are written, spaces that say nothing included.
        const even = text => text.replace(/\\s*,\\s*/g, ",").replace(/:\\s+/g, ":").replace(/\\s+/g, " ");
        return [...sheet.cssRules].map(rule => even(rule.cssText));
    }"""
    for name in order:
        text = (CSS / name).read_text(encoding="utf-8")
        read = page.evaluate(rules, text)
        assert read, name
        assert page.evaluate(rules, minified(text)) == read, name
