"""Rules of what only one record may have: an identifier, a rank, a name, an address, and its words as a whole.

Two files that agree are most often one that was copied from the other; nothing in them says which. So messages name
both, and what to change in the newer one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final

from atlas.model.publication import PLACEHOLDERS
from atlas.model.text import LANGS
from atlas.reading.entries import Content, Entry
from atlas.reading.problems import Problem, quoted

_NEWER: Final = "Dans la plus récente des deux fiches,"


def copies_are_changed(content: Content) -> Iterator[Problem]:
    """Check that no file says word for word what another says: it was copied, and is still to be written."""
    for entries, fields in (
        (content.places, ("order", "name")),
        (content.members, ("order", "name")),
        (content.people, ("name",)),
        (_sessions(content), ("order", "title")),
        (_sessions(content, "en"), ("title",)),
        (_lessons(content), ("title",)),
        (_lessons(content, "en"), ("title",)),
    ):
        for entry, before in _copies(entries).values():
            free = _free_rank(entries) if "order" in fields else None
            told = [f"{name}: ({free} est libre)" if name == "order" else f"{name}:" for name in fields]
            wrong = f"la fiche est mot pour mot celle de {before.document.path}"
            cure = f"Dans la copie, changez {', '.join(told)} puis tout le reste, ou supprimez-la"
            yield Problem(entry.document.path, 0, "", wrong, cure)


def ids_are_unique(content: Content) -> Iterator[Problem]:
    """Check that no two sources, routes or articles of the manifesto have the same identifier."""
    for entries in (
        content.sources,
        content.routes,
        content.actions,
        content.events,
        content.indicators,
        content.facts,
        content.targets,
        content.networks,
        content.terms,
    ):
        yield from _repeated(entries, ("id",), _as_written, "l’identifiant {} est déjà pris", "Choisissez-en un autre")
    if content.manifesto:
        lines: dict[str, int] = {}
        for index, article in enumerate(_listed(content.manifesto.data.get("articles"))):
            anchor = article.get("id") if isinstance(article, dict) else None
            field = ("articles", index, "id")
            if isinstance(anchor, str) and anchor in lines:
                wrong = f"l’identifiant {quoted(anchor)} est déjà pris, ligne {lines[anchor]}"
                yield content.manifesto.error(field, wrong, "Choisissez-en un autre")
            elif isinstance(anchor, str):
                lines[anchor] = content.manifesto.document.line(field)


def orders_are_unique(content: Content) -> Iterator[Problem]:
    """Check that no two places, no two members and no two sessions have the same rank."""
    for entries in (content.places, content.members, _sessions(content)):
        cure = f"{_NEWER} écrivez order: {_free_rank(entries)}, qui est libre"
        yield from _repeated(entries, ("order",), _as_written, "le rang {} est déjà pris", cure)


def names_are_unique(content: Content) -> Iterator[Problem]:
    """Check that no two places, members or routes bear the same name, and no two sessions or lessons the same title."""
    for lang in LANGS:
        for entries in (content.places, content.members):
            yield from _repeated(
                entries, ("name", lang), _name, "le nom {} est déjà pris", f"{_NEWER} changez « name: »"
            )
        yield from _repeated(content.routes, ("name", lang), _name, "le nom {} est déjà pris", "Choisissez-en un autre")
        cure = f"{_NEWER} changez « title: »"
        yield from _repeated(_sessions(content, lang), ("title",), _name, "le titre {} est déjà pris", cure)
        for _, lessons in groupby(_lessons(content, lang), key=lambda entry: entry.id.partition("/")[0]):
            yield from _repeated(list(lessons), ("title",), _name, "le titre {} est déjà pris", cure)


def addresses_are_unique(content: Content) -> Iterator[Problem]:
    """Check that no two sources have the same web address."""
    yield from _repeated(
        content.sources, ("url",), _address, "l’adresse {} est déjà prise", "Gardez une seule des deux sources"
    )


def previous_ids_are_free(content: Content) -> Iterator[Problem]:
    """Check that an earlier identifier is neither in use nor claimed twice: it is a redirect."""
    for entries in (content.places, content.members):
        live: dict[str, Entry[Any]] = {entry.id: entry for entry in entries}
        claimed: dict[str, Entry[Any]] = {}
        for entry in entries:
            for index, old in enumerate(_listed(entry.data.get("previous_ids"))):
                if not isinstance(old, str):
                    continue
                owner: Entry[Any] | None = live.get(old) or claimed.get(old)
                if owner is not None:
                    field = ("previous_ids", index)
                    wrong = f"{quoted(old)} est déjà pris par {owner.document.path}"
                    yield entry.error(field, wrong, entry.removal(field))
                claimed.setdefault(old, entry)


def _copies(entries: Sequence[Entry[Any]]) -> Mapping[str, tuple[Entry[Any], Entry[Any]]]:
    """Return the entries that repeat a whole file, by identifier, each with the first that says the same."""
    first: dict[str, Entry[Any]] = {}
    found = {}
    for entry in _originals_first(entries):
        written = {name: value for name, value in entry.data.items() if name != "id"}
        said = repr(sorted(written.items()))
        if not written or any(sign in said for sign in PLACEHOLDERS.values()):
            continue  # What a scaffold wrote is alike, and is told by another rule.
        before = first.setdefault(said, entry)
        if before is not entry:
            found[entry.id] = (entry, before)
    return found


def _repeated(
    entries: Sequence[Entry[Any]],
    field: Sequence[str],
    key: Callable[[object], object],
    what: str,
    cure: str,
) -> Iterator[Problem]:
    """Yield a problem for each entry that repeats a value of one before it, and is no copy of it as a whole."""
    first: dict[object, Entry[Any]] = {}
    copies = _copies([entry for entry in entries if not entry.at])
    for entry in _originals_first(entries):
        written: Any = entry.data
        for step in field:
            written = written.get(step) if isinstance(written, dict) else None
        value = key(written)
        if not isinstance(value, str | int) or value == "" or (not entry.at and entry.id in copies):
            continue
        before = first.setdefault(value, entry)
        if before is not entry:
            where = f"{before.document.path}:{before.document.line((*before.at, *field))}"
            yield entry.error(tuple(field), f"{what.format(quoted(written))}, par {where}", cure)


def _originals_first(entries: Sequence[Entry[Any]]) -> Sequence[Entry[Any]]:
    """Return files by identifier, and items as they stand: `mucem-copie` comes after `mucem`, as copies are called."""
    return sorted(entries, key=lambda entry: "" if entry.at else entry.id)


def _free_rank(entries: Sequence[Entry[Any]]) -> int:
    taken = {order for entry in entries if isinstance(order := entry.data.get("order"), int)}
    return next(rank for rank in range(1, len(entries) + 2) if rank not in taken)


def _sessions(content: Content, lang: str = "fr") -> Sequence[Entry[Any]]:
    pairs = content.academy.sessions.values() if content.academy else ()
    return [entry for pair in pairs if (entry := pair.fr if lang == "fr" else pair.en)]


def _lessons(content: Content, lang: str = "fr") -> Sequence[Entry[Any]]:
    pairs = content.academy.lessons.values() if content.academy else ()
    return [entry for pair in pairs if (entry := pair.fr if lang == "fr" else pair.en)]


def _name(name: object) -> str | None:
    return " ".join(name.split()).casefold() if isinstance(name, str) else None


def _address(url: object) -> str | None:
    return url.strip().rstrip("/").removeprefix("https://").removeprefix("http://") if isinstance(url, str) else None


def _as_written(value: object) -> object:
    return value


def _listed(value: object) -> Sequence[Any]:
    return value if isinstance(value, list) else ()
