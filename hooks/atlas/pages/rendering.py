"""Rendering: the templates of the package, and what every one of them may call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from atlas import urls
from atlas.assets import Assets
from atlas.geography.communes import communes
from atlas.heavy import cache_folder
from atlas.model import Catalogue, Lang
from atlas.notes import Notes, source_line
from atlas.pages.compiled import CompiledTemplates
from atlas.pages.offers import academy_downloads
from atlas.pages.stories import PlaceStory, place_stories
from atlas.pages.ties import tied
from atlas.pictures import photographs, picture_html
from atlas.plates import plate, plate_svg
from atlas.relations import Relations, relations
from atlas.wording import clock_words, date_words, duration_words, number_words, paragraphs, prose, weight_words
from atlas.words import Words

TEMPLATES = Path(__file__).parents[1] / "templates"


@dataclass(frozen=True)
class Download:
    """A document that readers may take.

    Attributes:
        href: The link to it.
        weight: What it weighs, in words.
    """

    href: str
    weight: str


class Renderer:
    """Renders the templates of one edition; made anew for each build, so that edits show at once."""

    def __init__(self, catalogue: Catalogue, lang: Lang, assets: Assets, root: Path) -> None:
        """Take what the templates speak of; `root` is the project, which holds the photographs and the theme."""
        self.root = root
        self.catalogue = catalogue
        self.lang = lang
        self.assets = assets
        self.words = Words(lang)
        # Filled once the heavy files are rendered, before pages are; a preview may lack some of them.
        self.weights: dict[str, int] = {}
        # The date of the sources, which no record says: the bridge to the site generator does.
        self.day: date | None = None
        self._environment = Environment(
            # The theme's own parts can be shown as specimens.
            loader=FileSystemLoader([TEMPLATES, root / "docs" / "theme"]),
            bytecode_cache=CompiledTemplates(cache_folder(root).parent / "templates"),
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
            duration=lambda minutes: duration_words(minutes, lang),
            clock=lambda start: clock_words(start, lang),
            commune=lambda place: communes()[place.position.insee].name,
            commune_of=lambda position: communes()[position.insee].name,
            label=lambda term: term.label(lang),
            photographs=lambda place: photographs(place, root),
            source_line=lambda source: source_line(source, lang),
        )

    @cached_property
    def stories(self) -> Sequence[PlaceStory]:
        """The stories of the places, told once for the pages that need them."""
        return place_stories(self.catalogue, self.lang)

    @cached_property
    def relations(self) -> Relations:
        """What ties the records to each other, found once for the pages that show it."""
        return relations(self.catalogue)

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
        self.root = renderer.root
        self.lang = renderer.lang
        self.catalogue = renderer.catalogue
        self.assets = renderer.assets
        self.words = renderer.words
        self.day = renderer.day
        self.notes = Notes(renderer.catalogue.source)
        self._renderer = renderer

    @property
    def stories(self) -> Sequence[PlaceStory]:
        """The stories of the places, in order."""
        return self._renderer.stories

    @property
    def relations(self) -> Relations:
        """What ties the records to each other."""
        return self._renderer.relations

    def href(self, kind: str, id: str | None = None, anchor: str | None = None) -> str:
        """Return the link from this page to another of the same edition."""
        target = urls.page_path(kind, self.lang, id)
        return urls.relative(f"{target}#{anchor}" if anchor else target, start=self.path)

    def asset(self, path: str) -> str:
        """Return the link from this page to a published file."""
        return urls.relative(path, start=self.path)

    def download(self, kind: str, id: str | None = None) -> Download | None:
        """Return a document of this page, or none where it is not published."""
        return self.file(urls.document_path(kind, self.lang, id))

    def file(self, path: str) -> Download | None:
        """Return a file to take from this page, or none where it is not published."""
        weight = self._renderer.weights.get(path)
        return Download(self.asset(path), weight_words(weight, self.lang)) if weight else None

    def render(self, template: str, **values: Any) -> Markup:
        """Render a template with what it needs from this page."""
        own = {
            "href": self.href,
            "asset": self.asset,
            "script": lambda name: self.asset(self.assets.scripts + name),
            "download": self.download,
            "file": self.file,
            "notes": self.notes,
            "path": self.path,
            "academy_downloads": lambda session=None: academy_downloads(self, session),
            "tied": lambda kind, id, *others: tied(self, kind, id, *others),
            "photograph": lambda photo: picture_html(
                photo, self.lang, self.asset, call=self.notes.call(photo.picture.sources)
            ),
        }
        return self._renderer.render(template, own | values)
