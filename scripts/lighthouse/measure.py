"""Measure a page of each type, in both languages, with Lighthouse: `make lighthouse`.

A telephone on a slow network, simulated; three runs each, of which the median counts; the site
served from this machine with compression. It takes half an hour, and wants a quiet machine, so that
no test depends on it.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from support.browser import NoBrowserError, find, install
from support.projects import ROOT, build
from support.web import serve

COMMAND = Path(__file__).parent / "node_modules" / "lighthouse" / "cli" / "index.js"
PAGES = {
    "accueil": ("", "en/"),
    "manifeste": ("manifeste/", "en/manifesto/"),
    "lieux": ("lieux/", "en/places/"),
    "lieu": ("lieux/mucem/", "en/places/mucem/"),
    "carte": ("carte/", "en/map/"),
    "membres": ("membres/", "en/members/"),
    "membre": ("membres/club-top-20/", "en/members/club-top-20/"),
    "académie": ("academie/", "en/academy/"),
    "leçon": ("academie/energie/iter/", "en/academy/energie/iter/"),
    "bibliothèque": ("bibliotheque/", "en/library/"),
    "actions": ("actions/", "en/actions/"),
    "observatoire": ("observatoire/", "en/observatory/"),
    "série": ("observatoire/port-tonnage/", "en/observatory/port-tonnage/"),
    "agenda": ("agenda/", "en/calendar/"),
    "acteurs": ("acteurs/", "en/changemakers/"),
    "recherche": ("recherche/?q=port", "en/search/?q=port"),
    "sources": ("sources/", "en/sources/"),
    "accessibilité": ("accessibilite/", "en/accessibility/"),
    "composants": ("contribuer/composants/", "en/contribute/components/"),
}
TARGETS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
HEADS = ("perf.", "access.", "pratiques", "SEO")
TIMES = {"first-contentful-paint": "FCP", "largest-contentful-paint": "LCP", "total-blocking-time": "TBT"}


class MeasureError(Exception):
    """Lighthouse did not measure a page; the message says why."""


@dataclass(frozen=True)
class Measure:
    """What Lighthouse says of a page.

    Attributes:
        scores: The median of each category, out of a hundred.
        times: The median of each time, in milliseconds.
        shift: How much the page moves while it comes.
        failed: The audits below the mark that weigh on a score, with their category.
    """

    scores: Mapping[str, int]
    times: Mapping[str, float]
    shift: float
    failed: tuple[str, ...]

    @property
    def is_good(self) -> bool:
        """Whether every category reaches its target."""
        return all(self.scores[category] >= target for category, target in TARGETS.items())


def run(url: str, chrome: str) -> dict[str, Any]:
    """Return the report of one run.

    Raises:
        MeasureError: When there is none.
    """
    flags = "--headless=new --disable-gpu" + (" --no-sandbox" if hasattr(os, "geteuid") and os.geteuid() == 0 else "")
    command = ["sh", str(ROOT / "scripts" / "node.sh"), "node", str(COMMAND), url, "--quiet", "--output=json"]
    options = [f"--only-categories={','.join(TARGETS)}", f"--chrome-flags={flags}"]
    done = subprocess.run(
        [*command, *options],
        env={**os.environ, "CHROME_PATH": chrome},
        capture_output=True,
        encoding="utf-8",
        timeout=180,
    )
    try:
        report: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        raise MeasureError(done.stderr.strip()[-600:] or "Lighthouse n’a rien dit") from None
    if "runtimeError" in report:
        raise MeasureError(report["runtimeError"]["message"])
    return report


def measure(url: str, chrome: str, runs: int) -> Measure:
    """Return the median of some runs."""
    reports = [run(url, chrome) for _ in range(runs)]

    def median(values: list[float]) -> float:
        return statistics.median(values)

    audits = [report["audits"] for report in reports]
    return Measure(
        scores={
            category: round(100 * median([report["categories"][category]["score"] or 0 for report in reports]))
            for category in TARGETS
        },
        times={name: median([audit[name]["numericValue"] for audit in audits]) for name in TIMES},
        shift=median([audit["cumulative-layout-shift"]["numericValue"] for audit in audits]),
        failed=tuple(sorted(_failed(reports[-1]))),
    )


def _failed(report: Mapping[str, Any]) -> set[str]:
    """Return the audits that cost points, outside performance, where the times say it."""
    found = set()
    for name, category in report["categories"].items():
        for reference in category["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if name != "performance" and reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                items = (audit.get("details") or {}).get("items") or []
                what = "; ".join(_shown(item) for item in items[:3])
                found.add(f"{name}: {audit['title']}" + (f" ({what})" if what else ""))
    return found


def _shown(item: Mapping[str, Any]) -> str:
    node = item.get("node") or {}
    return str(node.get("snippet") or item.get("description") or item.get("url") or item.get("source") or item)[:160]


def line(name: str, lang: str, found: Measure) -> str:
    """Return a line of the table."""
    scores = " ".join(
        f"{found.scores[category]:>{len(head) + 2}}{' ' if found.scores[category] >= TARGETS[category] else '✗'}"
        for category, head in zip(TARGETS, HEADS, strict=True)
    )
    times = " ".join(f"{found.times[key] / 1000:7.2f}" for key in TIMES)
    return f"{name:<14} {lang} {scores} {times} {found.shift:7.3f}"


def main() -> int:
    """Build the site unless one is given, measure it, and return 1 when a page misses a target."""
    parser = argparse.ArgumentParser(description="Measure a page of each type with Lighthouse.")
    parser.add_argument("site", nargs="?", type=Path, help="a built site; by default the project is built aside")
    parser.add_argument("--only", choices=sorted(PAGES), action="append", help="one type of page")
    parser.add_argument("--runs", type=int, default=3, help="runs of each page")
    arguments = parser.parse_args()
    try:
        chrome = find() or install()
    except NoBrowserError as error:
        print(error, file=sys.stderr)
        return 2
    good = True
    with tempfile.TemporaryDirectory() as folder:
        site = arguments.site
        if site is None:
            built = build(ROOT, Path(folder) / "site")
            if built.exit_code:
                print(built.output, file=sys.stderr)
                return 2
            site = built.site
        heads = " ".join(f"{head:>{len(head) + 2}} " for head in HEADS)
        print(f"{'page':<14}    {heads} " + " ".join(f"{name + ' s':>7}" for name in TIMES.values()) + "     CLS")
        with serve(site.resolve()) as server:
            for name, paths in PAGES.items():
                for lang, path in zip(("fr", "en"), paths, strict=True):
                    if (arguments.only and name not in arguments.only) or not server.file(f"/{path.partition('?')[0]}"):
                        continue
                    try:
                        found = measure(f"{server.origin}/{path}", chrome, arguments.runs)
                    except MeasureError as error:
                        print(f"{name} ({lang}) : {error}", file=sys.stderr)
                        return 2
                    print(line(name, lang, found), flush=True)
                    for words in found.failed:
                        print(f"  {words}", flush=True)
                    good = good and found.is_good
    print("✓ Tous les objectifs sont atteints." if good else "✗ Une page manque un objectif (98, 100, 100, 100).")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
