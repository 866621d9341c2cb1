"""The fonts that the set-up cuts: small, the same twice, and able to set every character of the site."""

from html.parser import HTMLParser

import pytest
from fontTools.ttLib import TTFont

import fonts
from support.projects import ROOT
from support.trees import digests

VENDOR = ROOT / "vendor" / "fonts"
BUDGET = 92_000
"""What a page may spend on fonts, in bytes, out of the 130 kB that it may weigh."""


class Text(HTMLParser):
    """The characters that readers see."""

    def __init__(self):
        super().__init__()
        self.characters = set()
        self.hidden = None

    def handle_starttag(self, tag, attrs):
        if tag in ("script", "style"):
            self.hidden = tag

    def handle_endtag(self, tag):
        if tag == self.hidden:
            self.hidden = None

    def handle_data(self, data):
        if not self.hidden:
            self.characters |= set(data)


@pytest.mark.parametrize("cut", fonts.CUTS, ids=lambda cut: cut.file)
def test_a_font_sets_all_it_was_cut_for(cut):
    known = TTFont(VENDOR / cut.file).getBestCmap()
    assert [character for character in cut.characters if ord(character) not in known] == []


@pytest.mark.parametrize("cut", fonts.CUTS, ids=lambda cut: cut.file)
def test_a_font_does_not_bear_the_reserved_name_of_its_model(cut):
    names = [str(record) for record in TTFont(VENDOR / cut.file)["name"].names if record.nameID in (1, 3, 4, 6)]
    assert names
    assert [name for name in names if "Source" in name] == []


def test_french_punctuation_has_its_narrow_space_and_its_hyphen():
    for cut in fonts.CUTS:
        font = TTFont(VENDOR / cut.file)
        widths = {character: font["hmtx"][font.getBestCmap()[ord(character)]][0] for character in "\u202f \u2011-"}
        assert 0 < widths["\u202f"] < widths[" "]
        assert widths["\u2011"] == widths["-"]


def test_the_fonts_keep_to_the_budget():
    assert sum((VENDOR / cut.file).stat().st_size for cut in fonts.CUTS) < BUDGET


def test_cutting_again_gives_the_same_bytes(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(fonts, "TARGET", tmp_path)
    monkeypatch.setattr(fonts, "CUTS", fonts.CUTS[1:2])
    fonts.main()
    assert digests(tmp_path).items() <= digests(VENDOR).items()


def test_every_character_of_the_site_is_in_the_text_fonts(built_site):
    text = Text()
    for page in built_site.rglob("*.html"):
        text.feed(page.read_text(encoding="utf-8"))
    shown = {character for character in text.characters if not character.isspace() or character in "\u00a0\u202f\u2009"}
    known = TTFont(VENDOR / "source-serif-4.woff2").getBestCmap()
    assert sorted(character for character in shown if ord(character) not in known) == []
