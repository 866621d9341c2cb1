"""Downloads: the records as data, and the map that other sites may show, once for both editions."""

from atlas.embed import embeds
from atlas.exports import downloads
from atlas.mkdocs_site import add_files, build_day, build_of


def on_files(files, *, config):
    """Publish the data and the embedded maps; pages offer them with their weight."""
    build = build_of(config)
    if build.lang == "fr":
        made = [*downloads(build.catalogue, build_day()), *embeds(build.catalogue, build.root / "docs" / "theme")]
        add_files(files, config, made)
        build.renderer.weights.update((path, len(content)) for path, content in made)
    return files
