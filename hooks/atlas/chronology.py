"""Chronology: events in the order of their dates, however precise these are."""

from __future__ import annotations

from collections.abc import Iterable

from atlas.model import Event


def chronological(events: Iterable[Event]) -> list[Event]:
    """Return events from the earliest; a year alone comes at the end of that year, events without a date last."""
    return sorted(events, key=_moment)


def partial_key(partial: str) -> str:
    """Return a key by which partial dates sort: what says less comes after the days that it holds."""
    return partial + "-99" * (3 - len(partial.split("-")))


def _moment(event: Event) -> tuple[bool, str, str]:
    if event.start is None or event.earliest is None:
        return True, "", event.id
    return False, event.earliest.isoformat() if event.part else partial_key(event.start), event.id
