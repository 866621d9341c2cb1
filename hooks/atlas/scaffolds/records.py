"""Drafts of the records that have a file of their own: a place, a member, a person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from atlas.geography.communes import communes
from atlas.model.publication import PLACEHOLDER_ID
from atlas.reading.position_rules import MARSEILLE
from atlas.scaffolds.order import FR, Order, both, quoted

NOTICE: Final = (
    "# Brouillon : remplacez chaque « (à écrire) » et chaque « a-ecrire », puis ôtez la ligne « draft: true »."
)
"""What the first lines of a draft say."""

_SCHEMA: Final = "# yaml-language-server: $schema="
_SOURCE: Final = f"sources: [{PLACEHOLDER_ID}]"


def place(order: Order) -> Mapping[str, str]:
    """Return the file of a place, at the town hall of its commune until its own point is known."""
    commune = communes()[order.answers.get("commune", MARSEILLE)]
    lon, lat = commune.label
    return {
        f"places/{order.id}.yml": f"""{_SCHEMA}../hooks/atlas/schemas/place.schema.json
{NOTICE}
draft: true
order: {order.rank}
name:{both(2, quoted(order.name), quoted(order.name_en))}
headline:{both(2)}
summary:
  text:{both(4)}
  {_SOURCE}
standing:
  value: candidate
position:
  insee: "{commune.insee}" # {commune.name}
  postcode: "{commune.postcodes[0]}"
  lat: {lat}
  lon: {lon}
  confidence: low
  note:{both(4)}
domain: heritage # ou digital, mobility, port, energy, stage, sport, shipbuilding, screen, business
wow:
  kind: both # ou visual, intellectual
  text:{both(4)}
  {_SOURCE}
emblem:
  text:{both(4)}
  {_SOURCE}
facts:
  - text:{both(6)}
    {_SOURCE}
access:
  opening: unknown # ou open, sometimes, on_request, closed
  text:{both(4)}
"""
    }


def member(order: Order) -> Mapping[str, str]:
    """Return the file of a member."""
    return {
        f"members/{order.id}.yml": f"""{_SCHEMA}../hooks/atlas/schemas/member.schema.json
{NOTICE}
draft: true
order: {order.rank}
name:{both(2, quoted(order.name), quoted(order.name_en))}
membership:
  kind: partner # ou founding, ex_officio
  since: "{order.day.year}" # la première date qu'une source donne
  {_SOURCE}
standing:
  value: unknown # ou listed, funding_ended, left
  as_of: "{order.day.year}"
  text:{both(4)}
  {_SOURCE}
presentation:
  text:{both(4)}
  {_SOURCE}
signatory:
  value: unknown # ou "yes", "no", avec sa source
"""
    }


def person(order: Order) -> Mapping[str, str]:
    """Return the file of a person, whose agreement is still to be asked for."""
    end = order.day.replace(year=order.day.year + 2, day=min(order.day.day, 28))
    return {
        f"members/people/{order.id}.yml": f"""{_SCHEMA}../../hooks/atlas/schemas/person.schema.json
{NOTICE}
# Rien ne paraît sans accord écrit : notez son jour sous « given: ».
draft: true
name: {quoted(order.name)}
function:{both(2)}
sectors: [other] # ou maritime, health, energy, creative, sport, inclusion
languages: [fr]
text:{both(2)}
consent:
  purpose:{both(4)}
  scope: [pages]
  given: null
  expires: "{end.isoformat()}"
  document: {FR}
"""
    }
