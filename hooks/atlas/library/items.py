"""What the library holds: the lessons, what editors put beside them, and what the site makes to take away.

Paths are from the root of the whole site; which of them this build publishes, the page that shows them knows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from atlas import urls
from atlas.model import LANGS, Catalogue, Lang, Place, Text
from atlas.model.academy import Lesson, Session
from atlas.model.resource import Resource
from atlas.model.vocabulary import (
    Domain,
    Level,
    LibraryType,
    ResourceLang,
    ResourceType,
    Term,
    Theme,
)
from atlas.words import Words

T = TypeVar("T")

Minutes = Callable[[Session, Resource], int | None]
"""Tells how long a resource takes, in minutes; none when nobody can say."""

COURSE, AROUND, DATA = "course", "around", "data"
"""The groups of the library beside the sessions."""

TABLES: Final = (
    "places.csv",
    "indicators.csv",
    "members.json",
    "actions.json",
    "events.json",
    "sources.json",
)
"""The open data that serve those who learn, one form of each; the page of open data has them all."""

DOMAIN_THEMES: Final[Mapping[Domain, Theme]] = {
    Domain.DIGITAL: Theme.DIGITAL,
    Domain.MOBILITY: Theme.TERRITORY,
    Domain.PORT: Theme.PORT,
    Domain.ENERGY: Theme.ENERGY,
    Domain.HERITAGE: Theme.CULTURE,
    Domain.STAGE: Theme.CULTURE,
    Domain.SPORT: Theme.PORT,
    Domain.SHIPBUILDING: Theme.PORT,
    Domain.SCREEN: Theme.CULTURE,
    Domain.BUSINESS: Theme.TERRITORY,
}
"""The theme of the Academy under which a place is found."""


@dataclass(frozen=True)
class LibraryItem:
    """Something that the library holds.

    Attributes:
        id: Its name among the others, which is also its anchor.
        group: The session, or the part of the library, under which it stands.
        type: What it is.
        title: Its title.
        paths: Where it is, by language: a page, or a file, from the root of the whole site.
        langs: The languages that it speaks.
        themes: What it is about.
        session: The session that it goes with; none for the whole course and what is around it.
        level: What it asks of who takes it.
        minutes: How long it takes, in minutes; none where nobody can say.
        places: The places that it speaks of.
        updated: When it was last changed; none where nobody says.
        about: What it is, in a sentence.
        lesson: The lesson that it is, as `session/lesson`.
        resource: The resource that it is, as its editors declare it.
        url: Its address elsewhere.
    """

    id: str
    group: str
    type: Term
    title: Text
    paths: Mapping[Lang, str]
    langs: Sequence[Lang] = LANGS
    themes: Sequence[Theme] = ()
    session: str | None = None
    level: Level | None = None
    minutes: int | None = None
    places: Sequence[str] = ()
    updated: str | None = None
    about: Text | None = None
    lesson: str | None = None
    resource: Resource | None = field(default=None, repr=False)
    url: str | None = None

    @property
    def format(self) -> str:
        """The format of its file, such as `PDF`; empty for a page or an address elsewhere."""
        path = next(iter(self.paths.values()), "").partition("#")[0]
        return "" if self.url or path.endswith("/") or not path else path.rpartition(".")[2].upper()


def library_items(catalogue: Catalogue, minutes: Minutes = lambda session, resource: None) -> list[LibraryItem]:
    """Return what the library holds, in the order of the course; `minutes` tells how long a resource takes."""
    items: list[LibraryItem] = []
    for session in catalogue.sessions:
        items += (_lesson(session, lesson) for lesson in session.lessons)
        items += (_resource(session, resource, minutes(session, resource)) for resource in session.resources)
        items += _papers(session.id, [session])
    if len(catalogue.sessions) > 1:
        items += _papers(None, catalogue.sessions)
    items += _around(catalogue)
    items += (
        LibraryItem(
            id=f"data-{name.partition('.')[0]}",
            group=DATA,
            type=ResourceType.DATA,
            title=_words(f"library_{name.replace('.', '_')}"),
            paths=dict.fromkeys(LANGS, urls.data_path(name)),
        )
        for name in TABLES
    )
    return items


def _lesson(session: Session, lesson: Lesson) -> LibraryItem:
    return LibraryItem(
        id=f"{session.id}-{lesson.id}",
        group=session.id,
        type=LibraryType.LESSON,
        title=lesson.title,
        paths={lang: urls.page_path("lesson", lang, lesson.key) for lang in LANGS},
        themes=session.themes,
        session=session.id,
        level=session.level,
        minutes=lesson.minutes,
        places=lesson.places,
        updated=lesson.updated,
        about=lesson.summary,
        lesson=lesson.key,
    )


def _resource(session: Session, resource: Resource, minutes: int | None) -> LibraryItem:
    langs = LANGS if resource.lang is ResourceLang.BOTH else [lang for lang in LANGS if lang == resource.lang.value]
    if resource.page:
        paths = {lang: urls.page_path(resource.page, lang) for lang in langs}
    elif resource.is_recording:  # it is played on the page of its session, with its captions and transcript
        paths = {lang: f"{urls.page_path('session', lang, session.id)}#resource-{resource.id}" for lang in LANGS}
    elif resource.url:
        paths = {}
    else:
        paths = dict.fromkeys(langs, urls.resource_path(session.id, str(resource.file)))
    return LibraryItem(
        id=f"{session.id}-resource-{resource.id}",
        group=session.id,
        type=resource.type,
        title=resource.title,
        paths=paths,
        langs=langs,
        themes=session.themes,
        session=session.id,
        level=session.level,
        minutes=minutes,
        places=session.places,
        updated=resource.updated,
        resource=resource,
        url=str(resource.url) if resource.url and not resource.is_recording else None,
    )


def _papers(id: str | None, sessions: Sequence[Session]) -> Iterator[LibraryItem]:
    """Yield what the site makes of a session, or of the whole course when `id` is none, to take away."""
    title = sessions[0].title if id else _words("library_course")
    reading = sum(session.minutes for session in sessions)
    doing = sum(session.exercise_minutes for session in sessions)
    made: tuple[tuple[str, Term, int | None], ...] = (
        ("text", ResourceType.DOCUMENT, reading),
        ("exercises", ResourceType.SHEET, doing or None),
        ("answers", ResourceType.SHEET, None),
        ("archive", LibraryType.ARCHIVE, reading),
    )
    dates = [lesson.updated for session in sessions for lesson in session.lessons if lesson.updated]
    for kind, type, minutes in made:
        paths = {lang: urls.document_path(f"academy_{kind}", lang, id) for lang in LANGS if kind != "archive"}
        yield LibraryItem(
            id=f"{id or COURSE}-{kind}",
            group=id or COURSE,
            type=type,
            title=_words(f"library_{kind}", title=title),
            paths=paths or {lang: urls.archive_path(lang, id) for lang in LANGS},
            themes=_each(theme for session in sessions for theme in session.themes),
            session=id,
            level=sessions[0].level if id else None,
            minutes=minutes,
            places=_each(place for session in sessions for place in session.places),
            updated=max(dates, default=None),
        )


def _around(catalogue: Catalogue) -> Iterator[LibraryItem]:
    """Yield the documents of the manifesto, the routes and the places."""
    for kind, type in (("manifesto_text", ResourceType.DOCUMENT), ("manifesto_poster", ResourceType.PICTURE)):
        yield _document(kind, None, type, _words(f"library_{kind}"), [Theme.WELCOME], [])
    for route in catalogue.routes:
        places = [catalogue.place[id] for id in route.places]
        title = _words("library_route_sheet", title=route.name)
        yield _document("route_sheet", route.id, ResourceType.MAP, title, _themes(places), route.places)
    for place in catalogue.places:
        title = _words("library_plate_sheet", title=place.name)
        yield _document("plate_sheet", place.id, ResourceType.PICTURE, title, _themes([place]), [place.id])


def _document(
    kind: str, id: str | None, type: Term, title: Text, themes: Sequence[Theme], places: Sequence[str]
) -> LibraryItem:
    return LibraryItem(
        id=f"{kind}-{id}".replace("_", "-") if id else kind.replace("_", "-"),
        group=AROUND,
        type=type,
        title=title,
        paths={lang: urls.document_path(kind, lang, id) for lang in LANGS},
        themes=themes,
        places=places,
    )


def _themes(places: Sequence[Place]) -> Sequence[Theme]:
    return _each(DOMAIN_THEMES[place.domain] for place in places)


def _each(values: Iterable[T]) -> Sequence[T]:
    """Return values in the order in which they first come, once each."""
    return tuple(dict.fromkeys(values))


def _words(key: str, **texts: Text) -> Text:
    """Return words of the interface in both languages, filled with texts of the same."""
    fr, en = (Words(lang)(key, **{name: text.in_(lang) for name, text in texts.items()}) for lang in LANGS)
    return Text(fr=fr, en=en)
