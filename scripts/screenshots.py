"""Photograph a page of each type, in both languages, by day and by night, at three widths, into `build/pictures/`.

With `--handbook` it makes the pictures of the handbook instead, which are committed beside its pages.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from handbook_pictures import handbook_pictures
from support.browser import NoBrowserError, launched
from support.projects import ROOT, build
from support.web import serve

PICTURES = ROOT / "build" / "pictures"
PAGES = {
    "accueil": ("", "en/"),
    "manifeste": ("manifeste/", "en/manifesto/"),
    "lieux": ("lieux/", "en/places/"),
    "lieu": ("lieux/digital-realty/", "en/places/digital-realty/"),
    "carte": ("carte/", "en/map/"),
    "membres": ("membres/", "en/members/"),
    "membre": ("membres/club-top-20/", "en/members/club-top-20/"),
    "sources": ("sources/", "en/sources/"),
    "mentions": ("mentions-legales/", "en/legal/"),
    "accessibilite": ("accessibilite/", "en/accessibility/"),
    "introuvable": ("404.html", "en/404.html"),
}
WIDTHS = {320: 640, 768: 1024, 1440: 900}
SCHEMES = {"jour": "light", "nuit": "dark"}


def photograph(site: Path, target: Path, only: str | None) -> int:
    """Photograph the pages of `site` into `target` and return how many pictures that made."""
    target.mkdir(parents=True, exist_ok=True)
    count = 0
    with serve(site) as server, launched() as browser:
        page = browser.new_page(reduced_motion="reduce")
        for name, paths in PAGES.items():
            if only and name != only:
                continue
            for lang, path in zip(("fr", "en"), paths, strict=True):
                print(f"  {name} ({lang})", flush=True)
                for width, height in WIDTHS.items():
                    page.set_viewport_size({"width": width, "height": height})
                    for words, scheme in SCHEMES.items():
                        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
                        page.goto(f"{server.origin}/{path}", wait_until="networkidle")
                        page.screenshot(path=target / f"{name}-{lang}-{width}-{words}.png", full_page=True)
                        count += 1
    return count


def main() -> int:
    """Build the site unless one is given, and photograph it."""
    parser = argparse.ArgumentParser(description="Photograph a page of each type.")
    parser.add_argument("site", nargs="?", type=Path, help="a built site; by default the project is built aside")
    parser.add_argument("--only", choices=sorted(PAGES), help="one type of page")
    parser.add_argument("--handbook", action="store_true", help="make the pictures of the handbook instead")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = arguments.site
        if site is None:
            built = build(ROOT, Path(folder) / "site")
            if built.exit_code:
                print(built.output, file=sys.stderr)
                return built.exit_code
            site = built.site
        try:
            if arguments.handbook:
                with serve(site.resolve()) as server, launched() as browser:
                    count = handbook_pictures(browser, server.origin)
                print(f"✓ {count} images du guide")
                return 0
            shutil.rmtree(PICTURES, ignore_errors=True)
            count = photograph(site.resolve(), PICTURES, arguments.only)
        except NoBrowserError as error:
            print(error, file=sys.stderr)
            return 1
    print(f"✓ {count} images dans {PICTURES.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
