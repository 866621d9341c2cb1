"""The compositions: how each kind of page is laid out on its card."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from atlas.cards import charts
from atlas.cards.seats import abreast, row, seat, sun
from atlas.cards.sheet import HEIGHT, HORIZON, MARGIN, SEAT, WIDTH, Studio
from atlas.cards.subjects import Subject, standing_words
from atlas.geography.communes import communes
from atlas.lettering import fitted
from atlas.model import Member, Place
from atlas.model.academy import Lesson, Session
from atlas.model.route import Route
from atlas.plates import plate
from atlas.typography import typeset
from atlas.wording import date_words
from atlas.words import Words

COLUMN: Final = SEAT - 2 * MARGIN
"""How wide the words are beside a plate."""

STRIP: Final = 300
"""Where the strip of plates begins, on the card of their index."""


def composed(subject: Subject, studio: Studio) -> str:
    """Return the inside of the card of a page."""
    return COMPOSITIONS[subject.kind](subject, studio)


def _home(subject: Subject, studio: Studio) -> str:
    """The coast, and the agency's name on the sea."""
    name = fitted(studio.catalogue.identity.name, studio.poster, width=640, height=140, sizes=(190, 60), leading=1)
    title = fitted(subject.title, studio.head, width=640, height=90, sizes=(54, 30), leading=1.06)
    foot = HEIGHT - MARGIN - title.depth
    return (
        studio.field("paper", 0, 0, WIDTH, HEIGHT)
        + charts.coast(studio, charts.COVER, subject.lang)
        + studio.written("on-sea", name, MARGIN - 4, foot - title.size - 24)
        + studio.written("lemon", title, MARGIN, foot)
    )


def _map(subject: Subject, studio: Studio) -> str:
    """The coast with the names of the places, and the title on the sea."""
    title = fitted(subject.title, studio.title, width=480, height=190, sizes=(112, 56), leading=0.94)
    return (
        studio.field("paper", 0, 0, WIDTH, HEIGHT)
        + charts.coast(studio, charts.MAP, subject.lang, graticule=True)
        + studio.wordmark("ink")
        + studio.written("on-sea", title, MARGIN, HEIGHT - MARGIN - 6 - title.depth)
    )


def _manifesto(subject: Subject, studio: Studio) -> str:
    """The sentence on the sea, under the sun; only the words in emphasis, recorded as said, bear quotation marks."""
    lang, shore = subject.lang, 150
    sentence = studio.catalogue.manifesto.sentence
    opening, closing = ("«\u202f", "\u202f»") if lang == "fr" else ("“", "”")
    before, _, rest = sentence.text.in_(lang).partition("*")
    said, _, after = rest.partition("*")
    quoted = f"{opening}{said}{closing}{after}" if said else ""
    plain = fitted(typeset(before.strip(), lang), studio.head, width=1080, height=255, sizes=(66, 34), leading=1.06)
    depth = plain.depth + plain.leading * bool(quoted)
    first = shore + (HEIGHT - 70 - shore - depth) / 2 + plain.size * 0.42
    strong = fitted(typeset(quoted, lang), studio.head, width=1080, height=99, sizes=(int(plain.size), 24), leading=1)
    said_by = Words(lang)("said_by", speaker=sentence.speaker.in_(lang), date=date_words(sentence.date, lang))
    caption = fitted(typeset(said_by, lang), studio.text, width=1080, height=20, sizes=(25, 18), leading=1.3)
    return (
        studio.field("paper", 0, 0, WIDTH, HEIGHT)
        + studio.disc(1035, shore - 6, 105)
        + studio.field("sea", 0, shore, WIDTH, HEIGHT - shore)
        + studio.wordmark("ink")
        + studio.written("on-sea", plain, MARGIN, first)
        + studio.written("lemon", strong, MARGIN, first + depth)
        + studio.written("on-sea-soft", caption, MARGIN, HEIGHT - 44)
    )


def _places(subject: Subject, studio: Studio) -> str:
    """The strip: a slice of each plate around its disc, and one horizon through all."""
    plates = [drawn for place in studio.catalogue.places if (drawn := plate(place.id))][:10]
    if not plates:
        return _page(subject, studio)
    title = fitted(subject.title, studio.title, width=1080, height=120, sizes=(150, 48), leading=0.94)
    return (
        studio.field("paper", 0, 0, WIDTH, HEIGHT)
        + abreast(plates, 0, STRIP, WIDTH, HEIGHT - STRIP)
        + studio.line("ink", f"M0 {STRIP}H{WIDTH}", 2)
        + studio.wordmark("ink")
        + studio.written("ink", title, MARGIN - 4, STRIP - 48)
    )


def _members(subject: Subject, studio: Studio) -> str:
    """The names of the members, as one running text on the sea."""
    lang = subject.lang
    names = ", ".join(member.short.in_(lang).replace(" ", "\u00a0") for member in studio.catalogue.members)
    title = fitted(subject.title, studio.title, width=760, height=210, sizes=(150, 60), leading=0.94)
    roll = fitted(
        typeset(f"{names}.", lang), studio.label, width=1080, height=HEIGHT - HORIZON - 84, sizes=(46, 20), leading=1.2
    )
    return (
        studio.field("paper", 0, 0, WIDTH, HEIGHT)
        + studio.disc(1010, HORIZON - 30, 100)
        + studio.field("sea", 0, HORIZON, WIDTH, HEIGHT - HORIZON)
        + studio.wordmark("ink")
        + studio.written("ink", title, MARGIN - 4, HORIZON - title.size * 0.3 - title.depth)
        + studio.written("on-sea", roll, MARGIN, HORIZON + (HEIGHT - HORIZON - roll.depth) / 2 + roll.size * 0.3)
    )


def _place(subject: Subject, studio: Studio) -> str:
    """The plate, the name standing on its horizon, the headline below it."""
    place, lang = subject.record, subject.lang
    assert isinstance(place, Place)
    where = f"{Words(lang)('plate', n=place.order)}, {communes()[place.position.insee].name}"
    standing = standing_words(place, lang)
    return _beside(
        subject, studio, seat(place, lang, studio), kicker=where, headline=place.headline.in_(lang), caption=standing
    )


def _member(subject: Subject, studio: Studio) -> str:
    """The sun over the sea, the name of the member standing on the horizon, its seat below it."""
    member, lang = subject.record, subject.lang
    assert isinstance(member, Member)
    ranks = [one.id for one in studio.catalogue.members]
    standing = member.standing.value.label(lang)
    since = Words(lang)("since", date=date_words(member.membership.since, lang))
    return _beside(
        subject,
        studio,
        sun(ranks.index(member.id), len(ranks)),
        kicker=member.membership.kind.label(lang),
        headline=member.name.in_(lang) if member.short_name else standing,
        caption=f"{standing}, {since}." if member.short_name else f"{since[0].upper()}{since[1:]}.",
    )


def _route(subject: Subject, studio: Studio) -> str:
    """The plates of the places of a route side by side, the name of the route and those of the places."""
    route, lang = subject.record, subject.lang
    assert isinstance(route, Route)
    places = [studio.catalogue.place[id] for id in route.places]
    names = ", ".join(place.name.in_(lang).replace(" ", "\u00a0") for place in places)
    return _beside(subject, studio, row(places), kicker=route.theme.label(lang), headline=names, caption="")


def _page(subject: Subject, studio: Studio) -> str:
    """The sun at noon, the title on the horizon, the territory below it."""
    territory = studio.catalogue.identity.territory.in_(subject.lang)
    return _beside(subject, studio, sun(0, 1), kicker="", headline=territory, caption="")


def _academy(subject: Subject, studio: Studio) -> str:
    """The disc on its horizon, beside the title of a session or a lesson of the Academy."""
    record = subject.record
    session = studio.catalogue.session[record.session] if isinstance(record, Lesson) else record
    title = session.title.in_(subject.lang) if isinstance(record, Lesson) and isinstance(session, Session) else ""
    kicker = Words(subject.lang).nav_academy
    return _beside(subject, studio, sun(0, 1), kicker=kicker, headline=title, caption="")


def _beside(subject: Subject, studio: Studio, seated: str, *, kicker: str, headline: str, caption: str) -> str:
    """Return the words of a page beside its plate, on one horizon with it."""
    lang = subject.lang
    title = fitted(subject.title, studio.title, width=COLUMN, height=184, sizes=(170, 48), leading=0.94)
    last = HORIZON - max(26, title.size * 0.27)
    first = last - title.depth
    below = fitted(typeset(headline, lang), studio.head, width=COLUMN, height=82, sizes=(44, 28), leading=1.08)
    small = fitted(typeset(caption, lang), studio.text, width=COLUMN, height=50, sizes=(24, 20), leading=1.3)
    over = fitted(typeset(kicker, lang), studio.label, width=COLUMN, height=20, sizes=(27, 18), leading=1)
    return (
        # Some plates run over their edges: the paper, laid on afterwards, cuts them faster than a clip would.
        seated
        + studio.field("paper", 0, 0, SEAT, HEIGHT)
        + studio.line("ink", f"M0 {HORIZON}H{SEAT}", 2.5)
        + studio.line("hair", f"M{SEAT} 0V{HEIGHT}", 1.5)
        + studio.wordmark("ink")
        + studio.written("ochre", over, MARGIN, first - title.size * 0.75 - 22)
        + studio.written("ink", title, MARGIN - title.size * 0.03, first)
        + studio.written("ink", below, MARGIN, HORIZON + 26 + below.size)
        + studio.written("soft", small, MARGIN, HEIGHT - 48 - small.depth)
    )


COMPOSITIONS: Final[Mapping[str, Callable[[Subject, Studio], str]]] = {
    "home": _home,
    "manifesto": _manifesto,
    "places": _places,
    "map": _map,
    "members": _members,
    "place": _place,
    "member": _member,
    "route": _route,
    "indicator": _page,
    "session": _academy,
    "lesson": _academy,
    "page": _page,
}
"""The composition of each kind of page."""
