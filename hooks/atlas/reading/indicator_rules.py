"""Rules of the observatory: a figure that cannot be right, or that could not be read as it is written, is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from atlas.model.indicator import Indicator, Observation
from atlas.model.publication import ALWAYS
from atlas.model.record import FieldPath
from atlas.model.vocabulary import PlaceStatus, Qualifier, TargetSubject, UnitKind
from atlas.reading.entries import Content, Entry
from atlas.reading.problems import Problem, Severity, quoted

MOST_NAMED: Final = 10
"""Series past their rhythm that a message names."""

WHOLE: Final = frozenset({UnitKind.COUNT, UnitKind.RANK})
"""The units in which a value has no decimals."""

RANGES: Final[Mapping[UnitKind, tuple[float, float | None]]] = {
    UnitKind.COUNT: (0, None),
    UnitKind.MILLIONS: (0, None),
    UnitKind.PERCENT: (0, 100),
    UnitKind.RANK: (1, None),
    UnitKind.AREA: (0, None),
    UnitKind.WEIGHT: (0, None),
}
"""The least and the greatest value of each unit; a band has ranks instead."""


def years_rise(content: Content) -> Iterator[Problem]:
    """Check that a series gives each year once, from the oldest to the most recent."""
    for entry in content.indicators:
        years = [value.year for value in entry.record.values] if entry.record else []
        for rank, year in enumerate(years[1:], 1):
            field = ("values", rank, "year")
            if year in years[:rank]:
                first = entry.document.line((*entry.at, "values", years.index(year), "year"))
                wrong = f"l’année {year} est déjà donnée, ligne {first}"
                yield entry.error(field, wrong, "Gardez une seule valeur par année, et dites l’autre dans « note: »")
            elif year < years[rank - 1]:
                wrong = f"l’année {year} vient après {years[rank - 1]}"
                yield entry.error(field, wrong, "Rangez les valeurs de la plus ancienne à la plus récente")
        for rank, change in enumerate(entry.record.breaks if entry.record else ()):
            if not years[0] < change.year <= years[-1]:
                wrong = f"aucune valeur n’est séparée d’une autre par la rupture de {change.year}"
                cure = f"Écrivez une année après {years[0]}, et jusqu’à {years[-1]}, ou ôtez la rupture"
                yield entry.error(("breaks", rank, "year"), wrong, cure)


def values_fit_their_unit(content: Content) -> Iterator[Problem]:
    """Check that each value is one that its unit can have."""
    for entry in content.indicators:
        for rank, value in enumerate(entry.record.values if entry.record else ()):
            yield from _value(entry, rank, value, entry.record.unit_kind) if entry.record else ()


def _value(entry: Entry[Indicator], rank: int, value: Observation, kind: UnitKind) -> Iterator[Problem]:
    at = ("values", rank)
    if kind is UnitKind.BAND:
        yield from _band(entry, rank, value)
        return
    if value.band is not None:
        cure = "Écrivez « value: » et un nombre, ou « unit_kind: band » si la série est faite de tranches"
        yield entry.error((*at, "band"), f"une tranche, dans une série dont l’unité est « {kind} »", cure)
    elif value.value is None:
        yield entry.error(at, "la valeur manque", "Ajoutez « value: » et le nombre publié, ou ôtez cette année")
    else:
        yield from _number(entry, rank, value.value, kind)
    if value.qualifier is Qualifier.RANGE:
        wrong = "« range » ne se dit que d’une tranche"
        yield entry.error((*at, "qualifier"), wrong, "Écrivez exact, rounded, about, at_least ou reported")


def _number(entry: Entry[Indicator], rank: int, number: float, kind: UnitKind) -> Iterator[Problem]:
    field = ("values", rank, "value")
    least, most = RANGES[kind]
    if number < least or (most is not None and number > most):
        limits = f"de {least:g} à {most:g}" if most is not None else f"au moins égal à {least:g}"
        wrong = f"{quoted(f'{number:g}')} n’est pas possible dans l’unité « {kind} »"
        yield entry.error(field, wrong, f"Écrivez un nombre {limits}, ou corrigez « unit_kind: »")
    elif kind in WHOLE and number != int(number):
        wrong = f"{quoted(f'{number:g}')} n’est pas un nombre entier, comme l’unité « {kind} » le veut"
        yield entry.error(
            field, wrong, "Écrivez le nombre en entier, ou « unit_kind: millions » s’il compte des millions"
        )


def _band(entry: Entry[Indicator], rank: int, value: Observation) -> Iterator[Problem]:
    at = ("values", rank)
    if value.value is not None:
        wrong = "un nombre, dans une série faite de tranches"
        yield entry.error((*at, "value"), wrong, 'Écrivez « band: » et la tranche, entre guillemets : "151-200"')
    if value.bounds is None:
        if value.value is None:
            yield entry.error(at, "la tranche manque", 'Ajoutez « band: » et la tranche publiée, comme "151-200"')
        return
    best, worst = value.bounds
    if not 1 <= best < worst:
        wrong = f"la tranche {quoted(value.band)} ne va pas d’un rang à un rang plus grand"
        yield entry.error((*at, "band"), wrong, 'Écrivez le plus petit rang d’abord : "151-200"')
    if value.qualifier is not Qualifier.RANGE:
        shown = f'{{year: {value.year}, band: "{value.band}", qualifier: range, source: {value.source}}}'
        cure = f"Écrivez qualifier: range, ainsi : {shown}"
        yield entry.error(
            (*at, "qualifier"), f"une tranche a pour « qualifier: » range, et non {value.qualifier}", cure
        )


def years_are_past(content: Content) -> Iterator[Problem]:
    """Check that no source gives a value for a year after its own publication."""
    published = {entry.id: entry.record.date for entry in content.sources if entry.record and entry.record.date}
    for entry in content.indicators:
        for rank, value in enumerate(entry.record.values if entry.record else ()):
            yield from _future(entry, ("values", rank, "year"), value.year, published.get(value.source))
    for fact in content.facts:
        if fact.record and fact.record.year is not None:
            until = fact.record.until
            field = "year" if until is None else "until"
            yield from _future(fact, (field,), until or fact.record.year, published.get(fact.record.source))
            if until is not None and until <= fact.record.year:
                wrong = f"{until} ne vient pas après {fact.record.year}"
                yield fact.error(
                    ("until",), wrong, f"Écrivez une année plus récente, ou {fact.removal(('until',), 'ôtez')}"
                )


def _future(entry: Entry[Any], field: FieldPath, year: int, published: str | None) -> Iterator[Problem]:
    if published is not None and year > int(published[:4]):
        wrong = f"l’année {year} vient après la publication de la source ({published})"
        yield entry.error(field, wrong, "Corrigez l’année, ou citez la source qui donne cette valeur")


def targets_agree_with_records(content: Content) -> Iterator[Problem]:
    """Check that a target counts what the records count, and that it says where what it states comes from."""
    labelled = [
        entry
        for entry in content.places
        if entry.record is not None and entry.record.standing.value is PlaceStatus.LABELLED
    ]
    counted = {TargetSubject.MEMBERS: _counted(content.members), TargetSubject.PLACES: _counted(labelled)}
    for entry in content.targets:
        target = entry.record
        if target is None:
            continue
        if target.high is not None and target.high <= target.low:
            wrong = f"{target.high:g} n’est pas plus grand que {target.low:g}"
            yield entry.error(
                ("high",), wrong, f"Écrivez le plus grand des deux nombres, ou {entry.removal(('high',), 'ôtez')}"
            )
        reached = target.established
        if reached.value is not None and not reached.sources:
            cure = "Ajoutez : sources: [identifiant-de-la-source] (de docs/data/sources.yml), ou écrivez value: null"
            yield entry.error(("established", "value"), "ce nombre n’a pas de source", cure)
        if not content.complete:
            continue  # A file that cannot be read would be missed in the count.
        always, some_day = counted.get(target.subject, (None, None))
        if always is not None and some_day is not None and not always <= (reached.value or 0) <= some_day:
            folder = "members/" if target.subject is TargetSubject.MEMBERS else "places/ (statut labelled)"
            wrong = f"les fiches de {folder} en comptent {always}, et l’objectif dit {_said(reached.value)}"
            yield entry.error(("established", "value"), wrong, f"Écrivez {always or 'null'}, ou corrigez ces fiches")


def _counted(entries: Sequence[Entry[Any]]) -> tuple[int, int]:
    """Return how many records are always published, and how many are on one day or another.

    What comes or goes on its day changes the count by itself: no number that was right may then stop a build.
    """
    windows = [entry.record.window if entry.record is not None else ALWAYS for entry in entries]
    return sum(window == ALWAYS for window in windows), sum(not window.is_empty for window in windows)


def _said(value: float | None) -> str:
    return "null" if value is None else f"{value:g}"


def series_are_fresh(content: Content) -> Iterator[Problem]:
    """Notice, all at once, the series whose producer should have published a more recent value."""
    published = {entry.id: entry.record.date for entry in content.sources if entry.record}
    old = [
        entry
        for entry in content.indicators
        if entry.record and entry.record.is_old(published.get(entry.record.last.source), content.today)
    ]
    if old:
        names = ", ".join(entry.id for entry in old[:MOST_NAMED]) + ("…" if len(old) > MOST_NAMED else "")
        wrong = (
            f"{len(old)} séries ont passé leur rythme de publication ({names})"
            if len(old) > 1
            else f"la série {quoted(old[0].id)} a passé son rythme de publication"
        )
        cure = "Cherchez une valeur plus récente ; en attendant, la page dit l’âge de la dernière"
        yield Problem(old[0].document.path, 0, "", wrong, cure, Severity.NOTICE)


INDICATOR_RULES: Final[tuple[Callable[[Content], Iterator[Problem]], ...]] = (
    years_rise,
    values_fit_their_unit,
    years_are_past,
    targets_agree_with_records,
    series_are_fresh,
)
"""Every rule of the observatory."""
