"""The checks of a page that is open in a browser, and of the links between pages.

Each returns problems in words rather than asserting, so that a test can both require that there are none on the
site and show on a faulty page that each check sees its fault.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

from support.pages import read_page
from support.waiting import resize, still

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response
    from playwright.sync_api import Page as BrowserPage

    from support.web import Server

AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NARROW = 320
"""The narrowest screen, in CSS pixels (WCAG 1.4.10)."""
ABREAST = 6
"""Pages that are open at once."""


def sitemap_addresses(site: Path) -> list[str]:
    """Return the address of each page of the site map."""
    root = ElementTree.parse(site / "sitemap.xml").getroot()
    return [entry.text or "" for entry in root.iterfind("{*}url/{*}loc")]


def site_address(site: Path) -> str:
    """Return the address at which the site is published, with a final slash: that of its home page."""
    return min(sitemap_addresses(site), key=len)


def sitemap_paths(site: Path) -> list[str]:
    """Return the path of each page of the site map inside the site, such as `/en/places/`."""
    return ["/" + address.removeprefix(site_address(site)) for address in sitemap_addresses(site)]


def page_types(site: Path) -> list[str]:
    """Return a page of each type, in both languages: every section, and its heaviest record."""
    types: dict[tuple[str, ...], str] = {}
    for path in sitemap_paths(site):
        weight = (site / path.strip("/") / "index.html").stat().st_size
        parts = path.strip("/").split("/")
        english, names = parts[:1] == ["en"], parts[parts[:1] == ["en"] :]
        # A record's page stands below its section; what is one of a kind is its own type.
        kind = (str(english), *names[:-1], "*") if len(names) > 1 else (str(english), *names)
        held = types.get(kind)
        if held is None or weight > (site / held.strip("/") / "index.html").stat().st_size:
            types[kind] = path
    return [*types.values(), "/404.html", "/en/404.html"]


class Visit:
    """A page being opened in a tab, and what is heard of it meanwhile: answers, requests of other hosts, errors."""

    def __init__(self, page: BrowserPage, server: Server, path: str) -> None:
        """Begin to open the page at `path`."""
        self._page, self._path, self._origin = page, path, server.origin
        self._problems: list[str] = []
        self._listeners: list[tuple[str, Callable[[Any], None]]] = [
            ("request", self._ask),
            ("response", self._answer),
            ("console", self._speak),
            ("pageerror", lambda error: self._note(f"script: {error}")),
        ]
        for event, listener in self._listeners:
            page.on(event, listener)  # type: ignore[call-overload]
        page.goto(server.origin + path, wait_until="commit")

    def _note(self, words: str) -> None:
        self._problems.append(f"{self._path}: {words}")

    def _ask(self, request: Request) -> None:
        if not request.url.startswith((f"{self._origin}/", "data:", "blob:")):
            self._note(f"asks another host: {request.url}")

    def _answer(self, response: Response) -> None:
        if response.status >= 400:
            self._note(f"{response.url} answers {response.status}")

    def _speak(self, message: ConsoleMessage) -> None:
        # What another listener tells better.
        told = message.text.startswith("Failed to load resource")
        if message.type in ("error", "warning") and not told:
            self._note(f"console: {message.text}")

    def end(self) -> list[str]:
        """Wait until the page asks for nothing more, and return what went wrong, sideways scroll included."""
        self._page.wait_for_load_state("networkidle")
        for words in sideways(self._page):
            self._note(words)
        for event, listener in self._listeners:
            self._page.remove_listener(event, listener)
        return self._problems


def visit(page: BrowserPage, server: Server, path: str) -> list[str]:
    """Open the page at `path` and return what went wrong."""
    return Visit(page, server, path).end()


def visit_all(context: BrowserContext, server: Server, paths: Sequence[str]) -> list[str]:
    """Open pages, some at a time because most of a visit is waiting for its end, and return what went wrong."""
    tabs = [context.new_page() for _ in range(ABREAST)]
    problems: list[str] = []
    for start in range(0, len(paths), ABREAST):
        visits = [Visit(tab, server, path) for tab, path in zip(tabs, paths[start : start + ABREAST], strict=False)]
        problems += [words for visit in visits for words in visit.end()]
    return problems


def sideways(page: BrowserPage) -> list[str]:
    """Return what sticks out of the open page at the narrowest width."""
    size = page.viewport_size
    resize(page, NARROW)
    wide: int = page.evaluate("document.scrollingElement.scrollWidth")
    culprits: list[str] = []
    if wide > NARROW:
        culprits = page.evaluate(
            """width => [...document.querySelectorAll('body *')]
                .filter(e => e.getBoundingClientRect().right > width + 1).slice(0, 3)
                .map(e => [e.tagName.toLowerCase(), ...e.classList].join('.'))""",
            NARROW,
        )
    if size:
        resize(page, size["width"], size["height"])
    return [f"scrolls sideways at {NARROW} px ({wide} px wide): {', '.join(culprits)}"] if wide > NARROW else []


def axe(page: BrowserPage, script: Path) -> list[str]:
    """Return the accessibility faults that axe finds in the open page, once nothing moves or fades there any more."""
    still(page)
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(path=str(script))
    found = page.evaluate(
        "async tags => (await axe.run(document, {runOnly: tags, resultTypes: ['violations']})).violations", AXE_TAGS
    )
    return [
        f"{fault['id']}: {fault['help']} — {' '.join(map(str, node['target']))}"
        for fault in found
        for node in fault["nodes"][:3]
    ]


def page_problems(server: Server, path: str, site_url: str) -> list[str]:
    """Return what is wrong with the page at `path` as written: heading, language, anchors, editions, links.

    Args:
        server: The site.
        path: The page's path.
        site_url: The address at which the site is published, with a final slash.
    """
    file = server.file(path)
    if file is None:
        return [f"{path}: no such page"]
    page = read_page(file)
    lang, other = ("en", "fr") if path.startswith("/en/") else ("fr", "en")
    problems = []
    if page.headings != 1:
        problems.append(f"{page.headings} h1 instead of one")
    if page.lang != lang:
        problems.append(f"its language is {page.lang!r} instead of {lang!r}")
    problems += [f"the anchor {id!r} stands twice" for id in sorted({i for i in page.ids if page.ids.count(i) > 1})]
    own = site_url + path.lstrip("/")
    if page.canonical != own:
        problems.append(f"its canonical address is {page.canonical!r} instead of {own!r}")
    problems += _alternate_problems(server, path, site_url, other)
    problems += link_problems(server, path)
    return [f"{path}: {problem}" for problem in problems]


def _alternate_problems(server: Server, path: str, site_url: str, other: str) -> list[str]:
    """Return what is wrong with the languages that the page at `path` names."""
    file = server.file(path)
    page = read_page(file) if file else None
    if page is None or set(page.alternates) != {"fr", "en", "x-default"}:
        return [f"it names the editions {sorted(page.alternates) if page else []}"]
    problems = []
    if page.alternates["x-default"] != page.alternates["fr"]:
        problems.append("x-default is not the French edition")
    if page.alternates["en" if other == "fr" else "fr"] != site_url + path.lstrip("/"):
        problems.append("it does not name itself among the editions")
    counterpart = "/" + page.alternates[other].removeprefix(site_url)
    found = server.file(counterpart)
    if found is None:
        return [*problems, f"its other edition {counterpart} does not exist"]
    if read_page(found).alternates != page.alternates:
        problems.append(f"its other edition {counterpart} does not name the same editions")
    if counterpart not in {urlsplit(urljoin(path, way)).path for way in page.ways}:
        problems.append(f"no link leads to its other edition {counterpart}")
    return problems


def link_problems(server: Server, path: str) -> list[str]:
    """Return the links of the page at `path` that lead to no file or to no anchor of this site."""
    file = server.file(path)
    problems = []
    for link in sorted(set(read_page(file).links)) if file else []:
        parts = urlsplit(urljoin(server.origin + path, link))
        if parts.scheme not in ("http", "https") or f"{parts.scheme}://{parts.netloc}" != server.origin:
            continue
        target = server.file(parts.path)
        if target is None:
            problems.append(f"the link {link} leads nowhere")
        elif parts.fragment and target.suffix == ".html" and unquote(parts.fragment) not in read_page(target).ids:
            problems.append(f"the link {link} leads to no anchor")
    return problems


def listing(problems: Iterable[str], most: int = 60) -> str:
    """Return problems one a line under their number, for the message of a test."""
    lines = list(problems)
    rest = [f"… and {len(lines) - most} more"] if len(lines) > most else []
    return "\n".join([f"{len(lines)} problems", *lines[:most], *rest])
