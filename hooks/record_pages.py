"""Pages for records: one a place, a member, a route and a series, and a way on from each former address."""

from atlas.mkdocs_site import add_files, add_page, build_of
from atlas.pages import records
from atlas.pages.observatory import indicator_pages
from atlas.pages.routes import route_pages
from atlas.urls import ROOTS


def on_files(files, *, config):
    """Add the pages before links are resolved, so that authored pages may link to them."""
    build = build_of(config)
    for page in (*records.record_pages(build.renderer), *route_pages(build.renderer), *indicator_pages(build.renderer)):
        add_page(files, config, page)
    root = ROOTS[build.lang]
    add_files(
        files,
        config,
        ((f"{path.removeprefix(root)}index.html", html) for path, html in records.redirects(build.renderer)),
    )
    return files
