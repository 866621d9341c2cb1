"""What a page says to machines and to those who share it: it parses, it is complete, and it invents nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from atlas import urls
from atlas.cards.subjects import subject
from atlas.model import Catalogue, Text
from atlas.model.vocabulary import MemberStanding
from atlas.reading.loading import load
from atlas.sharing import share
from atlas.structured_data import page_data, serialised
from support.crawl import site_address, sitemap_paths
from support.projects import ROOT

REQUIRED = {
    "WebSite": {"name", "url", "description", "inLanguage", "publisher"},
    "Organization": {"name", "description"},
    "WebPage": {"name", "url", "description", "inLanguage", "isPartOf", "primaryImageOfPage"},
    "CollectionPage": {"name", "url", "description", "inLanguage", "isPartOf", "primaryImageOfPage"},
    "BreadcrumbList": {"itemListElement"},
    "ItemList": {"numberOfItems", "itemListElement"},
    "Place": {"name", "description", "url", "address", "geo", "containedInPlace", "additionalProperty"},
    "CreativeWork": {"name", "url", "inLanguage", "creativeWorkStatus", "hasPart", "citation"},
    "Map": {"name", "url", "spatialCoverage"},
    "Course": {"name", "description", "url", "inLanguage", "timeRequired", "teaches", "provider", "hasPart"},
    "LearningResource": {"name", "description", "url", "inLanguage", "timeRequired", "teaches", "isPartOf"},
    "Event": {"name", "description", "url", "startDate", "eventStatus", "inLanguage"},
    "Dataset": {
        "name",
        "description",
        "url",
        "inLanguage",
        "publisher",
        "license",
        "temporalCoverage",
        "variableMeasured",
        "distribution",
    },
}
"""What each thing of a page must say."""

CLAIMS = {"isAccessibleForFree", "publicAccess", "openingHours", "author", "founder", "foundingDate", "logo", "photo"}
"""What no record says, so that no page may."""

OPEN_GRAPH = {
    "og:type",
    "og:site_name",
    "og:title",
    "og:description",
    "og:url",
    "og:locale",
    "og:locale:alternate",
    "og:image",
    "og:image:type",
    "og:image:width",
    "og:image:height",
    "og:image:alt",
    "twitter:card",
    "twitter:image:alt",
}
"""What the head of each page says for shares."""


class Head(HTMLParser):
    """What the head of a page says for shares and machines."""

    def __init__(self, html: str) -> None:
        """Read a page."""
        super().__init__()
        self.meta: dict[str, str] = {}
        self.data: list[str] = []
        self.title = ""
        self.canonical = ""
        self._within = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        name = values.get("property") or values.get("name")
        if tag == "meta" and name:
            assert name not in self.meta or name == "theme-color", f"{name} twice"
            self.meta[name] = values.get("content", "")
        if tag == "link" and values.get("rel") == "canonical":
            self.canonical = values["href"]
        if tag == "script" and values.get("type") == "application/ld+json":
            self._within = "data"
            self.data.append("")
        elif tag == "title":
            self._within = "title"

    def handle_endtag(self, tag: str) -> None:
        self._within = ""

    def handle_data(self, data: str) -> None:
        if self._within == "data":
            self.data[-1] += data
        elif self._within == "title":
            self.title += data


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The records of the real site."""
    found = load(ROOT).catalogue
    assert found is not None
    return found


def nodes(catalogue: Catalogue, path: str, title: str = "Titre") -> Mapping[str, dict[str, Any]]:
    """Return the things of a page, by type; citations and other parts stay within them."""
    data = json.loads(share(catalogue, path, title, "Une phrase.").data)
    assert data["@context"] == "https://schema.org"
    return {node["@type"]: node for node in data["@graph"]}


def within(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object of some data."""
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from within(part)
    elif isinstance(value, list):
        for part in value:
            yield from within(part)


def test_nothing_in_data_can_end_its_script() -> None:
    hostile = "</script><script>alert(1)</script> <!-- ]]> & \u2028 \u2029 \" \\ '"
    text = serialised({"name": hostile, hostile: [hostile]})
    assert not set(text) & set("<>&\u2028\u2029")
    assert json.loads(text) == {"name": hostile, hostile: [hostile]}


def test_hostile_records_stay_data(catalogue: Catalogue) -> None:
    hostile = '"></script><script>alert(1)</script>'
    place = catalogue.places[0].model_copy(update={"name": Text(fr=hostile, en=hostile)})
    other = replace(catalogue, places=(place,))
    said = share(other, urls.page_path("place", "fr", place.id), hostile, hostile)
    assert "<" not in said.data
    assert nodes(other, urls.page_path("place", "fr", place.id))["Place"]["name"] == hostile


def test_a_place_says_where_it_is_and_how_well_that_is_known(catalogue: Catalogue) -> None:
    for place in catalogue.places:
        found = nodes(catalogue, urls.page_path("place", "en", place.id))["Place"]
        assert found["geo"] == {
            "@type": "GeoCoordinates",
            "latitude": place.position.lat,
            "longitude": place.position.lon,
        }
        assert found["address"]["postalCode"] == place.position.postcode
        properties = {one["name"]: one["value"] for one in found["additionalProperty"]}
        assert properties == {
            "positionConfidence": place.position.confidence.value,
            "networkStanding": place.standing.value.value,
        }


def test_a_website_that_no_source_gives_is_not_told_to_machines(catalogue: Catalogue) -> None:
    for place in catalogue.places:
        found = nodes(catalogue, urls.page_path("place", "fr", place.id))["Place"]
        assert ("sameAs" in found) is bool(place.website and place.website.sources)
    for member in catalogue.members:
        found = nodes(catalogue, urls.page_path("member", "fr", member.id))["Organization"]
        assert ("sameAs" in found) is bool(member.website and member.website.sources)


def test_only_who_is_on_the_list_is_said_to_be_a_member(catalogue: Catalogue) -> None:
    for value in MemberStanding:
        first = catalogue.members[0]
        changed = first.model_copy(update={"standing": first.standing.model_copy(update={"value": value})})
        other = replace(catalogue, members=(changed, *catalogue.members[1:]))
        found = nodes(other, urls.page_path("member", "fr", first.id))["Organization"]
        assert ("memberOf" in found) is (value is MemberStanding.LISTED)


def test_a_working_text_is_a_draft_and_names_no_author(catalogue: Catalogue) -> None:
    found = nodes(catalogue, "manifeste/")["CreativeWork"]
    assert found["creativeWorkStatus"] == "Draft"
    assert not {"author", "creator", "dateCreated"} & found.keys()
    assert [part["position"] for part in found["hasPart"]] == list(range(1, len(catalogue.manifesto.articles) + 1))


def test_what_a_page_cites_are_the_sources_of_its_record(catalogue: Catalogue) -> None:
    place = catalogue.place["mucem"]
    cited = nodes(catalogue, "lieux/mucem/")["WebPage"]["citation"]
    assert {work["name"] for work in cited} >= {catalogue.source[id].title for id in place.summary.sources}
    assert all(work["url"].startswith("https://") for work in cited)


def test_the_agency_says_who_it_is_and_no_more(catalogue: Catalogue) -> None:
    found = nodes(catalogue, "")["Organization"]
    assert found.keys() == {"@type", "@id", "name", "url", "description", "areaServed"}
    publisher = catalogue.identity.publisher.model_copy(update={"email": "bonjour@agence.example"})
    identity = catalogue.identity.model_copy(update={"publisher": publisher})
    assert nodes(replace(catalogue, identity=identity), "")["Organization"]["email"] == "bonjour@agence.example"


def test_no_page_claims_what_no_record_says(catalogue: Catalogue) -> None:
    paths = ["", "manifeste/", "lieux/", "carte/", "membres/", "sources/"]
    paths += [urls.page_path("place", "fr", place.id) for place in catalogue.places]
    paths += [urls.page_path("member", "fr", member.id) for member in catalogue.members]
    for path in paths:
        page = subject(catalogue, path, "Titre")
        for thing in within(page_data(catalogue, page, "Une phrase.", [])):
            assert not CLAIMS & thing.keys(), path
            assert None not in thing.values() and "" not in thing.values(), path


def test_types_of_pages(catalogue: Catalogue) -> None:
    assert {"WebPage", "Organization", "WebSite"} == nodes(catalogue, "").keys()
    assert {"CollectionPage", "ItemList", "BreadcrumbList"} == nodes(catalogue, "en/places/").keys()
    assert {"CollectionPage", "ItemList", "BreadcrumbList"} == nodes(catalogue, "membres/").keys()
    assert {"CollectionPage", "BreadcrumbList"} == nodes(catalogue, "sources/").keys()
    assert {"WebPage", "Map", "BreadcrumbList"} == nodes(catalogue, "carte/").keys()
    assert {"WebPage", "BreadcrumbList"} == nodes(catalogue, "mentions-legales/").keys()


def test_the_trail_leads_from_the_home_page_to_the_page(catalogue: Catalogue) -> None:
    steps = nodes(catalogue, "en/places/iter/", "ITER")["BreadcrumbList"]["itemListElement"]
    site = catalogue.identity.site_url
    assert [(step["position"], step["name"], step["item"]) for step in steps] == [
        (1, "Home", f"{site}en/"),
        (2, "Places", f"{site}en/places/"),
        (3, "ITER", f"{site}en/places/iter/"),
    ]


@pytest.fixture(scope="module")
def heads(built_site: Path) -> Mapping[str, Head]:
    """The heads of all pages of the built site, by path."""
    return {path: Head((built_site / path[1:] / "index.html").read_text()) for path in sitemap_paths(built_site)}


def test_every_page_of_the_built_site_has_data_that_parses_and_is_complete(heads: Mapping[str, Head]) -> None:
    for path, head in heads.items():
        (text,) = head.data
        data = json.loads(text)
        types = [node["@type"] for node in data["@graph"]]
        assert len(types) == len(set(types)), path
        for node in data["@graph"]:
            lines = [line["item"] for line in node.get("itemListElement", ()) if isinstance(line.get("item"), dict)]
            for thing in (node, *lines):
                assert REQUIRED[thing["@type"]] <= thing.keys(), (path, thing["@type"])
        assert ("BreadcrumbList" in types) is (path not in ("/", "/en/")), path
        page = data["@graph"][0]
        assert page["url"] == head.canonical == head.meta["og:url"], path
        known = {node["@id"] for node in data["@graph"]}
        assert page.get("mainEntity", {"@id": page["@id"]})["@id"] in known, path


def test_every_address_of_the_site_in_the_data_leads_to_something(heads: Mapping[str, Head], built_site: Path) -> None:
    site = site_address(built_site)
    for path, head in heads.items():
        for thing in within(json.loads(head.data[0])):
            for key in ("url", "item", "mainEntityOfPage", "contentUrl"):
                address = thing.get(key, "")
                if isinstance(address, str) and address.startswith(site):
                    target, _, anchor = address.removeprefix(site).partition("#")
                    file = built_site / target / ("index.html" if target.endswith("/") or not target else "")
                    assert file.is_file(), (path, address)
                    if anchor:
                        assert f'id="{anchor}"' in file.read_text(), (path, address)


def test_every_page_of_the_built_site_can_be_shared(heads: Mapping[str, Head], built_site: Path) -> None:
    site = site_address(built_site)
    for path, head in heads.items():
        assert head.meta.keys() >= OPEN_GRAPH, path
        assert all(head.meta[name].strip() for name in OPEN_GRAPH), path
        image = head.meta["og:image"]
        assert image == site + urls.card_path(path[1:]), path
        assert (built_site / image.removeprefix(site)).is_file(), path
        assert (head.meta["og:image:width"], head.meta["og:image:height"]) == ("1200", "630")
        lang = urls.edition_of(path[1:])
        locales = (head.meta["og:locale"], head.meta["og:locale:alternate"])
        assert locales == (("fr_FR", "en_GB") if lang == "fr" else ("en_GB", "fr_FR")), path
        assert head.meta["og:description"] == head.meta["description"], path


def test_the_page_for_missing_addresses_is_not_shared(built_site: Path) -> None:
    for name in ("404.html", "en/404.html"):
        head = Head((built_site / name).read_text())
        assert head.data == [] and not any(key.startswith("og:") for key in head.meta)


def test_hostile_words_of_a_record_stay_words_in_the_page(site: Any) -> None:
    project = site()
    # Markup is refused by the checks; what they let through must not become any.
    hostile = '"O\'Neil" & fils: 2 < 3 > 1 {{ site }} ${x} --'
    project.edit("places/le-phare.yml", "name: {fr: Le Phare,", f"name: {{fr: {json.dumps(hostile)},")
    head = Head(project.build_well().page("lieux/le-phare/"))
    assert plain(head.meta["og:title"]) == plain(hostile)
    place = next(node for node in json.loads(head.data[0])["@graph"] if node["@type"] == "Place")
    assert place["name"] == hostile


def plain(text: str) -> str:
    """Return a text without what typography makes of its signs and spaces."""
    return " ".join(text.replace("’", "'").split())
