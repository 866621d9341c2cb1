"""Planted mistakes: each is refused with the file, the line, the field and the cure, and nothing else is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from atlas.model import Identity, Manifesto, Member, Place
from atlas.model.kinds import (
    ActionsFile,
    EventsFile,
    GlossaryFile,
    IndicatorsFile,
    RoutesFile,
    SourcesFile,
    TargetsFile,
)
from atlas.model.record import FieldPath, Record
from atlas.model.shapes import text_fields
from atlas.reading import check, yaml_source
from atlas.reading.loading import load
from atlas.reading.yaml_source import dotted
from support.mistakes import FOLDER, Mistake, lines, mistakes, plain
from support.projects import SMALL_SITE

MISTAKES = mistakes()

FILES: dict[str, type[Record]] = {
    "places/le-phare.yml": Place,
    "members/club-du-phare.yml": Member,
    "docs/data/sources.yml": SourcesFile,
    "docs/data/routes.yml": RoutesFile,
    "docs/data/actions.yml": ActionsFile,
    "docs/data/events.yml": EventsFile,
    "docs/data/glossary.yml": GlossaryFile,
    "docs/data/indicators.yml": IndicatorsFile,
    "docs/data/targets.yml": TargetsFile,
    "docs/data/manifesto.yml": Manifesto,
    "docs/data/identity.yml": Identity,
}
"""A file for each model."""


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_exactly(name: str, tmp_path: Path) -> None:
    mistake = MISTAKES[name]
    errors, notices = lines(mistake, tmp_path / "project")
    assert errors == list(mistake.expect)
    assert notices == list(mistake.notices)
    assert errors or notices


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_alike_without_the_c_parser(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_source, "_c_parser", lambda: None)
    errors, _ = lines(MISTAKES[name], tmp_path / "project")
    assert errors == list(MISTAKES[name].expect)


@pytest.mark.parametrize("name", [name for name, mistake in MISTAKES.items() if mistake.expect])
def test_the_command_fails_without_a_traceback(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    MISTAKES[name].plant(tmp_path / "project")
    assert check.main(["--root", str(tmp_path / "project")]) == 1
    printed = capsys.readouterr()
    assert "Traceback" not in printed.out + printed.err
    assert plain(MISTAKES[name].expect[0]) in plain(printed.out)


def test_there_are_at_least_forty_mistakes_and_each_is_stated_once() -> None:
    assert len(MISTAKES) >= 40
    stated = [mistake.mistake for mistake in MISTAKES.values()]
    assert sorted(set(stated)) == sorted(stated)
    assert {path.suffix for path in FOLDER.iterdir()} == {".yml"}


@pytest.mark.parametrize("line", [line for mistake in MISTAKES.values() for line in mistake.expect])
def test_a_message_is_short_and_in_french(line: str) -> None:
    where, _, message = line.partition(": ")
    assert re.match(r"(places|members|docs)/", where)
    assert 20 < len(message) < 260
    said = re.sub(r"«.*?»|“.*?”|: .*", "", message)
    assert not re.search(r"\b(expected|found|input|valid|should|string|error|mapping|block|field)\b", said)
    wrong, _, cure = message.partition(". ")
    assert wrong and cure


@pytest.fixture(scope="module")
def full() -> dict[str, Any]:
    """The records of the small project, with every optional text filled in."""
    return {name: _filled(name, model) for name, model in FILES.items()}


def _filled(name: str, model: type[Record]) -> Any:
    data = yaml.safe_load((SMALL_SITE / name).read_text(encoding="utf-8"))
    both = {"fr": "Un mot", "en": "A word"}
    if model is Place:
        data["full_name"] = data["standing"]["note"] = data["position"]["note"] = data["embodied_by"]["note"] = both
        data["position"]["address"] = "1 quai du Phare"
        picture = {"file": "lampe.jpg", "alt": both, "caption": both, "credit": "Essai", "licence": "permission"}
        data["pictures"] = [picture | {"permission": "Autorisation du 3 mars 2027"}]
        data["questions"] = [both]
    elif model is Member:
        data["short_name"] = both
        data["logo"] = {"file": "club.svg", "right": "Autorisation du 3 mars 2027", "alt": both}
        seat = {"insee": "13055", "postcode": "13002", "lat": 43.2967, "lon": 5.3610, "confidence": "high"}
        data["seat"] = seat | {"address": "1 quai du Phare", "note": both, "sources": ["gazette"]}
        data["questions"] = [both]
    elif model is SourcesFile:
        data["sources"][0]["note"] = both
        data["sources"][0]["publisher_en"] = "The Gazette"
    elif model is EventsFile:
        data["events"][0]["changes"] = [{"date": "2024-04-10", "what": both}]
    elif model is IndicatorsFile:
        series, single = data["indicators"][0], data["facts"][0]
        series["breaks"] = [{"year": 2023, "note": both}]
        series["values"][0]["note"] = series["note"] = series["licence"] = both
        series["peers"] = {"text": both, "sources": ["gazette"]}
        series["questions"] = [both]
        single["detail"] = single["note"] = both
    elif model is Manifesto:
        data["axes"] = {"names": [both], "sources": ["gazette"]}
        data["film_notice"] = {"text": both, "sources": ["gazette"]}
        data["film"] = {"title": both, "host": "Essai", "url": "https://film.example/", "transcript": both}
        data["film"]["sources"] = ["gazette"]
    return data


def _texts() -> Iterator[tuple[str, FieldPath]]:
    for name, model in FILES.items():
        yield from ((name, field) for field in text_fields(model))


@pytest.mark.parametrize(
    ("name", "field"), [pytest.param(*text, id=f"{text[0]}-{dotted(text[1])}") for text in _texts()]
)
def test_a_script_is_refused_in_each_text_field(
    name: str, field: FieldPath, full: dict[str, Any], tmp_path: Path
) -> None:
    Mistake("a script").plant(tmp_path)
    data = yaml.safe_load(yaml.safe_dump(full[name]))  # a copy that shares nothing
    holder = data
    for step in field[:-1]:
        holder = holder[step]
    assert isinstance(holder[field[-1]], str), "the filled record lacks this text"
    holder[field[-1]] = "Un <script>alert(1)</script> mot"
    (tmp_path / name).write_text(yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False), encoding="utf-8")
    said = [plain(str(problem)) for problem in load(tmp_path).errors]
    assert any(re.search(rf":\d+ {re.escape(dotted(field))}: « <script> » est une balise", line) for line in said), said


class _Plain(yaml.SafeDumper):
    """Writes without anchors, which are refused."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def test_no_text_field_is_left_out_of_the_scripts() -> None:
    assert len(list(_texts())) > 60
