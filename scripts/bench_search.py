"""Measure search on its public set: ours, by words alone, and lunr as Material ships it.

`PYTHONPATH=hooks:tests python scripts/bench_search.py [SITE]`: the site must have been built with the vectors of all
its passages (`make meaning`), or what is measured is not what is published.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from atlas.model import LANGS
from atlas.search.finder import Finder
from support.asking import Ranker, asked, pages_of, quality, rank, site_of
from support.projects import ROOT


def main() -> None:
    """Print the figures."""
    site = site_of(sys.argv[1] if len(sys.argv) > 1 else "")
    ours: Mapping[str, Finder] = {lang: Finder(site, lang) for lang in LANGS}
    words: Mapping[str, Finder] = {lang: Finder(site, lang, by_meaning=False) for lang in LANGS}
    for part in ("measured", "development"):
        questions = asked("questions", part)
        lunr = by_lunr(ours, [(one["lang"], one["ask"]) for one in questions])
        rankers = {"ours": ranked(ours), "words": ranked(words), "lunr": lambda *one, lunr=lunr: lunr[one]}
        groups = {
            "all": questions,
            "no stem shared": [one for one in questions if not one["shares"]],
            "fr": [one for one in questions if one["lang"] == "fr"],
            "en": [one for one in questions if one["lang"] == "en"],
        }
        for group, held in groups.items():
            for name, ranker in rankers.items():
                print(f"{part:12} {group:15} {name:6} {quality(held, ranker)}")
        if "-v" in sys.argv:
            for one in questions:
                pages = rankers["ours"](one["lang"], one["ask"])
                if (rank(pages, one["pages"]) or 99) > 3:
                    print("   missed", rank(pages, one["pages"]), one["ask"], pages[:3], "not", one["pages"])
    exact, searches, off = asked("exact"), asked("searches"), asked("off_topic")
    print("exact terms ", quality(exact, lambda lang, text: pages_of(ours[lang].ask(text).found)))
    print("searches    ", quality(searches, lambda lang, text: pages_of(ours[lang].search(text)), "type"))
    if "-v" in sys.argv:
        for one in exact:
            pages = pages_of(ours[one["lang"]].ask(one["ask"]).found)
            if pages[0] not in one["pages"]:
                print("   exact", one["ask"], pages[:3], "not", one["pages"])
        for one in searches:
            pages = pages_of(ours[one["lang"]].search(one["type"]))
            if (rank(pages, one["pages"]) or 99) > 3 or (one.get("first") and pages[0] not in one["pages"]):
                print("   search", one["type"], pages[:3], "not", one["pages"])
    unsure = [one["ask"] for one in off if not ours[one["lang"]].ask(one["ask"]).sure]
    wrongly = [one["ask"] for one in asked("questions", "measured") if not ours[one["lang"]].ask(one["ask"]).sure]
    print(f"off topic    {len(unsure)} of {len(off)} called not sure; {len(wrongly)} measured questions too")
    start = time.perf_counter()
    for one in searches:
        ours[one["lang"]].search(one["type"])
    print(f"time         {(time.perf_counter() - start) / len(searches) * 1000:.1f} ms a search, in Python")


def ranked(finders: Mapping[str, Finder]) -> Ranker:
    """Return what ranks pages by some finders, one a language."""
    return lambda lang, text: pages_of(finders[lang].ask(text).found)


def by_lunr(finders: Mapping[str, Finder], questions: list[tuple[str, str]]) -> dict[tuple[str, str], list[str]]:
    """Return the pages that lunr finds for each question."""
    spec = find_spec("material")
    assert spec and spec.origin
    editions: list[dict[str, Any]] = []
    for lang, finder in finders.items():
        passages = [
            [finder.pages[page][0], " ".join([finder.pages[page][1], *titles]), text]
            for page, _, titles, text in finder.passages
        ]
        held = [text for each, text in questions if each == lang]
        editions.append({"lang": lang, "passages": passages, "asked": held})
    scripts = Path(spec.origin).parent / "templates" / "assets" / "javascripts" / "lunr" / "min"
    command = ["sh", "scripts/node.sh", "node", "scripts/search/lunr.mjs"]
    given = json.dumps({"material": str(scripts), "editions": editions})
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=True, cwd=ROOT)
    found = json.loads(done.stdout)
    return {
        (edition["lang"], text): pages
        for edition, answers in zip(editions, found, strict=True)
        for text, pages in zip(edition["asked"], answers, strict=True)
    }


if __name__ == "__main__":
    main()
