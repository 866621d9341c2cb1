"""The map that other sites may show: a document of its own, which loads nothing and runs nothing.

It is the one page with styles inside: it must stand alone, wherever it is copied to. Its links are absolute and open
beside the page that holds it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import escape

from atlas import urls
from atlas.embed.styles import styles
from atlas.map.drawing import map_drawing
from atlas.map.entries import entries
from atlas.map.words import map_words
from atlas.model import LANGS, Catalogue, Lang
from atlas.typography import typeset_html
from atlas.words import Words

__all__ = ["embeds", "snippet"]

TEMPLATES: Final = Path(__file__).parent

SANDBOX: Final = "allow-popups allow-popups-to-escape-sandbox"
"""What the frame may do: open a page of this site beside the page that holds it. No script, no form, no cookie."""


def embeds(catalogue: Catalogue, theme: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the embedded map of each language by its path.

    Args:
        catalogue: The records.
        theme: The folder of the theme, whose styles the drawing has.
    """
    for lang in LANGS:
        yield urls.embed_path(lang), embedded_map(catalogue, theme, lang).encode()


def embedded_map(catalogue: Catalogue, theme: Path, lang: Lang) -> str:
    """Return the document of the map in one language."""
    site_url = catalogue.identity.site_url

    def href(kind: str, id: str | None = None) -> str:
        return site_url + urls.page_path(kind, lang, id)

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    html = environment.get_template("map.html").render(
        lang=lang,
        w=Words(lang),
        m=map_words(lang),
        identity=catalogue.identity,
        territory=catalogue.identity.territory.in_(lang),
        entries=entries(catalogue.places, lang, href),
        drawing=map_drawing(catalogue.places, lang, href),
        styles=styles(theme, catalogue.identity.colours.chosen),
        href=href,
    )
    return typeset_html(html, lang)


def snippet(catalogue: Catalogue, lang: Lang) -> str:
    """Return the lines that show the map on another site: a frame with a title, and a link for whoever sees none."""
    identity, words = catalogue.identity, Words(lang)
    src = identity.site_url + urls.embed_path(lang)
    link = identity.site_url + urls.page_path("map", lang)
    title = escape(words("embed_title", name=identity.name))
    return (
        f'<iframe src="{src}" title="{title}" lang="{lang}"\n'
        f'  width="100%" height="640" loading="lazy" sandbox="{SANDBOX}"\n'
        f'  referrerpolicy="no-referrer"></iframe>\n'
        f'<p><a href="{link}" hreflang="{lang}">{title}</a></p>\n'
    )
