"""What the text and the poster of the manifesto both say."""

from __future__ import annotations

from typing import Any

from atlas.documents.printed import Print, held
from atlas.model import Catalogue
from atlas.model.manifesto import Manifesto
from atlas.wording import date_words


def opening(out: Print, catalogue: Catalogue) -> dict[str, Any]:
    """Return the head of the document: the sentence, who said it, and what readers must know of the text."""
    manifesto = catalogue.manifesto
    sentence, title = manifesto.sentence, out.word("nav_manifesto")
    quotes = {"fr": ("«\u202f", "\u202f»"), "en": ("“", "”")}[out.lang]
    return {
        **out.head(f"{title}, {catalogue.identity.name}", out.plain(sentence.text)),
        "manifesto": title,
        "standing": manifesto.standing.label(out.lang),
        "sentence": held(out.runs(sentence.text)),
        "quotes": quotes,
        "said_by": out.word("said_by", speaker=out.plain(sentence.speaker), date=date_words(sentence.date, out.lang)),
        "sentence_notes": out.notes(sentence.sources),
        "notice": out.paragraphs(manifesto.notice) if manifesto.notice else [],
        "address": out.address("manifesto"),
        "page": out.words.doc_page,
    }


def articles(out: Print, manifesto: Manifesto) -> list[dict[str, Any]]:
    """Return the articles, in order."""
    return [
        {
            "title": out.runs(article.title),
            "text": out.paragraphs(article.text),
            "notes": out.notes(article.sources),
        }
        for article in manifesto.articles
    ]
