"""JSON Schemas of the records, for the editor: `python -m atlas.schema` writes them.

They come from the same models as the checks, so that VS Code completes and underlines what
`make check` would say. They are committed, for editors who have not installed anything, and a
test fails when they no longer follow the models. The site publishes them too, with their address,
and those of the heads of Markdown files, for tools to come.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from atlas.model import Member, Person, Place
from atlas.model.academy import LessonHead, LessonWords, SessionHead, SessionWords
from atlas.model.authored import FrontMatter
from atlas.model.kinds import FILES
from atlas.model.record import Record
from atlas.model.vocabulary import Term

FOLDER: Final = Path(__file__).parent / "schemas"
"""Where the schemas are committed."""

MODELS: Final[Mapping[str, type[Record]]] = {
    **FILES,
    "place": Place,
    "member": Member,
    "person": Person,
    "page": FrontMatter,
    "session": SessionHead,
    "session-words": SessionWords,
    "lesson": LessonHead,
    "lesson-words": LessonWords,
}
"""The model of each schema, by the name of the schema."""

TITLES: Final = {
    "accessibility": "Les vérifications d’accessibilité par machine",
    "actions": "Le plan d’actions",
    "events": "Les événements",
    "identity": "L’agence",
    "manifesto": "Le manifeste",
    "member": "Une organisation membre",
    "glossary": "Le glossaire",
    "networks": "Les réseaux de personnes",
    "person": "Une personne du réseau",
    "place": "Un lieu totem",
    "routes": "Les itinéraires",
    "sources": "Les sources",
    "indicators": "L’observatoire",
    "targets": "Les objectifs de l’agence",
    "page": "L’en-tête d’une page",
    "session": "L’en-tête d’une séance",
    "session-words": "L’en-tête anglais d’une séance",
    "lesson": "L’en-tête d’une leçon",
    "lesson-words": "L’en-tête anglais d’une leçon",
}

PLACES: Final[Mapping[str, str]] = {
    "place": "places/*.yml",
    "member": "members/*.yml",
    "person": "members/people/*.yml",
    "page": "docs/*/**/*.md",
    "session": "docs/fr/academie/*/index.md",
    "session-words": "docs/en/academy/*/index.md",
    "lesson": "docs/fr/academie/*/*.md",
    "lesson-words": "docs/en/academy/*/*.md",
}
"""Where the files of each schema are; those that are not named are `docs/data/<name>.yml`."""

# The draft that the YAML extension of VS Code knows best.
_DRAFT: Final = "http://json-schema.org/draft-07/schema#"
_VOCABULARIES: Final = {terms.__name__: terms for terms in Term.__subclasses__()}
_FIVE_DIGITS: Final = r"^\d{5}$"
_DATE_START: Final = r"^(\d{4})"


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file."""
    written = _for_editors(MODELS[name].model_json_schema(mode="validation"))
    if name in {"place", "member", "person"}:
        # The file name is the identifier: writing it twice would be one more thing to keep right.
        written["required"].remove("id")
    return {"$schema": _DRAFT, "title": TITLES[name], **written}


def files_of(name: str) -> str:
    """Return where the files of a schema are, as a pattern from the root of the project."""
    return PLACES.get(name, f"docs/data/{name}.yml")


def published(name: str, address: str, about: str) -> dict[str, Any]:
    """Return a schema as the site publishes it, with its own absolute address, and whose it is and of when."""
    written = schema(name)
    return {"$schema": written.pop("$schema"), "$id": address, "$comment": about, **written}


def schema_text(name: str) -> str:
    """Return the committed form of a schema."""
    return json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"


def write(folder: Path = FOLDER) -> list[Path]:
    """Write every schema, and return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for name in sorted(MODELS):
        file = folder / f"{name}.schema.json"
        file.write_text(schema_text(name), encoding="utf-8", newline="\n")
        files.append(file)
    return files


def _for_editors(node: Any) -> Any:
    """Return a schema without the English of the code, and with the labels of vocabularies."""
    if isinstance(node, list):
        return [_for_editors(item) for item in node]
    if not isinstance(node, dict):
        return node
    if "enum" in node and node.get("title") in _VOCABULARIES:
        return _vocabulary(_VOCABULARIES[node["title"]])
    # A model has properties, and its description is the docstring, which is for programmers.
    dropped = {"title", "description"} if "properties" in node else {"title"}
    kept = {key: value for key, value in node.items() if key not in dropped}
    return _as_read(
        {
            # Below these two stand names of ours, `title` and `description` among them, not words of JSON Schema.
            key: {name: _for_editors(part) for name, part in value.items()}
            if key in {"properties", "$defs"}
            else _for_editors(value)
            for key, value in kept.items()
        }
    )


def _vocabulary(terms: type[Term]) -> dict[str, Any]:
    """Return a closed vocabulary, each value with its French label."""
    labels = [term.fr for term in terms]
    return {
        "type": "string",
        "enum": [term.value for term in terms],
        "enumDescriptions": labels,
        "markdownEnumDescriptions": labels,
    }


def _as_read(node: dict[str, Any]) -> dict[str, Any]:
    """Say what the models read and JSON Schema does not: a code or a year may go without quotation marks."""
    pattern = node.get("pattern", "")
    if pattern == _FIVE_DIGITS:
        return {**node, "type": ["string", "integer"], "minimum": 10000, "maximum": 99999}
    if pattern.startswith(_DATE_START):
        return {**node, "type": ["string", "integer"], "minimum": 1000, "maximum": 9999}
    if node.get("format") == "uri":
        return {**node, "pattern": "^https?://"}
    return node


if __name__ == "__main__":
    for path in write():
        sys.stdout.write(f"{path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path}\n")
