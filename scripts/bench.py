"""Measure the build with 10, 100 and 1,000 places: time, memory, and what each further place costs.

Pages and data are measured; cards and documents, of which each place adds a few, are added with `--heavy`.
The places are copies of those of the tests' small site, moved a little. Each build runs in a process of its own.
A measure, not a test: it prints, and judges nothing.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SMALL_SITE = ROOT / "tests" / "fixtures" / "small_site"
MODEL = "le-phare"

MEASURE = """
import resource, subprocess, sys, time
start = time.perf_counter()
command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
code = subprocess.run(command, stdout=sys.stderr, stderr=sys.stderr).returncode
wall = time.perf_counter() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(code, wall, used.ru_utime + used.ru_stime, used.ru_maxrss / (2**20 if sys.platform == "darwin" else 1024))
"""
"""Runs one build and prints its status, seconds, seconds of processor and peak memory in MiB.

In a process apart, so that the build is its only child.
"""


@dataclass(frozen=True)
class Measure:
    """One build.

    Attributes:
        places: How many places the site has.
        seconds: How long the build took.
        work: How long the processor worked for it; what else the machine does shows less in it.
        mebibytes: The most memory that it held.
        files: How many files it wrote.
    """

    places: int
    seconds: float
    work: float
    mebibytes: float
    files: int


def make_project(root: Path, count: int) -> None:
    """Make a site of `count` places at `root`."""
    shutil.copytree(SMALL_SITE, root)
    for name in ("hooks", "docs/theme", "vendor"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copyfile(ROOT / name, root / name)
    text = (SMALL_SITE / "places" / f"{MODEL}.yml").read_text(encoding="utf-8")
    for rank in range(3, count + 1):
        # On a grid of some 2 km, well inside the same borough.
        lat, lon = 43.2967 + rank % 32 * 0.0005 - 0.008, 5.3610 + rank // 32 * 0.0005
        place = (
            text.replace("order: 1\n", f"order: {rank}\n")
            .replace("fr: Le Phare, en: The Lighthouse", f"fr: Phare {rank}, en: Lighthouse {rank}")
            .replace("lat: 43.2967", f"lat: {lat:.4f}")
            .replace("lon: 5.3610", f"lon: {lon:.4f}")
        )
        (root / "places" / f"phare-{rank}.yml").write_text(place, encoding="utf-8")


def measure(count: int, heavy: bool) -> Measure:
    """Build a site of `count` places from nothing and return what it took."""
    choice = {} if heavy else {"ATLAS_HEAVY": "cached"}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        make_project(root, count)
        done = subprocess.run(
            [sys.executable, "-c", MEASURE],
            cwd=root,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "true", **choice},
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        code, seconds, work, mebibytes = done.stdout.split()
        if code != "0":
            raise SystemExit(f"the build of {count} places failed:\n{done.stderr}")
        files = sum(path.is_file() for path in (root / "site").rglob("*"))
        return Measure(count, float(seconds), float(work), float(mebibytes), files)


def main() -> int:
    """Print a table, a line a size, then how the cost of a further place changes between sizes."""
    parser = argparse.ArgumentParser(description="Measure the build of sites of several sizes.")
    parser.add_argument("counts", nargs="*", type=int, default=[10, 100, 1000], help="how many places, from 10")
    parser.add_argument("--heavy", action="store_true", help="render cards and documents too")
    options = parser.parse_args()
    measures = []
    print(f"{'places':>7} {'time':>10} {'processor':>10} {'memory':>9} {'files':>6}", flush=True)
    for count in options.counts:
        now = measure(count, options.heavy)
        row = f"{count:7} {now.seconds:8.2f} s {now.work:8.2f} s {now.mebibytes:5.0f} MiB {now.files:6}"
        print(row, flush=True)
        measures.append(now)
    # The processor's time, since this machine may be doing other things; and the cost of one more place, since what a
    # build costs before its first place would make any growth look gentle.
    costs = [(later.work - earlier.work) / (later.places - earlier.places) for earlier, later in pairwise(measures)]
    for (earlier, later), cost in zip(pairwise(measures), costs, strict=True):
        memory = (later.mebibytes - earlier.mebibytes) / (later.places - earlier.places) * 1024
        print(f"From {earlier.places} to {later.places}: {cost * 1000:.1f} ms and {memory:.0f} KiB a further place.")
    for before, after in pairwise(costs):
        print(f"A further place then costs {after / before:.2f} times what it cost before; 1 is linear.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
