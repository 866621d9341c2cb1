"""The atlas of One Provence: records, checks, pages and exports, without MkDocs.

One straight line: `reading` turns YAML into checked records of `model`; `pages`, the drawings, the data and the
documents turn records into what is published. `mkdocs_site` is the one part that knows MkDocs. Each folder says in its
`__init__.py` what lies where in it; `tests/test_layers.py` has the order in which the parts stand on each other.
"""
