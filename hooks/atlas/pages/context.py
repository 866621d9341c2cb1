"""The context that every page gives the theme: who, where, in which language, and the other one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from atlas import urls
from atlas.assets import FAVICON, FONTS, Assets
from atlas.model import LANGS, Catalogue, Lang
from atlas.sharing import Share
from atlas.site_files import MANIFEST, TOUCH_ICON
from atlas.trail import steps_between
from atlas.words import Words

NAV: Final = ("manifesto", "places", "map", "members", "academy", "observatory")
"""The sections that the masthead names, in order, those that the project has."""

FOOT: Final = ("actions", "calendar", "changemakers", "library", "sources", "data", "contribute")
"""The sections that only the foot of the page names, those that the project has."""

DUTIES: Final = ("accessibility", "legal", "privacy", "eco_design", "site_map", "credits")
"""The sections that say what a site owes its readers, in the order of the foot of the page."""


@dataclass(frozen=True)
class Link:
    """A link of the page's frame.

    Attributes:
        label: Its words.
        href: Its address, relative to the page.
        current: `page` when it leads to this page, `true` when it leads to the section of this page, else empty.
    """

    label: str
    href: str
    current: str = ""


@dataclass(frozen=True)
class Alternate:
    """The same page in one language.

    Attributes:
        lang: The language.
        label: The name of the language, in that language.
        href: The address, relative to the page.
        absolute: The address with the host, for `hreflang`.
    """

    lang: Lang
    label: str
    href: str
    absolute: str


@dataclass(frozen=True)
class FeedLink:
    """A feed that readers may follow.

    Attributes:
        type: Its media type.
        title: What it is.
        href: The address, relative to the page.
    """

    type: str
    title: str
    href: str


@dataclass(frozen=True)
class RecordFile:
    """The file that a page comes from.

    Attributes:
        path: Its path in the project.
        href: Where it can be edited; none when the project has no public repository yet.
    """

    path: str
    href: str | None


@dataclass(frozen=True)
class SiteContext:
    """What the theme knows on every page, as `site`.

    Attributes:
        lang: The language of the page.
        name: The agency's name.
        territory: The territory that it speaks for.
        colophon: What the agency is, for the foot of the page.
        canonical: The address of the page, with the host.
        home: The link to the home page of this edition.
        nav: The links of the masthead.
        foot: The further links of the foot of the page.
        search: The link to the page of search; none where the project has none.
        duties: The links to the pages of duty, those that the project has.
        breadcrumb: The way from the home page to this one, which is last and has no link; empty on the home page.
        alternate: The same page in the other language.
        alternates: The same page in each language, this one included.
        css: The stylesheets, in the order of the cascade.
        print_css: The stylesheet for paper, after them.
        scripts: The scripts of every page.
        fonts: The fonts of every page, to be fetched with it.
        favicon: The picture of a browser's tab.
        touch_icon: The picture of a page kept on a home screen.
        manifest: The web manifest of this edition.
        paper: The colour of the page by day and by night.
        root: The link to the root of the whole site.
        record: The file that the page comes from.
        w: The words of the interface.
        related: The pages that mean nearly the same.
        share: What the page says of itself to those who quote it; none on the page for missing addresses.
        feeds: The feeds of this edition; a calendar stands on its own page only.
        lags: Whether the page is an English one whose French has changed since.
    """

    lang: Lang
    name: str
    territory: str
    colophon: str
    canonical: str
    home: str
    nav: Sequence[Link]
    foot: Sequence[Link]
    search: Link | None
    duties: Sequence[Link]
    breadcrumb: Sequence[Link]
    alternate: Alternate
    alternates: Sequence[Alternate]
    css: Sequence[str]
    print_css: str
    scripts: Sequence[str]
    fonts: Sequence[str]
    favicon: str
    touch_icon: str
    manifest: str
    paper: tuple[str, str]
    root: str
    record: RecordFile | None
    w: Words
    share: Share | None = None
    related: Sequence[Link] = ()
    feeds: Sequence[FeedLink] = ()
    lags: bool = False


NAMES: Final[dict[Lang, str]] = {"fr": "Français", "en": "English"}


def site_context(
    catalogue: Catalogue, assets: Assets, path: str, title: str, record: RecordFile | None, *, base: str | None = None
) -> SiteContext:
    """Return the frame of the page at `path`.

    Args:
        catalogue: The records.
        assets: What pages load.
        path: The page's path from the root of the whole site.
        title: The page's title, for the breadcrumb.
        record: The file that the page comes from.
        base: The address that links begin with; none for links relative to the page. The page for
            missing addresses is served at any depth, so it needs one.
    """
    lang = urls.edition_of(path)
    words = Words(lang)
    identity = catalogue.identity

    def link(target: str) -> str:
        return urls.relative(target, start=path) if base is None else base + target

    def section(kind: str) -> Link:
        target = urls.page_path(kind, lang)
        current = "page" if path == target else "true" if path.startswith(target) else ""
        return Link(getattr(words, f"nav_{kind}"), link(target), current)

    written = {page.path for page in catalogue.pages}
    paths = {lang: path, urls.edition_of(urls.counterpart(path)): urls.counterpart(path)}
    alternates = [Alternate(each, NAMES[each], link(paths[each]), identity.site_url + paths[each]) for each in LANGS]
    trail = [Link(words.nav_home, link(urls.page_path("home", lang)))]
    at_home = path == urls.page_path("home", lang)
    kind = urls.section_of(path)
    if kind is not None and urls.page_path(kind, lang) != path:
        trail.append(section(kind))
    trail += [Link(label, link(target)) for label, target in steps_between(catalogue, path)]
    return SiteContext(
        lang=lang,
        name=identity.name,
        territory=identity.territory.in_(lang),
        colophon=identity.colophon.in_(lang),
        canonical=identity.site_url + path,
        home=trail[0].href,
        nav=[section(each) for each in NAV if urls.page_path(each, lang) in written],
        search=section("search") if urls.page_path("search", lang) in written else None,
        foot=[section(each) for each in FOOT if urls.page_path(each, lang) in written],
        duties=[section(each) for each in DUTIES if urls.page_path(each, lang) in written],
        breadcrumb=[] if at_home else [*trail, Link(title, "", "page")],
        alternate=next(alternate for alternate in alternates if alternate.lang != lang),
        alternates=alternates,
        css=[link(sheet) for sheet in assets.sheets("home" if at_home else kind)],
        print_css=link(assets.print_sheet),
        scripts=[link(path) for path in assets.page_scripts],
        fonts=[link(f"assets/fonts/{name}") for name in FONTS[:2]],
        favicon=link(FAVICON),
        touch_icon=link(TOUCH_ICON),
        manifest=link(urls.ROOTS[lang] + MANIFEST),
        paper=assets.paper,
        root=link(""),
        record=record,
        lags=record is not None and lang == "en" and catalogue.translation_debt.concerns(record.path, path),
        w=words,
        feeds=list(_feeds(path, words, link)) if urls.page_path("calendar", lang) in written else (),
    )


def _feeds(path: str, words: Words, link: Callable[[str], str]) -> Iterator[FeedLink]:
    lang = urls.edition_of(path)
    yield FeedLink("application/atom+xml", words.feed_link, link(urls.feed_path("news", lang)))
    if path == urls.page_path("calendar", lang):
        yield FeedLink("text/calendar", words.nav_calendar, link(urls.feed_path("calendar", lang)))
    if path == urls.page_path("library", lang):
        yield FeedLink("application/atom+xml", words.feed_library_link, link(urls.feed_path("library", lang)))
