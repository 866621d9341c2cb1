"""The debt of translation: what is remembered, what lags, who is told, and how it is confirmed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from atlas.reading import confirming
from atlas.reading.loading import load, read_content
from atlas.reading.translations import REGISTER, fingerprint, remembered, translations
from support.mistakes import CONTENT, plain
from support.projects import ROOT, SMALL_SITE, Project

FACT = "{fr: Elle est jaune., en: It is yellow.}"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The content of the small project, its translations confirmed."""
    for name in CONTENT:
        shutil.copytree(SMALL_SITE / name, tmp_path / name)
    assert confirm(tmp_path) == 0
    return Project(tmp_path)


def confirm(root: Path, *files: str) -> int:
    """Run the command."""
    return confirming.main(["--root", str(root), *(str(root / file) for file in files)])


def told(project: Project) -> list[str]:
    """Return the notices about translations."""
    notices = (plain(str(problem)) for problem in load(project.root).notices)
    return [line for line in notices if "make translations" in line]


def late(project: Project) -> list[str]:
    """Return the keys of the texts that lag."""
    catalogue = load(project.root).catalogue
    assert catalogue
    return [lag.key for lag in catalogue.translation_debt.lags]


def test_layout_and_typography_make_no_difference_and_words_do() -> None:
    assert fingerprint("L’eau\u00a0: elle\n  monte…") == fingerprint("L'eau : elle monte...")
    assert fingerprint("L'eau monte") != fingerprint("L'eau baisse")
    assert fingerprint("a", "b") != fingerprint("b", "a")
    assert len(fingerprint("a")) == 8


def test_a_project_without_a_register_owes_nothing_that_is_known(project: Project) -> None:
    (project.root / REGISTER).unlink()
    catalogue = load(project.root).catalogue
    assert catalogue and not catalogue.translation_debt.kept
    assert told(project) == []


def test_what_has_been_confirmed_is_silent(project: Project) -> None:
    assert told(project) == []
    assert late(project) == []
    catalogue = load(project.root).catalogue
    assert catalogue and catalogue.translation_debt.texts > 60


def test_french_that_changes_alone_is_told_with_file_line_field_and_cure(project: Project) -> None:
    project.edit("places/le-phare.yml", FACT, "{fr: Elle est rouge., en: It is yellow.}")
    (line,) = told(project)
    assert line.startswith("places/le-phare.yml:")
    assert line.endswith(
        "facts[2].text.en: à vérifier, le français a changé depuis cette traduction. "
        "Accordez-le, puis lancez make translations FILES=places/le-phare.yml"
    )
    assert late(project) == ["places/le-phare.yml"]


def test_english_that_changes_alone_is_an_improvement(project: Project) -> None:
    project.edit("places/le-phare.yml", FACT, "{fr: Elle est jaune., en: It is painted yellow.}")
    assert told(project) == []


def test_a_text_may_move_in_its_record(project: Project) -> None:
    text = (project.root / "places/le-phare.yml").read_text(encoding="utf-8")
    first, second = "{fr: La lampe a été allumée en 1900., en: The lamp was lit in 1900.}", FACT
    swapped = text.replace(first, "@").replace(second, first).replace("@", second)
    project.write({"places/le-phare.yml": swapped})
    assert swapped != text
    assert told(project) == []


def test_both_languages_written_together_wait_to_be_remembered(project: Project) -> None:
    project.edit("places/le-phare.yml", FACT, "{fr: Elle est rouge., en: It is red.}")
    assert told(project) == [
        f"{REGISTER}: à vérifier, 1 texte anglais n’y est pas encore. Relisez l’anglais, puis lancez make translations"
    ]
    assert late(project) == []
    assert confirm(project.root) == 0
    assert told(project) == []


def test_a_page_is_one_text_and_its_french_may_change_alone(project: Project) -> None:
    project.edit("docs/fr/carte.md", "# La carte", "# La carte du ciel")
    (line,) = told(project)
    assert line.startswith("docs/en/map.md: à vérifier, le français a changé")
    assert late(project) == ["docs/en/map.md"]


def test_a_page_that_changed_in_both_languages_is_to_be_read_again(project: Project) -> None:
    project.edit("docs/fr/carte.md", "# La carte", "# La carte du ciel")
    project.edit("docs/en/map.md", "# The map", "# The chart")
    (line,) = told(project)
    assert "le français et l’anglais ont changé" in line
    assert late(project) == []  # readers are not told what nobody knows
    confirm(project.root)
    assert len(told(project)) == 1
    confirm(project.root, "docs/en/map.md")
    assert told(project) == []


@pytest.mark.parametrize("name", ["index.md", "lampe.md"])
def test_a_session_and_a_lesson_are_one_text_each(project: Project, name: str) -> None:
    path = project.root / "docs/fr/academie/phare" / name
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("summary: ", "summary: Enfin, ", 1), encoding="utf-8")
    assert late(project) == [f"docs/en/academy/phare/{name}"]


def test_what_both_languages_share_is_no_text(project: Project) -> None:
    project.edit("docs/fr/academie/phare/lampe.md", "minutes: 20\n", "minutes: 25\n")
    assert told(project) == []


def test_the_command_confirms_what_lags_only_when_it_is_named(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.edit("places/le-phare.yml", FACT, "{fr: Elle est rouge., en: It is yellow.}")
    capsys.readouterr()
    assert confirm(project.root) == 0
    assert "pas confirmé" in plain(capsys.readouterr().out)
    assert late(project) == ["places/le-phare.yml"]
    assert confirm(project.root, "places/le-phare.yml") == 0
    assert late(project) == []


def test_the_command_says_what_it_knows_nothing_of(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert confirm(project.root, "places/absent.yml") == 1
    assert "places/absent.yml : aucun texte en deux langues ici" in plain(capsys.readouterr().out)


def test_writing_again_changes_nothing(project: Project) -> None:
    before = (project.root / REGISTER).read_bytes()
    confirm(project.root)
    assert (project.root / REGISTER).read_bytes() == before
    memory = remembered(project.root)
    assert memory and {text.key for text in translations(read_content(project.root)[0])} == set(memory)


def test_a_register_damaged_by_hand_is_read_as_far_as_it_goes(project: Project) -> None:
    path = project.root / REGISTER
    path.write_bytes(path.read_bytes() + b"\xff\n<<<<<<< HEAD\n  zz\n")
    assert told(project) == []


def test_drafts_are_not_counted_in_public(project: Project) -> None:
    catalogue = load(project.root).catalogue
    assert catalogue
    before = catalogue.translation_debt.texts
    project.edit("docs/fr/academie/phare/gardien.md", "---\ntitle:", "---\ndraft: true\ntitle:")
    loaded = load(project.root)
    if loaded.catalogue:  # something else may refuse a draft that others name
        assert loaded.catalogue.translation_debt.texts < before


def test_readers_of_an_english_page_are_told_and_the_debt_is_counted(site: Callable[..., Project]) -> None:
    project = site()
    assert confirm(project.root) == 0
    project.edit("places/le-phare.yml", FACT, "{fr: Elle est rouge., en: It is yellow.}")
    project.edit("docs/fr/carte.md", "# La carte", "# La carte du ciel")
    project.edit("docs/fr/index.md", "\n# ", "\n<!-- atlas:translation-debt -->\n\n# ")
    project.edit("docs/en/index.md", "\n# ", "\n<!-- atlas:translation-debt -->\n\n# ")
    confirm(project.root, "docs/en/index.md")
    built = project.build_well()
    for path in ("en/places/le-phare/", "en/map/"):
        assert "This page may lag behind the French edition, which has changed since." in built.page(path)
    assert 'href="../../carte/" hreflang="fr"' in built.page("en/map/")
    for path in ("lieux/le-phare/", "carte/", "en/places/le-moulin/", "en/"):
        assert "may lag behind" not in built.page(path)
    assert "Behind the French: 2 of " in built.page("en/")
    assert "<code>places/le-phare.yml</code>" in built.page()


def test_the_real_site_keeps_a_register() -> None:
    memory = remembered(ROOT)
    assert memory, "run: make translations"
    assert set(memory) & {text.key for text in translations(read_content(ROOT)[0])}
