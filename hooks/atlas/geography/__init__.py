"""The territory: the 92 communes of the metropolis (`communes`), and the shapes that maps are drawn with (`basemap`).

`data/` holds what `scripts/derive_basemap.py` has derived, with its licences.
"""
