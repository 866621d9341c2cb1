"""QR codes (ISO/IEC 18004): the address of a page, for a telephone to read from paper."""

from __future__ import annotations

import io
from typing import Final

import segno
from markupsafe import Markup, escape

CORRECTION: Final = "q"
"""A quarter of the code may be scratched or soiled: plaques stand outdoors."""

QUIET: Final = 4
"""The empty margin around the code, in modules: the least that the standard allows."""


def qr_svg(address: str, title: str | None = None) -> Markup:
    """Return the code of an address as SVG, black on white whatever the theme: readers need that contrast.

    Args:
        address: The absolute address.
        title: What a screen reader calls it; without one the code is hidden from it.
    """
    drawn = io.BytesIO()
    segno.make(address, error=CORRECTION, micro=False, boost_error=False).save(
        drawn,
        kind="svg",
        border=QUIET,
        dark="#000",
        light="#fff",
        xmldecl=False,
        svgclass=None,
        lineclass=None,
        omitsize=True,
        nl=False,
    )
    said = f'role="img" aria-label="{escape(title)}"' if title else 'aria-hidden="true"'
    return Markup(drawn.getvalue().decode().replace("<svg ", f'<svg class="qr" {said} ', 1))
