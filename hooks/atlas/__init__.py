"""The atlas of One Provence: records, checks, pages and exports, without MkDocs.

One straight line: `reading` turns YAML into checked records of `model`; `pages`, `map` and the
exports turn records into what is published. `mkdocs_site` is the one module that knows MkDocs.
"""
