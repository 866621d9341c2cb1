"""What follows a text on paper: its words explained, and what to read next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from atlas import urls
from atlas.documents.printed import Print, Run, runs
from atlas.folding import fold
from atlas.model import Catalogue, Text
from atlas.model.academy import Lesson, ReadingItem
from atlas.takeaway.flow import Block, Piece


def glossary(catalogue: Catalogue, lessons: Sequence[Lesson], out: Print) -> Block | None:
    """Return the terms of some lessons with their definitions, in the order of dictionaries; none without terms."""
    used = {id for lesson in lessons for id in lesson.terms}
    terms = sorted((term for term in catalogue.terms if term.id in used), key=lambda one: fold(one.term.in_(out.lang)))
    entries = [
        {
            "term": pieces(out.runs(term.term)),
            "body": [{"kind": "par", "body": [*pieces(out.runs(term.definition)), *_calls(term.sources, out)]}],
        }
        for term in terms
    ]
    return {"kind": "terms", "entries": entries} if entries else None


def reading(catalogue: Catalogue, lesson: Lesson, labels: Mapping[str, str], out: Print) -> Iterator[list[Block]]:
    """Yield what to read after a lesson, an item each.

    Args:
        catalogue: The records.
        lesson: The lesson.
        labels: The lessons of the document: the label that links lead to, by the path of the lesson on the site.
        out: The document.
    """
    for item in lesson.reading:
        why = [{"kind": "par", "body": pieces(out.runs(item.why))}] if item.why else []
        yield [{"kind": "par", "body": _item(catalogue, item, labels, out)}, *why]


def _item(catalogue: Catalogue, item: ReadingItem, labels: Mapping[str, str], out: Print) -> list[Piece]:
    if item.source:
        source = catalogue.source[item.source]
        title = {"kind": "lang", "lang": source.lang, "body": pieces(runs(source.title, source.lang))}
        return [{"kind": "em", "body": [title]}, *_calls((source.id,), out)]
    title_of, path = _page(catalogue, item, out)
    url = f"#{labels[path]}" if path in labels else catalogue.identity.site_url + path
    return [{"kind": "link", "url": url, "body": pieces(out.runs(title_of))}]


def _page(catalogue: Catalogue, item: ReadingItem, out: Print) -> tuple[Text, str]:
    """Return the title and the path of a page of the site."""
    if item.lesson:
        return catalogue.lesson[item.lesson].title, urls.page_path("lesson", out.lang, item.lesson)
    if item.place:
        return catalogue.place[item.place].name, urls.page_path("place", out.lang, item.place)
    id = str(item.indicator)
    return catalogue.indicator[id].title, urls.page_path("indicator", out.lang, id)


def _calls(sources: Sequence[str], out: Print) -> list[Piece]:
    return [{"kind": "notes", "numbers": out.notes(tuple(sources))}] if sources else []


def pieces(parts: Sequence[Run]) -> list[Piece]:
    """Return plain text as the pieces of a line."""
    return [{"kind": "em", "body": [run["text"]]} if run["em"] else run["text"] for run in parts]
