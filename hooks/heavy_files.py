"""Heavy files: social cards, posters and documents, rendered once and kept in a cache."""

from mkdocs.exceptions import PluginError

from atlas.assets import MissingVendorFileError
from atlas.cards import cards
from atlas.documents import DocumentError, documents
from atlas.documents.signage import signage
from atlas.heavy import cache_folder, put_off, render
from atlas.media.resources import thumbnails
from atlas.mkdocs_site import add_files, build_of
from atlas.pictures import pictures


def on_files(files, *, config):
    """Publish the heavy files of both editions; a preview shows only those that an earlier build has rendered."""
    build = build_of(config)
    if build.lang == "fr":
        cache = cache_folder(build.root)
        try:
            wanted = [*cards(build.catalogue, build.root), *documents(build.catalogue, build.root)]
            wanted += [*signage(build.catalogue, build.root), *thumbnails(build.catalogue, build.root)]
            rendered = list(render(wanted, cache, only_cached=build.preview or put_off()))
        except MissingVendorFileError as missing:
            raise PluginError(f"{missing} manque : lancez « make site », qui l’installe.") from None
        except DocumentError as error:
            raise PluginError(str(error)) from None
        add_files(files, config, rendered)
        # Pages come after this hook: they offer a document with its weight.
        build.renderer.weights.update((path, len(content)) for path, content in rendered)
        # Not put off in a preview: who adds a photograph wants to see it, and it takes seconds once.
        add_files(files, config, render(pictures(build.catalogue, build.root), cache))
    return files
