"""The subjects of the cards: each page of each edition, what its card says and what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from atlas import urls
from atlas.model import LANGS, Catalogue, Indicator, Lang, Member, Place
from atlas.model.academy import Lesson, Session
from atlas.model.route import Route
from atlas.plates import plate
from atlas.typography import typeset
from atlas.words import Words

WHOLE: Final = ("manifesto", "places", "map", "members")
"""The sections whose own page has a card of a form of its own."""


Presented = Place | Member | Route | Indicator | Session | Lesson
"""What a page of its own presents."""


@dataclass(frozen=True)
class Subject:
    """A page, as its card shows it.

    Attributes:
        path: The page's path from the root of the whole site.
        kind: `home`, a section of `WHOLE`, `place`, `member`, `route`, `indicator`, `session`,
            `lesson`, or `page` for any other.
        title: Its title, its signs and spaces set.
        alt: What the card shows, for who does not see it.
        record: The record that the page presents.
    """

    path: str
    kind: str
    title: str
    alt: str
    record: Presented | None = None

    @property
    def lang(self) -> Lang:
        """The language of the page."""
        return urls.edition_of(self.path)


def subjects(catalogue: Catalogue) -> Iterator[Subject]:
    """Yield the subject of each page of both editions."""
    for page in catalogue.pages:
        yield subject(catalogue, page.path, page.head.title)
    for lang in LANGS:
        for place in catalogue.places:
            yield subject(catalogue, urls.page_path("place", lang, place.id), place.name.in_(lang))
        for member in catalogue.members:
            yield subject(catalogue, urls.page_path("member", lang, member.id), member.short.in_(lang))
        for route in catalogue.routes:
            yield subject(catalogue, urls.page_path("route", lang, route.id), route.name.in_(lang))
        for session in catalogue.sessions:
            yield subject(catalogue, urls.page_path("session", lang, session.id), session.title.in_(lang))
        for lesson in catalogue.lessons:
            yield subject(catalogue, urls.page_path("lesson", lang, lesson.key), lesson.title.in_(lang))
        for indicator in catalogue.indicators:
            yield subject(catalogue, urls.page_path("indicator", lang, indicator.id), indicator.title.in_(lang))


def subject(catalogue: Catalogue, path: str, title: str) -> Subject:
    """Return the subject of the page at `path`."""
    lang = urls.edition_of(path)
    name = typeset(title.replace("*", ""), lang)
    kind, record = _kind(catalogue, path)
    return Subject(path, kind, name, f"{name}. {typeset(_shown(kind, record, lang), lang)}", record)


def _kind(catalogue: Catalogue, path: str) -> tuple[str, Presented | None]:
    """Return the kind of a page, and the record that it presents."""
    lang, section = urls.edition_of(path), urls.section_of(path)
    if path == urls.page_path("home", lang):
        return "home", None
    if section in WHOLE and path == urls.page_path(section, lang):
        return section, None
    id = path.rstrip("/").rpartition("/")[2]
    records: dict[str, Presented | None] = {
        "place": catalogue.place.get(id),
        "member": catalogue.member.get(id),
        "route": catalogue.route.get(id),
        "indicator": catalogue.indicator.get(id),
        "session": catalogue.session.get(id),
    }
    lesson = catalogue.lesson.get("/".join(path.rstrip("/").split("/")[-2:]))
    if lesson is not None and path == urls.page_path("lesson", lang, lesson.key):
        return "lesson", lesson
    for kind, record in records.items():
        if record is not None and path == urls.page_path(kind, lang, id):
            return kind, record
    return "page", None


def _shown(kind: str, record: Presented | None, lang: Lang) -> str:
    """Return what is seen on the card of a kind of page."""
    words = Words(lang)
    if kind == "place" and record is not None:
        drawn = plate(record.id)
        return drawn.alt.in_(lang) if drawn else words.card_chart
    return {
        "home": words.card_coast,
        "map": words.card_coast,
        "manifesto": words.card_sentence,
        "places": words.card_plates,
        "route": words.card_plates,
        "members": words.card_names,
    }.get(kind, words.card_sun)


def standing_words(place: Place, lang: Lang) -> str:
    """Return the standing of a place in the network, and who says so, in a sentence."""
    standing = place.standing.value
    return f"{standing.label(lang)} {getattr(Words(lang), f'status_{standing.value}')}"
