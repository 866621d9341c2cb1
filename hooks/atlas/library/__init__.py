"""The library: everything that the site lends to those who learn, with what one may look for it by.

`items` is what there is, `facets` how one looks for it. The page is `pages/library.py`, its feed `feeds/library.py`.
"""
