"""The records as JSON: everything that is published of them, with their sources and both languages.

Two things stay on the pages only. Who embodies a place: a licence of open data does not cover a person's name. And
the photographs, which have licences of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from atlas.exports.about import About
from atlas.exports.listing import Listed
from atlas.exports.texts import Both, both, term
from atlas.model import Catalogue, Member, Source
from atlas.model.member import Seat
from atlas.model.place import Website
from atlas.model.route import Route
from atlas.model.source import Sourced
from atlas.model.text import Text
from atlas.model.vocabulary import (
    Confidence,
    DateBasis,
    Domain,
    Known,
    MemberKind,
    MemberStanding,
    Opening,
    PlaceStatus,
    Reading,
    RouteTheme,
    SourceKind,
    Term,
    Wow,
)
from atlas.relations import Kind, Relations, relations
from atlas.routes import leg_list, length_km

_TIES: Final[Sequence[Kind]] = ("session", "action", "event", "network")
"""What members are tied to beside places; a person's name is in the data only with consent, and then in people.json."""


def places_json(places: Sequence[Listed], about: About) -> dict[str, Any]:
    """Return the places, with the labels of their vocabularies."""
    labels = {"status": PlaceStatus, "domain": Domain, "confidence": Confidence, "opening": Opening, "wow": Wow}
    return labelled_file(about, "places", labels, [place_record(one) for one in places])


def place_record(one: Listed) -> dict[str, Any]:
    """Return a place."""
    place, position = one.place, one.place.position
    return {
        "id": place.id,
        "order": one.entry.number,
        "url": one.urls,
        "name": {"fr": one.entry.name, "en": one.english.name},
        "full_name": _text(place.full_name),
        "headline": both(place.headline),
        "summary": sourced(place.summary),
        "domain": place.domain.value,
        "status": {
            "value": place.standing.value.value,
            "month": place.standing.month,
            "note": _text(place.standing.note),
            "sources": place.standing.sources,
        },
        "position": {
            "lat": one.entry.lat,
            "lon": one.entry.lon,
            "confidence": position.confidence.value,
            "commune": one.entry.commune,
            "insee": position.insee,
            "borough": position.borough,
            "postcode": position.postcode,
            "address": position.address,
            "note": _text(position.note),
            "sources": position.sources,
        },
        "wow": {"kind": place.wow.kind.value, **both(place.wow.text), "sources": place.wow.sources},
        "emblem": sourced(place.emblem),
        "facts": [{"when": fact.when, **sourced(fact)} for fact in place.facts],
        "access": {
            "opening": place.access.opening.value,
            **both(place.access.text),
            "sources": place.access.sources,
        },
        "website": _website(place.website),
        "members": place.members,
        "related": place.related,
        "previous_ids": place.previous_ids,
    }


def routes_json(catalogue: Catalogue, about: About) -> dict[str, Any]:
    """Return the routes, with distances as the crow flies in kilometres."""
    return labelled_file(
        about, "routes", {"theme": RouteTheme}, [route_record(catalogue, one, about) for one in catalogue.routes]
    )


def route_record(catalogue: Catalogue, route: Route, about: About) -> dict[str, Any]:
    """Return a route."""
    legs = leg_list(catalogue, route)
    return {
        "id": route.id,
        "url": about.pages("route", route.id),
        "name": both(route.name),
        "summary": both(route.summary),
        "theme": route.theme.value,
        "places": route.places,
        "legs": [{"from": leg.start.id, "to": leg.end.id, "km": round(leg.km, 1)} for leg in legs],
        "km": round(length_km(legs), 1),
        "related": route.related,
    }


def members_json(catalogue: Catalogue, about: About) -> dict[str, Any]:
    """Return the member organisations, each with what it is tied to."""
    labels = {"kind": MemberKind, "standing": MemberStanding, "signatory": Known}
    ties = relations(catalogue)
    return labelled_file(about, "members", labels, [_member(member, ties, about) for member in catalogue.members])


def _member(member: Member, ties: Relations, about: About) -> dict[str, Any]:
    return {
        "id": member.id,
        "order": member.order,
        "url": about.pages("member", member.id),
        "name": both(member.name),
        "short_name": both(member.short),
        "membership": {
            "kind": member.membership.kind.value,
            "since": member.membership.since,
            "sources": member.membership.sources,
        },
        "standing": {
            "value": member.standing.value.value,
            "as_of": member.standing.as_of,
            **both(member.standing.text),
            "sources": member.standing.sources,
        },
        "presentation": sourced(member.presentation),
        "brings": sourced(member.brings) if member.brings else None,
        "signatory": {"value": member.signatory.value.value, "sources": member.signatory.sources},
        "website": _website(member.website),
        "seat": _seat(member.seat),
        "places": ties.of("member", member.id, "place"),
        "previous_ids": member.previous_ids,
        **{f"{kind}s": ties.of("member", member.id, kind) for kind in _TIES},
    }


def _seat(seat: Seat | None) -> dict[str, Any] | None:
    if seat is None:
        return None
    return {
        "address": seat.address,
        "postcode": seat.postcode,
        "insee": seat.insee,
        "lat": seat.lat,
        "lon": seat.lon,
        "confidence": seat.confidence.value,
        "sources": seat.sources,
    }


def sources_json(catalogue: Catalogue, about: About) -> dict[str, Any]:
    """Return the sources that the other files name by their identifiers."""
    labels = {"kind": SourceKind, "date_basis": DateBasis, "reading": Reading}
    return labelled_file(about, "sources", labels, [_source(source) for source in catalogue.sources])


def _source(source: Source) -> dict[str, Any]:
    return {
        "id": source.id,
        "title": source.title,
        "lang": source.lang,
        "publisher": source.publisher,
        "url": str(source.url) if source.url else None,
        "date": source.date,
        "date_basis": source.date_basis.value,
        "kind": source.kind.value,
        "reading": source.reading.value,
        "note": _text(source.note),
    }


def labelled_file(
    about: About, kind: str, labels: Mapping[str, type[Term]], records: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    """Return a file: what it is, how many records it holds, what its codes mean, and the records."""
    vocabularies = {name: _labels(terms) for name, terms in labels.items()}
    return {**about.head(kind), "count": len(records), "vocabularies": vocabularies, kind: records}


def _labels(terms: Iterable[Term]) -> dict[str, Any]:
    return {value.value: term(value) for value in terms}


def _text(text: Text | None) -> Both | None:
    return both(text) if text else None


def sourced(said: Sourced) -> dict[str, Any]:
    return {**both(said.text), "sources": said.sources}


def _website(website: Website | None) -> dict[str, Any] | None:
    return {"url": str(website.url), "sources": website.sources} if website else None
