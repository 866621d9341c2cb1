"""Authored pages: directives become lists of records, `[^source]` becomes a note."""

from atlas.mkdocs_site import build_of, page_path
from atlas.pages.directives import expand


def on_page_markdown(markdown, *, page, config, files):
    """Resolve directives while the page is still Markdown, so that their headings reach the contents list."""
    if page.file.generated_by:
        return markdown
    return expand(markdown, build_of(config).renderer.page(page_path(page, config)), page.meta)
