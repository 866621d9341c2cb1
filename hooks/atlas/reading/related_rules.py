"""Rules of the pages that an author names at the foot of another, by their addresses."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from atlas import urls
from atlas.model.authored import AuthoredPage
from atlas.model.text import LANGS, Lang
from atlas.reading.entries import Content
from atlas.reading.fixes import Write, as_yaml
from atlas.reading.page_addresses import cleaned, may_exist, nearest, page_addresses
from atlas.reading.problems import Problem, quoted

_EDITIONS: Final = {"fr": "française", "en": "anglaise"}


def related_pages_exist(content: Content) -> Iterator[Problem]:
    """Check that a page names as related other pages of its edition, each once."""
    chosen = [page for page in content.pages if page.head.related]
    known = {lang: page_addresses(content, lang) for lang in LANGS} if chosen else {}
    for page in chosen:
        for rank, path in enumerate(page.head.related):
            if path == page.path:
                yield _problem(page, rank, "la page se nomme elle-même", f"Ôtez {quoted(path)} de la liste")
            elif path in page.head.related[:rank]:
                yield _problem(page, rank, f"{quoted(path)} est déjà dans la liste", "Ôtez cette répétition")
            elif path not in known[page.lang] and not may_exist(path, content, page.lang):
                yield _unknown(page, rank, path, known[page.lang])


def _unknown(page: AuthoredPage, rank: int, path: str, known: Collection[str]) -> Problem:
    near, certain = nearest(path, page.lang, known), cleaned(path, page.lang, known)
    cure = f"Vouliez-vous dire « {near} » ?" if near else f"Écrivez l’adresse d’une page, comme {_example(page.lang)}"
    fix = Write(("related", rank), as_yaml(certain)) if certain else None
    wrong = f"aucune page {_EDITIONS[page.lang]} n’est à l’adresse {quoted(path)}"
    return _problem(page, rank, wrong, cure, fix)


def _example(lang: Lang) -> str:
    return urls.page_path("place", lang, "mucem")


def _problem(page: AuthoredPage, rank: int, wrong: str, cure: str, fix: Write | None = None) -> Problem:
    field = f"related[{rank + 1}]"
    return Problem(page.file, page.line(field), field, wrong, cure, fix=fix)
