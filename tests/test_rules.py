"""Rules and messages, beside the planted mistakes of `test_mistakes.py`."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from atlas.geography.communes import boroughs, communes
from atlas.reading import check
from atlas.reading.loading import Loaded, load, load_or_raise
from atlas.reading.position_rules import _of
from atlas.reading.problems import ContentError, Problem, Severity, listed, quoted
from atlas.reading.slips import as_date, as_number, identifier
from atlas.reading.text_rules import _faults
from support.mistakes import Mistake, plain
from support.projects import ROOT, SMALL_SITE

PLACE = "places/le-phare.yml"


@pytest.fixture
def spoilt(tmp_path: Path) -> Callable[..., Loaded]:
    """Load the small project after replacements in one file."""

    def make(*changes: tuple[str, str], file: str = PLACE) -> Loaded:
        edits = [{"file": file, "old": old, "new": new} for old, new in changes]
        Mistake("", edit=edits).plant(tmp_path / "project")
        return load(tmp_path / "project")

    return make


def said(loaded: Loaded) -> list[str]:
    """Return the errors with ordinary spaces."""
    return [plain(str(problem)) for problem in loaded.errors]


def test_the_small_project_has_no_error() -> None:
    loaded = load(SMALL_SITE)
    assert said(loaded) == []
    assert loaded.catalogue is not None
    assert [place.id for place in loaded.catalogue.places] == ["le-phare", "le-moulin"]
    assert [member.id for member in loaded.catalogue.members] == ["club-du-phare", "amis-du-moulin"]
    assert [source.id for source in loaded.catalogue.sources] == ["almanach", "gazette"]
    assert loaded.catalogue.files["place", "le-phare"] == PLACE
    assert loaded.catalogue.files["source", "gazette"] == "docs/data/sources.yml"
    assert loaded.catalogue.files["manifesto", "manifesto"] == "docs/data/manifesto.yml"


def test_the_real_content_has_no_error() -> None:
    assert said(load(ROOT)) == []


def test_all_problems_of_all_files_come_in_one_run_sorted(spoilt: Callable[..., Loaded]) -> None:
    loaded = spoilt(("domain: heritage", "domain: x"), ("kind: both", "kind: z"), ("order: 1\n", "order: 2\n"))
    assert loaded.catalogue is None
    assert [(problem.path, problem.line) for problem in loaded.errors] == [(PLACE, 2), (PLACE, 19), (PLACE, 21)]
    assert list(loaded.problems) == sorted(loaded.problems)


def test_errors_are_raised_together(tmp_path: Path) -> None:
    Mistake("", remove=["docs/data/identity.yml", "docs/data/manifesto.yml"]).plant(tmp_path)
    with pytest.raises(ContentError) as caught:
        load_or_raise(tmp_path)
    assert [problem.path for problem in caught.value.problems] == ["docs/data/identity.yml", "docs/data/manifesto.yml"]
    assert len(str(caught.value).splitlines()) == 2


def test_a_misspelled_key_is_not_also_a_missing_one(spoilt: Callable[..., Loaded]) -> None:
    assert len(said(spoilt(("headline:", "headlne:")))) == 1


def test_a_record_with_thousands_of_problems_does_not_fill_the_screen(tmp_path: Path) -> None:
    Mistake("", write={"places/le-moulin.yml": "facts:\n" + "  - {}\n" * 5000 + "a: 1\n" * 5000}).plant(tmp_path)
    errors = said(load(tmp_path))
    assert len(errors) < 150
    assert any("autres problèmes dans cette fiche" in error for error in errors)


def test_references_are_checked_in_a_record_that_is_refused(spoilt: Callable[..., Loaded]) -> None:
    errors = said(spoilt(("domain: heritage", "domain: x"), ("[le-moulin]", "[le-moulan]")))
    assert len(errors) == 2
    assert "« le-moulan »" in errors[1]


def test_the_point_is_checked_in_a_record_that_is_refused(spoilt: Callable[..., Loaded]) -> None:
    errors = said(spoilt(("domain: heritage", "domain: x"), ("lon: 5.3610", "lon: 5.1")))
    assert any("position.lat: le point est en mer" in error for error in errors)


def test_sources_that_cannot_be_read_do_not_make_every_reference_wrong(tmp_path: Path) -> None:
    Mistake("", write={"docs/data/sources.yml": "sources: ["}).plant(tmp_path)
    assert len(load(tmp_path).errors) == 1


def test_a_place_that_cannot_be_read_is_still_known(tmp_path: Path) -> None:
    Mistake("", write={"places/le-moulin.yml": "name: ["}).plant(tmp_path)
    assert [problem.path for problem in load(tmp_path).errors] == ["places/le-moulin.yml"]


def test_a_source_that_only_a_page_calls_is_used(tmp_path: Path) -> None:
    source = "  - id: affiche\n    title: X\n    publisher: Y\n    url: null\n    date: null\n    date_basis: none\n"
    source += "    kind: press\n    reading: full\n  - id: almanach"
    edit = [{"file": "docs/data/sources.yml", "old": "  - id: almanach", "new": source}]
    page = "---\ntitle: Accueil\ndescription: Un essai.\n---\nVu.[^affiche]\n"
    Mistake("", edit=edit, write={"docs/fr/index.md": page}).plant(tmp_path)
    assert not [problem for problem in load(tmp_path).notices if "affiche" in problem.wrong]


def test_notices_do_not_fail(spoilt: Callable[..., Loaded]) -> None:
    loaded = spoilt(("confidence: high", "confidence: low"))
    assert loaded.catalogue is not None
    assert any(problem.field == "position.confidence" and problem.path == PLACE for problem in loaded.notices)


def test_a_point_on_a_quay_a_little_outside_the_outline_is_accepted(spoilt: Callable[..., Loaded]) -> None:
    assert said(spoilt(("lat: 43.2967", "lat: 43.2950"), ("lon: 5.3610", "lon: 5.3590"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "moins de < 100 m",
        "R&D et C&A",
        "2 * 3 * 4",
        "*Le Monde* et *La Provence*",
        "le 01/02/2024",
        "1 375 147 visiteurs",
        "13 002, 04 et 05",
        "à 10 h",
        "a [sic] b",
        "[…]",
        "Gomet'",
        "0,4 %",
        "Âge d’or",
        "ÂGE",
        "Châteauneuf-lès-Martigues",
    ],
)
def test_ordinary_text_is_accepted(text: str) -> None:
    assert list(_faults(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "<b>",
        "</p>",
        "< script>",
        "<!-- x -->",
        "<img src=x onerror=alert(1)>",
        "<ScRiPt",
        "<?php",
        "&lt;",
        "&#60;",
        "&#x3C;",
        "&eacute;",
        "[a](b)",
        "http://a.fr",
        "www.a.fr",
        "a.b@c.fr",
        "04 91 00 00 00",
        "04.91.00.00.00",
        "0491000000",
        "+33 4 91 00 00 00",
        "+33491000000",
        "0033 4 91 00 00 00",
        "+33 (0)4 91 00 00 00",
        "a*b",
        "**a**",
        "*a\n\nb*",
    ],
)
def test_what_is_not_plain_text_is_refused(text: str) -> None:
    assert list(_faults(f"Avant {text} après"))


ODD = [
    None, True, 0, -1, 1.5, 10**17, "", " ", "x", [], {}, [None], [[]], [{}], {"fr": 1}, {"fr": "a", "en": "b"},
    ["a", "a"], "2024-13", "43,2", "a: b", {"id": 3}, "nan", "inf", "1e400", "https://", "http://[::1", "//x", "-x",
]  # fmt: skip


def test_no_value_whatever_in_a_field_ends_in_anything_but_problems(tmp_path: Path) -> None:
    Mistake("").plant(tmp_path)
    random_ = random.Random(20231017)
    for path in sorted(tmp_path.glob("**/*.yml")):
        good = path.read_text(encoding="utf-8")
        fields = list(_fields(yaml.safe_load(good)))
        for _ in range(40):
            data = yaml.safe_load(good)
            *parents, last = random_.choice(fields)
            holder = data
            for step in parents:
                holder = holder[step]
            holder[last] = random_.choice(ODD)
            path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
            for problem in load(tmp_path).problems:
                assert problem.line or "manque" in problem.wrong
                assert "ne convient pas" not in problem.wrong, f"no words of its own: {problem}"
        path.write_text(good, encoding="utf-8")


def _fields(data: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    for step in data if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ():
        yield (*at, step)
        yield from _fields(data[step], (*at, step))


def test_names_of_communes_follow_their_article() -> None:
    assert [_of(name) for name in ("Aix-en-Provence", "Le Rove", "Les Pennes-Mirabeau", "Marseille", "Éguilles")] == [
        "d’Aix-en-Provence",
        "du Rove",
        "des Pennes-Mirabeau",
        "de Marseille",
        "d’Éguilles",
    ]


def test_the_registry_of_communes_has_what_the_rules_rely_on() -> None:
    assert len(communes()) == 92
    assert len(boroughs()) == 16
    assert {borough.postcode for borough in boroughs().values()} <= set(communes()["13055"].postcodes)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("17/10/2023", "2023-10-17"),
        ("10/2023", "2023-10"),
        ("2023/10", "2023-10"),
        ("2023-1", "2023-01"),
        ("1er mars 2024", "2024-03-01"),
        ("octobre 2023", "2023-10"),
        ("17 October 2023", "2023-10-17"),
        ("“2024”", "2024"),
        ("31/02/2023", None),
        ("bientôt", None),
    ],
)
def test_a_date_written_otherwise_is_understood(written: str, meant: str | None) -> None:
    assert as_date(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("43,29", "43.29"),
        ("43.29°", "43.29"),
        ("43° 17′ 24″ N", "43.2900"),
        ("5°22'12\" O", "-5.3700"),
        ("43°17'N", "43.2833"),
        ("ici", None),
    ],
)
def test_a_number_written_otherwise_is_understood(written: str, meant: str | None) -> None:
    assert as_number(written) == meant


def test_an_identifier_is_made_of_any_name() -> None:
    assert identifier("L’Œuvre d’Art, n° 1 !") == "l-oeuvre-d-art-n-1"
    assert identifier("日本") == ""


def test_what_an_editor_wrote_is_repeated_short_and_harmless() -> None:
    assert quoted("a\nb\x1b[31m\u202e") == "« a bU+001B[31mU+202E »"
    assert len(quoted("x" * 500)) < 70


def test_a_message_has_no_break_spaces_and_its_parts_in_order() -> None:
    problem = Problem("places/a.yml", 7, "lat", "« 43,29 » n’est pas un nombre", "Écrivez un point : 43.29")
    assert str(problem) == (
        "places/a.yml:7 lat: «\u00a043,29\u00a0» n’est pas un nombre. Écrivez un point\u00a0: 43.29"
    )
    notice = Problem("a.yml", 0, "", "rien", "Voyez", Severity.NOTICE)
    assert str(notice) == "a.yml: à vérifier, rien. Voyez"


def test_a_list_of_words_is_cut() -> None:
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b ou c"
    assert listed(map(str, range(20)), 3) == "0, 1, 2…"


def test_the_command_says_so_when_there_is_no_problem(capsys: pytest.CaptureFixture[str]) -> None:
    assert check.main(["--root", str(SMALL_SITE)]) == 0
    last = plain(capsys.readouterr().out).splitlines()[-1]
    assert re.fullmatch(
        r"2 lieux, 2 membres, .*2 sources, .* : aucun problème, 3 points à vérifier \(\d+,\d s\)\.", last
    )


def test_the_command_shows_only_the_files_that_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Mistake("", edit=[{"file": PLACE, "old": "domain: heritage", "new": "domain: x"}]).plant(tmp_path)
    assert check.main(["--root", str(tmp_path), str(tmp_path / "members")]) == 0
    assert check.main(["--root", str(tmp_path), str(tmp_path / PLACE)]) == 1
    assert PLACE in capsys.readouterr().out


def test_the_command_speaks_french_where_the_system_speaks_ascii() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    command = [sys.executable, "-m", "atlas.reading.check", "--root", str(SMALL_SITE)]
    done = subprocess.run(command, env=environment, capture_output=True, timeout=600)
    assert done.returncode == 0
    assert "à vérifier" in done.stdout.decode("utf-8")
    assert done.stderr == b""


def test_a_fault_of_the_program_is_told_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(root: Path) -> Loaded:
        raise KeyError("x")

    monkeypatch.setattr(check, "load", broken)
    assert check.main([]) == 2
    assert "Traceback" not in capsys.readouterr().out


def test_the_same_content_gives_the_same_messages_whatever_the_hash_seed(tmp_path: Path) -> None:
    Mistake("", edit=[{"file": PLACE, "old": "domain: heritage", "new": "domain: x\nzz: 1\nyy: 2"}]).plant(tmp_path)
    printed = set()
    for seed in ("1", "2", "3"):
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "PYTHONHASHSEED": seed}
        command = [sys.executable, "-m", "atlas.reading.check", "--format", "json", "--root", str(tmp_path)]
        printed.add(subprocess.run(command, env=environment, capture_output=True, timeout=600).stdout)
    assert len(printed) == 1


def test_every_refusal_that_the_models_can_make_has_words() -> None:
    """A refusal without words of its own would be told in general terms."""
    from atlas.reading.messages import _SAYINGS
    from atlas.schema import schema

    kinds = {"missing", "extra_forbidden", "string_type", "model_type", "tuple_type"}
    text = json.dumps([schema(name) for name in ("place", "member", "sources", "manifesto", "identity")])
    for sign, kind in {
        "maxLength": "string_too_long",
        "pattern": "string_pattern_mismatch",
        "minItems": "too_short",
        "boolean": "bool_type",
        "number": "float_parsing",
        "integer": "int_parsing",
        "enum": "enum",
        "uri": "url_parsing",
    }.items():
        if re.search(rf'"{sign}"', text):
            kinds.add(kind)
    assert kinds <= set(_SAYINGS)
