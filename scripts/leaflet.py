"""Copy what the map needs of Leaflet out of its npm package, so that the site serves it itself."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "node_modules" / "leaflet"
TARGET = ROOT / "vendor" / "leaflet"
SOURCE_MAP = "//# sourceMappingURL="


def main() -> int:
    """Write `vendor/leaflet`: script, styles, images and licence."""
    (TARGET / "images").mkdir(parents=True, exist_ok=True)
    script = (PACKAGE / "dist" / "leaflet.js").read_text(encoding="utf-8")
    # The source map is not published: the line that names it would be a request for nothing.
    lines = [line for line in script.splitlines() if not line.startswith(SOURCE_MAP)]
    (TARGET / "leaflet.js").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    shutil.copyfile(PACKAGE / "dist" / "leaflet.css", TARGET / "leaflet.css")
    shutil.copyfile(PACKAGE / "LICENSE", TARGET / "LICENSE")
    for image in sorted((PACKAGE / "dist" / "images").iterdir()):
        shutil.copyfile(image, TARGET / "images" / image.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
