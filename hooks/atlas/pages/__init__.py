"""The pages: what each one says, as Markdown with a title and a description.

A page is a module with the name of its section and a template of `templates/`. `records`, `routes`, `lessons` and
`observatory` make pages of records; `directives` and `figures` show records in pages that people write; `rendering` is
what every template may call, `context` what the theme knows of a page.
"""
