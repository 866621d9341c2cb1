"""The course offline, unpacked and driven in Chromium from a disk without network: pages, links, search, questions."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import expect

from support import crawl
from support.pages import read_page
from support.projects import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture(scope="module")
def folders(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every archive of the real site, unpacked."""
    place = tmp_path_factory.mktemp("unpacked")
    archives = sorted((built_site / "documents").glob("*.zip"))
    for each in archives:
        with zipfile.ZipFile(each) as bundle:
            bundle.extractall(place)
    return [place / each.stem for each in archives]


@pytest.fixture
def offline(browser: Browser) -> Iterator[BrowserContext]:
    """A window without a network: what is no file of the disk fails, and `heard` tells it."""
    made = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True)
    yield made
    made.close()


def heard(page: Page) -> list[str]:
    """Return what will be heard of the page: errors, warnings, refused requests, requests that are no file."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("requestfailed", lambda request: said.append(f"refused: {request.url}"))
    page.on("request", lambda one: None if one.url.startswith(("file:", "data:")) else said.append(f"asked: {one.url}"))
    return said


def wrong_links(page: Page, folder: Path) -> list[str]:
    """Return the links of the open page that leave the folder, or lead to no file or to no anchor of it."""
    problems = []
    written = page.eval_on_selector_all(
        "[href], [src], [action]",
        "all => all.map(e => e.getAttribute('href') ?? e.getAttribute('src') ?? e.getAttribute('action'))",
    )
    problems += [f"absolute: {link}" for link in written if "//" in link or link.startswith("/")]
    for link in page.eval_on_selector_all("a[href]", "all => all.map(e => e.href)"):
        parts = urlsplit(link)
        target = Path(unquote(parts.path))
        if parts.scheme != "file" or not target.is_relative_to(folder) or not target.is_file():
            problems.append(f"leads nowhere: {link}")
        elif parts.fragment and target.suffix == ".html" and unquote(parts.fragment) not in read_page(target).ids:
            problems.append(f"leads to no anchor: {link}")
    return problems


def test_there_is_an_archive_of_each_session_and_of_the_course_in_both_languages(built_site: Path) -> None:
    sessions = [path.parent.name for path in (ROOT / "docs/fr/academie").glob("*/index.md")]
    names = {f"{name}-{session}.zip" for name in ("academie", "academy") for session in sessions}
    assert {each.name for each in (built_site / "documents").glob("*.zip")} == names | {"academie.zip", "academy.zip"}


def test_every_page_of_every_archive_opens_without_a_word_and_every_link_leads_somewhere(
    folders: list[Path], offline: BrowserContext
) -> None:
    tabs = [(page, heard(page)) for page in (offline.new_page() for _ in range(crawl.ABREAST))]
    files = [(folder, file) for folder in folders for file in sorted(folder.rglob("*.html"))]
    problems = []
    for start in range(0, len(files), crawl.ABREAST):
        opened = list(zip(tabs, files[start : start + crawl.ABREAST], strict=False))
        for (page, _), (_, file) in opened:  # all are begun before the first is read
            page.goto(file.as_uri(), wait_until="commit")
        for (page, said), (folder, file) in opened:
            page.wait_for_load_state()
            name = file.relative_to(folder.parent).as_posix()
            problems += [f"{name}: {words}" for words in [*said, *wrong_links(page, folder), *crawl.sideways(page)]]
            said.clear()
            found = read_page(file)
            if found.headings != 1:
                problems.append(f"{name}: {found.headings} h1 instead of one")
            problems += [
                f"{name}: the anchor {id!r} stands twice" for id in {i for i in found.ids if found.ids.count(i) > 1}
            ]
    assert not problems, crawl.listing(problems)


@pytest.mark.parametrize(
    ("folder", "file", "asked", "title"),
    [
        ("academie", "recherche.html", "metropole", "métropole"),
        ("academie", "recherche.html", "Métropole", "métropole"),
        ("academie", "recherche.html", "communes 92", "92"),
        ("academie", "recherche.html", "croisier", "croisièr"),
        ("academy", "search.html", "metropolis", "metropolis"),
    ],
)
def test_search_finds_with_and_without_accents_and_from_the_beginning_of_a_word(
    folder: str, file: str, asked: str, title: str, folders: list[Path], offline: BrowserContext
) -> None:
    (found,) = [each for each in folders if each.name == folder]
    page = offline.new_page()
    said = heard(page)
    page.goto((found / file).as_uri())
    page.fill("input[type=search]", asked)
    results = page.locator(".course-found li")
    expect(results.nth(2)).to_be_visible()
    marks = [mark.lower() for mark in page.locator(".course-found mark").all_text_contents()]
    assert any(title in mark for mark in marks), marks[:9]
    assert str(results.count()) in (page.text_content("[role=status]") or "") or results.count() == 60
    results.first.locator("a").click()
    expect(page).not_to_have_url(re.compile(f"/{re.escape(file)}"))
    page.wait_for_load_state()
    assert not said


def test_search_says_that_it_found_nothing_and_takes_a_word_from_the_address(
    folders: list[Path], offline: BrowserContext
) -> None:
    (found,) = [each for each in folders if each.name == "academie-territoire"]
    page = offline.new_page()
    page.goto((found / "index.html").as_uri())
    page.fill("input[type=search]", "zzzz")
    page.keyboard.press("Enter")
    page.wait_for_url("**/recherche.html?q=zzzz")
    expect(page.locator("input[type=search]")).to_have_value("zzzz")
    expect(page.locator("[role=status]")).to_have_text("Aucun passage ne contient ces mots.")
    expect(page.locator(".course-found li")).to_have_count(0)


def test_questions_answer_in_every_lesson_of_the_course(folders: list[Path], offline: BrowserContext) -> None:
    page = offline.new_page()
    said = heard(page)
    for folder in folders:
        if folder.name not in ("academie", "academy"):
            continue
        lessons = [file for file in sorted(folder.rglob("*.html")) if file.parent != folder]
        assert lessons
        for lesson in lessons:
            page.goto(lesson.as_uri())
            question = page.locator(".question").first
            rights = [int(rank) for rank in (question.get_attribute("data-right") or "").split(",")]
            for rank in rights:
                question.locator("input").nth(rank).check()
            question.locator("button[type=submit]").click()
            expect(question.locator(".quiz-said"), lesson.as_posix()).not_to_be_empty()
            expect(question.locator("li.is-right"), lesson.as_posix()).to_have_count(len(rights))
            expect(question.locator("li.is-wrong"), lesson.as_posix()).to_have_count(0)
            expect(question.locator("details"), lesson.as_posix()).to_be_visible()
    assert not said, said


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_offline_are_accessible_by_day_and_by_night(scheme: str, folders: list[Path], browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme=scheme, offline=True)  # type: ignore[arg-type]
    page, problems = context.new_page(), []
    (found,) = [each for each in folders if each.name == "academie-territoire"]
    for name in ("index.html", "communes.html", "glossaire.html", "recherche.html?q=metropole"):
        page.goto(f"{found.as_uri()}/{name}")
        problems += [f"{name} ({scheme}): {fault}" for fault in crawl.axe(page, AXE)]
    context.close()
    assert not problems, crawl.listing(problems)


def test_the_page_to_print_opens_without_a_word_and_is_accessible(built_site: Path, context: BrowserContext) -> None:
    from support.web import serve

    page = context.new_page()
    with serve(built_site) as server:
        for path in ("/academie/territoire/imprimer/", "/en/academy/port/print/", "/academie/imprimer/"):
            assert not crawl.visit(page, server, path)
            assert not crawl.link_problems(server, path)
            assert not crawl.axe(page, AXE)
