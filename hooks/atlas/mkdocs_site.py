"""The bridge to MkDocs: the one module of the package that knows it.

What a build needs hangs on that build's configuration, as a `Build`; nothing is kept in modules,
which `mkdocs serve` keeps between builds.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel

from atlas import urls
from atlas.assets import Assets, MissingVendorFileError, collect
from atlas.model import Catalogue, Lang
from atlas.pages.context import RecordFile, SiteContext, site_context
from atlas.pages.rendering import Renderer
from atlas.reading.loading import load
from atlas.sharing import share
from atlas.site_files import site_files
from atlas.sitemap import sitemap

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page as MkDocsPage

    from atlas.pages.page import Page

log = get_plugin_logger("atlas")

KEY: Final = "atlas"
"""Where a build keeps its `Build`, in `config.extra`."""

EPOCH: Final = "1767225600"
"""1 January 2026: the date of files whose project has no history, in seconds since 1970."""


@dataclass(frozen=True)
class Build:
    """What one build of one edition works on.

    Attributes:
        root: The folder of the project.
        lang: The edition's language.
        catalogue: The records.
        assets: The files that pages load.
        renderer: The templates.
        preview: Whether `mkdocs serve` asked for this build: then nothing slow is worth waiting for.
    """

    root: Path
    lang: Lang
    catalogue: Catalogue
    assets: Assets
    renderer: Renderer
    preview: bool


def begin(config: MkDocsConfig) -> Build:
    """Read and check everything, and put the result on the configuration of this build.

    Raises:
        PluginError: When a record is wrong; each problem has been logged with its file and line.
    """
    given: Build | None = config.extra.get(KEY)
    root = Path(config.config_file_path).parent
    lang: Lang = config.extra["lang"]
    if given is None:
        catalogue = _checked(root)
        assets = _assets(root, catalogue)
        preview = bool(config.site_url)  # our configuration has no address: `mkdocs serve` gave its own
    else:
        catalogue, assets, preview = given.catalogue, given.assets, given.preview
    build = Build(root, lang, catalogue, assets, Renderer(catalogue, lang, assets, root), preview)
    if given is not None:
        build.renderer.weights.update(given.renderer.weights)
    build.renderer.day = build_day()
    config.extra[KEY] = build
    config.site_name = catalogue.identity.name
    config.site_description = catalogue.identity.description.in_(lang)
    if not config.site_url:
        config.site_url = catalogue.identity.site_url + urls.ROOTS[lang]
    return build


def _checked(root: Path) -> Catalogue:
    loaded = load(root)
    for problem in loaded.errors:
        log.error(str(problem))
    if loaded.catalogue is None:
        count = f"{len(loaded.errors)} problème{'s' if len(loaded.errors) > 1 else ''}"
        raise PluginError(f"{count} à corriger dans les fiches ; le site publié reste tel qu’il était.")
    return loaded.catalogue


def _assets(root: Path, catalogue: Catalogue) -> Assets:
    try:
        return collect(root / "docs" / "theme", root / "vendor", catalogue.identity.colours.chosen)
    except MissingVendorFileError as missing:
        raise PluginError(f"{missing} manque : lancez « make site », qui l’installe.") from None


def build_of(config: MkDocsConfig) -> Build:
    """Return what this build works on."""
    build: Build = config.extra[KEY]
    return build


def fix_build_date(root: Path) -> None:
    """Give every dated file of the build the date of the sources, so that two builds agree to the byte.

    `SOURCE_DATE_EPOCH` is what reproducible builds agree on; one set from outside is kept.
    """
    if "SOURCE_DATE_EPOCH" not in os.environ:
        command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
        try:
            found = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
        except (OSError, subprocess.CalledProcessError):
            found = ""
        os.environ["SOURCE_DATE_EPOCH"] = found or EPOCH


def build_day() -> date:
    """Return the date of the sources, which `fix_build_date` has set: the same in every time zone."""
    return datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC).date()


def add_page(files: Files, config: MkDocsConfig, page: Page) -> None:
    """Add a page made from a record, whose edit link opens that record.

    Raises:
        PluginError: When somebody wrote a Markdown page at the same address, which this one would hide.
    """
    source = urls.markdown_source(page.path)
    if source in files.src_uris:
        raise PluginError(
            f"{Path(config.docs_dir).name}/{source} a la même adresse que la page de {page.record} : "
            "renommez l’un des deux."
        )
    # Out of the navigation: MkDocs would otherwise take a time that grows with the square of the pages.
    file = File.generated(config, source, content=page.markdown, inclusion=InclusionLevel.NOT_IN_NAV)
    file.edit_uri = page.record
    files.append(file)


def add_files(files: Files, config: MkDocsConfig, contents: Iterable[tuple[str, str | bytes]]) -> None:
    """Add files that are published as they are, by path."""
    for path, content in contents:
        files.append(File.generated(config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV))


def remove_theme_files(files: Files, config: MkDocsConfig) -> None:
    """Remove the files that the theme publishes by itself: the site publishes its own, under hashed names."""
    folders = {os.path.normpath(folder) for folder in config.theme.dirs}
    for file in list(files):
        if file.src_dir is not None and os.path.normpath(file.src_dir) in folders:
            files.remove(file)


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
    return replace(context, share=share(build.catalogue, path, title, description))


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


def whole_sitemap(files: Files, config: MkDocsConfig) -> bytes:
    """Return the site map of both editions, from the pages of the French one."""
    paths = [file.url.removeprefix("./") for file in files.documentation_pages()]
    return sitemap(build_of(config).catalogue.identity.site_url, paths)


def small_files(config: MkDocsConfig) -> Iterable[tuple[str, bytes]]:
    """Return the files that robots and browsers look for in this edition, dated as the build is."""
    build = build_of(config)
    built = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), tz=UTC)
    return site_files(build.catalogue, build.lang, build.root / "docs" / "theme", built)


def english_config(config: MkDocsConfig) -> MkDocsConfig:
    """Return the configuration of the English edition, which shares the records of the French build."""
    english = load_config(
        str(build_of(config).root / "mkdocs.en.yml"),
        site_dir=str(Path(config.site_dir, urls.ROOTS["en"])),
        strict=config.strict,
    )
    english.extra[KEY] = build_of(config)
    english.site_url = f"{config.site_url}{urls.ROOTS['en']}"
    return english
