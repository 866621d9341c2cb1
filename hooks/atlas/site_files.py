"""The small files at the root of the site, for robots, browsers and those who find a fault."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from PIL import Image

from atlas import urls
from atlas.assets import FAVICON
from atlas.model import LANGS, Catalogue, Identity, Lang
from atlas.palette import favicon, palette
from atlas.raster import png

MANIFEST: Final = "site.webmanifest"
"""The name of the manifest, at the root of each edition."""

TOUCH_ICON: Final = "assets/apple-touch-icon.png"
"""The icon of a page kept on the home screen of an iPhone."""

ICONS: Final[Mapping[str, int]] = {"assets/icon-192.png": 192, "assets/icon-512.png": 512}
"""The icons that the manifest names, with their widths."""

SECURITY: Final = ".well-known/security.txt"
"""Where RFC 9116 wants the address for security."""

VALID: Final = timedelta(days=330)
"""How long the address for security is good; RFC 9116 advises less than a year."""


def site_files(catalogue: Catalogue, lang: Lang, theme: Path, built: datetime) -> Iterator[tuple[str, bytes]]:
    """Yield each file of an edition with its path inside it; those of the whole site are in the one at its root.

    Args:
        catalogue: The records.
        lang: The edition.
        theme: The theme folder, with the favicon and the colours.
        built: The date of what is built.
    """
    identity = catalogue.identity
    paper = palette(theme, identity.colours.chosen)["paper"][0]
    yield MANIFEST, manifest(identity, lang, paper).encode()
    if urls.ROOTS[lang]:
        return
    yield "robots.txt", robots(identity.site_url).encode()
    yield from icons(favicon(theme, identity.colours.chosen))
    # Browsers and finders look for it at the root of a host, and believe it nowhere else.
    contact = identity.contacts.security
    if contact is not None and urlsplit(identity.site_url).path == "/":
        yield SECURITY, security(f"mailto:{contact}", identity.site_url, built).encode()


def robots(site_url: str) -> str:
    """Return `robots.txt` (RFC 9309): everything may be read, and the site map says where it is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site_url}sitemap.xml\n"


def security(contact: str, site_url: str, built: datetime) -> str:
    """Return `security.txt` (RFC 9116).

    Args:
        contact: Where to report a fault, as a URI.
        site_url: The address of the site.
        built: The date of what is built, from which the file is good for less than a year.
    """
    expires = (built + VALID).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    fields = {
        "Contact": contact,
        "Expires": expires,
        "Preferred-Languages": ", ".join(LANGS),
        "Canonical": site_url + SECURITY,
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def manifest(identity: Identity, lang: Lang, paper: str) -> str:
    """Return the web manifest of an edition, by which it can be kept on a home screen.

    Args:
        identity: Who publishes the site.
        lang: The edition.
        paper: The colour of the page.
    """
    here = urls.ROOTS[lang]
    pictures = [(FAVICON, "any", "image/svg+xml", "any")]
    pictures += [
        (path, f"{width}x{width}", "image/png", purpose)
        # The disc keeps clear of the edge by a quarter, so that the same picture may be cut round.
        for purpose in ("any", "maskable")
        for path, width in ICONS.items()
    ]
    content = {
        "name": f"{identity.name} · {identity.territory.in_(lang)}",
        "short_name": identity.name,
        "description": identity.description.in_(lang),
        "lang": lang,
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "background_color": paper,
        "theme_color": paper,
        "icons": [
            {"src": urls.relative(path, start=here), "sizes": sizes, "type": kind, "purpose": purpose}
            for path, sizes, kind, purpose in pictures
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def icons(drawing: str) -> Iterator[tuple[str, bytes]]:
    """Yield the icons, all drawn from the favicon, and the one that old browsers ask for at the root."""
    for path, width in {TOUCH_ICON: 180, **ICONS}.items():
        yield path, png(drawing, width)
    file = io.BytesIO()
    with Image.open(io.BytesIO(png(drawing, 32))) as picture:
        picture.save(file, "ICO", sizes=[(32, 32)])
    yield "favicon.ico", file.getvalue()
