"""The bridge to MkDocs: the one module of the package that knows it.

What a build needs hangs on that build's configuration, as a `Build`; nothing is kept in modules,
which `mkdocs serve` keeps between builds.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
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
from atlas.pages.context import Link, RecordFile, SiteContext, site_context
from atlas.pages.rendering import Renderer
from atlas.reading.loading import load
from atlas.reading.today import CLOCK, clock
from atlas.search.assistants import TWIN
from atlas.search.passages import PageText, Passage
from atlas.search.twins import twin
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
        texts: The rendered pages of each edition, as search reads them; both builds share what follows.
        twins: Their Markdown twins, in the same order.
        corpus: The passages that they are cut into.
        related: The paths of the pages related to each page, by its path.
    """

    root: Path
    lang: Lang
    catalogue: Catalogue
    assets: Assets
    renderer: Renderer
    preview: bool
    texts: dict[Lang, Sequence[PageText]] = field(default_factory=dict)
    twins: dict[Lang, Sequence[str]] = field(default_factory=dict)
    corpus: dict[Lang, Sequence[Passage]] = field(default_factory=dict)
    related: dict[str, Sequence[str]] = field(default_factory=dict)


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
        build = replace(build, texts=given.texts, twins=given.twins, corpus=given.corpus, related=given.related)
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
        # Files bear the date of the sources; consents end by the clock.
        os.environ[CLOCK] = clock().isoformat()
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
