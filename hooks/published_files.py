"""Files that pages load, the site map, and what robots and browsers look for."""

from atlas.film import film_files
from atlas.map.leaflet import map_files
from atlas.mkdocs_site import add_files, build_of, remove_theme_files, small_files, whole_sitemap


def on_files(files, *, config):
    """Publish the files of the site instead of those of the theme; the English edition uses the French one's."""
    build = build_of(config)
    remove_theme_files(files, config)
    if build.lang == "fr":
        add_files(files, config, build.assets.files.items())
        add_files(files, config, film_files(build.catalogue.manifesto, build.root))
        add_files(files, config, map_files(build.catalogue, vendor=build.root / "vendor").items())
        add_files(files, config, [("sitemap.xml", whole_sitemap(files, config))])
    add_files(files, config, small_files(config))
    return files


def on_pre_build(*, config):
    """Leave out MkDocs' own site map, which knows one edition only."""
    config.theme.static_templates.discard("sitemap.xml")
