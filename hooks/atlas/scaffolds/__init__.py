"""Writes the first draft of a record, valid at once and in both languages: `python -m atlas.scaffolds`.

`kinds` lists what can be drafted and what each draft asks for; `records`, `items` and `courses` write a file, a line of
a list, a session or a lesson; `planting` puts the draft in its place.
"""
