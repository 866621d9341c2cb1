"""The frame of a page: what the theme knows of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from atlas import urls
from atlas.mkdocs_site.build import build_of
from atlas.pages.context import Link, RecordFile, SiteContext, site_context
from atlas.sharing import share

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page as MkDocsPage


def page_path(page: MkDocsPage, config: MkDocsConfig) -> str:
    """Return the path of a page from the root of the whole site."""
    return urls.ROOTS[build_of(config).lang] + page.url.removeprefix("./")


def frame(page: MkDocsPage, config: MkDocsConfig) -> SiteContext:
    """Return what the theme knows of a page."""
    build = build_of(config)
    record = str(page.meta.get("record", f"docs/{build.lang}/{page.file.src_uri}"))
    repository = str(build.catalogue.identity.repository or config.repo_url or "").rstrip("/")
    edit = repository and f"{repository}/edit/main/{record}"
    title = str(page.meta.get("title") or page.title)
    path = page_path(page, config)
    description = str(page.meta.get("description") or config.site_description)
    context = site_context(build.catalogue, build.assets, path, title, RecordFile(record, edit or None))
    titles = {text.path: text.title for text in build.texts.get(build.lang, ())}
    near = [Link(titles[other], urls.relative(other, start=path)) for other in build.related.get(path, ())]
    return replace(context, share=share(build.catalogue, path, title, description), related=near)


def missing_page_frames(config: MkDocsConfig) -> tuple[SiteContext, SiteContext]:
    """Return what the theme knows of the page for missing addresses, in its language and in the other one.

    Hosts serve that page at any depth, so its links begin at the root of the host.
    """
    build = build_of(config)
    base = urlsplit(config.site_url or "/").path.removesuffix(urls.ROOTS[build.lang])
    first, second = sorted(urls.ROOTS, key=lambda lang: lang != build.lang)
    return (
        site_context(build.catalogue, build.assets, urls.ROOTS[first], "", None, base=base),
        site_context(build.catalogue, build.assets, urls.ROOTS[second], "", None, base=base),
    )
