"""Cleaning: what the renderer writes becomes a small drawing that a page can hold.

No class, no role, no style, no identifier is left; a value carries its year and its number as data.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from typing import Final

from markupsafe import escape

from atlas.charts.sizes import OPENED
from atlas.plates.primitives import number
from atlas.typography import NNBSP

_SVG: Final = "{http://www.w3.org/2000/svg}"
_SHIFT: Final = re.compile(r"translate\((-?[\d.e-]+),(-?[\d.e-]+)\)")
_NUMBER: Final = re.compile(r"-?\d+\.\d+(?:e-?\d+)?")
_KEY: Final = re.compile(r"¶(\d+)\|([^|]+)\|(\w+)")
_CIRCLE: Final = re.compile(r"M([\d.]+),0C[^LM]*Z")
_KEPT: Final[tuple[str, ...]] = ("fill", "stroke", "stroke-width", "stroke-dasharray", "text-anchor", "font-size")
_THOUSANDS: Final = re.compile(rf"{NNBSP}(\d{{3}})")
_ORDINAL: Final = re.compile(r"(?<=\d)(er|e)$")


def body(svg: str, letter: float) -> str:
    """Return the marks of a rendered chart as SVG without a frame; letters of the usual size do not repeat it.

    Raises:
        ValueError: When the renderer wrote something that this does not know, such as an image or a gradient.
    """
    return "".join(_marks(ET.fromstring(svg), 0.0, 0.0, letter))


def _marks(element: ET.Element, x: float, y: float, letter: float) -> Iterator[str]:
    name = element.tag.removeprefix(_SVG)
    shift = _SHIFT.fullmatch(element.get("transform", "translate(0,0)"))
    if shift is None:
        raise ValueError(f"un tracé tourné ou changé d’échelle : {element.get('transform')}")
    x, y = x + float(shift[1]), y + float(shift[2])
    if name in {"svg", "g"}:
        for child in element:
            yield from _marks(child, x, y, letter)
        return
    # The ground of the whole, of which there is none, and the frames of groups.
    if name == "rect" or (name == "path" and element.get("class") in {"background", "foreground"}):
        return
    given: dict[str, str] = {}
    if name == "line":
        ends = (x, y, x + float(element.get("x2", 0)), y + float(element.get("y2", 0)))
        given = {key: number(value, 1) for key, value in zip(("x1", "y1", "x2", "y2"), ends, strict=True)}
    elif name == "text":
        given = {"x": number(x, 1), "y": number(y, 1)}
    elif name == "path" and (circle := _CIRCLE.fullmatch(element.get("d", ""))):
        name = "circle"  # the only closed curve of our shapes, which the renderer writes as four
        given = {"cx": number(x, 1), "cy": number(y, 1), "r": number(float(circle[1]), 1)}
    elif name == "path":
        given = {"transform": f"translate({number(x, 1)} {number(y, 1)})", "d": _short(element.get("d", ""))}
    else:
        raise ValueError(f"un élément inattendu dans un graphique : {name}")
    yield _written(name, given | _kept(element, name, letter), element)


def _kept(element: ET.Element, name: str, letter: float) -> dict[str, str]:
    """Return the attributes that say how a mark looks, and the data that it carries."""
    kept: dict[str, str] = {key: element.attrib[key] for key in _KEPT if key in element.attrib}
    if kept.get("font-size") == f"{letter:g}px":
        del kept["font-size"]
    for key, usual in (("stroke-width", "1"), ("text-anchor", "start")):
        if kept.get(key) == usual:
            del kept[key]
    if name == "text" and "stroke" in kept:
        kept["paint-order"] = "stroke"
        kept["stroke-linejoin"] = "round"
    if kept.get("stroke-dasharray", "") in {"", "0"}:
        kept.pop("stroke-dasharray", None)
    else:
        kept["stroke-linecap"] = "round"
    told = _KEY.fullmatch(element.get("aria-label", ""))
    if told:
        kept |= {"data-year": told[1], "data-value": told[2], "data-qualifier": told[3]}
    return kept


def _written(name: str, given: Mapping[str, str], element: ET.Element) -> str:
    attributes = "".join(f' {key}="{escape(value)}"' for key, value in given.items())
    if name != "text":
        return f"<{name}{attributes}/>"
    return f"<text{attributes}>{escape(element.text or '')}</text>"


def _short(path: str) -> str:
    """Return a path whose numbers have two decimals at most."""
    return _NUMBER.sub(lambda found: number(float(found[0]), 2), path)


def set_french(words: str) -> str:
    """Return French words as SVG: thousands a little apart, the ending of a rank raised, as in 44ᵉ."""
    apart = _THOUSANDS.sub(rf'{NNBSP}<tspan dx="{number(OPENED, 2)}em">\1</tspan>', words)
    # Without the halo, which would hide the end of the number.
    return _ORDINAL.sub(r'<tspan dy="-.35em" font-size=".72em" stroke="none">\1</tspan>', apart)
