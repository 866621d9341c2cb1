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
        links = [self._link(self._sources[id]) for id in ids]
        return Markup('<sup class="n">{}</sup>').format(Markup(" ").join(links)) if links else Markup("")

    def _link(self, source: Source) -> Markup:
        number = self._numbers.setdefault(source.id, len(self._numbers) + 1)
        return Markup('<a href="#note-{0}" aria-label="Note {0}">{0}</a>').format(number)

    @property
    def entries(self) -> list[tuple[int, Source]]:
        """The sources called so far, with their numbers."""
        return [(number, self._sources[id]) for id, number in self._numbers.items()]


def source_line(source: Source, lang: Lang) -> Markup:
    """Return a source in one line: its publisher, its title and its date, with how that date is known."""
    when = UNDATED[lang]
    if source.date is not None:
        when = date_words(source.date, lang)
        if source.date_basis is DateBasis.INFERRED:
            when += f" ({source.date_basis.label(lang)})"
    title_lang = Markup("") if source.lang == lang else Markup(' lang="{}"').format(source.lang)
    return Markup("{}, <cite{}>{}</cite>, {}").format(escape(source.publisher), title_lang, source.title, when)
