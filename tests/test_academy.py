"""The Academy: how sessions and lessons are read, what they add up to, and what is published of them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from atlas.exports import downloads
from atlas.model import LANGS, Catalogue
from atlas.pages.academy import next_session
from atlas.pages.glossary import sort_key
from atlas.pages.lessons import sections
from atlas.reading.lesson_body import read_body
from atlas.reading.loading import load_or_raise
from atlas.wording import clock_words, duration_words
from support.projects import ROOT, SMALL_SITE, Built, Project

LAMP = "docs/fr/academie/phare/lampe.md"
SESSION = "docs/fr/academie/phare/index.md"


@pytest.fixture(scope="module")
def small() -> Catalogue:
    """The records of the small project."""
    return load_or_raise(SMALL_SITE)


@pytest.fixture(scope="module")
def real() -> Catalogue:
    """The records of the project."""
    return load_or_raise(ROOT)


def test_a_session_takes_its_shared_values_from_french_and_its_texts_from_both(small: Catalogue) -> None:
    session = small.session["phare"]
    assert (session.title.fr, session.title.en) == ("Le phare et sa lampe", "The lighthouse and its lamp")
    assert [objective.en for objective in session.objectives] == [
        "Say what a lighthouse is for.",
        "Recognise a lit lamp.",
    ]
    assert session.places == ("le-phare",)
    assert session.files == {"fr": SESSION, "en": "docs/en/academy/phare/index.md"}


def test_lessons_stand_in_the_order_of_their_session(small: Catalogue) -> None:
    assert [session.id for session in small.sessions] == ["phare", "moulin"]
    assert [lesson.key for lesson in small.lessons] == ["phare/lampe", "phare/gardien", "moulin/farine"]


def test_a_lesson_is_parted_into_text_questions_exercise_and_answer(small: Catalogue) -> None:
    body = small.lesson["phare/lampe"].body["fr"]
    assert "## Questions" not in body.prose and body.prose.startswith("## La lentille")
    assert [question.text for question in body.questions][1] == "Quand la lampe brille-t-elle ?"
    assert body.exercise.endswith("2. Notez l'heure.")
    assert body.answer == "il y en a deux par tour.[^gazette]"


def test_a_question_knows_its_line_its_right_answers_and_whether_there_are_several(small: Catalogue) -> None:
    one, several = small.lesson["phare/lampe"].body["fr"].questions
    lines = (SMALL_SITE / LAMP).read_text(encoding="utf-8").splitlines()
    assert lines[one.line - 1] == "### Qu'est-ce qui porte la lumière ?"
    assert (one.right, one.several) == ([1], False)
    assert (several.right, several.several) == ([0, 1], True)
    assert several.explanation == "Elle brille quand il fait noir :\nle soir et la nuit."


def test_questions_in_a_piece_of_code_are_no_section() -> None:
    body = "Texte.\n\n```\n## Questions\n```\n\n## Questions\n\n### A ?\n\n- [x] a\n- [ ] b\n\n> a\n"
    body += "\n### B ?\n\n- [x] a\n- [ ] b\n\n> b\n\n## Exercice\n\nFaire.\n\n> Fait.\n"
    parts, problems = read_body(body, "x.md", 0, "fr")
    assert problems == []
    assert parts.prose.endswith("```")
    assert len(parts.questions) == 2


def test_sections_of_a_lesson_have_titles_without_notes_and_their_anchors() -> None:
    found = list(sections("## Un *titre*[^a] {: #un }\n\n### non\n\n## Deux choses\n"))
    assert [(str(section.title), section.anchor) for section in found] == [
        ("Un <em>titre</em>", "un"),
        ("Deux choses", "deux-choses"),
    ]


def test_durations_add_up(real: Catalogue) -> None:
    for session in real.sessions:
        assert session.minutes == sum(lesson.minutes for lesson in session.lessons)
        assert session.exercise_minutes == sum(lesson.exercise_minutes or 0 for lesson in session.lessons)


def test_durations_and_hours_are_told_as_each_language_does() -> None:
    assert [duration_words(minutes, "fr") for minutes in (45, 60, 65, 460)] == ["45 min", "1 h", "1 h 05", "7 h 40"]
    assert duration_words(65, "en") == "1 h 5 min"
    assert (clock_words("2027-01-12T09:00", "fr"), clock_words("2027-01-12T09:30", "en")) == ("9 h", "09:30")


def test_prerequisites_come_before_and_form_no_loop(real: Catalogue) -> None:
    order = {session.id: session.order for session in real.sessions}
    assert all(order[id] < session.order for session in real.sessions for id in session.prerequisites)


def test_every_lesson_of_the_course_asks_shows_and_exercises(real: Catalogue) -> None:
    assert len(real.sessions) == 6
    for lesson in real.lessons:
        assert lesson.key_points and lesson.objectives and lesson.terms and lesson.reading
        for lang in LANGS:
            body = lesson.body[lang]
            assert 2 <= len(body.questions) <= 5
            assert body.exercise and body.answer
            assert re.search(r"<!-- atlas:(chart|plate|map|timeline):", body.prose), (
                f"{lesson.key} ({lang}) has no figure"
            )


def test_every_term_of_the_glossary_is_used_by_a_lesson(real: Catalogue) -> None:
    assert {id for lesson in real.lessons for id in lesson.terms} == set(real.term)


def test_the_next_session_is_neither_over_nor_cancelled(site: Callable[..., Project]) -> None:
    project = site()
    held = load_or_raise(project.root).sessions
    assert (found := next_session(held, date(2026, 12, 1))) is not None and found.id == "phare"
    assert next_session(held, date(2027, 1, 13)) is None
    project.edit(SESSION, "status: planned", "status: cancelled")
    assert next_session(load_or_raise(project.root).sessions, date(2026, 12, 1)) is None


def test_a_schedule_knows_its_end_and_counts_its_changes(small: Catalogue) -> None:
    held = small.session["phare"].scheduled
    assert held is not None
    assert held.starts.isoformat() == "2027-01-12T09:00:00+01:00"
    assert held.ends.isoformat() == "2027-01-12T11:00:00+01:00"
    assert held.sequence == 1


@pytest.mark.parametrize("start", ["2027-01-12", "2027-01-12 09:00", "2027-01-12T25:00", "12/01/2027"])
def test_a_start_that_is_no_day_and_hour_is_refused(start: str, site: Callable[..., Project]) -> None:
    project = site()
    project.edit(SESSION, "start: 2027-01-12T09:00", f"start: {start}")
    (problem,) = project.load().errors
    assert (problem.path, problem.line, problem.field) == (SESSION, 7, "scheduled.start")
    assert "2027-01-12T09:00" in problem.cure


def test_an_hour_that_the_clocks_skip_is_refused(site: Callable[..., Project]) -> None:
    project = site()
    project.edit(SESSION, "start: 2027-01-12T09:00", "start: 2027-03-28T02:30")
    (problem,) = project.load().errors
    assert "l’heure d’été" in problem.wrong


def test_letters_are_sorted_without_their_accents() -> None:
    assert sorted(["évp", "escale", "étang"], key=sort_key) == ["escale", "étang", "évp"]


def test_the_data_hold_every_session_lesson_and_resource_with_durations_that_add_up(real: Catalogue) -> None:
    files = dict(downloads(real, date(2026, 11, 22)))
    academy = json.loads(files["api/v1/academy.json"])
    resources = json.loads(files["api/v1/resources.json"])
    assert academy["count"] == len(academy["sessions"]) == len(real.sessions)
    for session in academy["sessions"]:
        assert session["minutes"] == sum(lesson["minutes"] for lesson in session["lessons"])
        assert all(set(lesson["sources"]) <= set(real.source) for lesson in session["lessons"])
    lessons = [one["id"] for one in resources["resources"] if one["type"] == "lesson"]
    assert lessons == [lesson.key for lesson in real.lessons]
    assert resources["count"] == len(resources["resources"])


def test_speakers_stay_out_of_the_data(site: Callable[..., Project]) -> None:
    project = site()
    consent = '{date: "2026-11-01", expires: "2028-11-01", scope: Nom et fonction}'
    speaker = f"speakers:\n  - {{name: Camille Exemple, function: {{fr: Gardienne, en: Keeper}}, consent: {consent}}}\n"
    project.edit(SESSION, "actions: [allumer]\n", f"actions: [allumer]\n{speaker}")
    catalogue = load_or_raise(project.root)
    assert catalogue.session["phare"].speakers[0].name == "Camille Exemple"
    assert b"Camille" not in dict(downloads(catalogue, date(2026, 11, 22)))["api/v1/academy.json"]


def test_a_session_lends_a_file_that_stands_beside_it(site: Callable[..., Project]) -> None:
    project = site({"docs/fr/academie/phare/fiche.csv": b"eclat,heure\n"})
    resource = "  - {id: fiche, type: data, title: {fr: La fiche, en: The sheet}, file: fiche.csv, lang: fr,"
    resource += ' licence: CC-BY-4.0, author: Le Club, updated: "2026"}\n'
    project.edit(SESSION, "resources:\n", f"resources:\n{resource}")
    built = project.build_well()
    assert (built.site / "academie/phare/fiche.csv").read_bytes() == b"eclat,heure\n"
    assert 'href="fiche.csv"' in built.page("academie/phare/")
    assert 'href="../../../academie/phare/fiche.csv"' in built.page("en/academy/phare/")


@pytest.fixture(scope="module")
def small_pages(small_site: Built) -> Path:
    """The built site of the small project."""
    return small_site.site


def page(site: Path, path: str) -> str:
    """Return the HTML of a page."""
    return (site / path / "index.html").read_text(encoding="utf-8")


def test_a_lesson_is_published_once_under_its_address_in_both_languages(small_pages: Path) -> None:
    assert "La lampe" in page(small_pages, "academie/phare/lampe")
    assert "The lamp" in page(small_pages, "en/academy/phare/lampe")
    assert not (small_pages / "academie/phare/lampe.md").exists()


def test_the_page_of_a_lesson_names_the_markdown_that_somebody_wrote(small_pages: Path) -> None:
    assert LAMP in page(small_pages, "academie/phare/lampe")
    assert "docs/en/academy/phare/lampe.md" in page(small_pages, "en/academy/phare/lampe")


def test_the_breadcrumb_of_a_lesson_goes_through_its_session(small_pages: Path) -> None:
    crumbs = page(small_pages, "academie/phare/lampe").split('class="crumbs"')[1].split("</nav>")[0]
    assert re.findall(r'href="([^"]*)"', crumbs) == ["../../../", "../../", "../"]


def test_a_lesson_shows_its_questions_with_folded_answers_and_its_notes(small_pages: Path) -> None:
    html = page(small_pages, "academie/phare/lampe")
    assert html.count('class="question"') == 2
    assert html.count('<details class="quiz-answer">') == 2
    assert 'data-right="0,1"' in html
    assert "quiz.js" in html and "quiz.js" not in page(small_pages, "academie/phare")
    assert 'id="note-1"' in html


def test_terms_are_linked_once_to_their_entry_in_the_glossary(small_pages: Path) -> None:
    html = page(small_pages, "academie/phare/lampe")
    assert html.count('class="term"') == 2
    assert '<em><a class="term" href="../../glossaire/#lentille">lentille</a></em>' in html
    glossary = page(small_pages, "academie/glossaire")
    assert 'id="lentille"' in glossary and 'href="../phare/lampe/"' in glossary
    assert 'id="lentille"' in page(small_pages, "en/academy/glossary")


def test_a_session_shows_its_date_its_calendar_and_its_sum_of_minutes(small_pages: Path) -> None:
    html = page(small_pages, "academie/phare")
    assert "12 janvier 2027" in html and "9\u00a0h" in html
    assert "35\u00a0min" in html
    assert 'type="text/calendar"' in html
    assert (small_pages / "academie/phare.ics").exists() and (small_pages / "academie.ics").exists()


def test_a_session_without_a_date_says_so(small_pages: Path) -> None:
    assert "Pas encore connue" in page(small_pages, "academie/moulin")


def test_machines_read_a_course_and_its_lessons(small_pages: Path) -> None:
    def nodes(path: str) -> dict[str, dict[str, object]]:
        data = re.search(r'<script type="application/ld\+json">(.*?)</script>', page(small_pages, path), re.DOTALL)
        assert data
        return {node["@type"]: node for node in json.loads(data[1])["@graph"]}

    course = nodes("academie/phare")["Course"]
    assert course["timeRequired"] == "PT35M"
    assert course["hasCourseInstance"]["startDate"] == "2027-01-12T09:00:00+01:00"  # type: ignore[index]
    lesson = nodes("en/academy/phare/lampe")["LearningResource"]
    assert lesson["isPartOf"]["name"] == "The lighthouse and its lamp"  # type: ignore[index]
    assert len(nodes("academie/phare/lampe")["BreadcrumbList"]["itemListElement"]) == 4  # type: ignore[arg-type]
