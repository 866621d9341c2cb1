"""Drafts of what stands in a list: an event, a series, a source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from atlas.model.publication import PLACEHOLDER_ID
from atlas.scaffolds.insertion import appended
from atlas.scaffolds.order import FR, Order, RefusedError, both, quoted

_NOTICE: Final = "  # Brouillon : remplacez chaque « (à écrire) » et chaque « a-ecrire », puis ôtez « draft: true »."


def event(order: Order) -> Mapping[str, str]:
    """Return the file of events with one more."""
    return _added(
        order,
        "events",
        "events",
        f"""    name:{both(6, quoted(order.name), quoted(order.name_en))}
    kind: agency # ou fair, opening, sport, campaign, academy
    start: {_date(order)}
    summary:{both(6)}
    standing: announced # ou held, cancelled
    sources: [{PLACEHOLDER_ID}]
""",
    )


def series(order: Order) -> Mapping[str, str]:
    """Return the file of the observatory with one more series."""
    return _added(
        order,
        "indicators",
        "indicators",
        f"""    axis: economy # ou resident, mobility, tourism, digital, knowledge, culture
    title:{both(6, quoted(order.name), quoted(order.name_en))}
    finding:{both(6)}
    unit:{both(6)}
    unit_kind: count # ou millions, percent, rank, band, area, weight
    scope:{both(6)}
    perimeter: metropolis # ou city, functional_area, department, region, site
    quality: A # A le producteur, B l'acteur, C la presse
    values:
      - {{year: {order.day.year - 1}, value: 0, qualifier: exact, source: {PLACEHOLDER_ID}}}
""",
    )


def source(order: Order) -> Mapping[str, str]:
    """Return the file of sources with one more."""
    url = order.answers.get("url")
    return _added(
        order,
        "sources",
        "sources",
        f"""    title: {quoted(order.name)}
    publisher: {FR}
    url: {quoted(url) if url else "null"}
    date: null # la date affichée, comme "2024-03", avec date_basis: stated
    date_basis: none
    kind: press # ou official, statistics, specialist, encyclopedia, community
    reading: full # ou opening
""",
    )


def _added(order: Order, file: str, key: str, fields: str) -> Mapping[str, str]:
    path = f"docs/data/{file}.yml"
    item = f"{_NOTICE}\n  - id: {order.id}\n    draft: true\n{fields}"
    text = appended((order.root / path).read_text(encoding="utf-8"), key, item)
    if text is None:
        raise RefusedError(f"la liste « {key}: » de {path} ne peut pas être complétée : « make check » dit pourquoi")
    return {path: text}


def _date(order: Order) -> str:
    start = order.answers.get("start")
    return quoted(start) if start else 'null # comme "2027-03-12", "2027-03" ou "2027"'
