"""Assets: the stylesheet, the scripts and the fonts, under names that change with their content.

A name that holds a hash of the content lets hosts and browsers keep the file for ever.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from atlas.bundling import bundled
from atlas.palette import NONE, TOKENS, Palette, favicon, palette, tokens
from atlas.stylesheet import minified

FONTS: Final = (
    "bricolage-grotesque.woff2",
    "source-serif-4.woff2",
    "source-serif-4-italic.woff2",
    "bricolage-grotesque-narrow.woff2",
)
"""The fonts, those that every page shows at once first."""

FAVICON: Final = "assets/favicon.svg"
"""The site's mark in a browser's tab: the disc on its horizon."""


class MissingVendorFileError(Exception):
    """A file that the set-up makes is not there."""


def fingerprint(*contents: bytes) -> str:
    """Return eight hexadecimal digits that tell contents apart."""
    digest = hashlib.sha256()
    for content in contents:
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()[:8]


SHARED_MODULES: Final = ("academy/done.js", "academy/record.js")
"""The modules that several scripts have each for itself: they keep nothing, the browser's storage does."""

PRINT: Final = ("print",)
"""The group of the sheets for paper, which have the last word on every page."""


@dataclass(frozen=True)
class Assets:
    """What every page loads.

    Attributes:
        files: Site path → content.
        stylesheet: The site path of the stylesheet of every page.
        section_sheets: The site path of each further sheet, with the sections whose pages load it.
        print_sheet: The site path of the sheet that every page loads last, for paper.
        scripts: The site path of the folder that holds the scripts.
        paper: The colour of the page by day and by night, for the browser's own bars.
    """

    files: Mapping[str, bytes]
    stylesheet: str
    scripts: str
    paper: tuple[str, str]
    section_sheets: Mapping[str, Sequence[str]] = field(default_factory=dict)
    print_sheet: str = ""

    def sheets(self, kind: str | None) -> list[str]:
        """Return the stylesheets of a page of the section `kind`, or of `home`, in order, save that for paper."""
        own = [path for path, sections in self.section_sheets.items() if kind in sections]
        return [self.stylesheet, *own]

    @property
    def page_scripts(self) -> list[str]:
        """The scripts of every page: those that stand in no folder of their own."""
        return [
            path for path in self.files if path.startswith(self.scripts) and "/" not in path.removeprefix(self.scripts)
        ]


def collect(theme: Path, vendor: Path, chosen: Palette = NONE) -> Assets:
    """Gather the assets of the site.

    Args:
        theme: The theme folder, with `css/order.txt`, `css/*.css` and `js/**/*.js`.
        vendor: The folder that the set-up fills from the package registries.
        chosen: The colours that stand instead of those of the theme.

    Raises:
        MissingVendorFileError: When the set-up has not run.
    """
    spelled = {TOKENS.name: tokens(theme, chosen)}

    def joined(names: Sequence[str]) -> bytes:
        parts = (spelled.get(name) or (theme / "css" / name).read_text(encoding="utf-8") for name in names)
        return minified("\n".join(parts)).encode()

    groups = sheet_order((theme / "css" / "order.txt").read_text(encoding="utf-8"))
    sheet = joined(groups.pop(()))
    paper = joined(groups.pop(PRINT))
    further = {sections: joined(names) for sections, names in groups.items()}
    fonts = {}
    for name in FONTS:
        try:
            fonts[name] = (vendor / "fonts" / name).read_bytes()
        except FileNotFoundError:
            raise MissingVendorFileError(f"vendor/fonts/{name}") from None
    # The hash covers the fonts: a stylesheet kept for ever must not outlive them.
    stylesheet = f"assets/site.{fingerprint(sheet, *fonts.values())}.css"
    written = {path.relative_to(theme / "js").as_posix(): path for path in sorted(theme.glob("js/**/*.js"))}
    texts = {name: path.read_text(encoding="utf-8") for name, path in written.items()}
    modules = {name: script.encode() for name, script in bundled(texts, SHARED_MODULES).items()}
    # Modules import one another by relative path, so the hash names their folder.
    scripts = f"assets/js.{fingerprint(*modules.values())}/"
    return Assets(
        files={
            stylesheet: sheet,
            **{_sheet_path(sections, content): content for sections, content in further.items()},
            _sheet_path(PRINT, paper): paper,
            FAVICON: favicon(theme, chosen).encode(),
            **{f"assets/fonts/{name}": content for name, content in fonts.items()},
            **{f"{scripts}{name}": content for name, content in modules.items()},
        },
        stylesheet=stylesheet,
        scripts=scripts,
        paper=palette(theme, chosen)["paper"],
        section_sheets={_sheet_path(sections, content): sections for sections, content in further.items()},
        print_sheet=_sheet_path(PRINT, paper),
    )


def sheet_order(written: str) -> dict[tuple[str, ...], list[str]]:
    """Return the files of each stylesheet, by the sections whose pages load it; none for the sheet of every page.

    Args:
        written: `order.txt`: a file a line, `[section …]` before those that only some sections need, `[print]` before
            what goes last on every page, `#` for comments.
    """
    groups: dict[tuple[str, ...], list[str]] = {(): []}
    current: tuple[str, ...] = ()
    for line in written.splitlines():
        if line.startswith("["):
            current = tuple(line.strip("[] ").split())
        elif line and not line.startswith("#"):
            groups.setdefault(current, []).append(line)
    return groups


def _sheet_path(sections: Sequence[str], content: bytes) -> str:
    return f"assets/{'-'.join(sections)}.{fingerprint(content)}.css"
