"""Downloads: the records as data and the map that other sites may show, once for both editions; the feeds of each."""

from atlas.embed import embeds
from atlas.exports import downloads
from atlas.feeds import feeds
from atlas.mkdocs_site import add_files, build_day, build_of
from atlas.urls import ROOTS


def on_files(files, *, config):
    """Publish the feeds, the data and the embedded maps; pages offer them with their weight."""
    build = build_of(config)
    made = [*feeds(build.catalogue, build.lang, build_day())]
    if build.lang == "fr":
        made += downloads(build.catalogue, build_day())
        made += embeds(build.catalogue, build.root / "docs" / "theme")
    add_files(files, config, ((path.removeprefix(ROOTS[build.lang]), content) for path, content in made))
    build.renderer.weights.update((path, len(content)) for path, content in made)
    return files
