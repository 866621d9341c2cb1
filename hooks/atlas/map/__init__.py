"""The map in three forms of the same records: the list, the drawing, and Leaflet."""
