"""Safe publishing: the site is built aside and replaces the last one only when all of it is good."""

import logging
from pathlib import Path

from mkdocs.plugins import event_priority
from mkdocs.utils import CountHandler

from atlas import publishing
from atlas.mkdocs_site import fix_build_date


class BuildWatch(CountHandler):
    """Counts the warnings of a build, and knows where its site will stand.

    MkDocs ends a strict build after its last event, too late for us: so we count for ourselves. The
    event for a failed build brings no configuration: so the watch is found on the logger.
    """

    def __init__(self, site):
        """Begin to watch the build of `site`."""
        super().__init__(level=logging.WARNING)
        self.site = site
        self.set_name("build watch")


def end_watch():
    """Return the watch of this build and stop it; none when there is none."""
    logger = logging.getLogger("mkdocs")
    # By name: MkDocs loads this file anew with each configuration, and with it the class.
    watch = next((handler for handler in logger.handlers if handler.get_name() == "build watch"), None)
    logger.removeHandler(watch)
    return watch


@event_priority(100)
def on_config(config):
    """Turn the build of the whole site to a folder aside, and begin to count warnings."""
    if config.extra["lang"] == "fr":
        fix_build_date(Path(config.config_file_path).parent)
        logging.getLogger("mkdocs").addHandler(BuildWatch(Path(config.site_dir)))
        config.site_dir = str(publishing.aside(Path(config.site_dir)))
    return config


@event_priority(-100)
def on_post_build(*, config):
    """Publish what was built, unless a warning will end this strict build."""
    if config.extra["lang"] == "fr":
        watch = end_watch()
        if config.strict and watch.get_counts():
            publishing.discard(watch.site)
        else:
            publishing.publish(watch.site)


def on_build_error(*, error):
    """Leave nothing of a failed build; the last good site stands as it was."""
    watch = end_watch()
    if watch is not None:
        publishing.discard(watch.site)
