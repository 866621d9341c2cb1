"""The plaque of a place: A5, to hang where one stands; its code leads to the page of the place."""

from __future__ import annotations

from atlas import urls
from atlas.documents.plate_sheet import where
from atlas.documents.printed import Print
from atlas.documents.typesetting import Document
from atlas.model import Catalogue, Lang, Place
from atlas.qr import qr_svg


def plaque(catalogue: Catalogue, place: Place, lang: Lang) -> Document:
    """Return the plaque of a place in one language."""
    out = Print(catalogue, lang)
    name, address = out.plain(place.name), out.address("place", place.id)
    data = {
        **out.head(out.word("plaque_title", name=name), out.plain(place.summary.text)),
        "name": name,
        "number": place.order,
        "where": where(place, lang),
        "headline": out.runs(place.headline),
        "alt": out.word("code_alt", address=address["shown"]),
        "invitation": out.word("plaque_invitation"),
        "address": address,
    }
    code = str(qr_svg(address["url"]))
    return Document(urls.document_path("plaque", lang, place.id), "plaque.typ", data, {"code": code})
