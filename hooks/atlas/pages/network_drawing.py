"""The drawing of the network: members above the horizon, places on it, sessions below, and a hairline for each tie.

The stylesheet shows one of two forms: wide, with a level horizon, or narrow, with the horizon upright, once for the
members and once for the sessions.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean
from typing import Final

from markupsafe import Markup, escape

from atlas.pages.rendering import PageRenderer
from atlas.pages.svg_text import lines, text_block
from atlas.relations import Kind, Node, Relations

WIDTH: Final = 1200.0
"""Units across the wide drawing: about a pixel each on a screen of that width."""

SIZE: Final = 15.0
"""The lettering of the wide drawing."""

NARROW: Final = 340.0
"""Units across the narrow drawing: a little more than the text of the narrowest screen."""

NARROW_SIZE: Final = 14.5
"""The lettering of the narrow drawing."""


@dataclass(frozen=True)
class Spot:
    """A record in the drawing.

    Attributes:
        node: The record.
        name: Its name.
        href: The link to its page; none when the drawing does not link it.
        number: The number on its disc; none for a record without a disc.
        x: Where it is, to the right.
        y: Where it is, downward.
        port: Where its lines begin.
        under: Where its lines begin that go down, when its name stands below it; none when they begin at the port.
    """

    node: Node
    name: str
    href: str | None
    number: int | None = None
    x: float = 0.0
    y: float = 0.0
    port: tuple[float, float] = (0.0, 0.0)
    under: tuple[float, float] | None = None


def network_drawing(page: PageRenderer) -> Markup:
    """Return both drawings of the members, the places and the sessions."""
    members = [
        Spot(("member", one.id), one.short.in_(page.lang), page.href("member", one.id))
        for one in page.catalogue.members
    ]
    places = [
        Spot(("place", one.id), one.name.in_(page.lang), page.href("place", one.id), one.order)
        for one in page.catalogue.places
    ]
    sessions = [
        Spot(("session", one.id), one.title.in_(page.lang), page.href("session", one.id))
        for one in page.catalogue.sessions
    ]
    ties = page.relations
    key = "network_alt" if sessions else "network_alt_without"
    count = sum(len(ties.between(one, other)) for one, other in _DRAWN)
    title = page.words(key, members=len(members), places=len(places), sessions=len(sessions), ties=count)
    drawn = _wide(members, places, sessions, ties, title)
    drawn += _narrow(members, places, ties, page.words("network_alt_members", places=len(places)))
    if sessions:
        drawn += _narrow(sessions, places, ties, page.words("network_alt_sessions", places=len(places)), linked=False)
    return drawn


_DRAWN: Final[Sequence[tuple[Kind, Kind]]] = (("member", "place"), ("session", "place"), ("member", "session"))
"""The kinds between which lines are drawn."""


def arranged(spots: Sequence[Spot], others: Sequence[Spot], ties: Relations) -> list[Spot]:
    """Return records in an order in which lines to the others are short and cross little; untied ones fill the gaps."""
    rank = {spot.node: place for place, spot in enumerate(others)}
    mean = {
        spot.node: fmean(found)
        for spot in spots
        if (found := [rank[node] for node in ties.ties[spot.node] if node in rank])
    }
    tied = sorted((spot for spot in spots if spot.node in mean), key=lambda spot: mean[spot.node])
    stretch = (len(spots) - 1) / max(1, len(others) - 1)
    slots: list[int] = []
    for spot in tied:
        slots.append(max(round(mean[spot.node] * stretch), slots[-1] + 1 if slots else 0))
    # What was pushed beyond the end comes back, as little as needed.
    slots = [min(slot, len(spots) - len(tied) + place) for place, slot in enumerate(slots)]
    held = dict(zip(slots, tied, strict=True))
    free = iter([spot for spot in spots if spot.node not in mean])
    return [held.get(slot) or next(free) for slot in range(len(spots))]


def _wide(
    members: Sequence[Spot], places: Sequence[Spot], sessions: Sequence[Spot], ties: Relations, title: str
) -> Markup:
    """Return the drawing with the level horizon."""
    upper, horizon, lower = 30.0, 350.0, 610.0
    placed: dict[Node, Spot] = {}
    labels: dict[Node, str] = {}
    # The members in two rows, each name over the gap of the row below it.
    pitch = WIDTH / max(1, (len(members) + 1) // 2 + 0.5)
    for rank, spot in enumerate(arranged(members, places, ties)):
        x, top = pitch * (rank / 2 + 0.5), upper + (rank % 2) * 74
        words = lines(spot.name, pitch * 0.96 / SIZE)
        foot = top + SIZE * 1.14 * (len(words) - 1)
        placed[spot.node] = replace(spot, x=x, y=top, port=(x, foot + 9))
        labels[spot.node] = text_block(words, x, top, SIZE)
    step = WIDTH / max(1, len(places))
    for rank, spot in enumerate(places):
        x = step * (rank + 0.5)
        words = lines(spot.name, step * 0.94 / SIZE)
        below = horizon + 36 + SIZE * 1.14 * (len(words) - 1) + 9
        placed[spot.node] = replace(spot, x=x, y=horizon, port=(x, horizon), under=(x, below))
        labels[spot.node] = _disc(spot, x, horizon, 15, 17) + text_block(words, x, horizon + 36, SIZE)
    step = WIDTH / max(1, len(sessions))
    for rank, spot in enumerate(arranged(sessions, places, ties)):
        x = step * (rank + 0.5)
        placed[spot.node] = replace(spot, x=x, y=lower, port=(x, lower - 18))
        labels[spot.node] = text_block(lines(spot.name, step * 0.9 / SIZE), x, lower, SIZE, css="name session")
    height = lower + 40 if sessions else horizon + 36 + SIZE * 3
    line = f'<path class="horizon" d="M0 {horizon:g}H{WIDTH:g}"/>'
    return _svg("network-wide", (WIDTH, height), title, line, placed, labels, ties, _upright)


def _narrow(
    left: Sequence[Spot], places: Sequence[Spot], ties: Relations, title: str, *, linked: bool = True
) -> Markup:
    """Return a drawing with the upright horizon: names to the left, places to the right.

    Args:
        left: The members, or the sessions.
        places: The places.
        ties: What ties them.
        title: What a screen reader calls the drawing.
        linked: Whether the places are links; those of a second drawing would only repeat the first one's.
    """
    horizon, edge, room = 208.0, 132.0, 122.0
    placed: dict[Node, Spot] = {}
    labels: dict[Node, str] = {}
    left = arranged(left, places, ties)
    blocks = [lines(spot.name, room / NARROW_SIZE) for spot in left]
    leading = NARROW_SIZE * 1.14
    height = max(sum(leading * len(words) + 14 for words in blocks), 44.0 * len(places)) + 12
    air = (height - 12 - sum(leading * len(words) for words in blocks)) / max(1, len(blocks))
    top = 6 + air / 2 + NARROW_SIZE * 0.8
    for spot, words in zip(left, blocks, strict=True):
        middle = top + leading * (len(words) - 1) / 2 - NARROW_SIZE * 0.35
        placed[spot.node] = replace(spot, x=0, y=top, port=(edge, middle))
        css = "name session" if spot.node[0] == "session" else "name"
        labels[spot.node] = text_block(words, 0, top, NARROW_SIZE, css=css, anchor="start")
        top += leading * len(words) + air
    step = height / max(1, len(places))
    for rank, spot in enumerate(places):
        y = step * (rank + 0.5)
        words = lines(spot.name, (NARROW - horizon - 20) / NARROW_SIZE)
        placed[spot.node] = replace(spot, x=horizon, y=y, port=(horizon, y), href=spot.href if linked else None)
        foot = y + NARROW_SIZE * 0.35 - leading * (len(words) - 1) / 2
        label = text_block(words, horizon + 20, foot, NARROW_SIZE, anchor="start")
        labels[spot.node] = _disc(spot, horizon, y, 13, 15) + label
    line = f'<path class="horizon" d="M{horizon:g} 0V{height:.1f}"/>'
    return _svg("network-narrow", (NARROW, height), title, line, placed, labels, ties, _level)


def _svg(
    name: str,
    size: tuple[float, float],
    title: str,
    horizon: str,
    placed: Mapping[Node, Spot],
    labels: Mapping[Node, str],
    ties: Relations,
    curve: Callable[[Spot, Spot], str],
) -> Markup:
    """Return a drawing: all the lines, then each record with its own lines again, which show when it is pointed at."""
    hairs: dict[Node, list[str]] = {node: [] for node in placed}
    every = []
    for kind, other in _DRAWN:
        for one, two in ties.between(kind, other):
            if (kind, one) not in placed or (other, two) not in placed:
                continue
            ends = (placed[kind, one], placed[other, two])
            path = curve(*ends)
            every.append(f'<path class="tie {kind}-{other}" d="{path}"/>')
            for end in ends:
                hairs[end.node].append(path)
    nodes = "".join(
        f'<g class="node"><path class="node-lines" d="{"".join(hairs[node])}"/>{_linked(spot, labels[node])}</g>'
        if hairs[node]
        else f'<g class="node untied">{_linked(spot, labels[node])}</g>'
        for node, spot in placed.items()
    )
    view = f"0 0 {size[0]:g} {size[1]:.0f}"
    return Markup(
        f'<svg class="network {name}" viewBox="{view}" role="group" aria-label="{escape(title)}">'
        f"{''.join(every)}{horizon}{nodes}</svg>"
    )


def _linked(spot: Spot, label: str) -> str:
    return label if spot.href is None else f'<a href="{escape(spot.href)}">{label}</a>'


def _upright(one: Spot, other: Spot) -> str:
    """Return a line that leaves and arrives upright."""
    (x, y), (end_x, end_y) = one.port, other.port
    if one.under and end_y > y:
        x, y = one.under
    if other.under and y > end_y:
        end_x, end_y = other.under
    middle = (y + end_y) / 2
    return f"M{x:.0f} {y:.0f}C{x:.0f} {middle:.0f} {end_x:.0f} {middle:.0f} {end_x:.0f} {end_y:.0f}"


def _level(one: Spot, other: Spot) -> str:
    """Return a line that leaves and arrives level."""
    (x, y), (end_x, end_y) = one.port, other.port
    middle = (x + end_x) / 2
    return f"M{x:.0f} {y:.0f}C{middle:.0f} {y:.0f} {middle:.0f} {end_y:.0f} {end_x:.0f} {end_y:.0f}"


def _disc(spot: Spot, x: float, y: float, radius: float, size: float) -> str:
    return (
        f'<circle class="disc" cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}"/>'
        f'<text class="number" x="{x:.1f}" y="{y + size * 0.36:.1f}" font-size="{size:g}">{spot.number}</text> '
    )
