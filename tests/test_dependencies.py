"""Dependencies: each has its reason in the table of the README."""

from __future__ import annotations

import json
import re

import pytest

from support.projects import ROOT

STUBS = ("types-",)
"""Types of a package that the table names already."""


def asked_for() -> list[str]:
    """Return the packages that the site, its tests and its tools ask for by name."""
    python = [
        found[0]
        for path in sorted(ROOT.glob("requirements*.in"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if (found := re.match(r"[A-Za-z][\w.-]*", line))
    ]
    package = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    return [*python, *package["dependencies"], *package["devDependencies"]]


def bare(name: str) -> str:
    """Return a name as the table may spell it: a scope, a family, a separator or a packaging is not part of it."""
    name = re.sub(r"^@[\w-]+/|-(python|binaries)$|^(mkdocs|Vega)-", "", name)
    return re.sub(r"[^a-z0-9]", "", name.casefold())


@pytest.mark.parametrize("name", [name for name in asked_for() if not name.startswith(STUBS)])
def test_each_dependency_has_its_reason(name: str) -> None:
    table = [line for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    named = [bare(one) for line in table for one in re.findall(r"\[([^\]]+)\]\(", line)]
    assert bare(name) in named
