"""Rules of the routes."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.model.route import THEMES
from atlas.reading.entries import Content
from atlas.reading.problems import Problem, listed, quoted


def routes_follow_their_theme(content: Content) -> Iterator[Problem]:
    """Check that a route goes only to places whose domain bears its theme."""
    places = {entry.id: entry.record for entry in content.places}
    for entry in content.routes:
        route = entry.record
        for rank, id in enumerate(route.places if route else ()):
            place = places.get(id)
            if route and place and place.domain not in THEMES[route.theme]:
                wrong = f"le domaine de {quoted(id)} ({place.domain}) n’entre pas dans le thème {route.theme}"
                fit = listed(sorted(THEMES[route.theme]))
                cure = f"Changez « theme: », ou ôtez ce lieu : ce thème veut {fit}"
                yield entry.error(("places", rank), wrong, cure)
