"""Drawing: the chart of a series, rendered by Vega, kept in the cache, and given its words."""

from __future__ import annotations

import re
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

from markupsafe import Markup, escape

from atlas.assets import fingerprint
from atlas.charts.bilingual import in_language, interface_label
from atlas.charts.description import chart_alt, chart_title
from atlas.charts.listing import height, in_rows
from atlas.charts.sizes import PROJECT, SIZES, Size, SizeName
from atlas.charts.svg import body, set_french
from atlas.heavy import Rendering, cache_folder, render
from atlas.model.indicator import Indicator
from atlas.model.text import Lang
from atlas.palette import Palette, palette

DRAWN_WORDS: Final = ("chart_break", "chart_unknown")
"""The words of the interface that stand within drawings."""

_TEXT: Final = re.compile(r"(?<=>)([^<>]+)(?=</text>)")
_TOKEN: Final = re.compile(r"var\(--([\w-]+)\)")


def chart(indicator: Indicator, lang: Lang, size: SizeName, *, prefix: str = "plot") -> Markup:
    """Return the chart of a series as an image that stands in a page.

    Args:
        indicator: The series.
        lang: The language of the page.
        size: How wide it is: `small` for a small multiple, `narrow` for a phone, `wide` for the column of a page.
        prefix: What its identifiers begin with: another one where the same chart stands twice on a page.
    """
    name = f"{prefix}-{indicator.id}-{size}"
    return Markup(
        f'<svg class="plot plot-{size}" role="img" aria-labelledby="{name}-t {name}-d" {_frame(indicator, size)}>'
        f'<title id="{name}-t">{escape(chart_title(indicator, lang))}</title>'
        f'<desc id="{name}-d">{escape(chart_alt(indicator, lang))}</desc>{_body(indicator, lang, size)}</svg>'
    )


def chart_svg_for_print(
    indicator: Indicator, lang: Lang, size: SizeName = "wide", *, colours: Palette | None = None
) -> str:
    """Return a chart as a picture of its own, for a printed document: in the colours of the day, on white.

    Args:
        indicator: The series.
        lang: The language of the document.
        size: Its shape.
        colours: The colours of the site; those of the theme by default.
    """
    known = palette(PROJECT / "docs" / "theme") if colours is None else colours
    day = {name: pair[0] for name, pair in known.items()} | {"paper": "#ffffff"}
    drawn = _TOKEN.sub(lambda token: day[token[1]], _body(indicator, lang, size))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {_frame(indicator, size)}>'
        f"<title>{escape(chart_title(indicator, lang))}</title><desc>{escape(chart_alt(indicator, lang))}</desc>"
        f'<g font-family="Atlas Label">{drawn}</g></svg>'
    )


def _frame(indicator: Indicator, size: SizeName) -> str:
    measures = SIZES[size]
    tall = _height(indicator, measures)
    return (
        f'viewBox="0 0 {measures.width} {tall}" width="{measures.width}" height="{tall}" fill="none" '
        f'font-size="{measures.letter:g}"'
    )


def _height(indicator: Indicator, size: Size) -> int:
    return height(indicator, size) if in_rows(indicator) else size.height


def _body(indicator: Indicator, lang: Lang, size: SizeName) -> str:
    """Return the marks of a chart, with the words of one language."""
    rendering = Rendering(
        f"{indicator.id}.{size}.svg",
        (*_tools(), *map(interface_label, DRAWN_WORDS), _told(indicator), size),
        lambda: _rendered(indicator, SIZES[size]).encode(),
    )
    # Never put off: a page cannot do without its chart, and hundreds are drawn in a second or two.
    ((_, drawn),) = render([rendering], cache_folder(PROJECT))
    return _TEXT.sub(lambda words: _said(words[1], lang), drawn.decode())


def _said(words: str, lang: Lang) -> str:
    own = in_language(words, lang)
    return set_french(own) if lang == "fr" else own


def _told(indicator: Indicator) -> str:
    """Return what a drawing depends on in a record: a new finding or source does not draw it anew."""
    return indicator.model_dump_json(
        include={"unit_kind": True, "values": {"__all__": {"year", "value", "band", "qualifier"}}, "breaks": True}
    )


@cache
def _tools() -> tuple[str, ...]:
    """Return what every drawing depends on: this code, the words and the letters, the libraries."""
    files = sorted(Path(__file__).parent.glob("*.py"))
    files += [PROJECT / "vendor" / "fonts" / "bricolage-grotesque.woff2"]
    return version("altair"), version("vl-convert-python"), fingerprint(*(file.read_bytes() for file in files))


def _rendered(indicator: Indicator, size: Size) -> str:
    """Render a chart. The libraries are loaded here: a build that finds its charts in the cache does without."""
    import vl_convert

    from atlas.charts import rows, series

    _register_letters()
    drawn = rows.drawn(indicator, size) if in_rows(indicator) else series.drawn(indicator, size)
    return body(vl_convert.vegalite_to_svg(drawn), size.letter)


@cache
def _register_letters() -> None:
    """Tell the renderer of the site's own letters, so that it measures words as browsers will."""
    import vl_convert

    vl_convert.register_font_directory(str(PROJECT / "vendor" / "type"))
