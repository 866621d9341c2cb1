"""What browser tests wait with: it waits for what comes late, and what never comes is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support import waiting

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

PAGE = """<!doctype html><title>Essai</title><style>p { transition: opacity 0.6s } html { height: 5000px }</style>
<button id="one">Un</button> <button id="two">Deux</button> <p>avant</p>"""
LATER = "setTimeout(() => { document.querySelector('p').textContent = 'après' }, 400)"


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page of two buttons and a paragraph."""
    opened = context.new_page()
    opened.set_content(PAGE)
    return opened


def test_a_state_that_comes_late_is_waited_for(page: Page) -> None:
    page.evaluate(LATER)
    assert waiting.until(page, lambda: page.inner_text("p"), lambda words: words == "après") == "après"


def test_a_state_that_never_comes_is_told_as_it_was_left(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "PATIENCE", 200)
    assert waiting.until(page, lambda: page.inner_text("p"), lambda words: words == "après") == "avant"


def test_a_step_ends_where_the_focus_has_gone_and_one_that_leads_nowhere_fails(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    from playwright.sync_api import TimeoutError

    page.focus("#one")
    waiting.step(page, "Tab")
    assert page.evaluate("document.activeElement.id") == "two"
    monkeypatch.setattr(waiting, "PATIENCE", 200)
    with pytest.raises(TimeoutError):
        waiting.step(page, "x")


def test_a_page_is_still_when_nothing_fades_any_more(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    from playwright.sync_api import TimeoutError

    opacity = "getComputedStyle(document.querySelector('p')).opacity"
    page.evaluate(f"{opacity}; document.querySelector('p').style.opacity = 0")
    waiting.still(page)
    assert page.evaluate(opacity) == "0"
    page.evaluate("document.querySelector('p').animate([{opacity: 0}, {}], {duration: 100, iterations: Infinity})")
    monkeypatch.setattr(waiting, "PATIENCE", 200)
    with pytest.raises(TimeoutError):
        waiting.still(page)


def test_a_page_is_at_rest_where_its_scrolling_ends(page: Page) -> None:
    page.evaluate("scrollTo({top: 3000, behavior: 'smooth'})")
    assert waiting.at_rest(page) == 3000


def test_a_window_has_the_size_that_it_was_given(page: Page) -> None:
    waiting.resize(page, 320, 700)
    assert page.evaluate("[innerWidth, innerHeight]") == [320, 700]
