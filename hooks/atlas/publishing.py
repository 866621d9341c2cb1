"""Publishing: a build is made aside and takes the place of the last one only when it is good."""

from __future__ import annotations

import shutil
from pathlib import Path


def aside(site: Path) -> Path:
    """Return the folder in which the next version of `site` is built, beside it on the same disk."""
    return site.with_name(f"{site.name}.new")


def publish(site: Path) -> None:
    """Put the version built aside in the place of `site`.

    Renaming is the only step that readers can see; whatever fails before it leaves the last good
    site as it was.

    Raises:
        OSError: When the folders cannot be renamed; the last good site is then put back.
    """
    new, old = aside(site), site.with_name(f"{site.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    try:
        new.rename(site)
    except OSError:
        if old.exists():
            old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)


def discard(site: Path) -> None:
    """Remove what was built aside for `site`."""
    shutil.rmtree(aside(site), ignore_errors=True)
