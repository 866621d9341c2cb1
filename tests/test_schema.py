"""JSON Schemas: in step with the models, true of the real records, and of use to an editor."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from atlas import schema
from atlas.exports import downloads
from atlas.model.kinds import FILES
from atlas.reading.front_matter import read_written
from atlas.reading.loading import load_or_raise
from atlas.reading.yaml_source import parse
from support.projects import ROOT, SMALL_SITE

NAMES = sorted(schema.MODELS)
YAML = [name for name in NAMES if schema.files_of(name).endswith(".yml")]


def files() -> Iterator[tuple[str, Path]]:
    """Yield every record of the real site and of the small one, with the name of its schema."""
    for root in (ROOT, SMALL_SITE):
        for name in YAML:
            yield from ((name, path) for path in sorted(root.glob(schema.files_of(name))))


def heads() -> Iterator[tuple[str, Path]]:
    """Yield every Markdown file of the real site and of the small one, with the name of the schema of its head."""
    for root in (ROOT, SMALL_SITE):
        for lang, academy in (("fr", "academie"), ("en", "academy")):
            for path in sorted((root / "docs" / lang).rglob("*.md")):
                below = path.relative_to(root / "docs" / lang).parts
                course = below[0] == academy and len(below) > 2
                kind = ("session" if below[-1] == "index.md" else "lesson") if course else "page"
                yield kind + ("-words" if course and lang == "en" else ""), path


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_schema_follows_the_models(name: str) -> None:
    committed = (schema.FOLDER / f"{name}.schema.json").read_text(encoding="utf-8")
    assert committed == schema.schema_text(name), "run: PYTHONPATH=hooks python -m atlas.schema"


def test_there_is_no_schema_beside_those_of_the_models() -> None:
    assert sorted(path.name for path in schema.FOLDER.iterdir()) == sorted(f"{name}.schema.json" for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_valid(name: str) -> None:
    Draft7Validator.check_schema(schema.schema(name))


@pytest.mark.parametrize(("name", "path"), [pytest.param(*file, id=str(file[1].relative_to(ROOT))) for file in files()])
def test_a_record_agrees_with_its_schema(name: str, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    errors = Draft7Validator(schema.schema(name)).iter_errors(parse(text, path.name).data)
    assert [f"{list(error.path)}: {error.message}" for error in errors] == []


@pytest.mark.parametrize(("name", "path"), [pytest.param(*file, id=str(file[1].relative_to(ROOT))) for file in files()])
def test_a_record_names_its_schema_in_its_first_line(name: str, path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    prefix = "# yaml-language-server: $schema="
    assert first.startswith(prefix)
    assert (path.parent / first.removeprefix(prefix)).resolve() == schema.FOLDER / f"{name}.schema.json"


@pytest.mark.parametrize("name", NAMES)
def test_every_field_is_described_in_french_and_nothing_in_english(name: str) -> None:
    for where, node in _nodes(schema.schema(name)):
        for field, about in node.get("properties", {}).items():
            assert about.get("description"), f"{where}.{field}"
        assert "Attributes:" not in str(node.get("description", ""))


def test_a_vocabulary_shows_its_labels() -> None:
    status = schema.schema("place")["$defs"]["PlaceStatus"]
    assert status["enum"] == ["announced", "candidate", "labelled"]
    assert status["enumDescriptions"] == ["Annoncé", "Proposé", "Labellisé"]


def test_the_identifier_is_the_file_name_and_is_not_asked_for() -> None:
    assert "id" not in schema.schema("place")["required"]
    assert "id" not in schema.schema("member")["required"]
    assert "id" in schema.schema("sources")["$defs"]["Source"]["required"]


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"domain": "patrimoine"}, ["domain"]),
        ({"nom": "x"}, []),
        ({"name": "Le Phare"}, ["name"]),
        ({"name": {"fr": "Le Phare"}}, ["name"]),
        ({"facts": []}, ["facts"]),
        ({"website": {"url": "javascript:alert(1)"}}, ["website"]),
        ({"previous_ids": ["Le Phare"]}, ["previous_ids", 0]),
    ],
)
def test_an_editor_underlines_what_the_check_refuses(change: dict[str, Any], where: list[str | int]) -> None:
    text = (SMALL_SITE / "places" / "le-phare.yml").read_text(encoding="utf-8")
    errors = list(Draft7Validator(schema.schema("place")).iter_errors({**parse(text, "a.yml").data, **change}))
    assert [list(error.path) for error in errors] == [where]


@pytest.mark.parametrize(("name", "path"), [pytest.param(*file, id=str(file[1].relative_to(ROOT))) for file in heads()])
def test_the_head_of_a_page_agrees_with_its_schema(name: str, path: Path) -> None:
    written = read_written(path, ROOT, "")
    errors = Draft7Validator(schema.schema(name)).iter_errors(written.document.data)
    assert [f"{list(error.path)}: {error.message}" for error in errors] == []


def test_vscode_applies_each_schema_to_the_files_of_its_model() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    folder = f"./{schema.FOLDER.relative_to(ROOT).as_posix()}"
    assert settings["yaml.schemas"] == {f"{folder}/{name}.schema.json": schema.files_of(name) for name in YAML}


def test_every_file_of_records_has_a_schema() -> None:
    data = {path.stem for path in (ROOT / "docs" / "data").glob("*.yml")}
    assert data == {name for name in YAML if schema.files_of(name).startswith("docs/data/")}
    assert data == set(FILES)


@pytest.mark.parametrize("name", NAMES)
def test_the_site_publishes_the_schema_with_its_absolute_address(name: str) -> None:
    catalogue = load_or_raise(SMALL_SITE)
    path = f"api/v1/schemas/{name}.schema.json"
    file = json.loads(dict(downloads(catalogue, date(2026, 11, 22)))[path])
    assert file.pop("$id") == catalogue.identity.site_url + path
    assert file.pop("$comment").endswith(", 2026-11-22. Licence Ouverte 2.0.")
    assert file == schema.schema(name)


def test_writing_again_changes_nothing(tmp_path: Path) -> None:
    for path in schema.write(tmp_path):
        assert path.read_bytes() == (schema.FOLDER / path.name).read_bytes()


def _nodes(node: Any, where: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(node, dict):
        yield where, node
        for key, value in node.items():
            yield from _nodes(value, f"{where}/{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _nodes(value, f"{where}/{index}")
