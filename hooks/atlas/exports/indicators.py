"""The observatory as data: every series, value by value, the single values and the targets."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from atlas import urls
from atlas.exports.about import LICENCE, About
from atlas.exports.texts import Both, both, term
from atlas.model import Catalogue, Indicator, Observation, SingleValue, Target, Text
from atlas.model.vocabulary import IndicatorAxis, Perimeter, Qualifier, Quality, TargetSubject, Term, UnitKind

VOCABULARIES: Final[Mapping[str, type[Term]]] = {
    "axis": IndicatorAxis,
    "unit_kind": UnitKind,
    "qualifier": Qualifier,
    "perimeter": Perimeter,
    "quality": Quality,
    "subject": TargetSubject,
}
"""The codes of the file, with the vocabulary that says what each means."""

Cell = str | int | float | None


@dataclass(frozen=True)
class Row:
    """One value, as a row of a table.

    Attributes:
        indicator: The series.
        observation: The value.
        catalogue: The records, for the address of the source.
        about: What the download says of itself.
    """

    indicator: Indicator
    observation: Observation
    catalogue: Catalogue
    about: About


@dataclass(frozen=True)
class Column:
    """One column of the tables of values.

    Attributes:
        name: Its name, which never changes.
        about: What it holds, for the page that documents the data.
        value: Reads it from a row.
    """

    name: str
    about: Both
    value: Callable[[Row], Cell]


def _column(name: str, fr: str, en: str, value: Callable[[Row], Cell]) -> Column:
    return Column(name, {"fr": fr, "en": en}, value)


COLUMNS: Final = (
    _column("indicator", "Identifiant de la série", "Identifier of the series", lambda row: row.indicator.id),
    _column("axis", "Axe, en code", "Axis, as a code", lambda row: row.indicator.axis.value),
    _column("title_fr", "Titre en français", "Title in French", lambda row: both(row.indicator.title)["fr"]),
    _column("title_en", "Titre en anglais", "Title in English", lambda row: both(row.indicator.title)["en"]),
    _column("year", "Année", "Year", lambda row: row.observation.year),
    _column(
        "value",
        "Valeur publiée, avec un point décimal ; vide pour une tranche",
        "Value as published, with a decimal point; empty for a band",
        lambda row: number(row.observation.value),
    ),
    _column("band", "Tranche de rang", "Rank band", lambda row: row.observation.band),
    _column(
        "qualifier",
        "Exactitude : exact, rounded, about, at_least, range ou reported",
        "Exactness: exact, rounded, about, at_least, range or reported",
        lambda row: row.observation.qualifier.value,
    ),
    _column("unit_fr", "Unité en français", "Unit in French", lambda row: both(row.indicator.unit)["fr"]),
    _column("unit_en", "Unité en anglais", "Unit in English", lambda row: both(row.indicator.unit)["en"]),
    _column("perimeter", "Périmètre, en code", "Perimeter, as a code", lambda row: row.indicator.perimeter.value),
    _column(
        "quality",
        "Qui produit la valeur : A (statistique), B (acteur) ou C (presse)",
        "Who produces the value: A (statistics), B (organisation) or C (press)",
        lambda row: row.indicator.quality.value,
    ),
    _column("source", "Identifiant de la source", "Identifier of the source", lambda row: row.observation.source),
    _column("source_url", "Adresse de la source", "Address of the source", lambda row: _address(row)),
    _column("note_fr", "Réserve en français", "Reservation in French", lambda row: _said(row.observation.note, "fr")),
    _column("note_en", "Réserve en anglais", "Reservation in English", lambda row: _said(row.observation.note, "en")),
    _column("date", "Date des données", "Date of the data", lambda row: row.about.date),
    _column("licence", "Licence", "Licence", lambda _: LICENCE),
)
"""Every column of the tables of values, in order: new ones go at the end."""


def indicators_json(catalogue: Catalogue, about: About) -> dict[str, Any]:
    """Return the series with all their values, then the single values and the targets."""
    return {
        **about.head("indicators"),
        "count": len(catalogue.indicators),
        "vocabularies": {name: {one.value: term(one) for one in terms} for name, terms in VOCABULARIES.items()},
        "indicators": [indicator_record(indicator, about) for indicator in catalogue.indicators],
        "single_values": [_single_value(single) for single in catalogue.single_values],
        "targets": [_target(target) for target in catalogue.targets],
    }


def indicator_record(indicator: Indicator, about: About) -> dict[str, Any]:
    """Return a series."""
    return {
        "id": indicator.id,
        "url": about.pages("indicator", indicator.id),
        "csv": about.site_url + urls.data_path(f"indicators/{indicator.id}.csv"),
        "axis": indicator.axis.value,
        "title": both(indicator.title),
        "finding": both(indicator.finding),
        "unit": both(indicator.unit),
        "unit_kind": indicator.unit_kind.value,
        "lower_is_better": indicator.lower_is_better,
        "scope": both(indicator.scope),
        "perimeter": indicator.perimeter.value,
        "quality": indicator.quality.value,
        "rhythm_years": indicator.rhythm_years,
        "breaks": [{"year": change.year, "note": both(change.note)} for change in indicator.breaks],
        "values": [_value(observation) for observation in indicator.values],
        "peers": {**both(indicator.peers.text), "sources": indicator.peers.sources} if indicator.peers else None,
        "note": _text(indicator.note),
        "note_sources": indicator.note_sources,
        "licence": _text(indicator.licence),
    }


def _value(observation: Observation) -> dict[str, Any]:
    return {
        "year": observation.year,
        "value": number(observation.value),
        "band": observation.band,
        "qualifier": observation.qualifier.value,
        "source": observation.source,
        "note": _text(observation.note),
        "note_sources": observation.note_sources,
    }


def _single_value(single: SingleValue) -> dict[str, Any]:
    return {
        "id": single.id,
        "title": both(single.title),
        "value": both(single.value),
        "detail": _text(single.detail),
        "year": single.year,
        "until": single.until,
        "source": single.source,
        "note": _text(single.note),
        "note_sources": single.note_sources,
    }


def _target(target: Target) -> dict[str, Any]:
    reached = target.established
    return {
        "id": target.id,
        "subject": target.subject.value,
        "title": both(target.title),
        "low": number(target.low),
        "high": number(target.high),
        "unit": both(target.unit),
        "announced": {**both(target.announced), "on": target.said_on, "sources": target.sources},
        "due": target.due,
        "established": {
            "value": number(reached.value),
            "qualifier": reached.qualifier.value if reached.value is not None else None,
            **both(reached.text),
            "on": reached.on,
            "sources": reached.sources,
        },
    }


def indicators_csv(catalogue: Catalogue, about: About, only: Indicator | None = None) -> bytes:
    """Return the values of all series, or of one, as CSV after RFC 4180: UTF-8, commas, decimal points."""
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow([column.name for column in COLUMNS])
    for row in _rows(catalogue.indicators if only is None else [only], catalogue, about):
        writer.writerow([column.value(row) for column in COLUMNS])
    return table.getvalue().encode("utf-8")


def _rows(indicators: Sequence[Indicator], catalogue: Catalogue, about: About) -> Iterator[Row]:
    for indicator in indicators:
        for observation in indicator.values:
            yield Row(indicator, observation, catalogue, about)


def number(value: float | None) -> int | float | None:
    """Return a number as data write it, without a needless decimal part."""
    return int(value) if value is not None and value == int(value) else value


def _address(row: Row) -> str | None:
    url = row.catalogue.source[row.observation.source].url
    return str(url) if url else None


def _said(text: Text | None, lang: str) -> str | None:
    return None if text is None else both(text)["fr" if lang == "fr" else "en"]


def _text(text: Text | None) -> Both | None:
    return both(text) if text else None
