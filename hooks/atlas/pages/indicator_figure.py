"""The figure of a series on any page: what is seen, the chart, its key, its values in a table, where they come from."""

from __future__ import annotations

from typing import Literal

from markupsafe import Markup

from atlas import urls
from atlas.charts.drawing import chart
from atlas.charts.key import key
from atlas.charts.sizes import SizeName
from atlas.charts.values import plain_number, value_words
from atlas.model.indicator import Indicator
from atlas.pages.rendering import PageRenderer


def indicator_figure(
    page: PageRenderer, indicator: Indicator, *, size: Literal["small", "wide"] = "wide", prefix: str = "plot"
) -> Markup:
    """Return the figure of a series for a page, whose notes it calls.

    Args:
        page: The page.
        indicator: The series.
        size: `wide`, with the key and the table, in a form for phones too; `small`, a small multiple that leads
            to the page of the series.
        prefix: What its identifiers begin with: another one where the same series stands twice on a page.
    """
    lang = page.lang
    forms: tuple[SizeName, ...] = ("narrow", "wide") if size == "wide" else ("small",)
    return page.render(
        "indicator_figure.html",
        indicator=indicator,
        size=size,
        # Of the two forms of a wide figure, the stylesheet shows the one that its column has room for.
        charts=[chart(indicator, lang, form, prefix=prefix) for form in forms],
        key=key(indicator, lang),
        value=lambda one: value_words(indicator, one, lang),
        machine=plain_number,
        csv=urls.data_path(f"indicators/{indicator.id}.csv"),
    )


def chart_key(page: PageRenderer, indicator: Indicator) -> Markup:
    """Return the key of the chart of a series alone, for a page that sets out the rest in its own way."""
    return page.render("chart_key.html", key=key(indicator, page.lang))
