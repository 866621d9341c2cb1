"""The manifesto as a text: A4 pages to read, to give and to frame."""

from __future__ import annotations

from atlas import urls
from atlas.documents.manifesto import articles, opening
from atlas.documents.printed import Print
from atlas.documents.typesetting import Document
from atlas.model import Catalogue, Lang
from atlas.model.vocabulary import Known
from atlas.wording import date_words


def manifesto_text(catalogue: Catalogue, lang: Lang) -> Document:
    """Return the text of the manifesto in one language."""
    out, manifesto = Print(catalogue, lang), catalogue.manifesto
    data = {**opening(out, catalogue), "articles": articles(out, manifesto)}
    if manifesto.axes:
        data |= {
            "axes_title": out.word("axes"),
            "axes": [out.runs(name) for name in manifesto.axes.names],
            "axes_notes": out.notes(manifesto.axes.sources),
        }
    data |= {
        "signed_title": out.word("signed"),
        "signature": out.runs(manifesto.signature),
        "signature_notes": out.notes(manifesto.signature_sources),
        "signed_on": out.word("signed_on", date=date_words(manifesto.signed_on, lang)) if manifesto.signed_on else "",
        "signatories": [out.plain(member.short) for member in catalogue.members if member.signatory.value is Known.YES],
        "sources_title": out.word("nav_sources"),
        "sources": out.sources(),
    }
    return Document(urls.document_path("manifesto_text", lang), "manifesto_text.typ", data)
