"""Cut the type that documents are printed in: static fonts, which a PDF can embed.

The typesetter (typst) takes no variable fonts, so each style that a document uses becomes a file of its own, in
`vendor/type`. Paper has other sizes than a screen: titles are cut at their largest optical size, captions at a small
one. They are not published; each PDF carries the few glyphs that it shows.
"""

from __future__ import annotations

import logging
import sys

from fonts import PAGE, ROOT, Cut, cut_font

TARGET = ROOT / "vendor" / "type"

# The typesetter drops words such as "Narrow" or "Light" from the end of a family's name: these names have none.
CUTS = (
    Cut(
        "atlas-display.ttf",
        "bricolage-grotesque",
        "normal",
        {"wght": 540, "wdth": 100, "opsz": 96},
        PAGE,
        "Atlas Display",
    ),
    Cut(
        "atlas-numeral.ttf",
        "bricolage-grotesque",
        "normal",
        {"wght": 420, "wdth": 100, "opsz": 96},
        PAGE,
        "Atlas Numeral",
    ),
    Cut(
        "atlas-label.ttf", "bricolage-grotesque", "normal", {"wght": 560, "wdth": 100, "opsz": 16}, PAGE, "Atlas Label"
    ),
    Cut(
        "atlas-poster.ttf", "bricolage-grotesque", "normal", {"wght": 620, "wdth": 80, "opsz": 96}, PAGE, "Atlas Poster"
    ),
    Cut("atlas-serif.ttf", "source-serif-4", "normal", {"wght": 400, "opsz": 12}, PAGE, "Atlas Serif"),
    Cut("atlas-serif-italic.ttf", "source-serif-4", "italic", {"wght": 400, "opsz": 12}, PAGE, "Atlas Serif"),
)


def main() -> int:
    """Write every font into `vendor/type`, and say what each weighs."""
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    TARGET.mkdir(parents=True, exist_ok=True)
    for cut in CUTS:
        font = cut_font(cut)
        font.flavor = None
        font.save(TARGET / cut.file)
        print(f"  {cut.file:<34} {(TARGET / cut.file).stat().st_size / 1000:5.1f} kB", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
