"""Where a place or a seat may stand: in a commune of the metropolis, with its postcode, at its point."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from atlas.folding import fold
from atlas.geography.communes import Commune, boroughs, commune_at, communes, distance_m
from atlas.model.member import Seat
from atlas.model.place import Position
from atlas.model.vocabulary import Confidence
from atlas.reading.entries import Content, Entry
from atlas.reading.fixes import Swap
from atlas.reading.problems import Problem, did_you_mean, listed, quoted

MARSEILLE: Final = "13055"

FARTHEST_M: Final = 300
"""Metres that a point may lie outside the simplified outline of its commune: a quay, a jetty."""

_ON_A_MAP: Final = "relevez le point sur une carte"


def positions_hold(content: Content) -> Iterator[Problem]:
    """Check the commune, the borough, the postcode and the point of each place, and of each seat."""
    for entry in content.places:
        yield from _position(entry, "position", entry.part("position", Position))
    for member in content.members:
        yield from _position(member, "seat", member.part("seat", Seat))


def _position(entry: Entry[Any], at: str, position: Position | None) -> Iterator[Problem]:
    if position is None:
        return
    yield from _borough(entry, at, position)
    commune = communes().get(position.insee)
    if commune is None:
        yield _unknown_commune(entry, at, position)
    else:
        yield from _postcode(entry, at, position, commune)
    yield from _point(entry, at, position, commune)


def points_are_known(content: Content) -> Iterator[Problem]:
    """Notice the points that nobody vouches for."""
    for entry in content.places:
        position = entry.part("position", Position)
        if position is None:
            continue
        if position.confidence is Confidence.LOW:
            wrong = "le point est approché" + ("" if position.sources else " et sans source")
            yield entry.notice(("position", "confidence"), wrong, "Vérifiez-le : " + _ON_A_MAP)
        elif not position.sources:
            yield entry.notice(
                ("position",), "le point n’a pas de source", "Ajoutez « sources: » quand une source le donne"
            )


def _of(name: str) -> str:
    """Return the name of a commune after `de`: `d’Aix-en-Provence`, `du Rove`, `des Pennes-Mirabeau`."""
    for article, contracted in (("Les ", "des "), ("Le ", "du ")):
        if name.startswith(article):
            return contracted + name.removeprefix(article)
    return f"d’{name}" if fold(name[0]) in "aeiouy" else f"de {name}"


def _unknown_commune(entry: Entry[Any], at: str, position: Position) -> Problem:
    code = position.insee
    wrong = f"{quoted(code)} n’est pas une des 92 communes de la métropole"
    if code in boroughs():
        wrong = f"{quoted(code)} est un arrondissement de Marseille"
        return entry.error((at, "insee"), wrong, f"Écrivez insee: {MARSEILLE} et borough: {code}")
    at_point = commune_at(position.lat, position.lon)
    # The point says most; then the postcode; then the code itself, when it is a postcode written one line too high.
    named = [at_point] if at_point else _with_postcode(position.postcode) or _with_postcode(code)
    if code == position.postcode or any(code in commune.postcodes for commune in named):
        wrong = f"{quoted(code)} est un code postal"
    if named:
        cure = "Écrivez le code Insee : " + listed(f"{commune.insee} ({commune.name})" for commune in named)
    else:
        cure = "Cherchez le code Insee de la commune sur insee.fr"
    return entry.error((at, "insee"), wrong, cure)


def _with_postcode(code: str) -> list[Commune]:
    return [commune for commune in communes().values() if code in commune.postcodes]


def _borough(entry: Entry[Any], at: str, position: Position) -> Iterator[Problem]:
    code = position.borough
    if code is None:
        return
    field = (at, "borough")
    borough = boroughs().get(code)
    if position.insee != MARSEILLE and position.insee not in boroughs():
        cure = f"{entry.removal(field)}, ou écrivez insee: {MARSEILLE}"
        yield entry.error(field, "seule Marseille a des arrondissements", cure)
    elif borough is None:
        meant = next((known.insee for known in boroughs().values() if known.postcode == code), None)
        meant = meant or did_you_mean(code, sorted(boroughs()))
        cure = f"Vouliez-vous dire « {meant} » ?" if meant else "Écrivez un code de 13201 à 13216"
        yield entry.error(field, f"{quoted(code)} n’est pas un arrondissement de Marseille", cure)
    elif position.postcode != borough.postcode:
        wrong = (
            f"{quoted(position.postcode)} n’est pas le code postal du {borough.name.removeprefix('Marseille ').lower()}"
        )
        own = next((code for code, known in boroughs().items() if known.postcode == position.postcode), None)
        cure = f"Écrivez postcode: {borough.postcode}, ou {f'borough: {own}' if own else 'corrigez borough'}"
        yield entry.error((at, "postcode"), wrong, cure)


def _postcode(entry: Entry[Any], at: str, position: Position, commune: Commune) -> Iterator[Problem]:
    if position.postcode in commune.postcodes:
        return
    if position.insee == MARSEILLE and position.borough in boroughs():
        return  # Said with the borough, which leaves one postcode.
    wrong = f"{quoted(position.postcode)} n’est pas un code postal {_of(commune.name)}"
    cure = f"Écrivez {_postcodes(commune)}"
    others = _with_postcode(position.postcode)
    there = commune_at(position.lat, position.lon)
    own = [there] if there in others else others
    if len(own) == 1:
        cure += f", ou insee: {own[0].insee} si le lieu est dans la commune {quoted(own[0].name)}"
    yield entry.error((at, "postcode"), wrong, cure)


def _postcodes(commune: Commune) -> str:
    """Return the postcodes of a commune, as a choice; those of Marseille follow each other, one a borough."""
    if commune.insee == MARSEILLE:
        return f"un code de {commune.postcodes[0]} à {commune.postcodes[-1]}, celui de l’arrondissement"
    return listed(commune.postcodes, 6)


def _point(entry: Entry[Any], at: str, position: Position, commune: Commune | None) -> Iterator[Problem]:
    lat, lon = position.lat, position.lon
    if 42 <= lon <= 45 and 4 <= lat <= 7:
        cure = f"Écrivez lat: {lon} et lon: {lat}"
        fix = Swap((*entry.at, at, "lat"), (*entry.at, at, "lon"))
        yield entry.error((at, "lat"), "la latitude et la longitude sont échangées", cure, fix)
        return
    if commune is None:
        return
    distance = distance_m(commune.insee, lat, lon)
    if distance <= FARTHEST_M:
        return
    far = f"{distance / 1000:.1f}".replace(".", ",") + " km" if distance >= 1000 else f"{distance:.0f} m"
    there = commune_at(lat, lon)
    if there is None:
        wrong = f"le point est en mer ou hors de la métropole, à {far} {_of(commune.name)}"
        yield entry.error((at, "lat"), wrong, f"Corrigez lat et lon : {_ON_A_MAP}")
    else:
        cure = f"Corrigez lat et lon, ou écrivez insee: {there.insee}"
        if position.postcode not in there.postcodes:
            cure += f", et pour postcode: {_postcodes(there)}"
        wrong = f"le point est dans la commune {quoted(there.name)}, à {far} {_of(commune.name)}"
        yield entry.error((at, "lat"), wrong, cure)
