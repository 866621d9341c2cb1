"""Cut the two type families down to what French and English pages need.

The npm packages hold complete variable fonts of 50 to 130 kB a file; a text page may weigh 130 kB in all. What was
measured decides the cut: a weight axis from 400 to 700 costs half of one from 300 to 700 (the drawings start at 400),
the optical size and width axes each double a file. So both are pinned, and the few words set narrow come from a
small file of their own. Strong words are set in Bricolage Grotesque, so the serif has one weight: ten kilobytes less.

The same input gives the same bytes: no date is written.
"""

from __future__ import annotations

import logging
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ROOT / "node_modules" / "@fontsource-variable"
TARGET = ROOT / "vendor" / "fonts"

ASCII = "".join(map(chr, range(0x20, 0x7F)))
LATIN_1_LETTERS = "".join(map(chr, range(0xC0, 0x100)))  # with × and ÷, which lie among them
SPACES = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{NON-BREAKING HYPHEN}"
PUNCTUATION = "’‘“”«»…–—·•§©®™°′″"
FIGURES = "€£−±½¼¾⁰¹²³⁴⁵⁶⁷⁸⁹ºª"
PAGE = f"{ASCII}{LATIN_1_LETTERS}œŒ{SPACES}{PUNCTUATION}{FIGURES}↑↓"
NAMES = f"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 -’&.ÀÂÇÉÈÊÎÔÛàâçèéêëîïôùûœ{SPACES}"

TWINS = {"\N{NARROW NO-BREAK SPACE}": "\N{THIN SPACE}", "\N{NON-BREAKING HYPHEN}": "-"}
"""Characters that French typography needs and the fonts lack, each with the one it looks like."""

SUPERIORS = dict(zip("⁰⁴⁵⁶⁷⁸⁹", "0456789", strict=True))
"""Superior figures missing from the fonts, drawn by the numerators of fractions."""

FEATURES = ["ccmp", "kern", "liga", "locl", "tnum"]
FAMILY, FULL_NAME, POSTSCRIPT_NAME, UNIQUE_NAME = 1, 4, 6, 3
KEPT_NAMES = [0, FAMILY, 2, UNIQUE_NAME, FULL_NAME, 5, POSTSCRIPT_NAME, 13, 14]


@dataclass(frozen=True)
class Cut:
    """One font file to publish.

    Attributes:
        file: The name of the published file.
        package: The npm package that it is cut from.
        style: The style of the source file, `normal` or `italic`.
        axes: What becomes of each axis: pinned to a value, or limited to a range.
        characters: The characters that it can set.
        name: The name that the cut font bears inside.
    """

    file: str
    package: str
    style: str
    axes: Mapping[str, float | tuple[float, float]]
    characters: str
    name: str

    @property
    def source(self) -> Path:
        """The complete font in the npm package."""
        return PACKAGES / self.package / "files" / f"{self.package}-latin-standard-{self.style}.woff2"


# "Source" is a reserved font name of the OFL: a modified font must not bear it.
CUTS = (
    Cut(
        "bricolage-grotesque.woff2",
        "bricolage-grotesque",
        "normal",
        {"wght": (400, 700), "wdth": 100, "opsz": 48},
        PAGE,
        "Bricolage Grotesque Atlas",
    ),
    Cut(
        "bricolage-grotesque-narrow.woff2",
        "bricolage-grotesque",
        "normal",
        {"wght": 620, "wdth": 80, "opsz": 96},
        NAMES,
        "Bricolage Grotesque Atlas Narrow",
    ),
    Cut("source-serif-4.woff2", "source-serif-4", "normal", {"wght": 400, "opsz": 18}, PAGE, "Atlas Serif"),
    Cut("source-serif-4-italic.woff2", "source-serif-4", "italic", {"wght": 400, "opsz": 18}, PAGE, "Atlas Serif"),
)


def cut_font(cut: Cut) -> TTFont:
    """Return the font of `cut`, its missing characters lent, subset, with its axes limited."""
    font = TTFont(cut.source, recalcTimestamp=False)
    lend_glyphs(font)
    options = subset.Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = KEPT_NAMES
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=cut.characters)
    subsetter.subset(font)
    instancer.instantiateVariableFont(font, dict(cut.axes), inplace=True)
    rename(font, cut.name)
    return font


def lend_glyphs(font: TTFont) -> None:
    """Give the characters that the font lacks the glyph of the one they look like."""
    known = font.getBestCmap()
    drawn = numerators(font)
    lent = {ord(new): known[ord(old)] for new, old in TWINS.items()}
    lent |= {ord(superior): drawn[known[ord(figure)]] for superior, figure in SUPERIORS.items()}
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update({point: glyph for point, glyph in lent.items() if point not in table.cmap})


def numerators(font: TTFont) -> dict[str, str]:
    """Return the numerator drawn for each figure, by glyph name."""
    layout = font["GSUB"].table
    features = [record.Feature for record in layout.FeatureList.FeatureRecord if record.FeatureTag == "numr"]
    lookups = {index for feature in features for index in feature.LookupListIndex}
    drawn: dict[str, str] = {}
    for index in sorted(lookups):
        for subtable in layout.LookupList.Lookup[index].SubTable:
            drawn.update(getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {}))
    return drawn


def rename(font: TTFont, name: str) -> None:
    """Write `name` wherever the font names itself."""
    compact = name.replace(" ", "")
    for record in font["name"].names:
        replacement = {FAMILY: name, FULL_NAME: name, POSTSCRIPT_NAME: compact, UNIQUE_NAME: compact}.get(record.nameID)
        if replacement:
            record.string = replacement


def main() -> int:
    """Write every font and the licences into `vendor/fonts`, and say what each weighs."""
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    TARGET.mkdir(parents=True, exist_ok=True)
    for cut in CUTS:
        font = cut_font(cut)
        font.flavor = "woff2"
        font.save(TARGET / cut.file)
        print(f"  {cut.file:<34} {(TARGET / cut.file).stat().st_size / 1000:5.1f} kB", flush=True)
    for package in sorted({cut.package for cut in CUTS}):
        shutil.copyfile(PACKAGES / package / "LICENSE", TARGET / f"LICENSE-{package}.txt")
    return 0


if __name__ == "__main__":
    sys.exit(main())
