"""The downloads: read by the readers of their formats, they say what the map says, and every reference resolves."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import gpxpy
import pyogrio
import pytest
import shapely

from atlas import urls
from atlas.assets import collect
from atlas.exports import downloads
from atlas.exports.columns import COLUMNS
from atlas.map.drawing import map_drawing
from atlas.map.entries import entries
from atlas.map.leaflet import map_script
from atlas.map.projection import xy
from atlas.model import LANGS, Catalogue, Lang
from atlas.pages.map import map_section
from atlas.pages.open_data import FILES
from atlas.pages.rendering import Renderer
from atlas.reading.loading import load_or_raise
from support.projects import ROOT
from test_map import in_script

DAY = date(2026, 3, 17)

Shown = tuple[str, int, str, float, float]
"""What each form says of a place: identifier, number, name, latitude, longitude."""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The real records."""
    return load_or_raise(ROOT)


@pytest.fixture(scope="module")
def files(catalogue: Catalogue) -> dict[str, bytes]:
    """Every download, by its name below the version."""
    return {path.removeprefix(urls.API): content for path, content in downloads(catalogue, DAY)}


@pytest.fixture(scope="module")
def folder(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the downloads: GDAL reads files."""
    made = tmp_path_factory.mktemp("downloads")
    for name, content in files.items():
        (made / name).parent.mkdir(exist_ok=True)
        (made / name).write_bytes(content)
    return made


def of_records(catalogue: Catalogue, lang: Lang) -> list[Shown]:
    """Return what every form must say."""
    return [(one.id, one.number, one.name, one.lat, one.lon) for one in entries(catalogue.places, lang)]


# The map, in its three forms


class _List(HTMLParser):
    """Reads the list of the map: each place's item, and the link that is its name."""

    def __init__(self) -> None:
        super().__init__()
        self.items: list[dict[str, str]] = []
        self._in_name = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "data-place" in given:
            self.items.append({**given, "name": ""})
        elif tag == "h2" and self.items:
            self._in_name = True

    def handle_endtag(self, tag: str) -> None:
        self._in_name = self._in_name and tag != "h2"

    def handle_data(self, data: str) -> None:
        if self._in_name:
            self.items[-1]["name"] += data


def in_list(catalogue: Catalogue, lang: Lang) -> list[Shown]:
    renderer = Renderer(catalogue, lang, collect(ROOT / "docs" / "theme", ROOT / "vendor"), ROOT)
    reader = _List()
    reader.feed(str(map_section(renderer.page(urls.page_path("map", lang)))))
    return [
        (item["id"], int(item["data-number"]), item["name"].strip(), float(item["data-lat"]), float(item["data-lon"]))
        for item in reader.items
    ]


def in_drawing(catalogue: Catalogue, lang: Lang) -> Iterator[tuple[str, int, str, tuple[float, float]]]:
    """Yield id, number, name and point of each place of the wide drawing, where names are written."""
    drawn = map_drawing(catalogue.places, lang, lambda kind, id=None: f"{kind}/{id}")
    crop = ElementTree.fromstring(f"<div>{drawn}</div>")[1]
    points = [(float(p.get("cx", 0)), float(p.get("cy", 0))) for p in crop.iterfind("circle[@class='point']")]
    for link in crop.iterfind("a"):
        disc = link.find("circle[@class='disc']")
        number, name = link.find("text[@class='number']"), link.find("text[2]")
        assert disc is not None and number is not None and name is not None
        at = float(disc.get("cx", 0)), float(disc.get("cy", 0))
        id = link.get("href", "").partition("/")[2]
        place = catalogue.place[id].position
        # A disc that stands aside has its point apart, at the end of a leader.
        exact = tuple(round(value, 1) for value in xy(place.lon, place.lat))
        near = next((point for point in [at, *points] if point == pytest.approx(exact, abs=0.11)), at)
        yield id, int(number.text or 0), (name.text or "").strip(), near


@pytest.mark.parametrize("lang", LANGS)
def test_list_drawing_and_script_say_the_same(catalogue: Catalogue, lang: Lang) -> None:
    expected = of_records(catalogue, lang)
    assert in_list(catalogue, lang) == expected
    drawn = list(in_drawing(catalogue, lang))
    assert [one[:3] for one in drawn] == [one[:3] for one in expected]
    for (*_, point), (*_, lat, lon) in zip(drawn, expected, strict=True):
        assert point == pytest.approx(xy(lon, lat), abs=0.11)
    shown = in_script(map_script(entries(catalogue.places, lang), lang))
    assert [(id, number, lat, lon) for id, number, _, _, lat, lon in shown] == [
        (id, number, lat, lon) for id, number, _, lat, lon in expected
    ]
    assert all(name in label for (_, _, label, *_), (_, _, name, *_) in zip(shown, expected, strict=True))


# The downloads, each through a reader of its format


def in_json(folder: Path, lang: Lang) -> list[Shown]:
    data = json.loads((folder / "places.json").read_text(encoding="utf-8"))
    assert data["count"] == len(data["places"])
    return [
        (one["id"], one["order"], one["name"][lang], one["position"]["lat"], one["position"]["lon"])
        for one in data["places"]
    ]


def in_csv(folder: Path, lang: Lang) -> list[Shown]:
    with (folder / "places.csv").open(encoding="utf-8", newline="") as file:
        return [_row(row, lang) for row in csv.DictReader(file, strict=True)]


def in_excel_csv(folder: Path, lang: Lang) -> list[Shown]:
    content = (folder / "places-excel.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";", strict=True)
    return [_row({**row, "lat": _decimal(row["lat"]), "lon": _decimal(row["lon"])}, lang) for row in rows]


def _decimal(written: str) -> str:
    assert re.fullmatch(r"-?\d+,\d+", written)
    return written.replace(",", ".")


def _row(row: dict[str, str], lang: Lang) -> Shown:
    return row["id"], int(row["order"]), row[f"name_{lang}"], float(row["lat"]), float(row["lon"])


def layer(file: Path, name: str | None = None) -> list[dict[str, Any]]:
    """Return the features of a file as GDAL reads them, with their points as `lon` and `lat`."""
    meta, _, geometries, columns = pyogrio.raw.read(file, layer=name)
    points = shapely.from_wkb(geometries)
    rows = zip(*columns, strict=True) if len(columns) else [() for _ in points]
    fields = [str(field) for field in meta["fields"]]
    return [
        {**dict(zip(fields, row, strict=True)), "lon": point.x, "lat": point.y}
        if point.geom_type == "Point"
        else {**dict(zip(fields, row, strict=True)), "points": list(point.coords)}
        for row, point in zip(rows, points, strict=True)
    ]


def in_geojson(folder: Path, lang: Lang) -> list[Shown]:
    return [_feature(one, lang) for one in layer(folder / "places.geojson", "places")]


def in_kml(folder: Path, lang: Lang) -> list[Shown]:
    found = layer(folder / "places.kml")
    assert [one["Name"] for one in found] == [one["name_fr"] for one in found]
    return [_feature(one, lang) for one in found]


def _feature(one: dict[str, Any], lang: Lang) -> Shown:
    return one["id"], int(one["order"]), one[f"name_{lang}"], one["lat"], one["lon"]


def in_gpx(folder: Path, lang: Lang) -> list[Shown]:
    read = gpxpy.parse((folder / "places.gpx").read_text(encoding="utf-8"))
    by_gdal = layer(folder / "places.gpx", "waypoints")
    assert [(one["name"], one["lat"], one["lon"]) for one in by_gdal] == [
        (point.name, point.latitude, point.longitude) for point in read.waypoints
    ]
    return [_point(point, lang) for point in read.waypoints]


def _point(point: Any, lang: Lang) -> Shown:
    more = {element.tag.rpartition("}")[2]: element.text for element in point.extensions}
    name = point.name if lang == "fr" else more["title"]
    return more["identifier"], int(point.comment.split()[0]), name, point.latitude, point.longitude


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("read", [in_json, in_geojson, in_csv, in_excel_csv, in_kml, in_gpx])
def test_a_download_says_what_the_map_says(catalogue: Catalogue, folder: Path, read: Any, lang: Lang) -> None:
    assert read(folder, lang) == of_records(catalogue, lang)


def test_flat_formats_agree_in_every_column(folder: Path) -> None:
    with (folder / "places.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for features in (layer(folder / "places.geojson"), layer(folder / "places.kml")):
        for row, feature in zip(rows, features, strict=True):
            told = {name: "" if feature[name] is None else str(feature[name]) for name in row if name in feature}
            told |= {"lat": row["lat"], "lon": row["lon"]}
            assert told == {name: row[name] for name in told}
            # What is not known has no element in KML, and then no field in GDAL.
            assert all(name in {"date", "licence"} or row[name] == "" for name in row.keys() - told.keys())


def test_the_collection_of_features_follows_its_standard(files: dict[str, bytes]) -> None:
    data = json.loads(files["places.geojson"])
    assert data["type"] == "FeatureCollection"
    assert "crs" not in data
    west, south, east, north = data["bbox"]
    for feature in data["features"]:
        lon, lat = feature["geometry"]["coordinates"]
        assert west <= lon <= east and south <= lat <= north
        assert feature["id"] == feature["properties"]["id"]


@pytest.mark.parametrize("name", ["places.kml", "places.gpx"])
def test_xml_says_its_namespace_and_its_encoding(files: dict[str, bytes], name: str) -> None:
    assert files[name].startswith(b"<?xml version='1.0' encoding='utf-8'?>")
    namespace = ElementTree.fromstring(files[name]).tag.partition("}")[0].lstrip("{")
    assert namespace in {"http://www.opengis.net/kml/2.2", "http://www.topografix.com/GPX/1/1"}


def test_a_route_can_be_followed(catalogue: Catalogue, folder: Path) -> None:
    for route in catalogue.routes:
        read = gpxpy.parse((folder / "routes" / f"{route.id}.gpx").read_text(encoding="utf-8"))
        places = [catalogue.place[id] for id in route.places]
        positions = [(place.position.lat, place.position.lon) for place in places]
        assert [(point.latitude, point.longitude) for point in read.waypoints] == positions
        (way,) = read.routes
        assert [(point.latitude, point.longitude) for point in way.points] == positions
        assert way.name and way.description
        (line,) = layer(folder / "routes" / f"{route.id}.gpx", "routes")
        assert [(lat, lon) for lon, lat in line["points"]] == positions


# What files say of themselves, and what they refer to


def test_every_file_states_its_licence_and_its_date(files: dict[str, bytes]) -> None:
    for name, content in files.items():
        text = content.decode("utf-8-sig")
        assert "Licence Ouverte 2.0" in text or "etalab.gouv.fr/licence-ouverte" in text, name
        assert DAY.isoformat() in text, name
        assert "One Provence" in text or name.endswith(".csv"), name


def test_only_the_date_changes_from_a_day_to_the_next(catalogue: Catalogue, files: dict[str, bytes]) -> None:
    again = {path.removeprefix(urls.API): content for path, content in downloads(catalogue, DAY)}
    assert again == files
    later = {path.removeprefix(urls.API): content for path, content in downloads(catalogue, date(2026, 3, 18))}
    assert {name: content.replace(b"2026-03-18", b"2026-03-17") for name, content in later.items()} == files


def cited(data: Any) -> Iterator[str]:
    """Yield every source that data of JSON name."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from value if key == "sources" and all(isinstance(each, str) for each in value) else cited(value)
    elif isinstance(data, list):
        for item in data:
            yield from cited(item)


def test_every_reference_resolves(files: dict[str, bytes]) -> None:
    kinds = ("places", "routes", "members", "sources", "actions", "events")
    data = {name: json.loads(files[f"{name}.json"]) for name in kinds}
    ids = {name: [one["id"] for one in data[name][name]] for name in data}
    for name, known in ids.items():
        assert len(set(known)) == len(known), name
    for name in ("places", "members", "actions", "events"):
        named = set(cited(data[name]))
        assert named and named <= set(ids["sources"])
    for place in data["places"]["places"]:
        assert set(place["members"]) <= set(ids["members"])
        assert set(place["related"]) <= set(ids["places"]) - {place["id"]}
    for one in (*data["actions"]["actions"], *data["events"]["events"]):
        assert set(one["places"]) <= set(ids["places"])
        assert set(one["members"]) <= set(ids["members"])
        assert set(one.get("events", ())) <= set(ids["events"])
        assert set(one.get("actions", ())) <= set(ids["actions"])
    for member in data["members"]["members"]:
        assert set(member["places"]) <= set(ids["places"])
    for route in data["routes"]["routes"]:
        assert set(route["places"]) <= set(ids["places"])
        assert set(route["related"]) <= set(ids["routes"])
        assert [leg["from"] for leg in route["legs"]] + [route["legs"][-1]["to"]] == route["places"]
    rows = csv.DictReader(io.StringIO(files["places.csv"].decode(), newline=""))
    assert {id for row in rows for id in row["sources"].split()} <= set(ids["sources"])


def test_every_code_has_its_label(files: dict[str, bytes]) -> None:
    data = json.loads(files["places.json"])
    labels = data["vocabularies"]
    for one in data["places"]:
        assert one["status"]["value"] in labels["status"]
        assert one["domain"] in labels["domain"]
        assert one["position"]["confidence"] in labels["confidence"]
        assert one["access"]["opening"] in labels["opening"]
        assert one["wow"]["kind"] in labels["wow"]


def addresses(data: Any) -> Iterator[str]:
    """Yield every address of this site that data of JSON hold."""
    if isinstance(data, dict | list):
        for item in data.values() if isinstance(data, dict) else data:
            yield from addresses(item)
    elif isinstance(data, str) and data.startswith("https://one-provence.example/"):
        yield data


def test_every_address_leads_to_a_page(built_site: Path) -> None:
    found = set()
    for file in sorted((built_site / urls.API).rglob("*")):
        if file.is_file():
            text = file.read_text(encoding="utf-8-sig")
            found |= set(re.findall(r"https://one-provence\.example/[\w/.-]*", text))
    assert len(found) > 40
    targets = {url: built_site / urlsplit(url).path[1:] for url in sorted(found)}
    lost = [url for url, target in targets.items() if not (target.is_file() or (target / "index.html").is_file())]
    assert lost == []


def test_the_site_publishes_what_the_page_lists(built_site: Path, catalogue: Catalogue) -> None:
    expected = {name for name, *_ in FILES} | {f"routes/{route.id}.gpx" for route in catalogue.routes}
    published = {path.relative_to(built_site / urls.API).as_posix() for path in (built_site / urls.API).rglob("*.*")}
    assert published >= expected
    for page in ("donnees", "en/data"):
        html = (built_site / page / "index.html").read_text(encoding="utf-8")
        assert [name for name in expected if f'api/v1/{name}"' not in html] == []
        assert [column.name for column in COLUMNS if f"<code>{column.name}</code>" not in html] == []


# The contract: names that other people's programs rely on

CONTRACT = {
    "places.csv": (
        "id order name_fr name_en domain domain_fr domain_en status status_fr status_en commune insee borough postcode "
        "address lat lon confidence opening summary_fr summary_en website url_fr url_en sources date licence"
    ),
    "places.json": (
        "id order url name full_name headline summary domain status position wow emblem facts access website members "
        "related previous_ids"
    ),
    "routes.json": "id url name summary theme places legs km related",
    "members.json": (
        "id order url name short_name membership standing presentation brings signatory website places previous_ids"
    ),
    "sources.json": "id title lang publisher url date date_basis kind reading note",
    "actions.json": "id url title public axis announced steps standing places members sessions events",
    "events.json": (
        "id url name kind start end part summary standing place location sources places members actions changes"
    ),
}


@pytest.mark.parametrize("name", CONTRACT)
def test_names_are_never_lost(files: dict[str, bytes], name: str) -> None:
    if name.endswith(".csv"):
        fields = files[name].decode().splitlines()[0].split(",")
        assert fields[: len(CONTRACT[name].split())] == CONTRACT[name].split()
    else:
        data = json.loads(files[name])
        kind = name.removesuffix(".json")
        assert {"title", "publisher", "licence", "date", "count", "vocabularies"} <= set(data)
        assert set(CONTRACT[name].split()) <= set(data[kind][0])


def test_no_person_is_named(catalogue: Catalogue, files: dict[str, bytes]) -> None:
    # The titles of sources may name people: they are quoted as published.
    text = b"".join(content for name, content in files.items() if name.startswith("places")).decode("utf-8", "ignore")
    people = [place.embodied_by.name for place in catalogue.places if place.embodied_by]
    assert people
    assert '"embodied_by"' not in text
    data = json.loads(files["places.json"])
    assert all("embodied_by" not in place for place in data["places"])


# Signs that formats could take for their own


def test_signs_of_the_formats_are_only_text(catalogue: Catalogue, tmp_path: Path) -> None:
    tricky = '=1+1 "A" & B; C, <d>'
    first = catalogue.places[0]
    named = first.model_copy(update={"name": first.name.model_copy(update={"fr": tricky, "en": tricky})})
    files = dict(downloads(replace(catalogue, places=(named, *catalogue.places[1:])), DAY))
    for path, content in files.items():
        (tmp_path / Path(path).name).write_bytes(content)
    assert in_json(tmp_path, "fr")[0][2] == tricky
    assert in_csv(tmp_path, "fr")[0][2] == tricky
    assert in_geojson(tmp_path, "fr")[0][2] == tricky
    assert in_kml(tmp_path, "fr")[0][2] == tricky
    assert in_gpx(tmp_path, "fr")[0][2] == tricky
    assert in_excel_csv(tmp_path, "fr")[0][2] == f"'{tricky}", "Excel must not run it"


def test_a_network_without_places_has_empty_files(catalogue: Catalogue) -> None:
    files = dict(
        downloads(
            replace(catalogue, places=(), routes=(), members=(), actions=(), events=(), networks=(), sessions=()), DAY
        )
    )
    data = json.loads(files["api/v1/places.geojson"])
    assert data["features"] == [] and "bbox" not in data
    assert len(files["api/v1/places.csv"].splitlines()) == 1
    assert gpxpy.parse(files["api/v1/places.gpx"].decode()).waypoints == []
