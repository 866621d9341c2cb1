"""The door of the catalogue: what of the content is published today, and nothing else, goes through.

Whatever stays outside is in no output, whatever comes after: pages, feeds, data, search, archives.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TypeVar

from atlas.folding import fold
from atlas.model import Catalogue
from atlas.model.academy import Session
from atlas.model.person import Standing
from atlas.model.record import Record
from atlas.reading.academy import sessions
from atlas.reading.entries import Content, Entry
from atlas.reading.translations import debt, key_of
from atlas.reading.windows import Key, Windows

R = TypeVar("R", bound=Record)


def catalogue(content: Content) -> Catalogue:
    """Return the records that are published today in their published order, with the file of each.

    Raises:
        ValueError: When something is not valid; call it only when the checks have passed.
    """
    if content.identity is None or content.identity.record is None:
        raise ValueError("an identity that is not valid passed without a problem")
    if content.manifesto is None or content.manifesto.record is None:
        raise ValueError("a manifesto that is not valid passed without a problem")
    out = _left_out(content)
    people = _published(content.people, out)
    return Catalogue(
        identity=content.identity.record,
        places=tuple(sorted(_published(content.places, out), key=lambda place: place.order)),
        members=tuple(sorted(_published(content.members, out), key=lambda member: member.order)),
        sources=tuple(sorted(_published(content.sources, out), key=lambda source: source.id)),
        manifesto=content.manifesto.record,
        pages=tuple(content.pages),
        files={key: entry.document.path for entry in content if (key := (entry.kind, entry.id)) not in out},
        accessibility=content.accessibility.record if content.accessibility else None,
        routes=_published(content.routes, out),
        sessions=tuple(_sessions(content, out)),
        terms=_published(content.terms, out),
        indicators=_published(content.indicators, out),
        single_values=_published(content.facts, out),
        targets=_published(content.targets, out),
        actions=_published(content.actions, out),
        events=_published(content.events, out),
        networks=_published(content.networks, out),
        people=tuple(sorted(people, key=lambda person: (fold(person.name), person.id))),
        left_out=frozenset(out),
        translation_debt=debt(content, {key_of(entry) for entry in content if (entry.kind, entry.id) in out}),
    )


def _left_out(content: Content) -> Collection[Key]:
    """Return what is not published today: drafts, what waits, what is over, and whoever's consent does not hold."""
    out = set(Windows(content).left_out())
    # Of a session or a lesson, the English file goes with the French one.
    out |= {(f"{kind}_words", id) for kind, id in out if kind in {"session", "lesson"}}
    for entry in content.people:
        if entry.record and entry.record.consent.standing(content.today) is not Standing.HOLDS:
            out.add(("person", entry.id))
    return out


def _published(entries: Sequence[Entry[R]], out: Collection[Key]) -> tuple[R, ...]:
    """Return the records that nothing leaves out, in the order of their file."""
    return tuple(entry.record for entry in entries if entry.record is not None and (entry.kind, entry.id) not in out)


def _sessions(content: Content, out: Collection[Key]) -> list[Session]:
    """Return the sessions with those of their lessons that are published, and of their speakers who may be named."""
    return [
        replace(
            session,
            lessons=tuple(lesson for lesson in session.lessons if ("lesson", lesson.key) not in out),
            speakers=tuple(one for one in session.speakers if one.consent.holds(content.today)),
        )
        for session in (sessions(content.academy) if content.academy else ())
        if ("session", session.id) not in out
    ]
