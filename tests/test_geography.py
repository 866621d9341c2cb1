"""The territory: what was derived once is whole, valid, small, and still what its archives give."""

import gzip
import os
import re
import subprocess
import sys
from itertools import pairwise

import pytest
import shapely

from atlas.geography.basemap import DATA, basemap, commune_shapes, topology
from atlas.geography.communes import boroughs, commune_at, communes, distance_km, distance_m
from atlas.map.basemap_file import basemap_json
from support.projects import ROOT

SCRIPT = ROOT / "scripts" / "derive_basemap.py"
DERIVED = ("basemap.json", "communes.json", "communes.topojson", "relief.webp")


def test_the_metropolis_has_its_92_communes_and_marseille_its_16_boroughs():
    assert len(communes()) == 92
    assert set(commune_shapes()) == set(communes())
    assert sorted(boroughs()) == [f"132{rank:02d}" for rank in range(1, 17)]
    assert communes()["13099"].name == "Saint-Paul-lès-Durance"
    assert communes()["13054"].postcodes == ("13700",)
    assert {commune.population_year for commune in communes().values()} == {2023}
    assert boroughs()["13202"].postcode == "13002"


def test_every_shape_is_valid():
    for insee, shape in commune_shapes().items():
        assert shape.is_valid, insee
    assert basemap().sea.is_valid


def test_communes_neither_overlap_nor_leave_gaps():
    shapes = list(commune_shapes().values())
    whole = shapely.union_all(shapes)
    assert sum(shape.area for shape in shapes) == pytest.approx(whole.area, rel=1e-9)
    assert not [hole for part in whole.geoms for hole in part.interiors if shapely.Polygon(hole).area < 1e-7]


def test_each_border_is_stored_once():
    edges = [tuple(sorted(map(tuple, edge))) for arc in topology()["arcs"] for edge in pairwise(arc)]
    assert len(edges) == len(set(edges))
    assert set(topology()["kind"]) == {"limit", "border", "coast"}


def test_the_sea_holds_the_lagoon_and_spares_the_land():
    sea = basemap().sea
    assert sea.contains(shapely.Point(5.11, 43.45)), "étang de Berre"
    assert sea.contains(shapely.Point(5.20, 43.25)), "bay of Marseille"
    assert not sea.intersects(shapely.Point(5.4474, 43.5298)), "Aix-en-Provence"


@pytest.mark.parametrize(
    ("lat", "lon", "insee"),
    [
        (43.5298, 5.4474, "13001"),
        (43.2965, 5.3820, "13055"),
        (43.7079, 5.7776, "13099"),
        (43.0, 5.0, None),
        (48.85, 2.35, None),
    ],
)
def test_a_point_is_in_its_commune(lat, lon, insee):
    found = commune_at(lat, lon)
    assert (found and found.insee) == insee


def test_the_distance_to_a_commune_is_zero_inside_and_metres_outside():
    assert distance_m("13055", 43.2965, 5.3820) == 0
    assert distance_m("13055", 43.2953, 5.3619) < 300, "a quay may stand a little outside its simplified commune"
    # From the town hall of Aix, Marseille begins some sixteen kilometres to the south.
    assert 15_000 < distance_m("13055", 43.5298, 5.4474) < 19_000


@pytest.mark.parametrize(
    ("a", "b", "km"),
    [
        ((48.8566, 2.3522), (43.2965, 5.3698), 660.5),  # Paris to Marseille
        ((43.2965, 5.3698), (43.5298, 5.4474), 26.7),  # Marseille to Aix-en-Provence
        ((0, 0), (0, 1), 111.195),  # a degree of the equator on the mean sphere
        ((0, 0), (0, 180), 20015.1),  # the antipode
        ((43.3, 5.4), (43.3, 5.4), 0),
    ],
)
def test_distances_are_those_of_the_great_circle(a, b, km):
    assert distance_km(*a, *b) == pytest.approx(km, rel=1e-3, abs=0.001)


def test_what_the_browser_loads_of_the_basemap_is_light():
    size = len(gzip.compress(basemap_json(), 9, mtime=0)) + (DATA / "relief.webp").stat().st_size
    assert size <= 80_000


def test_the_licences_name_every_file_and_every_archive_by_its_hash():
    told = (DATA / "LICENCES.md").read_text(encoding="utf-8")
    hashes = re.findall(r'"([0-9a-f]{64})"', SCRIPT.read_text(encoding="utf-8"))
    assert len(hashes) == 3
    assert all(digest in told for digest in hashes)
    assert {path.name for path in DATA.iterdir()} == {"LICENCES.md", *DERIVED}
    assert all(f"`{name}`" in told for name in DERIVED)


@pytest.mark.skipif("BASEMAP_ARCHIVES" not in os.environ, reason="BASEMAP_ARCHIVES names no folder of archives (86 MB)")
def test_a_second_derivation_gives_the_same_bytes(tmp_path):
    command = [sys.executable, str(SCRIPT), os.environ["BASEMAP_ARCHIVES"], "--to", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    for name in DERIVED:
        assert (tmp_path / name).read_bytes() == (DATA / name).read_bytes(), name
