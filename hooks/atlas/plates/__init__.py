"""The plates: ten pictures drawn by code, one horizon, one disc.

A plate is a module, named for its place, with a `draw` function: pure, done in milliseconds and once. All use the
`primitives` and the `inks`; `rendering` is what is published of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from atlas.plates import (
    aeroport_marseille_provence,
    digital_realty,
    grand_theatre_de_provence,
    iter,
    la_ciotat_shipyards,
    marina_olympique,
    mucem,
    port_center,
    provence_studios,
    tour_la_marseillaise,
)
from atlas.plates.rendering import plate_svg, standalone_svg, strip
from atlas.plates.sheet import Plate

__all__ = ["PLATES", "Plate", "plate", "plate_svg", "standalone_svg", "strip"]

PLATES: Mapping[str, Callable[[], Plate]] = {
    "digital-realty": digital_realty.draw,
    "aeroport-marseille-provence": aeroport_marseille_provence.draw,
    "port-center": port_center.draw,
    "iter": iter.draw,
    "mucem": mucem.draw,
    "grand-theatre-de-provence": grand_theatre_de_provence.draw,
    "marina-olympique": marina_olympique.draw,
    "la-ciotat-shipyards": la_ciotat_shipyards.draw,
    "provence-studios": provence_studios.draw,
    "tour-la-marseillaise": tour_la_marseillaise.draw,
}
"""The drawings, by the identifier of the place, in the order of the network."""


@cache
def plate(place_id: str) -> Plate | None:
    """Return the plate of a place, or none for a place that has not been drawn yet."""
    draw = PLATES.get(place_id)
    return draw() if draw else None
