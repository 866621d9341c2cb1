"""Rules of the glossary: every term is used, and every lesson uses the terms that it lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from atlas.glossary_links import form_pattern
from atlas.model.authored import without_code
from atlas.model.glossary import GlossaryTerm
from atlas.model.text import LANGS
from atlas.reading.entries import Content, Entry
from atlas.reading.problems import Problem, quoted

_HEADING: Final = re.compile(r"^#.*$", re.MULTILINE)
_LINK: Final = re.compile(r"\[[^\]\n]*\]\([^)\n]*\)|\[\^[^\]\s]+\]|<!--.*?-->|\{:[^}]*\}|<[^>]+>", re.DOTALL)
_LANGUAGES: Final = {"fr": "français", "en": "anglais"}


def terms_are_used(content: Content) -> Iterator[Problem]:
    """Check that a term that a lesson lists stands in its text, in both languages, where it can be linked."""
    if content.academy is None:
        return
    terms = {entry.id: entry.record for entry in content.terms}
    for pair in content.academy.lessons.values():
        head = pair.fr.record if pair.fr else None
        if pair.fr is None or head is None:
            continue
        texts = {lang: _linkable(body.prose) for lang, body in content.academy.bodies[pair.id].items()}
        for rank, id in enumerate(head.terms):
            term = terms.get(id)
            for lang in LANGS:
                if term and lang in texts and not form_pattern(term.forms_in(lang)).search(texts[lang]):
                    wrong = f"le texte {_LANGUAGES[lang]} n’emploie pas {quoted(term.term.in_(lang))}, hors des titres"
                    cure = f"Ôtez {id} de la liste, employez le terme, ou ajoutez sa forme au glossaire"
                    yield pair.fr.error(("terms", rank), wrong, cure)


def _linkable(prose: str) -> str:
    """Return a text without its code, its headings and its links: what is left can be linked."""
    return _LINK.sub(" ", _HEADING.sub("", without_code(prose)))


def terms_are_listed(content: Content) -> Iterator[Problem]:
    """Notice the terms that no lesson lists: nobody would find them but by chance."""
    if content.academy is None or not content.academy.complete:
        return
    listed: set[Any] = set()
    for pair in content.academy.lessons.values():
        written = pair.fr.data.get("terms") if pair.fr else None
        listed.update(id for id in (written if isinstance(written, list) else ()) if isinstance(id, str))
    for entry in content.terms:
        if entry.id and entry.id not in listed:
            wrong = f"aucune leçon ne liste le terme {quoted(entry.id)}"
            yield entry.notice(("id",), wrong, "Ajoutez-le à « terms: » d’une leçon, ou ôtez-le")


def forms_are_unique(content: Content) -> Iterator[Problem]:
    """Check that no two terms have a form in common: a link could not choose."""
    for lang in LANGS:
        first: dict[str, Entry[GlossaryTerm]] = {}
        for entry in content.terms:
            if entry.record is None:
                continue
            for form in {form.casefold() for form in entry.record.forms_in(lang)}:
                before = first.setdefault(form, entry)
                if before is not entry:
                    wrong = f"{quoted(form)} est déjà une forme de {quoted(before.id)}"
                    yield entry.error(("term", lang), wrong, "Gardez-la dans un seul des deux termes")
