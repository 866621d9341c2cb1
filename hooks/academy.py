"""The Academy: its pages instead of the files they come from, its own files, and the links to its glossary."""

from atlas.glossary_links import link_between
from atlas.mkdocs_site import add_page, build_of, page_path, replace_academy
from atlas.pages.lessons import academy_pages, page_terms


def on_files(files, *, config):
    """Publish a page for each session and lesson, whose edit link opens the Markdown that somebody wrote."""
    replace_academy(files, config)
    for page in academy_pages(build_of(config).renderer):
        add_page(files, config, page)
    return files


def on_page_content(html, *, page, config, files):
    """Link the first use of each term of the glossary, once headings, links and figures are known for certain."""
    return link_between(html, page_terms(build_of(config).renderer, page_path(page, config)))
