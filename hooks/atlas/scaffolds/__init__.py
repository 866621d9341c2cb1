"""Writes the first draft of a record, valid at once and in both languages: `python -m atlas.scaffolds`."""
