"""Rules of drafts, of what waits for its day and of what leaves on its day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from atlas.model.authored import ARGUED, AuthoredPage, asked, calls, directives
from atlas.model.publication import ALWAYS, Publishable, Window
from atlas.reading.entries import Content, Entry
from atlas.reading.link_rules import linked
from atlas.reading.problems import Problem, quoted
from atlas.reading.windows import Key, Windows

_NOT_YET: Final = "cette fiche n’est publiée nulle part"


def held_back_are_told(content: Content) -> Iterator[Problem]:
    """Notice what is in no output today, and refuse days that no calendar can put in order."""
    for entry in content:
        record = entry.record
        if not isinstance(record, Publishable) or (record.window == ALWAYS):
            continue
        first, end = record.publish_on, record.expires_on
        if first and end and end <= first:
            wrong = f"{quoted(end)} ne vient pas après le jour de parution, {first}"
            yield entry.error(("expires_on",), wrong, "Corrigez l’un des deux jours")
        elif record.draft:
            also = f", pas même le {first}" if first else ""
            yield entry.notice(("draft",), f"brouillon : {_NOT_YET}{also}", "Ôtez « draft: » quand elle est prête")
        elif first and content.today < date.fromisoformat(first):
            yield entry.notice(("publish_on",), f"{_NOT_YET} avant le {first}", "Rien à faire d’ici là")
        elif end and content.today >= date.fromisoformat(end):
            yield entry.notice(("expires_on",), f"{_NOT_YET} depuis le {end}", "Supprimez-la, ou changez ce jour")


def references_are_published(content: Content) -> Iterator[Problem]:
    """Check that whatever names a record is not published on a day when that record is not.

    The whole calendar from today on is looked at, so that no reference breaks by itself on a later day.
    """
    windows = Windows(content)
    if not windows.held:
        return
    for entry in content:
        for leaf in entry.leaves:
            if leaf.shape.target is not None:
                window = windows.of_entry(entry) if issubclass(entry.model, Publishable) else None
                told = _broken(windows, window, leaf.shape.target, leaf.value)
                yield from (entry.error(leaf.field, *advice) for advice in told)
    yield from _pages(content, windows)
    yield from _academy(content, windows)


def _pages(content: Content, windows: Windows) -> Iterator[Problem]:
    for page in content.pages:
        for field, kind, id in _named(page, windows.records_at):
            yield from (Problem(page.file, page.line(field), field, *told) for told in _broken(windows, None, kind, id))
        yield from _text(page.body, page.file, page.first, windows, None)


def _named(page: AuthoredPage, addresses: Mapping[str, Key | None]) -> Iterator[tuple[str, str, str]]:
    """Yield what the head of a page names: the field, the kind of the record and its identifier."""
    if page.head.moment:
        yield "moment", "place", page.head.moment
    for rank, measure in enumerate(page.head.measures, 1):
        yield f"measures[{rank}]", "indicator", measure
    for rank, path in enumerate(page.head.related, 1):
        if (record := addresses.get(path)) is not None:
            yield f"related[{rank}]", *record


def _academy(content: Content, windows: Windows) -> Iterator[Problem]:
    if content.academy is None:
        return
    for pair in content.academy.pairs:
        window = windows.of("lesson" if pair.id in content.academy.lessons else "session", pair.id)
        for written in pair.written.values():
            yield from _text(written.body, written.file, written.first, windows, window)
        for entry in pair.entries:
            for rank, point in enumerate(_listed(entry, "key_points")):
                for _, id in calls(str(point)):
                    told = _broken(windows, window, "source", id)
                    yield from (entry.error(("key_points", rank), *advice) for advice in told)
        if pair.fr:
            for rank, item in enumerate(_listed(pair.fr, "reading")):
                lesson = item.get("lesson") if isinstance(item, dict) else None
                told = _broken(windows, window, "lesson", str(lesson or ""))
                yield from (pair.fr.error(("reading", rank, "lesson"), *advice) for advice in told)
    for id, session in content.academy.sessions.items():
        lessons = content.academy.lessons_of(id)
        window = _from_today(windows.of("session", id), content.today)
        if session.fr and lessons and not any(windows.of("lesson", f"{id}/{each}").covers(window) for each in lessons):
            cure = "Publiez une leçon avec elle, ou ajoutez « draft: true » à la séance"
            yield session.fr.error(("lessons",), "la séance paraît sans aucune de ses leçons", cure)


def _text(text: str, name: str, first: int, windows: Windows, window: Window | None) -> Iterator[Problem]:
    """Yield what the Markdown of a page names while it is not published."""
    for line, directive in directives(text):
        shown, argument = asked(directive)
        if shown in ARGUED:
            for id in argument.split(","):
                told = _broken(windows, window, ARGUED[shown].kind, id)
                yield from (Problem(name, first + line, "", *advice) for advice in told)
    for line, id in calls(text):
        yield from (Problem(name, first + line, "", *advice) for advice in _broken(windows, window, "source", id))
    for line, path in linked(text, name):
        if record := windows.records_at.get(path):
            yield from (Problem(name, first + line, "", *advice) for advice in _broken(windows, window, *record))


def _broken(windows: Windows, here: Window | None, kind: str, id: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong when something published on the days of `here` names a record that is not.

    What has no days of its own, and so is always published, gives none.
    """
    there = windows.of(kind, id)
    days = _from_today(here or ALWAYS, windows.content.today)
    if there.covers(days):
        return
    where = windows.where(kind, id)
    if there.is_empty:
        cure = f"Ôtez « draft: true » de sa fiche ({where}), ou ôtez-le d’ici"
        yield f"{quoted(id)} est un brouillon, absent du site", cure
    elif there.first > days.first:
        also = f", ou écrivez ici aussi publish_on: {there.first}" if here is not None else " en attendant"
        yield f"{quoted(id)} ne paraît que le {there.first} ({where})", f"Ôtez-le d’ici{also}"
    else:
        also = f"écrivez ici aussi expires_on: {there.end}" if here is not None else "changez son « expires_on: »"
        yield f"{quoted(id)} quitte le site le {there.end} ({where})", f"Ôtez-le d’ici, ou {also}"


def _from_today(window: Window, today: date) -> Window:
    return window.within(Window(today.isoformat()))


def _listed(entry: Entry[Any], name: str) -> Sequence[Any]:
    value = entry.data.get(name)
    return value if isinstance(value, list) else ()
