"""The questions of a lesson in Chromium: by keyboard, by ear, and without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from support.web import serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Locator, Page

    from support.projects import Built

LESSON = "/academie/phare/lampe/"


@pytest.fixture(scope="module")
def address(small_site: Built) -> Iterator[str]:
    """The address of the small project's site."""
    with serve(small_site.site) as server:
        yield server.origin


@pytest.fixture
def lesson(address: str, context: BrowserContext) -> Page:
    """A lesson, opened."""
    page = context.new_page()
    page.goto(address + LESSON)
    page.wait_for_selector(".quiz-form")
    return page


def said(page: Page, rank: int = 0) -> Locator:
    """Return the live region of a question, which speaks in the frame after the one that asks it to."""
    return page.locator(".quiz-said").nth(rank)


def test_a_question_is_a_group_with_its_title_and_its_choices(lesson: Page) -> None:
    group = lesson.get_by_role("group", name="Qu’est-ce qui porte la lumière")
    expect(group.get_by_role("radio")).to_have_count(3)
    expect(lesson.get_by_role("group", name="Quand la lampe").get_by_role("checkbox")).to_have_count(3)


def test_the_keyboard_alone_answers_and_verifies(lesson: Page) -> None:
    lesson.locator("input[type=radio]").first.focus()
    lesson.keyboard.press("ArrowDown")
    expect(lesson.locator("input[type=radio]").nth(1)).to_be_checked()
    lesson.keyboard.press("Tab")
    expect(lesson.locator(".question").first.get_by_role("button")).to_be_focused()
    lesson.keyboard.press("Enter")
    expect(said(lesson)).to_have_text("C’est juste.")
    expect(lesson.locator(".quiz-answer").first).to_be_visible()
    expect(lesson.locator("[role=status].quiz-said").first).to_be_visible()


def test_a_wrong_answer_is_told_in_words_and_the_right_one_shown(lesson: Page) -> None:
    question = lesson.locator(".question").first
    question.get_by_label("Le vent").check()
    question.get_by_role("button").click()
    expect(said(lesson)).to_have_text("Ce n’est pas cela. L’explication suit.")
    expect(question.locator(".is-wrong .quiz-mark")).to_have_text("faux")
    expect(question.locator(".is-right .quiz-mark")).to_have_text("juste")
    expect(question.locator(".quiz-answer")).to_be_visible()
    expect(question.locator(".quiz-answer")).to_contain_text("La lentille rassemble la lumière")


def test_no_answer_is_no_wrong_answer(lesson: Page) -> None:
    lesson.locator(".question").first.get_by_role("button").click()
    expect(said(lesson)).to_have_text("Choisissez d’abord une réponse.")
    expect(lesson.locator(".quiz-answer").first).to_be_hidden()


def test_every_right_answer_is_asked_for_when_there_are_several(lesson: Page) -> None:
    question = lesson.locator(".question").nth(1)
    question.get_by_label("Le soir").check()
    question.get_by_role("button").click()
    expect(said(lesson, 1)).to_have_text(re.compile("^Ce n’est pas cela"))
    question.get_by_label("La nuit").check()
    expect(said(lesson, 1)).to_have_text("")
    expect(question.locator(".quiz-answer")).to_be_hidden()
    question.get_by_role("button").click()
    expect(said(lesson, 1)).to_have_text("C’est juste.")


def test_a_result_taken_back_before_it_is_told_is_not_told(lesson: Page) -> None:
    # In one task of the page, so that no frame comes between: two frames later, what was to be told has been.
    lesson.evaluate(
        """() => {
            const form = document.querySelector(".quiz-form");
            const [one, other] = form.querySelectorAll("input");
            one.click();
            form.querySelector("button").click();
            other.click();
            return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        }"""
    )
    assert said(lesson).text_content() == ""
    expect(lesson.locator(".quiz-answer").first).to_be_hidden()


def test_the_tally_comes_once_every_question_is_verified(lesson: Page) -> None:
    lesson.get_by_label("La lentille").check()
    lesson.locator(".question").first.get_by_role("button").click()
    expect(said(lesson)).not_to_be_empty()
    assert lesson.locator(".quiz-tally").text_content() == ""
    lesson.get_by_label("À midi").check()
    lesson.locator(".question").nth(1).get_by_role("button").click()
    expect(lesson.locator(".quiz-tally")).to_have_text("1 sur 2")


def test_nothing_is_sent_and_nothing_is_stored(lesson: Page) -> None:
    lesson.wait_for_load_state("networkidle")  # what the page itself asks for is there
    sent: list[str] = []
    lesson.on("request", lambda request: sent.append(request.url))
    lesson.get_by_label("La lentille").check()
    lesson.locator(".question").first.get_by_role("button").click()
    expect(said(lesson)).not_to_be_empty()
    assert sent == []
    assert lesson.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0


def test_without_scripts_the_questions_are_read_and_the_answers_unfold(address: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + LESSON)
    question = page.locator(".question").first
    assert question.locator("li").all_inner_texts() == ["Le vent", "La lentille", "La mer"]
    assert page.locator(".quiz input, .quiz button").count() == 0
    expect(question.get_by_text("rassemble la lumière")).to_be_hidden()
    question.locator("summary").click()
    expect(question.get_by_text("rassemble la lumière")).to_be_visible()
    context.close()
