"""Layers: each part of the package stands on those below it, so that a change is felt in one direction only."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import TopologicalSorter

import pytest

from support.projects import ROOT

ATLAS = ROOT / "hooks" / "atlas"

LAYERS: Mapping[str, tuple[str, str]] = {
    # The layer: its modules and folders in hooks/atlas/, and the layers that it may use.
    "records": ("model schema", ""),
    "tools": ("bundling folding heavy palette publishing qr raster stylesheet", "records"),
    "words": (
        "chronology citations event_words glossary_links notes relations trail typography urls wording words",
        "records tools",
    ),
    "material": ("assets film geography media pictures routes", "records tools words"),
    "reading": ("reading", "records tools words material"),
    "editing": ("mending release scaffolds", "records tools words material reading"),
    "drawing": ("cards charts documents embed lettering map plates", "records tools words material"),
    "data": (
        "exports feeds library search sharing site_files sitemap structured_data",
        "records tools words material drawing",
    ),
    "pages": ("pages", "records tools words material drawing data"),
    "takeaway": ("takeaway", "records tools words material drawing data pages"),
    "bridge": ("mkdocs_site", "records tools words material reading drawing data pages takeaway"),
}
"""Nothing but what people run to edit stands on `reading`: what is published knows records, and no YAML."""

LAYER_OF = {part: layer for layer, (parts, _) in LAYERS.items() for part in parts.split()}


@cache
def used() -> Mapping[str, Mapping[str, str]]:
    """Return the parts that each part imports, each with a file that does."""
    found: dict[str, dict[str, str]] = {part: {} for part in LAYER_OF}
    for file in sorted(ATLAS.rglob("*.py")):
        name = file.relative_to(ATLAS).as_posix()
        part = name.partition("/")[0].removesuffix(".py")
        for other in imported(ast.parse(file.read_text(encoding="utf-8"))):
            if other != part and part != "__init__":
                found.setdefault(part, {}).setdefault(other, name)
    return found


def imported(tree: ast.Module) -> Iterator[str]:
    """Yield the part of each import of the package, wherever it stands in a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "atlas":
            yield from (name.name for name in node.names)
        else:
            modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            modules += [name.name for name in node.names] if isinstance(node, ast.Import) else []
            yield from (module.split(".")[1] for module in modules if module.startswith("atlas."))


def test_every_part_of_the_package_has_its_layer() -> None:
    there = {path.stem for path in ATLAS.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert there - {"__init__"} == set(LAYER_OF)


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_uses_only_those_that_it_stands_on(layer: str) -> None:
    parts, below = LAYERS[layer]
    wrong = [
        f"{file} imports {other}, of the layer {LAYER_OF[other]}"
        for part in parts.split()
        for other, file in used()[part].items()
        if LAYER_OF[other] not in {layer, *below.split()}
    ]
    assert not wrong


def test_no_parts_import_one_another() -> None:
    TopologicalSorter(used()).prepare()


def test_only_the_bridge_knows_mkdocs() -> None:
    files = (file for file in ATLAS.rglob("*.py") if "mkdocs" in roots(file.read_text(encoding="utf-8")))
    assert {file.relative_to(ATLAS).parts[0] for file in files} == {"mkdocs_site"}


def roots(text: str) -> set[str]:
    """Return the packages that a module imports."""
    nodes = list(ast.walk(ast.parse(text)))
    modules = [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    modules += [name.name for node in nodes if isinstance(node, ast.Import) for name in node.names]
    return {module.partition(".")[0] for module in modules}
