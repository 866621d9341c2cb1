"""What each type of page costs a first visitor: bytes, requests and hosts, measured in Chromium over gzip."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support import crawl
from support.waiting import until
from support.web import Server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Request

TEXT_PAGE = 130_000
MAP_PAGE = 300_000
MOST_REQUESTS = 20
STYLESHEET = 18_000
SCRIPTS = 3_000
"""Bytes over the wire that every page may spend on its looks and on its own scripts."""

MAPS = ("/carte/", "/en/map/")


@dataclass(frozen=True)
class Visit:
    """What a first visit to a page asked for.

    Attributes:
        weights: What each answer weighed over the wire, its head included, by address.
        faults: What went wrong, in words.
    """

    weights: Mapping[str, int]
    faults: tuple[str, ...]

    @property
    def total(self) -> int:
        """The weight of the page."""
        return sum(self.weights.values())

    def heaviest(self) -> str:
        """Return what weighs most, for a message."""
        heavy = sorted(self.weights.items(), key=lambda item: -item[1])[:4]
        return ", ".join(f"{url.rpartition('/')[2] or 'the page'} {weight / 1000:.0f} kB" for url, weight in heavy)


class Visitor:
    """Opens one page with an empty cache, and keeps what it asks for."""

    def __init__(self, browser: Browser, server: Server, path: str) -> None:
        """Begin the visit."""
        self._under_way = 0
        self._answered: list[Request] = []
        self._faults: list[str] = []
        self._path, self._origin = path, server.origin
        self._context = browser.new_context(viewport={"width": 1280, "height": 800})
        self._page = self._context.new_page()
        self._page.on("request", self._ask)
        self._page.on("requestfinished", self._hear)
        self._page.on("requestfailed", self._miss)
        self._page.goto(server.origin + path, wait_until="commit")

    def _ask(self, request: Request) -> None:
        self._under_way += 1
        if not request.url.startswith((f"{self._origin}/", "data:", "blob:")):
            self._faults.append(f"asks another host: {request.url}")

    def _hear(self, request: Request) -> None:
        self._under_way -= 1
        self._answered.append(request)

    def _miss(self, request: Request) -> None:
        self._under_way -= 1
        self._faults.append(f"{request.url}: {request.failure}")

    def end(self) -> Visit:
        """Wait until the page asks for nothing more, and return what it asked for."""
        self._page.wait_for_load_state("networkidle")
        if self._path in MAPS:  # a slow machine is idle before the script of the map asks for it
            self._page.wait_for_selector(".map-frame[data-ready]")
        if left := until(self._page, lambda: self._under_way, lambda count: count == 0):
            self._faults.append(f"{left} requests that are never answered")
        weights: dict[str, int] = {}
        for request in list(self._answered):
            sizes, response = request.sizes(), request.response()
            weights[request.url] = sizes["responseBodySize"] + sizes["responseHeadersSize"]
            if response is None or response.status != 200:
                self._faults.append(f"{request.url} answers {response and response.status}")
        found = Visit(weights, tuple(self._faults))  # before the end of the context, which fails what is under way
        self._context.close()
        return found


@pytest.fixture(scope="module")
def visits(browser: Browser, server: Server) -> Mapping[str, Visit]:
    """A first visit to a page of each type; some at a time, because most of a visit is waiting for its end."""
    paths = crawl.page_types(server.site)
    found: dict[str, Visit] = {}
    for start in range(0, len(paths), crawl.ABREAST):
        visitors = [(path, Visitor(browser, server, path)) for path in paths[start : start + crawl.ABREAST]]
        found.update((path, visitor.end()) for path, visitor in visitors)
    return found


def test_each_type_of_page_in_each_language_is_visited(visits: Mapping[str, Visit]) -> None:
    sections = {path.removeprefix("/en").count("/") for path in visits}
    assert sections >= {1, 2, 3}, "the home page, the sections, the records"
    assert {"/", "/en/", *MAPS, "/manifeste/", "/en/manifesto/", "/sources/", "/en/sources/"} <= visits.keys()
    assert len([path for path in visits if path.startswith("/en/")]) * 2 == len(visits)


def test_every_page_keeps_to_its_weight(visits: Mapping[str, Visit]) -> None:
    too_heavy = [
        f"{path}: {visit.total / 1000:.1f} kB ({visit.heaviest()})"
        for path, visit in visits.items()
        if visit.total > (MAP_PAGE if path in MAPS else TEXT_PAGE)
    ]
    assert too_heavy == []


def test_every_page_makes_few_requests(visits: Mapping[str, Visit]) -> None:
    assert {path: len(visit.weights) for path, visit in visits.items() if len(visit.weights) > MOST_REQUESTS} == {}


def test_every_request_is_answered_by_this_site(visits: Mapping[str, Visit]) -> None:
    assert [f"{path}: {fault}" for path, visit in visits.items() for fault in visit.faults] == []


def test_the_looks_and_the_scripts_of_every_page_are_light(built_site: Path) -> None:
    def wire(pattern: str) -> int:
        return sum(len(gzip.compress(file.read_bytes(), mtime=0)) for file in built_site.glob(pattern))

    assert 0 < wire("assets/site.*.css") <= STYLESHEET
    assert 0 < wire("assets/js.*/*.js") <= SCRIPTS


def test_the_server_of_the_tests_compresses(server: Server, browser: Browser) -> None:
    page = browser.new_page()
    response = page.goto(server.origin + "/lieux/")
    assert response is not None
    assert response.headers["content-encoding"] == "gzip"
    page.close()
