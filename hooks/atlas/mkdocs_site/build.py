"""What one build works on: it hangs on the configuration of that build.

Nothing is kept in modules, which `mkdocs serve` keeps between builds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from atlas import urls
from atlas.assets import Assets, MissingVendorFileError, collect
from atlas.mkdocs_site.dates import build_day
from atlas.model import Catalogue, Lang
from atlas.pages.rendering import Renderer
from atlas.reading.loading import load
from atlas.search.passages import PageText, Passage

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = get_plugin_logger("atlas")

KEY: Final = "atlas"
"""Where a build keeps its `Build`, in `config.extra`."""


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
