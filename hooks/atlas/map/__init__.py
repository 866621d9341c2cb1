"""The map in three forms of the same records: the list, the drawing, and Leaflet.

`entries` and `seats` say what all three show. `drawing` draws it, with `projection`, `layout` and `ground`; `leaflet`
makes the map that moves, with `labels`, `backgrounds`, `basemap_file` and `vendored`. The page is `pages/map.py`.
"""
