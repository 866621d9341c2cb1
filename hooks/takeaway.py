"""The course to take away: documents, archives and pages to print, kept from one build to the next."""

from mkdocs.exceptions import PluginError

from atlas.assets import MissingVendorFileError
from atlas.documents import DocumentError
from atlas.heavy import cache_folder, put_off
from atlas.mkdocs_site import add_files, build_day, build_of
from atlas.takeaway.edition import both_editions
from atlas.takeaway.making import takeaways
from atlas.takeaway.texts import site_converter
from atlas.urls import ROOTS, edition_of


def on_files(files, *, config):
    """Publish what can be taken away; the pages of the Academy, which come later, offer it with its weight."""
    build = build_of(config)
    converter = site_converter(config.markdown_extensions, config.mdx_configs)
    try:
        made = takeaways(
            build.catalogue,
            build.root,
            lambda: both_editions(build.renderer, converter),
            build_day(),
            cache_folder(build.root),
            assets=build.assets.files,
            only_cached=build.preview or put_off(),
        )
    except MissingVendorFileError as missing:
        raise PluginError(f"{missing} manque : lancez « make site », qui l’installe.") from None
    except DocumentError as error:
        raise PluginError(str(error)) from None
    # The English edition is built into a folder of its own, which is emptied first.
    own = [(path, content) for path, content in made if edition_of(path) == build.lang]
    add_files(files, config, ((path.removeprefix(ROOTS[build.lang]), content) for path, content in own))
    build.renderer.weights.update((path.removesuffix("index.html"), len(content)) for path, content in made)
    return files
