"""The territory: the 92 communes of the metropolis, their outlines, and the basemap that maps are drawn on."""
