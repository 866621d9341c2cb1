"""The files of a build: pages and files that are made are added, and those of the theme taken out."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, InclusionLevel

from atlas import urls
from atlas.mkdocs_site.build import build_of
from atlas.mkdocs_site.dates import build_day, build_moment
from atlas.search.assistants import TWIN
from atlas.search.passages import PageText
from atlas.search.twins import twin
from atlas.site_files import site_files
from atlas.sitemap import sitemap

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from atlas.pages.page import Page


def add_page(files: Files, config: MkDocsConfig, page: Page) -> None:
    """Add a page made from a record, whose edit link opens that record.

    Raises:
        PluginError: When somebody wrote a Markdown page at the same address, which this one would hide.
    """
    source = page.source or urls.markdown_source(page.path)
    if source in files.src_uris:
        raise PluginError(
            f"{Path(config.docs_dir).name}/{source} a la même adresse que la page de {page.record} : "
            "renommez l’un des deux."
        )
    # Out of the navigation: MkDocs would otherwise take a time that grows with the square of the pages.
    file = File.generated(config, source, content=page.markdown, inclusion=InclusionLevel.NOT_IN_NAV)
    file.edit_uri = page.record
    files.append(file)


def replace_academy(files: Files, config: MkDocsConfig) -> None:
    """Take out what stands in the folders of sessions, and publish the files that their resources name."""
    build = build_of(config)
    home = f"{urls.SLUGS['academy'][build.lang]}/"
    for file in list(files):
        if file.src_uri.startswith(home) and file.src_uri.count("/") > 1 and not file.generated_by:
            files.remove(file)
    if build.lang == "fr":
        for session in build.catalogue.sessions:
            for name in (name for resource in session.resources for name in resource.published_files):
                path = urls.resource_path(session.id, name)
                content = (Path(config.docs_dir) / home / session.id / name).read_bytes()
                add_files(files, config, [(path, content)])
                build.renderer.weights[path] = len(content)


def add_files(files: Files, config: MkDocsConfig, contents: Iterable[tuple[str, str | bytes]]) -> None:
    """Add files that are published as they are, by path."""
    for path, content in contents:
        files.append(File.generated(config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV))


def add_twins(files: Files, config: MkDocsConfig, pages: Iterable[PageText]) -> None:
    """Publish the Markdown twin of each page beside it."""
    build = build_of(config)
    texts = []
    for page in pages:
        path = page.path.removeprefix(urls.ROOTS[build.lang]) + TWIN
        text = twin(page, build.catalogue.identity.site_url + page.path, build_day().isoformat())
        texts.append(text)
        # Under another name on the way: MkDocs would make a page of what ends in `.md`.
        file = File.generated(config, f"{path}.txt", content=text, inclusion=InclusionLevel.NOT_IN_NAV)
        file.dest_uri = path
        files.append(file)
    build.twins[build.lang] = texts


def remove_theme_files(files: Files, config: MkDocsConfig) -> None:
    """Remove the files that the theme publishes by itself: the site publishes its own, under hashed names."""
    folders = {os.path.normpath(folder) for folder in config.theme.dirs}
    for file in list(files):
        if file.src_dir is not None and os.path.normpath(file.src_dir) in folders:
            files.remove(file)


def whole_sitemap(files: Files, config: MkDocsConfig) -> bytes:
    """Return the site map of both editions, from the pages of the French one."""
    paths = [file.url.removeprefix("./") for file in files.documentation_pages()]
    return sitemap(build_of(config).catalogue.identity.site_url, paths)


def small_files(config: MkDocsConfig) -> Iterable[tuple[str, bytes]]:
    """Return the files that robots and browsers look for in this edition, dated as the build is."""
    build = build_of(config)
    return site_files(build.catalogue, build.lang, build.root / "docs" / "theme", build_moment())
