"""Waiting for an open page to come to what a test is about to assert, on a machine however slow.

A browser tells what it did when it did it: nothing that a page does after a click or a key is there because the click
or the key has returned. What a single element comes to is waited for with Playwright's own `expect`; these wait for
the rest.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from playwright.sync_api import Page

Read = TypeVar("Read")

PATIENCE = 30_000
"""How long a check waits for a page to come to what it expects, in milliseconds: a slow machine is not a fault."""

STILL = """() => !document.querySelector(".leaflet-zoom-anim, .leaflet-pan-anim")
    && document.getAnimations().every(one => one.playState !== "running")"""

AT_REST = """() => new Promise(done => {
    let [last, frames] = [NaN, 0];
    const look = () => {
        frames = scrollY === last ? frames + 1 : 0;
        last = scrollY;
        if (frames < 20) requestAnimationFrame(look);
        else done(last);
    };
    look();
})"""


def until(page: Page, read: Callable[[], Read], wanted: Callable[[Read], bool]) -> Read:
    """Read an open page again and again until it is as wanted, and return what was read last.

    For a state made of several things, which no single assertion of Playwright waits for. It raises nothing when the
    page never comes to it: the test asserts on what is returned, so that its message shows how the page was left.

    Args:
        page: The page; it goes on living between two readings.
        read: Reads the state.
        wanted: Tells whether this is the state that the test is about to assert.
    """
    end = time.monotonic() + PATIENCE / 1000
    while not wanted(found := read()) and time.monotonic() < end:
        page.wait_for_timeout(50)
    return found


def step(page: Page, key: str) -> None:
    """Press a key that moves the focus, and wait until it has moved."""
    before = page.evaluate_handle("document.activeElement")
    page.keyboard.press(key)
    page.wait_for_function("before => document.activeElement !== before", arg=before, timeout=PATIENCE)


def still(page: Page) -> None:
    """Wait until nothing on the page moves or fades any more: transitions, animations, the map's own movements.

    A movement that has not begun yet is not seen: wait first for something that only its beginning or its end brings.
    """
    page.wait_for_function(STILL, timeout=PATIENCE)


def at_rest(page: Page) -> int:
    """Wait until the page has ended scrolling, and return how far down it is, in CSS pixels."""
    down: int = page.evaluate(AT_REST)
    return down


def resize(page: Page, width: int, height: int = 800) -> None:
    """Give the window a size in CSS pixels, and wait until the page has it: the browser tells it later."""
    page.set_viewport_size({"width": width, "height": height})
    size = "([width, height]) => matchMedia(`(width: ${width}px) and (height: ${height}px)`).matches"
    page.wait_for_function(size, arg=[width, height], timeout=PATIENCE)
