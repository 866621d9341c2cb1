"""Drafts, what waits for its day and what leaves on its day: checked always, and in no output until then or after."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from atlas.model.publication import ALWAYS, Window
from atlas.reading.loading import load
from atlas.scaffolds.kinds import KINDS, kind
from atlas.scaffolds.planting import plant
from support.mistakes import plain
from support.projects import SMALL_SITE, Project
from support.signs import files_that_tell

DRAFT, WAITS, LEAVES = "Zibeline", "Tourmaline", "Malachite"
"""Three names that nothing else bears."""

BEFORE, AFTER = date(2027, 2, 10), date(2027, 3, 1)


def epoch(day: date) -> str:
    return str(int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()))


def renamed(text: str, name: str, when: str) -> str:
    """Return the file of a place or a member under another name, with a day on which it comes or goes."""
    order = {"Tourmaline": 8, "Malachite": 9}[name]
    lines = [
        f"name: {{fr: {name}, en: {name}}}" if line.startswith("name:") else line
        for line in text.splitlines()
        if not line.startswith("order:")
    ]
    return "\n".join([*lines[:1], when, f"order: {order}", *lines[1:]]) + "\n"


@pytest.fixture
def project(site: Callable[..., Project]) -> Project:
    """The small project with a draft of each kind, a place and a member that wait, and two that leave."""
    made = site()
    for word, chosen in KINDS.items():
        answers = {"session": "phare"} if word == "lecon" else {}
        plant(chosen, made.root, DRAFT, BEFORE, answers=answers)
    for folder, file in (("places", "le-moulin"), ("members", "amis-du-moulin")):
        text = (SMALL_SITE / folder / f"{file}.yml").read_text(encoding="utf-8")
        made.write(
            {
                f"{folder}/tourmaline.yml": renamed(text, WAITS, 'publish_on: "2027-03-01"'),
                f"{folder}/malachite.yml": renamed(text, LEAVES, 'expires_on: "2027-03-01"'),
            }
        )
    made.edit(
        "docs/data/events.yml",
        "  - id: fete-de-la-lampe\n",
        f"""  - id: {WAITS.lower()}
    publish_on: "2027-03-01"
    name: {{fr: {WAITS}, en: {WAITS}}}
    kind: agency
    start: "2027-06-01"
    summary: {{fr: Une fête., en: A feast.}}
    standing: announced
    sources: [gazette]
  - id: {LEAVES.lower()}
    expires_on: "2027-03-01"
    name: {{fr: {LEAVES}, en: {LEAVES}}}
    kind: agency
    start: "2026-06-01"
    summary: {{fr: Une fête., en: A feast.}}
    standing: announced
    sources: [gazette]
  - id: fete-de-la-lampe
""",
    )
    return made


def test_a_day_is_in_the_window_from_the_first_and_before_the_end() -> None:
    window = Window("2027-03-01", "2028-01-01")
    days = (date(2027, 2, 28), date(2027, 3, 1), date(2027, 12, 31), date(2028, 1, 1))
    assert [window.holds(day) for day in days] == [False, True, True, False]
    assert ALWAYS.holds(date(2027, 1, 1)) and ALWAYS.covers(window) and not window.covers(ALWAYS)
    assert window.covers(window.within(Window("2027-05-01")))


def test_drafts_are_checked_told_and_left_out_of_the_catalogue(project: Project) -> None:
    loaded = load(project.root, today=BEFORE)
    assert [str(problem) for problem in loaded.errors] == []
    assert loaded.catalogue is not None
    held = loaded.catalogue
    for records in (held.places, held.members, held.people, held.sessions, held.events, held.indicators, held.sources):
        assert not [record.id for record in records if record.id == DRAFT.lower()]
    assert not [key for key in held.files if DRAFT.lower() in key[1]]
    assert [lesson.id for lesson in held.session["phare"].lessons] == ["lampe", "gardien"]
    drafts = [problem.path for problem in loaded.notices if "brouillon" in problem.wrong]
    # The session brings a first lesson, beside the lesson of its own.
    assert len(drafts) == len(KINDS) + 1
    assert {"places/zibeline.yml", "docs/fr/academie/phare/zibeline.md", "docs/data/sources.yml"} <= set(drafts)


def test_a_mistake_in_a_draft_is_told_as_in_any_record(project: Project) -> None:
    project.edit("places/zibeline.yml", "confidence: low", "confidence: basse")
    errors = [plain(str(problem)) for problem in load(project.root, today=BEFORE).errors]
    assert len(errors) == 1 and errors[0].startswith("places/zibeline.yml:23 position.confidence: « basse »")


def test_a_draft_is_in_no_file_of_the_site_and_the_others_come_and_go_on_their_day(project: Project) -> None:
    built = project.build_well(SOURCE_DATE_EPOCH=epoch(BEFORE))
    assert files_that_tell(built.site, DRAFT, "(à écrire)", "to be written", WAITS) == []
    told = files_that_tell(built.site, LEAVES)
    assert {"lieux/malachite/index.html", "membres/malachite/index.html", "api/v1/places.json"} <= set(told)

    built = project.build_well(SOURCE_DATE_EPOCH=epoch(AFTER))
    assert files_that_tell(built.site, DRAFT, "(à écrire)", "to be written", LEAVES) == []
    told = files_that_tell(built.site, WAITS)
    assert {"lieux/tourmaline/index.html", "en/places/tourmaline/index.html", "api/v1/places.json"} <= set(told)
    assert {"membres/tourmaline/index.html", "api/v1/members.json"} <= set(told)


def test_a_lesson_goes_with_its_session(project: Project) -> None:
    project.edit("docs/fr/academie/moulin/index.md", "---\ntitle:", "---\ndraft: true\ntitle:")
    loaded = load(project.root, today=BEFORE)
    assert loaded.catalogue is not None, [str(problem) for problem in loaded.errors]
    assert "moulin" not in loaded.catalogue.session
    assert not [key for _, key in loaded.catalogue.files if key.startswith("moulin/")]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("draft: true", "« le-moulin » est un brouillon, absent du site"),
        ('publish_on: "2027-03-01"', "« le-moulin » ne paraît que le 2027-03-01"),
        ('expires_on: "2031-01-01"', "« le-moulin » quitte le site le 2031-01-01"),
    ],
)
def test_a_published_record_does_not_name_one_that_is_absent_today_or_later(
    site: Callable[..., Project], change: str, told: str
) -> None:
    made = site()
    made.edit("places/le-moulin.yml", "order: 2", f"{change}\norder: 2")
    errors = [plain(str(problem)) for problem in load(made.root, today=BEFORE).errors]
    assert any(error.startswith("places/le-phare.yml:47 related[1]: ") and told in error for error in errors), errors


def test_a_record_may_name_one_that_is_there_on_all_its_own_days(site: Callable[..., Project]) -> None:
    made = site()
    made.edit("docs/data/sources.yml", "  - id: almanach\n", '  - id: almanach\n    publish_on: "2027-03-01"\n')
    before = {problem.path for problem in load(made.root, today=BEFORE).errors}
    assert before, "something of the small project cites the almanac"
    assert not load(made.root, today=AFTER).errors


def test_what_is_left_to_write_keeps_a_record_from_being_published(project: Project) -> None:
    for file in ("places/zibeline.yml", "docs/fr/academie/phare/zibeline.md"):
        project.edit(file, "draft: true\n", "")
    errors = [plain(str(problem)) for problem in load(project.root, today=BEFORE).errors]
    assert {
        "places/zibeline.yml:8 headline.fr: ce texte reste à écrire (« (à écrire) »). "
        "Écrivez-le, ou ajoutez « draft: true »",
        "places/zibeline.yml:14 summary.sources[1]: la source reste à nommer (« a-ecrire »). "
        "Nommez-la, ou ajoutez « draft: true »",
        "docs/fr/academie/phare/zibeline.md:12: cette ligne reste à écrire, et 11 autres. "
        "Écrivez-les, ou ajoutez « draft: true »",
        "docs/en/academy/phare/zibeline.md:3 summary: ce texte reste à écrire (« (to be written) »). "
        "Écrivez-le, ou ajoutez « draft: true » au fichier français",
    } <= set(errors)


@pytest.mark.parametrize(
    ("day", "value", "wrong"),
    [
        ("draft: true", 1, False),
        ("draft: true", 2, True),
        ('publish_on: "2027-03-01"', 1, False),
        ('publish_on: "2027-03-01"', 2, False),
        ('expires_on: "2027-03-01"', 3, True),
    ],
)
def test_a_count_of_members_is_not_wrong_because_one_comes_or_goes(
    site: Callable[..., Project], day: str, value: int, wrong: bool
) -> None:
    made = site()
    made.edit("members/amis-du-moulin.yml", "order: 2", f"{day}\norder: 2")
    made.edit("docs/data/targets.yml", "subject: people", "subject: members")
    made.edit("docs/data/targets.yml", "value: null", f"value: {value}\n      sources: [gazette]")
    said = [problem.wrong for problem in load(made.root, today=BEFORE).errors if "targets" in problem.path]
    assert bool(said) is wrong, said


def test_every_kind_has_a_word_with_or_without_accents() -> None:
    assert kind("Leçon") is kind("lecon") and kind("événement") is KINDS["evenement"]
