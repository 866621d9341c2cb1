"""`make check`: the verdict of the build, for people, for GitHub and for programs, in a moment."""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from atlas.reading.check import NOUNS, main, summary
from atlas.reading.fixes import Retype
from atlas.reading.loading import load
from atlas.reading.problems import Problem, Severity
from atlas.reading.reports import as_json, for_github, for_people
from support.mistakes import Mistake, plain
from support.projects import ROOT, Project

SLIPS = [
    ("places/le-phare.yml", "lat: 43.2967", "lat: 43,2967"),
    ("members/club-du-phare.yml", "kind: founding", "kind: fondateur"),
    ("docs/data/sources.yml", "kind: press", "kind: rumeur"),
    ("docs/fr/academie/phare/index.md", "lessons: [lampe, gardien]", "lessons: [lampe]"),
    ("docs/fr/lieux.md", "<!-- atlas:places -->", "<!-- atlas:lieux -->"),
    ("docs/fr/carte.md", "layout: map", "layout: map\nrelated: [lieux/le-fare/]"),
]
"""A slip in each kind of file: what stands there, and what replaces it."""


@pytest.fixture
def spoilt(tmp_path: Path) -> Path:
    """The content of the small project with a slip in each kind of file."""
    edits = [{"file": file, "old": old, "new": new} for file, old, new in SLIPS]
    Mistake("several", edit=edits).plant(tmp_path / "project")
    return tmp_path / "project"


def test_the_check_and_the_build_say_the_same(site: Callable[..., Project]) -> None:
    project = site()
    for slip in SLIPS:
        project.edit(*slip)
    built = project.build()
    assert built.exit_code
    said = [line.partition("ERROR")[2].lstrip(" -") for line in built.output.splitlines() if "ERROR" in line]
    errors = [str(problem) for problem in project.load().errors]
    assert [re.sub(r"^atlas: ", "", line) for line in said[:-1]] == errors
    assert said[-1].startswith(f"{len(errors)} problèmes à corriger")
    assert len(errors) >= len(SLIPS)


def test_the_named_files_alone_are_told_and_the_others_are_counted(
    spoilt: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place, course = str(spoilt / "places" / "le-phare.yml"), str(spoilt / "docs" / "fr" / "academie")
    assert main(["--root", str(spoilt), place, course]) == 1
    *told, last, fix = plain(capsys.readouterr().out).splitlines()
    assert {line.partition(":")[0] for line in told} == {
        "places/le-phare.yml",
        "docs/fr/academie/phare/gardien.md",
    }
    assert re.search(r" : 2 problèmes ; 4 problèmes dans d’autres fichiers \(\d+,\d s\)\.$", last), last
    assert fix == "« make fix » corrige ce qui est certain."
    assert main(["--root", str(spoilt), str(spoilt / "places" / "le-moulin.yml")]) == 0


def test_a_file_that_does_not_exist_is_told(spoilt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--root", str(spoilt), "places/le-phrae.yml"])
    assert "« places/le-phrae.yml » n’existe pas" in plain(capsys.readouterr().err)


def test_every_kind_of_record_is_counted(tmp_path: Path) -> None:
    Mistake("none").plant(tmp_path / "project")
    loaded = load(tmp_path / "project")
    assert plain(summary(loaded, loaded.errors)) == (
        "2 lieux, 2 membres, 1 réseau, 1 itinéraire, 2 séances, 3 leçons, 2 termes du glossaire, 1 série, 1 repère, "
        "1 objectif, 1 action, 1 événement, 2 sources, 18 pages écrites : aucun problème."
    )
    assert set(loaded.counts) <= set(NOUNS)


def test_github_shows_each_problem_on_its_line_errors_first_whatever_their_signs() -> None:
    problems = [
        Problem("docs/a.md", 0, "", "50 % : à voir", "Voyez", Severity.NOTICE),
        Problem("places/a,b:c.yml", 7, "facts[1].text", "deux\nlignes", "Écrivez : lat: 43.29"),
    ]
    assert for_github(problems) == (
        "::error file=places/a%2Cb%3Ac.yml,line=7,title=facts[1].text::deux%0Alignes. Écrivez\u00a0: lat: 43.29\n"
        "::notice file=docs/a.md,line=1,title=Contenu::50 %25\u00a0: à voir. Voyez\n"
    )


def test_programs_read_an_array_and_nothing_else(spoilt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(spoilt), "--format", "json"]) == 1
    printed = capsys.readouterr()
    rows = json.loads(printed.out)
    assert "problèmes" in printed.err
    keys = {"path", "line", "field", "wrong", "cure", "severity", "fixable"}
    assert all(set(row) == keys for row in rows)
    place = next(row for row in rows if row["path"] == "places/le-phare.yml" and row["severity"] == "error")
    assert plain(json.dumps(place, ensure_ascii=False)) == json.dumps(
        {
            "path": "places/le-phare.yml",
            "line": 15,
            "field": "position.lat",
            "wrong": "« 43,2967 » n’est pas un nombre",
            "cure": "Écrivez un point : 43.2967",
            "severity": "error",
            "fixable": True,
        },
        ensure_ascii=False,
    )


def test_a_fix_is_no_part_of_what_makes_two_problems_the_same() -> None:
    one = Problem("a.yml", 1, "", "faux", "Corrigez")
    other = Problem("a.yml", 1, "", "faux", "Corrigez", fix=Retype("a", "b"))
    assert one == other and len({one, other}) == 1
    assert for_people([one]) == for_people([other])
    assert json.loads(as_json([other]))[0]["fixable"] is True


def test_one_file_and_all_of_them_are_checked_in_a_moment() -> None:
    """In seconds of work: what other programs do at the same time is not counted."""
    for paths, most in ((["places/mucem.yml"], 3), ([], 10)):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [sys.executable, "-m", "atlas.reading.check", *paths],
            cwd=ROOT,
            env={"PYTHONPATH": "hooks", "PATH": "/usr/bin:/bin"},
            stdout=subprocess.DEVNULL,
            check=False,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < most
