"""The columns of a place where data are flat: tables, and the attributes of GeoJSON and KML."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from atlas.exports.about import LICENCE
from atlas.exports.listing import Listed
from atlas.exports.texts import Both, term

Value = str | int | float | None
"""What a cell holds; none when it is not known."""


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes:
        name: Its name, which never changes.
        about: What it holds, for the page that documents the data.
        value: Reads it from a place.
    """

    name: str
    about: Both
    value: Callable[[Listed], Value]


def _column(name: str, fr: str, en: str, value: Callable[[Listed], Value]) -> Column:
    return Column(name, {"fr": fr, "en": en}, value)


COLUMNS: Final = (
    _column("id", "Identifiant stable", "Stable identifier", lambda one: one.place.id),
    _column(
        "order",
        "Rang dans le réseau, le numéro du disque",
        "Rank in the network, the number on the disc",
        lambda one: one.entry.number,
    ),
    _column("name_fr", "Nom en français", "Name in French", lambda one: one.entry.name),
    _column("name_en", "Nom en anglais", "Name in English", lambda one: one.english.name),
    _column(
        "domain", "Domaine d'excellence, en code", "Domain of excellence, as a code", lambda one: one.entry.domain.value
    ),
    _column("domain_fr", "Domaine en français", "Domain in French", lambda one: term(one.entry.domain)["fr"]),
    _column("domain_en", "Domaine en anglais", "Domain in English", lambda one: term(one.entry.domain)["en"]),
    _column(
        "status",
        "Statut : announced, candidate ou labelled",
        "Status: announced, candidate or labelled",
        lambda one: one.entry.status.value,
    ),
    _column("status_fr", "Statut en français", "Status in French", lambda one: term(one.entry.status)["fr"]),
    _column("status_en", "Statut en anglais", "Status in English", lambda one: term(one.entry.status)["en"]),
    _column("commune", "Nom de la commune", "Name of the commune", lambda one: one.entry.commune),
    _column("insee", "Code Insee de la commune", "INSEE code of the commune", lambda one: one.place.position.insee),
    _column(
        "borough",
        "Code Insee de l'arrondissement, à Marseille",
        "INSEE code of the borough, in Marseille",
        lambda one: one.place.position.borough,
    ),
    _column("postcode", "Code postal", "Postcode", lambda one: one.place.position.postcode),
    _column(
        "address",
        "Adresse, si une source la donne",
        "Address, where a source gives it",
        lambda one: one.place.position.address,
    ),
    _column(
        "lat",
        "Latitude, en degrés décimaux (WGS 84)",
        "Latitude in decimal degrees (WGS 84)",
        lambda one: one.entry.lat,
    ),
    _column(
        "lon",
        "Longitude, en degrés décimaux (WGS 84)",
        "Longitude in decimal degrees (WGS 84)",
        lambda one: one.entry.lon,
    ),
    _column(
        "confidence",
        "Confiance : high (à moins de 100 m), medium (quelques centaines de mètres) ou low (approché, à vérifier)",
        "Confidence: high (within 100 m), medium (a few hundred metres) or low (approximate, to be checked)",
        lambda one: one.place.position.confidence.value,
    ),
    _column(
        "opening",
        "Visites : open, sometimes, on_request, closed ou unknown",
        "Visits: open, sometimes, on_request, closed or unknown",
        lambda one: one.entry.opening.value,
    ),
    _column("summary_fr", "Présentation en français", "Presentation in French", lambda one: one.summary["fr"]),
    _column("summary_en", "Présentation en anglais", "Presentation in English", lambda one: one.summary["en"]),
    _column(
        "website",
        "Site du lieu",
        "Website of the place",
        lambda one: str(one.place.website.url) if one.place.website else None,
    ),
    _column("url_fr", "Page en français", "Page in French", lambda one: one.urls["fr"]),
    _column("url_en", "Page en anglais", "Page in English", lambda one: one.urls["en"]),
    _column(
        "sources",
        "Identifiants des sources, séparés par une espace ; sources.json les décrit",
        "Identifiers of the sources, separated by spaces; sources.json describes them",
        lambda one: " ".join(one.sources),
    ),
    _column("date", "Date des données", "Date of the data", lambda one: one.about.date),
    _column("licence", "Licence", "Licence", lambda one: LICENCE),
)
"""Every column, in order: new ones go at the end."""


def row(one: Listed) -> Mapping[str, Value]:
    """Return the row of a place in a table."""
    return {column.name: column.value(one) for column in COLUMNS}


def attributes(one: Listed) -> Mapping[str, Value]:
    """Return what a row says beside the position, and what the whole file says once."""
    return {name: value for name, value in row(one).items() if name not in {"lat", "lon", "date", "licence"}}
