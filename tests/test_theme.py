"""The theme: its colours can be read, its words exist, its pages need no inline style or script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from atlas.assets import PRINT, sheet_order
from atlas.urls import SLUGS

ROOT = Path(__file__).parents[1]
THEME = ROOT / "docs" / "theme"
TEMPLATES = ROOT / "hooks" / "atlas" / "templates"
CSS = THEME / "css"
MARKUP = sorted([*THEME.rglob("*.html"), *TEMPLATES.rglob("*.html"), *TEMPLATES.rglob("*.md")])
WORDS = yaml.safe_load((ROOT / "hooks" / "atlas" / "words.yml").read_text(encoding="utf-8"))

PAIR = re.compile(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
TOKENS = {name: (day, night) for name, day, night in PAIR.findall((CSS / "tokens.css").read_text(encoding="utf-8"))}


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb`, as WCAG 2 defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("side", [0, 1], ids=["day", "night"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *((text, ground) for ground in ("paper", "sheet") for text in ("ink", "soft", "turq", "ochre", "garrigue")),
        *((text, "sea") for text in ("on-sea", "on-sea-soft", "lemon")),
        ("on-lemon", "lemon"),
        ("on-band", "band"),
        ("ink", "mark"),
    ],
)
def test_text_has_the_contrast_that_wcag_aa_asks_for_by_day_and_by_night(text: str, ground: str, side: int) -> None:
    assert contrast(TOKENS[text][side], TOKENS[ground][side]) >= 4.5


def test_browsers_that_do_not_know_pairs_get_the_colours_of_the_day() -> None:
    fallback = (CSS / "tokens.css").read_text(encoding="utf-8").split("@supports not", 1)[1]
    plain = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", fallback))
    assert plain == {name: day for name, (day, _) in TOKENS.items()}


def test_every_stylesheet_has_its_place_in_the_order() -> None:
    order = sheet_order((CSS / "order.txt").read_text(encoding="utf-8"))
    assert sorted(name for names in order.values() for name in names) == sorted(p.name for p in CSS.glob("*.css"))


def test_every_section_of_the_order_exists() -> None:
    order = sheet_order((CSS / "order.txt").read_text(encoding="utf-8"))
    assert {section for sections in order if sections != PRINT for section in sections} <= {"home", *SLUGS}


def test_styles_ask_nothing_of_third_parties() -> None:
    for sheet in CSS.glob("*.css"):
        assert not re.search(r"url\([\"']?(https?:)?//|@import", sheet.read_text(encoding="utf-8")), sheet.name


@pytest.mark.parametrize("path", MARKUP, ids=lambda path: path.name)
def test_markup_holds_no_inline_style_script_or_handler(path: Path) -> None:
    markup = path.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|javascript:", markup)
    # Data is not a script: browsers read it and never run it.
    assert not re.search(r"<script(?![^>]*\bsrc=|(?: type=\"application/ld\+json\">))", markup)


def test_every_word_that_templates_ask_for_is_in_the_table() -> None:
    asked: set[str] = set()
    for path in MARKUP:
        found = re.findall(r"\bw\.([a-z_]+)|\bw\('([a-z_]+)'", path.read_text(encoding="utf-8"))
        asked |= {plain or filled for plain, filled in found}
    assert asked <= WORDS.keys()


def test_every_word_of_the_table_is_used() -> None:
    sources = [*MARKUP, *(ROOT / "hooks").rglob("*.py"), *(ROOT / "hooks").rglob("*.html")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    # Words whose key is joined of a prefix and a value: `w["facet_" ~ name]`, `f"kind_{kind}"`.
    joined = re.findall(r"""["']([a-z]+(?:_[a-z]+)*_)["'] ~|f["']([a-z]+(?:_[a-z]+)*_)\{""", text)
    built = tuple(filter(None, (prefix for pair in joined for prefix in pair)))
    # The words for one year, whose key is joined of that for several and an ending.
    singular = {f"{key}_one" for key in ("series_age", "series_aged")}
    assert singular <= WORDS.keys()
    unused = WORDS.keys() - singular - set(re.findall(r"\w+", text))
    assert not {key for key in unused if not key.startswith(built)}


def test_words_say_the_same_placeholders_in_both_languages() -> None:
    for key, words in WORDS.items():
        assert sorted(re.findall(r"{\w+}", words["fr"])) == sorted(re.findall(r"{\w+}", words["en"])), key
