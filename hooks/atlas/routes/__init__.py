"""The routes: what is computed of them, as the crow flies."""

from atlas.routes.legs import Leg, leg_list, length_km

__all__ = ["Leg", "leg_list", "length_km"]
