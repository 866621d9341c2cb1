"""Measure the map page with ten and with a thousand places, in Chromium: bytes, requests, and how long things take.

The thousand are copies of the place of the tests' small site, spread over the communes; they are built in a folder
aside and never published. A measure, not a test: it prints, and judges nothing.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests"), str(ROOT / "scripts")]

from shapely.geometry import Point  # noqa: E402

from atlas.geography.basemap import commune_shapes  # noqa: E402
from atlas.geography.communes import boroughs, communes  # noqa: E402
from bench import MODEL, SMALL_SITE  # noqa: E402
from support.browser import launched  # noqa: E402
from support.web import serve  # noqa: E402

DOMAINS = ("digital", "mobility", "port", "energy", "heritage", "stage", "sport", "shipbuilding", "screen", "business")

TIMED = """async ([selector, act, value]) => {
    const element = document.querySelector(selector);
    const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    await painted();
    const start = performance.now();
    if (act === "click") element.click();
    else {
        element.value = value;
        element.dispatchEvent(new Event(act, {bubbles: true}));
    }
    await painted();
    return performance.now() - start;
}"""
"""Does something in the page and returns the milliseconds until the page has been painted again."""


def points() -> Iterator[tuple[str, float, float]]:
    """Yield commune codes and points inside them, commune after commune, on an ever finer grid."""
    for parts in range(4, 60):
        for insee, shape in commune_shapes().items():
            if insee not in communes():
                continue
            west, south, east, north = shape.bounds
            for rank in range(parts):
                lon = west + (east - west) * (rank + 0.5) / parts
                lat = south + (north - south) * ((rank * 7) % parts + 0.5) / parts
                if shape.contains(Point(lon, lat)):
                    yield insee, lat, lon


def make_project(root: Path, count: int) -> None:
    """Make a site of `count` places at `root`."""
    shutil.copytree(SMALL_SITE, root)
    for name in ("hooks", "docs/theme", "vendor"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copyfile(ROOT / name, root / name)
    # Cards and documents weigh nothing on the map page, and a thousand of each would take an hour.
    (root / "hooks" / "heavy_files.py").write_text('"""No heavy file."""\n', encoding="utf-8")
    text = (SMALL_SITE / "places" / f"{MODEL}.yml").read_text(encoding="utf-8")
    marseille = next(iter(boroughs().values()))
    for rank, (insee, lat, lon) in enumerate(islice(points(), count - 2), start=3):
        commune = communes()[insee]
        inside = insee == "13055"
        place = (
            text.replace("order: 1\n", f"order: {rank}\n")
            .replace("fr: Le Phare, en: The Lighthouse", f"fr: Phare {rank}, en: Lighthouse {rank}")
            .replace('insee: "13055"', f'insee: "{insee}"')
            .replace("domain: heritage", f"domain: {DOMAINS[rank % len(DOMAINS)]}")
        )
        place = re.sub(r"lat: .*", f"lat: {lat:.4f}", place)
        place = re.sub(r"lon: .*", f"lon: {lon:.4f}", place)
        place = re.sub(r"  borough: .*\n", f'  borough: "{marseille.insee}"\n' if inside else "", place)
        postcode = marseille.postcode if inside else commune.postcodes[0]
        place = re.sub(r"postcode: .*", f'postcode: "{postcode}"', place)
        (root / "places" / f"phare-{rank}.yml").write_text(place, encoding="utf-8")


def build(root: Path) -> Path:
    """Build the site of a project and return its folder."""
    command = [sys.executable, "-m", "mkdocs", "build"]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "true"}
    done = subprocess.run(command, cwd=root, env=env, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    return root / "site"


def measure(site: Path, browser: Any, slow: int) -> None:
    """Open the map page and print what it weighs and how long its reader waits; `slow` slows the processor down."""
    with serve(site) as server:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slow})
        answers: list[Any] = []
        page.on("response", lambda answer: answers.append(answer))
        page.goto(server.origin + "/carte/", wait_until="load")
        loaded = page.evaluate("performance.timing.loadEventEnd - performance.timing.navigationStart")
        begun = time.perf_counter()
        page.wait_for_selector(".map-frame[data-ready]")
        ready = (time.perf_counter() - begun) * 1000
        page.wait_for_load_state("networkidle")
        weight = sum(answer.request.sizes()["responseBodySize"] for answer in answers)
        print(f"  {len(answers)} requests, {weight / 1000:.0f} kB over the wire (gzip)")
        print(f"  loaded after {loaded:.0f} ms; the map answers {ready:.0f} ms later")
        discs = page.locator(".map-place").count()
        print(f"  {page.locator('[data-place]').count()} rows, {discs} discs, {page.locator('*').count()} elements")
        second = page.locator("[name=domain] option").nth(1)
        actions = [
            ("type a letter", "[name=q]", "input", "1"),
            ("show all again", ".map-reset", "click", ""),
            ("zoom in", ".leaflet-control-zoom-in", "click", ""),
            ("locate a place", "[data-place]:last-of-type .map-show", "click", ""),
        ]
        if second.count():
            actions.insert(0, ("choose a field", "[name=domain]", "change", second.get_attribute("value") or ""))
        for words, *action in actions:
            print(f"  {words}: {page.evaluate(TIMED, action):.0f} ms")
        context.close()


def main() -> int:
    """Print a paragraph a size."""
    parser = argparse.ArgumentParser(description="Measure the map page in Chromium.")
    parser.add_argument("counts", nargs="*", type=int, default=[10, 1000], help="how many places")
    parser.add_argument("--slow", type=int, default=1, help="how many times slower the processor is made")
    asked = parser.parse_args()
    with launched() as browser, tempfile.TemporaryDirectory() as folder:
        for count in asked.counts:
            root = Path(folder) / str(count)
            make_project(root, count)
            print(f"{count} places", flush=True)
            measure(build(root), browser, asked.slow)
    return 0


if __name__ == "__main__":
    sys.exit(main())
