"""Notes: the superscript calls by which a page names its sources, and the list at its foot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

from atlas.model.source import Source
from atlas.model.text import Lang
from atlas.model.vocabulary import DateBasis
from atlas.wording import date_words

UNDATED = {"fr": "sans date", "en": "undated"}


class Notes:
    """The notes of one page, numbered in the order of their first call."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        """Take the sources that may be called, by id."""
        self._sources = sources
        self._numbers: dict[str, int] = {}

    def call(self, ids: Sequence[str]) -> Markup:
        """Return the note calls for some sources, as one superscript; nothing for none.

        Raises:
            KeyError: When a source does not exist; rules refuse such records before pages are made.
        """
        link = Markup('<a href="#note-{0}" aria-label="Note {0}">{0}</a>')
        links = [link.format(number) for number in self.numbers(ids)]
        return Markup('<sup class="n">{}</sup>').format(Markup(" ").join(links)) if links else Markup("")

    def numbers(self, ids: Sequence[str]) -> list[int]:
        """Return the numbers of some sources, which are called by this.

        Raises:
            KeyError: When a source does not exist.
        """
        return [self._numbers.setdefault(self._sources[id].id, len(self._numbers) + 1) for id in ids]

    @property
    def entries(self) -> list[tuple[int, Source]]:
        """The sources called so far, with their numbers."""
        return [(number, self._sources[id]) for id, number in self._numbers.items()]


def source_date(source: Source, lang: Lang) -> str:
    """Return the date of a source in words, with how it is known."""
    if source.date is None:
        return UNDATED[lang]
    when = date_words(source.date, lang)
    return f"{when} ({source.date_basis.label(lang)})" if source.date_basis is DateBasis.INFERRED else when


def source_line(source: Source, lang: Lang) -> Markup:
    """Return a source in one line: its publisher, its title and its date."""
    when = source_date(source, lang)
    title_lang = Markup("") if source.lang == lang else Markup(' lang="{}"').format(source.lang)
    return Markup("{}, <cite{}>{}</cite>, {}").format(escape(source.publisher_in(lang)), title_lang, source.title, when)
