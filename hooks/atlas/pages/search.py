"""The search box, and the plain index that stands for it without scripts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from markupsafe import Markup

from atlas import urls
from atlas.pages.rendering import PageRenderer
from atlas.search.files import INDEX

Meta = Mapping[str, Any]
"""The front matter of a page."""

EXAMPLES: Final = 4
"""Questions that the box proposes."""

IN_BROWSER: Final = (
    "all", "answered", "close", "failed", "loading", "many", "more", "none", "one", "read", "read_long", "unsure",
)  # fmt: skip
"""The words that scripts use, as `seek_…` in the words of the interface; the page hands them over."""


def search_box(page: PageRenderer, meta: Meta) -> Markup:
    """Show the search box; it opens over any page too, which then borrows this markup."""
    # As they stand in the table: the script fills what is in braces.
    kinds = {kind: getattr(page.words, f"nav_{kind}") for kind in ("home", *urls.SLUGS)}
    words = {key: getattr(page.words, f"seek_said_{key}") for key in IN_BROWSER}
    return page.render(
        "search.html",
        files=INDEX,
        browser_words={**words, "kinds": kinds},
        examples=examples(page),
    )


def examples(page: PageRenderer) -> list[str]:
    """Return questions that the pages of places say they answer, from as many places."""
    asked = [place.questions[0].in_(page.lang) for place in page.catalogue.places if place.questions]
    return asked[:: max(1, len(asked) // EXAMPLES)][:EXAMPLES]


def plain_index(page: PageRenderer, meta: Meta) -> Markup:
    """Show every place, session and member, for those whose browser runs no script."""
    return page.render("plain_index.html")
