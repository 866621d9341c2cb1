"""The course offline: a folder that opens from a disk, without a server, a network or a module.

Its lessons are those of the site. Links lead to what is in the folder; what is elsewhere is named with its address,
as text. Nothing in it is fetched from anywhere.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final

from atlas import urls
from atlas.bundling import classic
from atlas.model.academy import Session
from atlas.pages.rendering import Renderer
from atlas.stylesheet import minified
from atlas.takeaway.changes import relinked
from atlas.takeaway.edition import Edition
from atlas.takeaway.passages import Passage, passages, passages_script
from atlas.takeaway.tree import Element
from atlas.typography import typeset, typeset_html
from atlas.wording import date_words, weight_words
from atlas.words import TakeawayWords

HERE: Final = Path(__file__).parent

ASSETS: Final = "assets/"
"""The folder of what the pages load."""

PAPERS: Final = "documents/"
"""The folder of the documents to print."""

QUIZ: Final = "academy/quiz.js"
"""The script of the questions, among those of the theme."""

WORDS: Final = "search/words.js"
"""The script by which search compares words, among those of the theme."""


CONTENT: Final = "\ue000"
"""What stands for the content of a page in its frame: a letter for private use, which no text holds."""

ONLINE: Final = ("no-offline", "lesson-quote", "plot-links", "session-take", "share")
"""The classes of what only the site can offer."""


@dataclass(frozen=True)
class Leaf:
    """A page of the folder.

    Attributes:
        path: Its path on the site.
        file: Its file, from the root of the folder.
        title: Its title.
        layout: The kind of page, by which the stylesheet chooses its form.
        tree: What it says, its links as they are on the site.
    """

    path: str
    file: str
    title: str
    layout: str
    tree: Element


@dataclass(frozen=True)
class Paper:
    """A document of the folder.

    Attributes:
        name: What it is, in words.
        path: Its path on the site.
        content: The file.
    """

    name: str
    path: str
    content: bytes

    @property
    def file(self) -> str:
        """Its file, from the root of the folder."""
        return PAPERS + posixpath.basename(self.path)

    @property
    def format(self) -> str:
        """Its format, in words."""
        return posixpath.splitext(self.path)[1].removeprefix(".").upper()


@dataclass(frozen=True)
class Folder:
    """The course offline, or one session of it.

    Attributes:
        edition: The edition.
        id: The identifier of the session; none for the whole course.
        sessions: The sessions that it holds.
        papers: The documents in it.
        day: The date of the sources.
    """

    edition: Edition
    id: str | None
    sessions: Sequence[Session]
    papers: Sequence[Paper]
    day: date

    @property
    def renderer(self) -> Renderer:
        """The templates and words of the edition."""
        return self.edition.renderer

    @property
    def name(self) -> str:
        """The name of the folder, which is that of its archive too."""
        return posixpath.basename(urls.archive_path(self.edition.lang, self.id)).removesuffix(".zip")

    @property
    def online(self) -> str:
        """The path of the same course on the site, which is also that of the page that opens the folder."""
        return (
            urls.page_path("session", self.edition.lang, self.id)
            if self.id
            else urls.page_path("academy", self.edition.lang)
        )

    @property
    def title(self) -> str:
        """The title of the course or of the session."""
        return self.edition.pages[self.online].title

    @property
    def summary(self) -> str:
        """What it is, in a sentence or two."""
        return self.edition.pages[self.online].description

    @cached_property
    def paths(self) -> Sequence[str]:
        """The paths on the site of the pages that it holds: the first opens it, the last is the glossary."""
        lang, paths = self.edition.lang, [self.online]
        for session in self.sessions:
            paths.append(urls.page_path("session", lang, session.id))
            paths += [urls.page_path("lesson", lang, lesson.key) for lesson in session.lessons]
        paths.append(urls.page_path("glossary", lang))
        return [path for path in dict.fromkeys(paths) if path in self.edition.pages]

    @cached_property
    def leaves(self) -> Sequence[Leaf]:
        """Its pages, the first of which opens it."""
        return [self._leaf(path) for path in self.paths]

    def _leaf(self, path: str) -> Leaf:
        page, root = self.edition.pages[path], self.paths[0]
        # A page that stands beside those of the folder, such as the glossary, is put among them.
        local = path.removeprefix(root) if path.startswith(root) else path.rstrip("/").rpartition("/")[2]
        file = "index.html" if path == root else f"{local.strip('/')}.html"
        return Leaf(path, file, typeset(page.title, self.edition.lang), page.layout, self.edition.tree(path))

    def files(self) -> dict[str, str | bytes]:
        """Return every file by its path in the archive, which begins with the name of the folder."""
        found = dict(self._files())
        return {f"{self.name}/{path}": content for path, content in found.items()}

    def _files(self) -> Iterator[tuple[str, str | bytes]]:
        words, index = TakeawayWords(self.renderer.lang), list[Passage]()
        for leaf in self.leaves:
            tree = relinked(_still(leaf.tree), lambda href, leaf=leaf: self._target(href, leaf))  # type: ignore[misc]
            if leaf.path != urls.page_path("academy", self.edition.lang):  # its list of lessons says nothing of its own
                index += passages(tree, leaf.file, leaf.title)
            yield leaf.file, self._page(leaf, tree)
        yield self._search_file, self._search_page()
        yield f"{ASSETS}passages.js", passages_script(index)
        yield f"{ASSETS}search.js", self._search()
        yield f"{ASSETS}quiz.js", self._quiz()
        yield f"{ASSETS}site.css", self._stylesheet()
        yield from self._site_files()
        for paper in self.papers:
            yield paper.file, paper.content
        yield words("read_me"), self._read_me(words)

    @property
    def _search_file(self) -> str:
        return "search.html" if self.renderer.lang == "en" else "recherche.html"

    def _target(self, href: str, leaf: Leaf) -> str | None:
        """Return where a link of the site leads in the folder, or none when that is not in it."""
        if href.startswith("#"):
            return href
        if "://" in href or href.startswith(("mailto:", "geo:")):
            return None
        path, _, anchor = href.partition("#")
        path = path.partition("?")[0]
        start = leaf.path if leaf.path.endswith("/") or not leaf.path else posixpath.dirname(leaf.path) + "/"
        target = posixpath.normpath(posixpath.join("/", start, path)).lstrip("/")
        held = self._held
        file = held.get(f"{target}/") or held.get(target)
        if file is None:
            return None
        link = _between(leaf.file, file)
        return f"{link}#{anchor}" if anchor else link

    @cached_property
    def _held(self) -> Mapping[str, str]:
        """The files of the folder by their path on the site."""
        return {leaf.path: leaf.file for leaf in self.leaves} | {paper.path: paper.file for paper in self.papers}

    def _page(self, leaf: Leaf, tree: Element) -> str:
        first = leaf is self.leaves[0]
        frame = self._rendered(
            "offline_page.html",
            leaf.file,
            title=leaf.title,
            layout=leaf.layout,
            content=CONTENT,
            first=first,
            papers=self._paper_links(leaf.file) if first else [],
            scripts=[f"{ASSETS}quiz.js"] if leaf.layout == "lesson" else [],
        )
        # The content is typeset already; only its frame is new.
        return frame.replace(CONTENT, tree.html())

    def _search_page(self) -> str:
        return self._rendered(
            "offline_search.html",
            self._search_file,
            title=TakeawayWords(self.renderer.lang)("search_title"),
            layout="page",
            scripts=[f"{ASSETS}passages.js", f"{ASSETS}search.js"],
        )

    def _rendered(self, template: str, file: str, **values: object) -> str:
        renderer, glossary = self.renderer, self.leaves[-1]
        html = renderer.render(
            template,
            {
                "t": TakeawayWords(renderer.lang),
                "folder": self,
                "agency": renderer.catalogue.identity.name,
                "file": file,
                "to": lambda other: _between(file, other),
                "home_file": self.leaves[0].file,
                "search_file": self._search_file,
                "glossary_leaf": glossary if glossary.layout == "glossary" else None,
                "address": renderer.catalogue.identity.site_url + self.online,
                "made": date_words(self.day.isoformat(), renderer.lang),
                "editions": ", ".join(sorted({session.edition for session in self.sessions})),
                **values,
            },
        )
        return typeset_html(html, renderer.lang)

    def _paper_links(self, file: str) -> list[tuple[str, str, str]]:
        """Return each document: its name, the link to it, its format with what it weighs."""
        lang = self.renderer.lang
        return [
            (one.name, _between(file, one.file), f"{one.format}, {weight_words(len(one.content), lang)}")
            for one in self.papers
        ]

    def _theme_modules(self, pattern: str) -> dict[str, str]:
        folder = self.renderer.root / "docs" / "theme" / "js"
        return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(folder.glob(pattern))}

    def _quiz(self) -> str:
        return classic(self._theme_modules("academy/*.js"), QUIZ)

    def _search(self) -> str:
        own = "search/course.js"  # as if beside the module of the theme that it imports
        modules = self._theme_modules(WORDS) | {own: (HERE / "search.js").read_text(encoding="utf-8")}
        return classic(modules, own)

    def _stylesheet(self) -> str:
        """Return the stylesheet of the site, with what only this folder needs."""
        assets = self.renderer.assets
        sheet = "".join(assets.files[path].decode() for path in (*assets.sheets("academy"), assets.print_sheet))
        return sheet + minified((HERE / "offline.css").read_text(encoding="utf-8"))

    def _site_files(self) -> Iterator[tuple[str, bytes]]:
        for path, content in self.renderer.assets.files.items():
            if path.startswith("assets/fonts/") or path == "assets/favicon.svg":
                yield path, content
        for licence in sorted((self.renderer.root / "vendor" / "fonts").glob("LICENSE-*.txt")):
            yield f"assets/fonts/{licence.name}", licence.read_bytes()

    def _read_me(self, words: TakeawayWords) -> str:
        """Return the words that one reads before opening the folder, with the ends of lines that any editor shows."""
        renderer = self.renderer
        lines = renderer.render(
            "offline_read_me.txt",
            {
                "t": words,
                "folder": self,
                "agency": renderer.catalogue.identity.name,
                "address": renderer.catalogue.identity.site_url + self.online,
                "made": date_words(self.day.isoformat(), renderer.lang),
                "editions": ", ".join(sorted({session.edition for session in self.sessions})),
            },
        )
        plain = typeset(lines.unescape(), renderer.lang).strip() + "\n"
        # A mark of the encoding, without which older editors of Windows show accents as other letters.
        return "\ufeff" + plain.replace("\n", "\r\n")


def _between(start: str, to: str) -> str:
    """Return the link from one file of the folder to another."""
    return posixpath.relpath(to, posixpath.dirname(start) or ".")


def _still(tree: Element) -> Element:
    """Return a text without what needs the site to work."""
    made = tree.copy()
    for element in made.walk():
        element.children = [child for child in element.children if isinstance(child, str) or not _needs_site(child)]
    return made


def _needs_site(element: Element) -> bool:
    return element.tag == "script" or element.has_class(*ONLINE)
