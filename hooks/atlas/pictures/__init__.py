"""Photographs: looked at as they come in, published at fitting sizes and without what they tell of their makers."""

from atlas.pictures.figure import picture_html
from atlas.pictures.photographs import Photograph, photographs, pictures

__all__ = ["Photograph", "photographs", "picture_html", "pictures"]
