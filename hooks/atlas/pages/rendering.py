"""Rendering: the templates of the package, and what every one of them may call."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from atlas import urls
from atlas.assets import Assets
from atlas.geography.communes import communes
from atlas.model import Catalogue, Lang
from atlas.notes import Notes, source_line
from atlas.pages.stories import PlaceStory, place_stories
from atlas.plates import plate, plate_svg
from atlas.wording import date_words, number_words, paragraphs, prose
from atlas.words import Words

TEMPLATES = Path(__file__).parents[1] / "templates"


class Renderer:
    """Renders the templates of one edition; made anew for each build, so that edits show at once."""

    def __init__(self, catalogue: Catalogue, lang: Lang, assets: Assets) -> None:
        """Take what the templates speak of."""
        self.catalogue = catalogue
        self.lang = lang
        self.assets = assets
        self.words = Words(lang)
        self._environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._environment.globals.update(
            lang=lang,
            catalogue=catalogue,
            w=self.words,
            text=lambda text: prose(text.in_(lang)),
            plain=lambda text: text.in_(lang),
            paragraphs=lambda text: paragraphs(text.in_(lang)),
            plate=plate,
            plate_svg=lambda drawn, prefix, named=True: plate_svg(drawn, prefix=prefix, lang=lang if named else None),
            date=lambda partial: date_words(partial, lang),
            number=lambda value: number_words(value, lang),
            commune=lambda place: communes()[place.position.insee].name,
            label=lambda term: term.label(lang),
            source_line=lambda source: source_line(source, lang),
        )

    @cached_property
    def stories(self) -> Sequence[PlaceStory]:
        """The stories of the places, told once for the pages that need them."""
        return place_stories(self.catalogue, self.lang)

    def page(self, path: str) -> PageRenderer:
        """Return a renderer for the page at `path`: its links are relative to it, its notes are its own."""
        return PageRenderer(self, path)

    def render(self, template: str, values: dict[str, Any]) -> Markup:
        """Render one template."""
        return Markup(self._environment.get_template(template).render(values))


class PageRenderer:
    """Renders templates within one page."""

    def __init__(self, renderer: Renderer, path: str) -> None:
        """Begin the page at `path`, without notes yet."""
        self.path = path
        self.lang = renderer.lang
        self.catalogue = renderer.catalogue
        self.assets = renderer.assets
        self.words = renderer.words
        self.notes = Notes(renderer.catalogue.source)
        self._renderer = renderer

    @property
    def stories(self) -> Sequence[PlaceStory]:
        """The stories of the places, in order."""
        return self._renderer.stories

    def href(self, kind: str, id: str | None = None, anchor: str | None = None) -> str:
        """Return the link from this page to another of the same edition."""
        target = urls.page_path(kind, self.lang, id)
        return urls.relative(f"{target}#{anchor}" if anchor else target, start=self.path)

    def asset(self, path: str) -> str:
        """Return the link from this page to a published file."""
        return urls.relative(path, start=self.path)

    def render(self, template: str, **values: Any) -> Markup:
        """Render a template with what it needs from this page."""
        own = {"href": self.href, "asset": self.asset, "notes": self.notes, "path": self.path}
        return self._renderer.render(template, own | values)
