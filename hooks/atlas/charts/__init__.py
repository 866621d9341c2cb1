"""The charts of the observatory, drawn at build as still SVG that any theme can colour.

`drawing` makes the chart of a series: `series` where values make a line, `rows` where they are few. What both are made
of is in `parts`, `scales`, `labels`, `gaps`, `marks` and `sizes`; `key`, `values` and `description` put it in words.
"""

from atlas.charts.description import chart_alt
from atlas.charts.drawing import chart, chart_svg_for_print
from atlas.charts.sizes import SizeName

__all__ = ["SizeName", "chart", "chart_alt", "chart_svg_for_print"]
