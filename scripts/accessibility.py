"""Have axe and html-validate look at a page of each type, and write what they find into `docs/data/accessibility.yml`.

The accessibility statement shows these figures, so they are measured, never typed.
"""

from __future__ import annotations

import datetime
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import yaml

from atlas import urls
from support import crawl
from support.browser import NoBrowserError, launched
from support.html import invalid_html
from support.projects import ROOT, build
from support.web import Server, serve

RECORD = ROOT / "docs" / "data" / "accessibility.yml"
TOOLS = ROOT / "node_modules"
HEAD = """# yaml-language-server: $schema=../../hooks/atlas/schemas/accessibility.schema.json
# Written by `make accessibility`: do not edit. Figures count both languages, two widths, day and night.
"""
PAGES = {
    "/": ("Accueil", "Home"),
    "/manifeste/": ("Manifeste", "Manifesto"),
    "/lieux/": ("Liste des lieux", "List of places"),
    "/lieux/digital-realty/": ("Lieu", "Place"),
    "/carte/": ("Carte", "Map"),
    "/membres/": ("Liste des membres", "List of members"),
    "/membres/club-top-20/": ("Membre", "Member"),
    "/sources/": ("Sources", "Sources"),
    "/mentions-legales/": ("Page de texte", "Text page"),
    "/accessibilite/": ("Déclaration d'accessibilité", "Accessibility statement"),
    "/plan-du-site/": ("Plan du site", "Site map"),
    "/contribuer/composants/": ("Composants", "Components"),
}
"""A page of each type, with the name of the type in both languages."""


def both(path: str) -> tuple[str, str]:
    """Return a page and its other edition."""
    return path, "/" + urls.counterpart(path.removeprefix("/"))


def axe_faults(server: Server, paths: Sequence[str]) -> dict[str, int]:
    """Return how many faults axe finds in each page, in both languages, at two widths, by day and by night."""
    found = dict.fromkeys(paths, 0)
    with launched() as browser:
        page = browser.new_page(reduced_motion="reduce")
        for path in paths:
            for edition in both(path):
                for scheme in ("light", "dark"):
                    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
                    page.goto(server.origin + edition, wait_until="networkidle")
                    for width in (crawl.NARROW, 1280):
                        page.set_viewport_size({"width": width, "height": 800})
                        found[path] += len(crawl.axe(page, TOOLS / "axe-core" / "axe.min.js"))
    return found


def html_faults(server: Server, paths: Sequence[str]) -> dict[str, int]:
    """Return how many faults the HTML validator finds in each page, in both languages."""
    files = {path: [file for each in both(path) if (file := server.file(each))] for path in paths}
    return {path: len(invalid_html(server.site, found)) for path, found in files.items()}


def version(package: str) -> str:
    """Return the version of a tool."""
    found: str = json.loads((TOOLS / package / "package.json").read_text(encoding="utf-8"))["version"]
    return found


def main() -> int:
    """Build the site, look at it, write the record; return 1 when it could not be done."""
    with tempfile.TemporaryDirectory() as folder:
        built = build(ROOT, Path(folder) / "site")
        if built.exit_code:
            print(built.output, file=sys.stderr)
            return 1
        try:
            with serve(built.site) as server:
                axe, html = axe_faults(server, list(PAGES)), html_faults(server, list(PAGES))
        except NoBrowserError as error:
            print(error, file=sys.stderr)
            return 1
    record = {
        "checked_on": datetime.date.today().isoformat(),
        "axe": version("axe-core"),
        "html_validate": version("html-validate"),
        "pages": [
            {"type": {"fr": french, "en": english}, "path": path, "axe": axe[path], "html": html[path]}
            for path, (french, english) in PAGES.items()
        ],
    }
    RECORD.write_text(HEAD + yaml.safe_dump(record, allow_unicode=True, sort_keys=False), encoding="utf-8")
    print(f"✓ {sum(axe.values()) + sum(html.values())} faute(s), notées dans {RECORD.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
