"""Events in the vocabulary of schema.org, for machines: only what the records say."""

from __future__ import annotations

from typing import Final

from atlas import urls
from atlas.chronology import chronological
from atlas.model import Catalogue, Event, Lang, Text
from atlas.model.vocabulary import EventStanding
from atlas.structured_data.node import Node

STATUS: Final = {
    EventStanding.HELD: "https://schema.org/EventScheduled",
    EventStanding.ANNOUNCED: "https://schema.org/EventScheduled",
    EventStanding.CANCELLED: "https://schema.org/EventCancelled",
}
"""What schema.org calls a standing; it has no word for what took place."""


def event_list(catalogue: Catalogue, address: str, lang: Lang) -> Node:
    """Return the events of the calendar as a list, from the earliest; those without a date are left out."""
    dated = [event for event in chronological(catalogue.events) if event.start is not None]
    return {
        "@type": "ItemList",
        "@id": f"{address}#list",
        "numberOfItems": len(dated),
        "itemListElement": [
            {"@type": "ListItem", "position": position, "item": event_node(catalogue, event, address, lang)}
            for position, event in enumerate(dated, 1)
        ],
    }


def event_node(catalogue: Catalogue, event: Event, address: str, lang: Lang) -> Node:
    """Return an event, its dates as precise as known.

    Args:
        catalogue: The records.
        event: The event.
        address: The address of the page of the calendar.
        lang: The language of its texts.
    """
    known: Node = {
        "@type": "Event",
        "@id": f"{address}#{event.id}",
        "name": _plain(event.name, lang),
        "description": _plain(event.summary, lang),
        "url": f"{address}#{event.id}",
        "startDate": event.start,
        "eventStatus": STATUS[event.standing],
        "inLanguage": lang,
    }
    if event.end is not None:
        known["endDate"] = event.end
    if event.place is not None:
        place = catalogue.place[event.place]
        page = catalogue.identity.site_url + urls.page_path("place", lang, place.id)
        known["location"] = {"@type": "Place", "@id": f"{page}#place", "name": place.name.in_(lang), "url": page}
    elif event.location is not None:
        known["location"] = {"@type": "Place", "name": _plain(event.location, lang)}
    return known


def _plain(text: Text, lang: Lang) -> str:
    """Return a text without marks or line breaks."""
    return " ".join(text.in_(lang).replace("*", "").split())
