"""Rules of the routes."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from atlas.model.route import THEMES
from atlas.model.vocabulary import Domain
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
                domains = [there.domain for each in route.places if (there := places.get(each))]
                yield entry.error(("places", rank), wrong, _cure(place.domain, domains))


def _cure(domain: Domain, domains: Collection[Domain]) -> str:
    """Return how to have a place in a route: by a theme that fits all its places, or else one that fits this place.

    Args:
        domain: The domain of the place.
        domains: Those of all the places of the route.
    """
    fit = [theme for theme in THEMES if THEMES[theme].issuperset(domains)]
    if fit:
        return f"Écrivez theme: {listed(fit)}, qui accepte tous les lieux de l’itinéraire, ou ôtez ce lieu"
    accepting = listed(theme for theme in THEMES if domain in THEMES[theme])
    alone = f"Ce domaine entre dans {accepting}, qui n’accepte pas tous les autres lieux" if accepting else ""
    return f"{alone or 'Aucun thème n’accepte ce domaine'} : ôtez ce lieu, ou ceux qui ne vont pas avec lui"
