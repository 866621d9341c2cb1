"""The two editions: the English one is built after the French one, inside it, from the same records."""

from mkdocs.commands.build import build
from mkdocs.plugins import event_priority

from atlas.mkdocs_site import build_of, english_config


@event_priority(50)
def on_post_build(*, config):
    """Build the English edition into `en/`, before the whole is published."""
    if build_of(config).lang == "fr":
        build(english_config(config))
