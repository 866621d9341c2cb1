"""Specimens: the parts of the design system, shown as readers meet them, for those who make pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from markupsafe import Markup

from atlas import urls
from atlas.charts.key import key
from atlas.map import drawing
from atlas.model.vocabulary import PlaceStatus
from atlas.pages.context import site_context
from atlas.pages.indicator_figure import indicator_figure
from atlas.pages.rendering import PageRenderer
from atlas.palette import palette
from atlas.words import Words

LANDMARKS: Final = frozenset({"nav_main", "nav_crumbs", "filters", "cover"})
"""The words that name a part of the page: two parts of one name could not be told apart by ear."""


class SampleWords(Words):
    """The words of the interface, where the names of landmarks say that this one is a sample."""

    def __getattr__(self, key: str) -> str:
        words = super().__getattr__(key)
        return f"{words} ({super().__getattr__('sample')})" if key in LANDMARKS else words


def specimen(name: str, page: PageRenderer, meta: Mapping[str, Any]) -> Markup:
    """Show one part of the design system, made of the project's records by the templates that pages use."""
    places = page.catalogue.places
    return page.render(
        f"specimens/{name}.html",
        places=places,
        story=page.stories[0],
        statuses=list(PlaceStatus),
        colours=palette(page.root / "docs" / "theme", page.catalogue.identity.colours.chosen),
        # Drawn only where it is shown: it is the heaviest part.
        drawing=drawing.cover(places, page.lang, page.href, narrow=True) if name == "cover" else None,
        figure=_figure(page) if name == "chart" else None,
        manifesto=page.catalogue.manifesto,
        site=site_context(page.catalogue, page.assets, page.path, str(meta.get("title", "")), None),
        w=SampleWords(page.lang),
        layout="page",
        cited=str(meta.get("title", "")),
        elsewhere=urls.counterpart(page.path),
    )


def _figure(page: PageRenderer) -> Markup | None:
    """Return the figure of the series that uses most kinds of marks; none where there is no series."""
    series = max(page.catalogue.indicators, key=lambda one: len(key(one, page.lang)), default=None)
    return indicator_figure(page, series) if series else None
