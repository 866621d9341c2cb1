"""What tests share: whole projects in a folder, the real site built once, a server and a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.browser import NoBrowserError, launched
from support.projects import ROOT, Built, Files, Project, build, small_project
from support.web import Server, serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

COST = ("site", "small_site", "built_site", "browser")
"""The fixtures that take time, the cheapest first."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run quick tests first, those of the built site next, those of the browser last."""

    def cost(item: pytest.Item) -> int:
        names = getattr(item, "fixturenames", [])
        return max((rank for rank, name in enumerate(COST, 1) if name in names), default=0)

    items.sort(key=cost)
    for item in items:
        rank = cost(item)
        if rank:  # so that `make units` can leave out what takes time
            item.add_marker("browser" if COST[rank - 1] == "browser" else "site")


@pytest.fixture
def site(tmp_path: Path) -> Callable[..., Project]:
    """Make a small project: `site(files={"places/a.yml": "…"})`, a whole site stated in the test."""

    def make(files: Files | None = None, folder: str = "project") -> Project:
        return small_project(tmp_path / folder, files)

    return make


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The small project as it comes, built once for every test that changes nothing of it."""
    return small_project(tmp_path_factory.mktemp("small") / "project").build_well()


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site, built once, strictly, in a process of its own."""
    built = build(ROOT, tmp_path_factory.mktemp("real") / "site")
    if built.exit_code:
        pytest.fail(f"the real site does not build:\n{built.output}", pytrace=False)
    return built.site


@pytest.fixture(scope="session")
def server(built_site: Path) -> Iterator[Server]:
    """The real site, served."""
    with serve(built_site) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium; when there is none and none can be installed, tests fail and say what to do."""
    try:
        with launched() as running:
            yield running
    except NoBrowserError as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser window of 1280 × 800 without any memory of earlier tests."""
    made = browser.new_context(viewport={"width": 1280, "height": 800})
    yield made
    made.close()
