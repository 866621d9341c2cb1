"""`make new`: a draft of each kind, in both languages, valid at once, asked for in French."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from atlas.reading.loading import load
from atlas.reading.slips import identifier
from atlas.scaffolds.__main__ import main
from atlas.scaffolds.insertion import appended, listed_too
from atlas.scaffolds.kinds import KINDS, kind
from atlas.scaffolds.order import RefusedError
from atlas.scaffolds.planting import plant
from support.mistakes import Mistake, plain
from support.trees import digests

DAY = date(2026, 11, 22)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The content of the small project."""
    Mistake("none").plant(tmp_path / "project")
    return tmp_path / "project"


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What somebody types, an answer a line; the end of the file after that."""
    answers: list[str] = []

    def answer(prompt: str = "") -> str:
        if not answers:
            raise EOFError
        return answers.pop(0)

    monkeypatch.setattr("builtins.input", answer)
    yield answers


@pytest.mark.parametrize("word", KINDS)
def test_a_draft_of_each_kind_is_valid_at_once(root: Path, word: str) -> None:
    before = {problem for problem in load(root).notices}
    answers = {"session": "phare"} if word == "lecon" else {}
    files = plant(kind(word), root, 'L\'été "bleu" : œuvre', DAY, answers=answers)
    loaded = load(root)
    assert [str(problem) for problem in loaded.errors] == []
    assert any("brouillon" in problem.wrong for problem in set(loaded.notices) - before)
    assert all((root / file).is_file() for file in files)
    written = "".join((root / file).read_text(encoding="utf-8") for file in files)
    assert "draft: true" in written and "(à écrire)" in written
    if word in {"seance", "lecon"}:
        assert {file.split("/")[1] for file in files} == {"fr", "en"}


@pytest.mark.parametrize("word", KINDS)
def test_a_second_one_of_the_same_name_is_refused_and_one_of_another_name_is_not(root: Path, word: str) -> None:
    answers = {"session": "phare"} if word == "lecon" else {}
    plant(kind(word), root, "Villa Blanche", DAY, answers=answers)
    before = digests(root)
    with pytest.raises(RefusedError, match=r"« villa-blanche » est déjà pris.*villa-blanche-2"):
        plant(kind(word), root, "Villa Blanche", DAY, answers=answers)
    assert digests(root) == before
    plant(kind(word), root, "Villa Rose", DAY, answers=answers)
    assert [str(problem) for problem in load(root).errors] == []


def test_a_place_stands_in_the_commune_that_is_named(root: Path) -> None:
    plant(kind("lieu"), root, "Villa Blanche", DAY, answers={"commune": "13028"})
    text = (root / "places/villa-blanche.yml").read_text(encoding="utf-8")
    assert 'insee: "13028" # La Ciotat' in text and 'postcode: "13600"' in text
    assert "order: 3\n" in text


def test_the_command_asks_nothing_when_everything_is_said(
    root: Path, capsys: pytest.CaptureFixture[str], typed: list[str]
) -> None:
    assert main(["--root", str(root), "--kind", "Leçon", "--name", "Les ailes", "--in", "moulin"]) == 0
    printed = plain(capsys.readouterr().out)
    assert "Écrit : docs/fr/academie/moulin/les-ailes.md" in printed and "Écrit : docs/en/academy/moulin" in printed
    assert "lessons: [farine, les-ailes]" in (root / "docs/fr/academie/moulin/index.md").read_text(encoding="utf-8")


def test_the_command_asks_one_thing_after_another_and_says_at_once_what_does_not_do(
    root: Path, capsys: pytest.CaptureFixture[str], typed: list[str]
) -> None:
    typed += [
        "liue",
        "lieu",
        "Aubagnes",
        "aubagne",
        "",
        "Villa Blanche",
        "White Villa",
        "Villa Blanche !",
        "le-phare",
        "",
    ]
    assert main(["--root", str(root)]) == 0
    printed = plain(capsys.readouterr().out)
    assert "« liue » n’est pas un genre de fiche. Vouliez-vous dire « lieu » ?" in printed
    assert "« Aubagnes » n’est pas une des 92 communes de la métropole. Vouliez-vous dire « Aubagne » ?" in printed
    assert "il en faut un" in printed
    assert "« Villa Blanche ! » n’est pas un identifiant. Écrivez villa-blanche" in printed
    assert "l’identifiant « le-phare » est déjà pris" in printed
    text = (root / "places/villa-blanche.yml").read_text(encoding="utf-8")
    assert 'fr: "Villa Blanche"\n  en: "White Villa"' in text and "# Aubagne" in text
    assert not load(root).errors


def test_nothing_is_written_when_the_answers_stop(
    root: Path, capsys: pytest.CaptureFixture[str], typed: list[str]
) -> None:
    before = digests(root)
    typed += ["evenement", "2027-03"]
    assert main(["--root", str(root)]) == 1
    assert digests(root) == before
    assert "Rien n’a été écrit" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--name", "A"], "le genre manque"),
        (["--kind", "truc", "--name", "A"], "« truc » n’est pas un genre de fiche"),
        (["--kind", "lieu", "--name", "  "], "le nom manque"),
        (["--kind", "lieu", "--name", "!!"], "n’est pas un identifiant"),
        (["--kind", "lieu", "--name", "A", "--in", "Lyon"], "« Lyon » n’est pas une des 92 communes"),
        (["--kind", "lecon", "--name", "A"], "Dans quelle séance ? Ajoutez IN=territoire"),
        (["--kind", "lecon", "--name", "A", "--in", "rien"], "aucune séance ne s’appelle « rien »"),
        (["--kind", "evenement", "--name", "A", "--in", "demain"], "« demain » n’est pas une date"),
        (["--kind", "source", "--name", "A", "--in", "demain"], "« demain » n’est pas une adresse web"),
    ],
)
def test_an_order_that_cannot_be_served_is_told_in_french(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    before = digests(root)
    assert main(["--root", str(root), *arguments]) == 1
    assert told in plain(capsys.readouterr().err)
    assert digests(root) == before


def test_an_item_goes_to_the_end_of_its_list_and_the_rest_stays_as_it_is() -> None:
    text = "# tête\nfirst:\n  - id: a\n    # un mot\n    b: [1, 2]\n\n# suite\nsecond: []\n"
    item = "  - id: c\n    b: []\n"
    assert appended(text, "first", item) == text.replace("2]\n", "2]\n" + item)
    assert appended(text, "second", item) == text.replace("second: []", "second:\n" + item.rstrip())
    assert appended(text, "third", item) is None
    assert appended("first: {", "first", item) is None


def test_a_word_goes_to_the_end_of_its_list_however_it_is_written() -> None:
    for written, expected in (("[a, b] # deux", "[a, b, c] # deux"), ("\n  - a\n  - b", "\n  - a\n  - b\n  - c")):
        page = f"---\nlessons: {written}\ntitle: x\n---\n\nTexte [a]\n"
        assert listed_too(page, "lessons", "c") == page.replace(written, expected)
    assert listed_too("sans tête\n", "lessons", "c") is None


def test_an_identifier_comes_from_the_name() -> None:
    assert identifier("L'Œuvre d'été à Aix") == "l-oeuvre-d-ete-a-aix"
