"""Make the pictures of the handbook: parts of the real pages, and what the real commands answer in a terminal."""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from support.handbook import FOLDERS, Desk, desk
from support.photos import photo

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FloatRect, Page

WIDTH = 560
"""Pixels across a picture on a wide screen: small enough to be read on a narrow one too."""

HEAVIEST = 30_000
"""Bytes that a picture may weigh."""


@dataclass(frozen=True)
class View:
    """A part of a page of the site.

    Attributes:
        path: The page.
        part: What is seen of it, as a CSS selector.
        width: The width of the window.
        margin: What is seen above and below it, in pixels.
    """

    path: str
    part: str
    width: int = WIDTH
    margin: int = 20


VIEWS: Mapping[str, Mapping[str, View]] = {
    "fr": {
        "ajouter-un-lieu": View("lieux/mucem/", ".opening", 720),
        "corriger": View("lieux/mucem/", ".colophon .record"),
        "seance": View("academie/territoire/communes/", "fieldset", margin=6),
        "agenda-et-series": View("academie/port/tonnage/", ".plot-figure"),
    },
    "en": {
        "add-a-place": View("en/places/mucem/", ".opening", 720),
        "correct": View("en/places/mucem/", ".colophon .record"),
        "session": View("en/academy/territoire/communes/", "fieldset", margin=6),
        "calendar-and-series": View("en/academy/port/tonnage/", ".plot-figure"),
    },
}
"""The parts of pages, by language and by the name of the picture."""


def _ended(at: Desk) -> None:
    at.write(
        "members/people/camille-exemple.yml",
        "name: Camille Exemple\nfunction: {fr: Navigatrice, en: Sailor}\nmember: club-top-20\nsectors: [maritime]\n"
        "languages: [fr, en]\ntext: {fr: Les mots convenus avec elle., en: The words agreed with her.}\nconsent:\n"
        "  purpose: {fr: Faire connaître le réseau., en: To make the network known.}\n  scope: [pages]\n"
        '  given: "2023-12-01"\n  expires: "2025-12-01"\n  document: Accord 12, classeur de la communication\n',
    )


def _half_told(at: Desk) -> None:
    picture = at.root / "docs/pictures/mucem/vue-du-large.jpg"
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_bytes(photo())
    text = at.read("places/mucem.yml").rstrip("\n")
    told = "pictures:\n  - file: vue-du-large.jpg\n    alt:\n      fr: Le musée vu de la mer.\n"
    at.write("places/mucem.yml", f"{text}\n{told}    credit: Camille Essai\n    licence: cc-by-4.0\n")


def _changed(at: Desk) -> None:
    at.edit("places/mucem.yml", "fr: ", "fr: Le ")
    at.commit("Corrige le Mucem")


TERMINALS: Mapping[tuple[str, str], tuple[Callable[[Desk], None], str]] = {
    ("personne", "person"): (_ended, "make check FILES=members/people/camille-exemple.yml"),
    ("photographies", "photographs"): (_half_told, "make check FILES=places/mucem.yml"),
    ("publier", "publish"): (lambda at: None, "make check FILES=members/club-top-20.yml"),
    ("annuler", "undo"): (_changed, "git revert --no-edit HEAD"),
}
"""The pictures of a terminal, by their names in both languages: what precedes the command, and the command."""

TERMINAL = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: #0f3a50; color: #f3f2ee }}
pre {{ margin: 0; padding: 22px 24px; font: 16px/1.5 "DejaVu Sans Mono", monospace }}
pre {{ white-space: pre-wrap; overflow-wrap: anywhere }}
b {{ color: #ffe14a; font-weight: 400 }}
</style><pre><b>$ {command}</b>
{answer}</pre>"""


def handbook_pictures(browser: Browser, origin: str) -> int:
    """Make every picture of the handbook from the site at `origin`, and return how many."""
    page = browser.new_page(device_scale_factor=1.4, reduced_motion="reduce", color_scheme="light")
    count = 0
    for lang, views in VIEWS.items():
        for name, view in views.items():
            _keep(_seen(page, origin, view), FOLDERS[lang] / "images" / f"{name}.webp")
            count += 1
    for names, (prepare, command) in TERMINALS.items():
        picture = _terminal(page, prepare, command)
        for name, folder in zip(names, FOLDERS.values(), strict=True):
            _keep(picture, folder / "images" / f"{name}.webp")
            count += 1
    page.close()
    return count


def _seen(page: Page, origin: str, view: View) -> bytes:
    page.set_viewport_size({"width": view.width, "height": 900})
    page.goto(f"{origin}/{view.path}", wait_until="networkidle")
    part = page.locator(view.part).first
    box = part.bounding_box()
    assert box is not None, f"{view.part} is not on {view.path}"
    top = max(0, page.evaluate("scrollY") + box["y"] - view.margin)
    clip: FloatRect = {"x": 0, "y": top, "width": view.width, "height": box["height"] + 2 * view.margin}
    return page.screenshot(clip=clip, full_page=True)


def _terminal(page: Page, prepare: Callable[[Desk], None], command: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        at = desk(Path(folder))
        prepare(at)
        # What differs from one day to the next stays out of a picture.
        answer = re.sub(r" \(\d+,\d s\)|\n Date: .*", "", at.run(command).output).strip()
    page.set_viewport_size({"width": WIDTH, "height": 60})
    page.set_content(TERMINAL.format(command=escape(command), answer=escape(answer)))
    return page.screenshot(full_page=True)


def _keep(shot: bytes, target: Path) -> None:
    """Save a picture, as good as its weight allows."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(io.BytesIO(shot)) as picture:
        for quality in (84, 76, 68, 60, 50, 40):
            held = io.BytesIO()
            picture.convert("RGB").save(held, "WEBP", quality=quality, method=6)
            if held.tell() <= HEAVIEST:
                break
        # Letters on a plain ground are lighter, and sharper, as a few flat colours.
        flat = io.BytesIO()
        picture.convert("RGB").quantize(40).convert("RGB").save(flat, "WEBP", lossless=True, quality=100, method=6)
        held = min(flat, held, key=lambda each: each.tell())
        target.write_bytes(held.getvalue())
        print(f"  {target.name} {picture.width} × {picture.height}, {held.tell() / 1000:.0f} ko", flush=True)
