"""The library: everything that the site lends to those who learn, with what one may look for it by."""
