"""What a page presents, in the vocabulary of schema.org.

Only what the records say is stated; what is not known, or not sourced, is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from atlas import urls
from atlas.cards.sheet import HEIGHT, WIDTH
from atlas.cards.subjects import Presented, Subject, standing_words
from atlas.citations import cited, cited_in, cited_in_lesson
from atlas.geography.communes import communes
from atlas.model import LANGS, Catalogue, Indicator, Lang, Member, Place, Source, Text
from atlas.model.academy import Lesson, Session
from atlas.model.place import Website
from atlas.model.route import Route
from atlas.model.vocabulary import ManifestoStanding, MemberStanding
from atlas.structured_data.academy import course_node, lesson_node
from atlas.structured_data.events import event_list
from atlas.structured_data.node import Node
from atlas.structured_data.series import data_set

COLLECTIONS: Final = ("places", "members", "actions", "calendar", "observatory", "sources")
"""The sections whose own page lists records."""


def page_data(catalogue: Catalogue, page: Subject, description: str, trail: Sequence[tuple[str, str]]) -> Node:
    """Return what the page is, what it presents and where it stands in the site.

    Args:
        catalogue: The records.
        page: The page.
        description: What the page holds, in a sentence.
        trail: The names and paths of the pages from the home page to this one; empty on the home page.
    """
    site = catalogue.identity.site_url
    address = site + page.path
    whole = {"@type": "WebSite", "@id": f"{site}#website", "url": site, "name": catalogue.identity.name}
    shown: Node = {
        "@type": "CollectionPage" if page.path in _collections(page.lang) else "WebPage",
        "@id": f"{address}#page",
        "url": address,
        "name": page.title,
        "description": description,
        "inLanguage": page.lang,
        "isPartOf": whole,
        "primaryImageOfPage": {
            "@type": "ImageObject",
            "url": site + urls.card_path(page.path),
            "width": WIDTH,
            "height": HEIGHT,
        },
    }
    graph = [shown]
    main = _main(catalogue, page, address)
    if main is not None:
        shown["mainEntity"] = {"@id": main["@id"]}
        graph.append(main)
    if page.record is not None and (sources := _sources(page.record, page.lang)):
        shown["citation"] = _citations(catalogue, sources, page.lang)
    if trail:
        shown["breadcrumb"] = {"@id": f"{address}#trail"}
        graph.append(_trail(site, address, trail))
    if page.kind == "home":
        graph += [_organization(catalogue, page.lang), _site(catalogue, page.lang, whole)]
    return {"@context": "https://schema.org", "@graph": graph}


def _sources(record: Presented, lang: Lang) -> set[str]:
    """Return the sources that the page of a record cites."""
    if isinstance(record, Lesson):
        return cited_in_lesson(record, lang)
    return cited_in(record.body[lang]) if isinstance(record, Session) else cited(record)


def _collections(lang: Lang) -> list[str]:
    return [urls.page_path(kind, lang) for kind in COLLECTIONS]


def _main(catalogue: Catalogue, page: Subject, address: str) -> Node | None:
    """Return what the page is about, when that is one thing."""
    lang = page.lang
    if isinstance(page.record, Place):
        return _place(catalogue, page.record, address, lang)
    if isinstance(page.record, Member):
        return _member(catalogue, page.record, address, lang)
    if isinstance(page.record, Session):
        return course_node(catalogue, page.record, address, lang)
    if isinstance(page.record, Lesson):
        return lesson_node(catalogue, page.record, address, lang)
    if isinstance(page.record, Indicator):
        return data_set(catalogue, page.record, address, lang)
    if page.kind == "manifesto":
        return _manifesto(catalogue, page, address)
    if page.kind == "map":
        territory = catalogue.identity.territory.in_(lang)
        return {
            "@type": "Map",
            "@id": f"{address}#map",
            "name": page.title,
            "url": address,
            "inLanguage": lang,
            "spatialCoverage": {"@type": "Place", "name": territory},
        }
    if page.kind == "places" or isinstance(page.record, Route):
        ids = page.record.places if isinstance(page.record, Route) else list(catalogue.place)
        return _list(catalogue, address, "place", [(id, catalogue.place[id].name) for id in ids], lang)
    if page.path == urls.page_path("calendar", lang):
        return event_list(catalogue, address, lang)
    if page.kind == "members":
        return _list(catalogue, address, "member", [(member.id, member.short) for member in catalogue.members], lang)
    return None


def _organization(catalogue: Catalogue, lang: Lang) -> Node:
    """Return the agency: its identity, and no more."""
    identity = catalogue.identity
    known: Node = {
        "@type": "Organization",
        "@id": f"{identity.site_url}#organization",
        "name": identity.name,
        "url": identity.site_url,
        "description": _plain(identity.colophon, lang),
        "areaServed": {"@type": "AdministrativeArea", "name": identity.territory.in_(lang)},
    }
    publisher = identity.publisher
    found = {"address": publisher.address, "email": publisher.email, "telephone": publisher.phone}
    return known | {name: value for name, value in found.items() if value is not None}


def _site(catalogue: Catalogue, lang: Lang, whole: Node) -> Node:
    identity = catalogue.identity
    return whole | {
        "description": _plain(identity.description, lang),
        "inLanguage": list(LANGS),
        "publisher": {"@id": f"{identity.site_url}#organization"},
    }


def _place(catalogue: Catalogue, place: Place, address: str, lang: Lang) -> Node:
    """Return a place, with how well its position is known and where it stands in the network."""
    position = place.position
    commune = communes()[position.insee].name
    where = {
        "streetAddress": position.address,
        "addressLocality": commune,
        "postalCode": position.postcode,
        "addressCountry": "FR",
    }
    return {
        "@type": "Place",
        "@id": f"{address}#place",
        "name": place.name.in_(lang),
        **_other_name(place.full_name, lang),
        "description": _plain(place.summary.text, lang),
        "url": address,
        **_website(place.website),
        "address": {"@type": "PostalAddress", **{name: value for name, value in where.items() if value is not None}},
        "geo": {"@type": "GeoCoordinates", "latitude": position.lat, "longitude": position.lon},
        "containedInPlace": {
            "@type": "City",
            "name": commune,
            "containedInPlace": {
                "@type": "AdministrativeArea",
                "name": catalogue.identity.territory.in_(lang),
            },
        },
        "additionalProperty": [
            _property("positionConfidence", position.confidence.value, position.confidence.label(lang)),
            _property("networkStanding", place.standing.value.value, standing_words(place, lang)),
        ],
    }


def _member(catalogue: Catalogue, member: Member, address: str, lang: Lang) -> Node:
    """Return a member organisation."""
    identity = catalogue.identity
    agency = {"@type": "Organization", "@id": f"{identity.site_url}#organization", "name": identity.name}
    return {
        "@type": "Organization",
        "@id": f"{address}#organization",
        "name": member.name.in_(lang),
        **_other_name(member.short_name, lang),
        "description": _plain(member.presentation.text, lang),
        "mainEntityOfPage": address,
        **_website(member.website),
        # Who has left, or may have, is not said to be a member.
        **({"memberOf": agency} if member.standing.value is MemberStanding.LISTED else {}),
    }


def _manifesto(catalogue: Catalogue, page: Subject, address: str) -> Node:
    """Return the manifesto with its articles; a working text says that it is one."""
    manifesto, lang = catalogue.manifesto, page.lang
    signed = manifesto.standing is ManifestoStanding.SIGNED
    return {
        "@type": "CreativeWork",
        "@id": f"{address}#manifesto",
        "name": page.title,
        "url": address,
        "inLanguage": lang,
        "creativeWorkStatus": "Published" if signed else "Draft",
        "abstract": _plain(manifesto.sentence.text, lang),
        **({"dateCreated": manifesto.signed_on} if manifesto.signed_on else {}),
        "about": {"@id": f"{catalogue.identity.site_url}#organization"},
        "hasPart": [
            {
                "@type": "CreativeWork",
                "position": position,
                "name": _plain(article.title, lang),
                "text": _plain(article.text, lang),
                "url": f"{address}#{article.id}",
            }
            for position, article in enumerate(manifesto.articles, 1)
        ],
        "citation": _citations(catalogue, cited(manifesto), lang),
    }


def _list(catalogue: Catalogue, address: str, kind: str, records: Sequence[tuple[str, Text]], lang: Lang) -> Node:
    site = catalogue.identity.site_url
    return {
        "@type": "ItemList",
        "@id": f"{address}#list",
        "numberOfItems": len(records),
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": name.in_(lang),
                "url": site + urls.page_path(kind, lang, id),
            }
            for position, (id, name) in enumerate(records, 1)
        ],
    }


def _trail(site: str, address: str, trail: Sequence[tuple[str, str]]) -> Node:
    return {
        "@type": "BreadcrumbList",
        "@id": f"{address}#trail",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": site + path}
            for position, (name, path) in enumerate(trail, 1)
        ],
    }


def _citations(catalogue: Catalogue, ids: Iterable[str], lang: Lang) -> list[Node]:
    """Return sources as works."""
    return [_work(catalogue.source[id], lang) for id in sorted(ids)]


def _work(source: Source, lang: Lang) -> Node:
    known: Node = {"@type": "CreativeWork", "name": source.title, "inLanguage": source.lang}
    if source.url is not None:
        known["url"] = str(source.url)
    return known | {"publisher": {"@type": "Organization", "name": source.publisher_in(lang)}}


def _other_name(name: Text | None, lang: Lang) -> Node:
    return {"alternateName": name.in_(lang)} if name is not None else {}


def _website(website: Website | None) -> Node:
    """Return the website of a thing; one that no source gives is for readers to verify, not for machines to learn."""
    return {"sameAs": str(website.url)} if website is not None and website.sources else {}


def _property(name: str, value: str, description: str) -> Node:
    return {"@type": "PropertyValue", "name": name, "value": value, "description": description}


def _plain(text: Text, lang: Lang) -> str:
    """Return a text without marks or line breaks."""
    return " ".join(text.in_(lang).replace("*", "").split())
