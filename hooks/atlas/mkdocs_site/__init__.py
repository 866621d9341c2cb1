"""The bridge to MkDocs: the one part of the package that knows it, and all that the hooks need of it.

`build` reads and checks the records, `files` adds what is made of them, `frames` tells the theme of a page.
"""

from atlas.mkdocs_site.build import Build, begin, build_of, english_config, log
from atlas.mkdocs_site.dates import build_day, fix_build_date
from atlas.mkdocs_site.files import (
    add_files,
    add_page,
    add_twins,
    remove_theme_files,
    replace_academy,
    small_files,
    whole_sitemap,
)
from atlas.mkdocs_site.frames import frame, missing_page_frames, page_path

__all__ = [
    "Build",
    "add_files",
    "add_page",
    "add_twins",
    "begin",
    "build_day",
    "build_of",
    "english_config",
    "fix_build_date",
    "frame",
    "log",
    "missing_page_frames",
    "page_path",
    "remove_theme_files",
    "replace_academy",
    "small_files",
    "whole_sitemap",
]
