"""Mends what is certainly wrong in content, and nothing else: `python -m atlas.mending`."""
