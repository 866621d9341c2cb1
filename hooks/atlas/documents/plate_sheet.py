"""The sheet of a plate: the picture of a place on A3 paper, with what it is and what it counts."""

from __future__ import annotations

from atlas import urls
from atlas.documents.printed import Print, held
from atlas.documents.typesetting import Document
from atlas.geography.communes import boroughs, communes
from atlas.model import Catalogue, Lang, Place
from atlas.plates import Plate, standalone_svg
from atlas.typography import typeset


def plate_sheet(catalogue: Catalogue, place: Place, plate: Plate, lang: Lang) -> Document:
    """Return the sheet of a place in one language."""
    out = Print(catalogue, lang)
    name, label = out.plain(place.name), out.word("plate", n=place.order)
    status = place.standing.value
    data = {
        **out.head(f"{name}, {label.lower()}", out.plain(place.summary.text)),
        "name": name,
        "number": place.order,
        "plate": label,
        "where": where(place, lang),
        "headline": held(out.runs(place.headline)),
        "alt": out.plain(plate.alt),
        "caption": out.runs(plate.caption),
        "caption_notes": out.notes(plate.sources),
        "status": typeset(status.label(lang), lang),
        "status_text": out.word(f"status_{status.value}"),
        "status_notes": out.notes(place.standing.sources),
        "drawn": out.word("doc_drawn"),
        "sources_title": out.word("nav_sources"),
        "picture_title": out.word("doc_picture"),
        "address": out.address("place", place.id),
    }
    return Document(
        urls.document_path("plate_sheet", lang, place.id),
        "plate_sheet.typ",
        {**data, "sources": out.sources()},
        {"plate": standalone_svg(plate)},
    )


def where(place: Place, lang: Lang) -> dict[str, str]:
    """Return the commune of a place, and the rank of its borough with the letters that are set above the line."""
    position = place.position
    where = {"commune": typeset(communes()[position.insee].name, lang), "rank": "", "raised": ""}
    if position.borough:
        rank = boroughs()[position.borough].name.split()[1]
        number = rank.rstrip("er")
        where |= {"rank": number, "raised": rank.removeprefix(number)}
    return where
