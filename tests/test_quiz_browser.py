"""The questions of a lesson in Chromium: by keyboard, by ear, and without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from support.projects import small_project
from support.web import serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

LESSON = "/academie/phare/lampe/"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the small project's site."""
    built = small_project(tmp_path_factory.mktemp("quiz") / "project").build_well()
    with serve(built.site) as server:
        yield server.origin


@pytest.fixture
def lesson(address: str, context: BrowserContext) -> Page:
    """A lesson, opened."""
    page = context.new_page()
    page.goto(address + LESSON)
    page.wait_for_selector(".quiz-form")
    return page


def said(page: Page, rank: int = 0) -> str:
    """Return what the live region of a question says."""
    page.wait_for_timeout(60)
    return page.locator(".quiz-said").nth(rank).inner_text()


def test_a_question_is_a_group_with_its_title_and_its_choices(lesson: Page) -> None:
    group = lesson.get_by_role("group", name="Qu’est-ce qui porte la lumière")
    assert group.get_by_role("radio").count() == 3
    assert lesson.get_by_role("group", name="Quand la lampe").get_by_role("checkbox").count() == 3


def test_the_keyboard_alone_answers_and_verifies(lesson: Page) -> None:
    lesson.locator("input[type=radio]").first.focus()
    lesson.keyboard.press("ArrowDown")
    lesson.keyboard.press("Tab")
    lesson.keyboard.press("Enter")
    assert said(lesson) == "C’est juste."
    assert lesson.locator(".quiz-answer").first.is_visible()
    assert lesson.locator("[role=status].quiz-said").first.is_visible()


def test_a_wrong_answer_is_told_in_words_and_the_right_one_shown(lesson: Page) -> None:
    question = lesson.locator(".question").first
    question.get_by_label("Le vent").check()
    question.get_by_role("button").click()
    assert said(lesson) == "Ce n’est pas cela. L’explication suit."
    assert question.locator(".is-wrong .quiz-mark").inner_text() == "faux"
    assert question.locator(".is-right .quiz-mark").inner_text() == "juste"
    assert "La lentille rassemble la lumière" in question.locator(".quiz-answer").inner_text()


def test_no_answer_is_no_wrong_answer(lesson: Page) -> None:
    lesson.locator(".question").first.get_by_role("button").click()
    assert said(lesson) == "Choisissez d’abord une réponse."
    assert lesson.locator(".quiz-answer").first.is_hidden()


def test_every_right_answer_is_asked_for_when_there_are_several(lesson: Page) -> None:
    question = lesson.locator(".question").nth(1)
    question.get_by_label("Le soir").check()
    question.get_by_role("button").click()
    assert said(lesson, 1).startswith("Ce n’est pas cela")
    question.get_by_label("La nuit").check()
    assert said(lesson, 1) == ""
    assert question.locator(".quiz-answer").is_hidden()
    question.get_by_role("button").click()
    assert said(lesson, 1) == "C’est juste."


def test_the_tally_comes_once_every_question_is_verified(lesson: Page) -> None:
    lesson.get_by_label("La lentille").check()
    lesson.locator(".question").first.get_by_role("button").click()
    assert lesson.locator(".quiz-tally").inner_text() == ""
    lesson.get_by_label("À midi").check()
    lesson.locator(".question").nth(1).get_by_role("button").click()
    assert lesson.locator(".quiz-tally").inner_text() == "1 sur 2"


def test_nothing_is_sent_and_nothing_is_stored(lesson: Page) -> None:
    sent: list[str] = []
    lesson.on("request", lambda request: sent.append(request.url))
    lesson.get_by_label("La lentille").check()
    lesson.locator(".question").first.get_by_role("button").click()
    assert said(lesson)
    assert sent == []
    assert lesson.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0


def test_without_scripts_the_questions_are_read_and_the_answers_unfold(address: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + LESSON)
    question = page.locator(".question").first
    assert question.locator("li").all_inner_texts() == ["Le vent", "La lentille", "La mer"]
    assert page.locator(".quiz input, .quiz button").count() == 0
    assert question.get_by_text("rassemble la lumière").is_hidden()
    question.locator("summary").click()
    assert question.get_by_text("rassemble la lumière").is_visible()
    context.close()
