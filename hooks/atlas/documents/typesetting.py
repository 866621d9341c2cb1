"""Typesetting: a template and its data become an accessible PDF.

What people wrote reaches the templates as data, never as markup: a `#` or a `$` in a record is printed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import typst

from atlas.assets import MissingVendorFileError, fingerprint
from atlas.heavy import Rendering

TEMPLATES: Final = Path(__file__).parent

SHARED: Final = ("parts.typ", "saying.typ", "flow.typ")
"""What the templates import."""

STANDARD: Final = "ua-1"
"""PDF/UA-1, ISO 14289-1: the compiler refuses a document that lacks tags, a title or a text for a picture."""


class DocumentError(Exception):
    """A document cannot be set; the message names it."""


@dataclass(frozen=True)
class Document:
    """One document to set.

    Attributes:
        path: Where it is published, from the root of the whole site.
        template: The name of its template, a `.typ` file of this package.
        data: What the template shows; plain text is typeset by then.
        pictures: The pictures of the template by name, as SVG.
    """

    path: str
    template: str
    data: Mapping[str, Any]
    pictures: Mapping[str, str] = field(default_factory=dict)

    @property
    def inputs(self) -> dict[str, str]:
        """What the template finds in `sys.inputs`."""
        return {"data": json.dumps(self.data, ensure_ascii=False, sort_keys=True), **self.pictures}


class Press:
    """Sets documents, with the fonts of one folder and the colours of the site."""

    def __init__(self, type_folder: Path, inks: Mapping[str, str]) -> None:
        """Take the folder of the fonts, which the set-up fills, and the colours by token."""
        self._folder = type_folder
        self._inks = json.dumps(inks, sort_keys=True)
        self._files = sorted(type_folder.glob("*.ttf"))
        if not self._files:
            raise MissingVendorFileError("vendor/type")

    @cached_property
    def _fonts(self) -> typst.Fonts:
        # Fonts of the machine would change the bytes. The compiler's own stand in for letters ours lack.
        return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[self._folder])

    @cached_property
    def _tools(self) -> tuple[str, ...]:
        """What decides the look of every document beside its own template and data."""
        shared = "".join((TEMPLATES / name).read_text(encoding="utf-8") for name in SHARED)
        return version("typst"), fingerprint(*(file.read_bytes() for file in self._files)), STANDARD, shared, self._inks

    def rendering(self, document: Document) -> Rendering:
        """Return a document as a heavy file, set only when nothing has kept it."""
        template = (TEMPLATES / document.template).read_text(encoding="utf-8")
        given = [part for pair in sorted(document.inputs.items()) for part in pair]
        return Rendering(document.path, (*self._tools, template, *given), lambda: self.set(document))

    def set(self, document: Document) -> bytes:
        """Return a document as PDF.

        Raises:
            DocumentError: When it cannot be set, or only with a warning: a missing font, a letter that no font has.
        """
        try:
            pdf, warnings = typst.compile_with_warnings(
                TEMPLATES / document.template,
                root=TEMPLATES,
                font_paths=self._fonts,
                sys_inputs={**document.inputs, "inks": self._inks},
                pdf_standards=[STANDARD],
                format="pdf",
            )
        except typst.TypstError as error:
            raise DocumentError(_told(document, error.message, error.hints)) from error
        if warnings:
            raise DocumentError(_told(document, warnings[0].message, warnings[0].hints))
        return pdf


def _told(document: Document, message: str, hints: Sequence[str]) -> str:
    """Return what an editor reads: the document, then what the compiler says, in its English."""
    return f"{document.path} ne peut pas être composé : {' '.join([message, *hints])}"
