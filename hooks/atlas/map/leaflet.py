"""The Leaflet map, made by folium without folium's page.

folium puts the map together and writes its script. Its page is left out: that one would load jQuery, Bootstrap and
eight other libraries from four hosts, and lock the zoom of the browser. What is kept is the script, written to a file
whose name holds its hash; it is the same at every build because elements are counted, not drawn by lot.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import folium
from branca.element import Figure, MacroElement
from folium.map import CustomPane
from folium.raster_layers import ImageOverlay
from folium.template import Template
from folium.utilities import JsCode, validate_location

from atlas.assets import fingerprint
from atlas.geography.basemap import relief
from atlas.map.basemap_file import VIEW_BOUNDS, basemap_json, basemap_path, relief_path
from atlas.map.entries import Entry, entries
from atlas.map.labels import labels
from atlas.map.vendored import leaflet_files
from atlas.model import LANGS, Catalogue, Lang

MAP_ID: Final = "places"
"""folium calls the element `map_places`: the template of the page gives it that id."""

WHOLE: Final = ((43.145, 4.70), (43.79, 5.84))
"""South-west and north-east of the metropolis, with a margin."""

LAND, RELIEF, SEA, LIMITS, COMMUNES, NAMES = "land", "relief", "sea", "limits", "communes", "names"
TILES, ROUTES = "tiles", "routes"
"""Where a background of another host and the chosen route go; nothing is in them before a reader asks."""


class BareMap(folium.Map):
    """A folium map that loads nothing by itself."""

    default_js: list[tuple[str, str]] = []  # noqa: RUF012  as folium declares them
    default_css: list[tuple[str, str]] = []  # noqa: RUF012


class Shapes(MacroElement):
    """Shapes of the basemap file, styled by classes so that the theme, the night and print decide their colours."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        L.geoJSON({{ this.geometry }}, {
            pane: {{ this.pane|tojson }}, interactive: false, smoothFactor: 0.7,
            style: () => ({className: {{ this.class_name|tojson }}})
        }).addTo({{ this._parent.get_name() }});
        {% endmacro %}
        """
    )

    def __init__(self, geometry: str, pane: str, class_name: str) -> None:
        """Take the JavaScript of a GeoJSON geometry."""
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Shapes"
        self.geometry, self.pane, self.class_name = geometry, pane, class_name


class Names(MacroElement):
    """Names of towns, waters and massifs: text of the page, hidden below the zoom from which it has room."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        for (const [words, kind, lat, lon, zoom] of {{ this.names|tojson }}) {
            const text = document.createElement("span");
            text.textContent = words;
            L.marker([lat, lon], {
                pane: "names", interactive: false, keyboard: false,
                icon: L.divIcon({className: `map-name ${kind} from-${zoom}`, html: text, iconSize: [0, 0]})
            }).addTo({{ this._parent.get_name() }});
        }
        {% endmacro %}
        """
    )

    def __init__(self, names: list[list[Any]]) -> None:
        """Take words, kind, latitude, longitude and first zoom of each name."""
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Names"
        self.names = names


class Discs(MacroElement):
    """The places: a disc each, with its number, named for screen readers. One list, so that a thousand stay small.

    They are made, not shown: the list of the page decides which are.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        const markers = new Map();
        for (const [id, number, label, approximate, lat, lon] of {{ this.places|tojson }}) {
            const html = document.createElement("span");
            for (const [part, text] of [["map-leader"], ["map-point"], ["map-disc", number], ["vh", label]]) {
                const span = document.createElement("span");
                span.className = part;
                span.textContent = text ?? "";
                if (part !== "vh") span.setAttribute("aria-hidden", "true");
                html.append(span);
            }
            markers.set(id, L.marker([lat, lon], {
                riseOnHover: true,
                icon: L.divIcon({className: `map-place${approximate ? " approximate" : ""}`, html, iconSize: [34, 34]})
            }));
        }
        {% endmacro %}
        """
    )

    def __init__(self, shown: Sequence[Entry], lang: Lang) -> None:
        """Take the places as all the maps show them."""
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Discs"
        self.places = [
            [one.id, one.number, one.label(lang), one.approximate, *validate_location([one.lat, one.lon])]
            for one in shown
        ]


def map_script(shown: Sequence[Entry], lang: Lang) -> bytes:
    """Return the map as a JavaScript module: a function that draws it with Leaflet and the basemap file."""
    (south, west), (north, east) = VIEW_BOUNDS
    calm = JsCode("!matchMedia('(prefers-reduced-motion: reduce)').matches")
    # folium declares no type for JavaScript among its options.
    in_browser: dict[str, Any] = {
        # One finger scrolls the page, two move the map.
        "dragging": JsCode("!matchMedia('(pointer: coarse)').matches"),
        "fade_animation": calm,
        "zoom_animation": calm,
        "marker_zoom_animation": calm,
    }
    chart = BareMap(
        location=[(WHOLE[0][0] + WHOLE[1][0]) / 2, (WHOLE[0][1] + WHOLE[1][1]) / 2],
        zoom_start=10,
        tiles=None,
        zoom_control=False,
        attribution_control=False,  # the credit stands below the map, where it can be read
        zoom_snap=0.25,
        # folium keeps min_zoom and max_zoom for tiles: Leaflet's own names reach the map.
        minZoom=8.5,
        maxZoom=13,
        max_bounds=True,
        min_lat=south,
        max_lat=north,
        min_lon=west,
        max_lon=east,
        max_bounds_viscosity=0.9,
        scroll_wheel_zoom=False,
        **in_browser,
    )
    for z_index, pane in enumerate((LAND, TILES, RELIEF, SEA, LIMITS, COMMUNES, NAMES, ROUTES), start=210):
        CustomPane(pane, z_index=z_index, pointer_events=pane == COMMUNES).add_to(chart)
    # A path relative to nothing: folium would read the file and inline it, so the address is set afterwards.
    shade = ImageOverlay(image="https://folium.invalid/", bounds=VIEW_BOUNDS, pane=RELIEF, alt="")
    shade.url = "RELIEF"
    shade.add_to(chart)
    ground = [[[west - 9, south - 9], [east + 9, south - 9], [east + 9, north + 9], [west - 9, north + 9]]]
    for geometry, pane, class_name in (
        # The relief blends with what lies below it among the panes: the paper of the page is not one of them.
        (f'{{type: "Polygon", coordinates: {ground}}}', LAND, "map-land"),
        ('{type: "MultiPolygon", coordinates: basemap.sea}', SEA, "g-sea"),
        *((_lines(f"basemap.water[{rank}]"), SEA, f"map-water g-wave g-w{rank + 1}") for rank in range(6)),
        (_lines("basemap.rivers"), SEA, "g-river"),
        (_lines('basemap.arcs.filter((arc, i) => basemap.kind[i] === "limit")'), LIMITS, "g-limits"),
        (_lines('basemap.arcs.filter((arc, i) => basemap.kind[i] === "border")'), LIMITS, "g-border"),
    ):
        Shapes(geometry, pane, class_name).add_to(chart)
    Names([[n.words, n.kind, n.lat, n.lon, n.zoom] for n in labels(lang)]).add_to(chart)
    Discs(shown, lang).add_to(chart)
    _count(chart)
    root = chart.get_root()
    assert isinstance(root, Figure)
    root.render()  # fills `script`; the header and the page that it also makes are not used
    lines = re.sub(r"\n\s*\n+", "\n", re.sub(r"(?m)^\s+", "", root.script.render()))
    whole = [list(corner) for corner in WHOLE]
    return (
        f"// Made by folium {version('folium')}.\nexport default function draw(L, basemap, relief) {{\n"
        + lines.replace('"RELIEF"', "relief")
        + f"return {{map: {chart.get_name()}, markers, whole: {whole}}};\n}}\n"
    ).encode()


def _lines(lines: str) -> str:
    return f'{{type: "MultiLineString", coordinates: {lines}}}'


def _count(chart: folium.Map) -> None:
    """Give every element of the map a counted id: folium draws them by lot, and no two builds would agree."""
    numbers = itertools.count(1)

    def number(element: Any) -> None:
        for child in element._children.values():
            child._id = f"{next(numbers):02d}"
            number(child)

    number(chart)
    chart._id = MAP_ID


def script_path(script: bytes, lang: Lang) -> str:
    """Return where the script of one language is published."""
    return f"assets/map/map.{lang}.{fingerprint(script)}.js"


def map_files(catalogue: Catalogue, vendor: Path) -> dict[str, bytes]:
    """Return what is published under `assets/map/`, for both languages, by site path."""
    scripts = {lang: map_script(entries(catalogue.places, lang), lang) for lang in LANGS}
    return {
        basemap_path(): basemap_json(),
        relief_path(): relief(),
        **{script_path(script, lang): script for lang, script in scripts.items()},
        **leaflet_files(vendor),
    }
