"""The charts of the observatory, drawn at build as still SVG that any theme can colour."""

from atlas.charts.description import chart_alt
from atlas.charts.drawing import chart, chart_svg_for_print
from atlas.charts.sizes import SizeName

__all__ = ["SizeName", "chart", "chart_alt", "chart_svg_for_print"]
