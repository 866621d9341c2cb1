"""Text as the templates of documents take it: typeset, in runs, with its notes as numbers.

A run is a piece of text that is emphasised or not; a paragraph is a list of runs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final, TypedDict

from atlas import urls
from atlas.model import Catalogue, Lang
from atlas.model.source import Source
from atlas.model.text import Text
from atlas.notes import Notes, source_date
from atlas.typography import typeset
from atlas.words import Words

REGIONS: Final[Mapping[Lang, str]] = {"fr": "FR", "en": "GB"}
"""The country whose use each edition follows, as the site does."""

_EMPHASIS: Final = re.compile(r"\*([^*\n]+)\*")
_SMALL_WORDS: Final = re.compile(
    r"\b(le|la|les|un|une|de|des|du|et|à|aux|au|en|the|a|an|of|to|in|on|at|and) (?=\w)", re.IGNORECASE
)
_PARAGRAPHS: Final = re.compile(r"\n\s*\n")


class Run(TypedDict):
    """A piece of text.

    Attributes:
        text: The text.
        em: Whether it is emphasised.
    """

    text: str
    em: bool


def runs(text: str, lang: Lang) -> list[Run]:
    """Return one paragraph of plain text, in which `*word*` is emphasis."""
    # The signs around an emphasis depend on its neighbours: the whole is set before it is cut.
    pieces = _EMPHASIS.split(typeset(" ".join(text.split()), lang))
    return [Run(text=piece, em=bool(rank % 2)) for rank, piece in enumerate(pieces) if piece]


def held(pieces: list[Run]) -> list[Run]:
    """Return a display text whose small words stay with the word after them."""
    return [Run(text=_SMALL_WORDS.sub("\\1\u00a0", run["text"]), em=run["em"]) for run in pieces]


def paragraphs(text: str, lang: Lang) -> list[list[Run]]:
    """Return the paragraphs of a text, parted by blank lines."""
    return [runs(part, lang) for part in _PARAGRAPHS.split(text.strip())]


def plain(text: str, lang: Lang) -> str:
    """Return one paragraph without its emphasis, for titles."""
    return "".join(run["text"] for run in runs(text, lang))


class Print:
    """What a document prints, in one language, with its notes numbered in the order of their calls."""

    def __init__(self, catalogue: Catalogue, lang: Lang) -> None:
        """Begin a document, without notes yet."""
        self.lang = lang
        self.words = Words(lang)
        self._catalogue = catalogue
        self._notes = Notes(catalogue.source)

    def runs(self, text: Text) -> list[Run]:
        """Return a text as one paragraph."""
        return runs(text.in_(self.lang), self.lang)

    def paragraphs(self, text: Text) -> list[list[Run]]:
        """Return a text as paragraphs."""
        return paragraphs(text.in_(self.lang), self.lang)

    def plain(self, text: Text) -> str:
        """Return a text without its emphasis."""
        return plain(text.in_(self.lang), self.lang)

    def word(self, key: str, **values: object) -> str:
        """Return words of the interface."""
        return typeset(self.words(key, **values), self.lang)

    def notes(self, ids: tuple[str, ...]) -> list[int]:
        """Return the numbers of the notes that name some sources."""
        return self._notes.numbers(ids)

    def head(self, title: str, description: str) -> dict[str, Any]:
        """Return what every document says of itself."""
        identity = self._catalogue.identity
        return {
            "lang": self.lang,
            "region": REGIONS[self.lang],
            "title": title,
            "description": description,
            "agency": typeset(identity.name, self.lang),
            "territory": self.plain(identity.territory),
        }

    def address(self, kind: str, id: str | None = None) -> Mapping[str, str]:
        """Return the address of a page: the link, and the words of it that are printed."""
        url = self._catalogue.identity.site_url + urls.page_path(kind, self.lang, id)
        return {"url": url, "shown": url.removeprefix("https://").removesuffix("/")}

    def sources(self) -> list[dict[str, Any]]:
        """Return the sources called so far, by number."""
        return [self._source(number, source) for number, source in self._notes.entries]

    def _source(self, number: int, source: Source) -> dict[str, Any]:
        return {
            "number": number,
            "publisher": typeset(source.publisher_in(self.lang), self.lang),
            "title": runs(source.title, source.lang),
            "lang": source.lang,
            "region": REGIONS[source.lang],
            "date": typeset(source_date(source, self.lang), self.lang),
            "url": str(source.url) if source.url else None,
        }
