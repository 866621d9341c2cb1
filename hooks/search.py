"""Search: the corpus of each edition once its pages are rendered, then what browsers and assistants read of it."""

import os
from pathlib import Path

from mkdocs.plugins import event_priority, get_plugin_logger

from atlas.mkdocs_site import add_twins, build_day, build_of, page_path
from atlas.search.assistants import assistant_files
from atlas.search.corpus import corpus, page_text
from atlas.search.documents import with_documents
from atlas.search.files import search_files, spoken
from atlas.search.related import related
from atlas.search.vectors import RENEW, renew, scratch_file

log = get_plugin_logger("atlas")


def on_env(env, *, config, files):
    """Cut the rendered pages of this edition into passages, publish their twins, and find which pages are related."""
    build = build_of(config)
    # A page may ask not to be found: `search: false` in its head.
    found = [file.page for file in files.documentation_pages() if file.page.meta.get("search", True)]
    pages = [page_text(page_path(page, config), str(page.title), page.content, page.meta) for page in found]
    build.texts[build.lang] = pages
    build.corpus[build.lang] = corpus(with_documents(pages, build.catalogue, build.root))
    build.related.update(related(build.corpus[build.lang], scratch_file(build.root)))
    for page in found:
        if chosen := page.meta.get("related"):
            build.related[page_path(page, config)] = chosen  # addresses that the checks have found to be pages
    add_twins(files, config, pages)
    return env


@event_priority(20)
def on_post_build(*, config):
    """Write what needs both editions: after the English build, before the site is published."""
    build = build_of(config)
    if build.lang == "fr":
        if os.environ.get(RENEW):
            log.info(f"recherche : {renew(spoken(build.corpus), scratch_file(build.root))} vecteurs enregistrés")
        made = search_files(build.corpus, scratch_file(build.root))
        for note in made.notes:
            log.info(note)
        others = assistant_files(build.catalogue, build.texts, build.twins, build.corpus, build_day())
        for path, content in {**made.files, **others}.items():
            target = Path(config.site_dir, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
