"""Search and ask: the site's own passages, found by words and by meaning, in the visitor's browser.

One corpus, cut from the rendered pages, feeds everything: the search box, the questions, related pages, the files for
assistants. What is measured here in Python is what `docs/theme/js/search/` computes: the same ranks, tested on the
whole set of questions.
"""
