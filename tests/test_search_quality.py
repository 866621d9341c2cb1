"""How well search finds, on the public set, in the site as it is built: floors, which a change must not go below.

`scripts/bench_search.py` prints the figures, and those of lunr and of words alone. The measured questions were written
before any result was seen; what is chosen is chosen on the development set.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from atlas.search.files import FOLDER
from atlas.search.finder import Finder
from atlas.search.vectors import kept
from support.asking import LANGS, asked, pages_of, quality, rank

pytestmark = pytest.mark.site

HEAVIEST = 900_000
"""Bytes of passages and vectors, compressed, that a search in both languages may load."""

ROUGH = 0.1
"""Share of passages that may wait for `make meaning`: who edits a page need not have the model."""


@pytest.fixture(scope="module")
def finders(built_site: Path) -> Mapping[str, Finder]:
    return {lang: Finder(built_site, lang) for lang in LANGS}


def test_questions_find_their_page_among_the_first_three(finders: Mapping[str, Finder]) -> None:
    questions = asked("questions", "measured")
    found = quality(questions, lambda lang, text: pages_of(finders[lang].ask(text).found))
    apart = [one for one in questions if not one["shares"]]
    hard = quality(apart, lambda lang, text: pages_of(finders[lang].ask(text).found))
    assert len(apart) >= len(questions) / 2
    assert found.third >= 0.75, found
    assert hard.third >= 0.60, hard


def test_exact_terms_and_names_come_first(finders: Mapping[str, Finder]) -> None:
    answers = {one["ask"]: pages_of(finders[one["lang"]].ask(one["ask"]).found) for one in asked("exact")}
    missed = [one["ask"] for one in asked("exact") if answers[one["ask"]][0] not in one["pages"]]
    assert missed == []


def test_searches_find_their_page_among_the_first_three_in_their_own_language(finders: Mapping[str, Finder]) -> None:
    searches = asked("searches")
    ranks = [rank(pages_of(finders[one["lang"]].search(one["type"])), one["pages"]) for one in searches]
    assert len(searches) == 30
    assert sum(place is not None and place <= 3 for place in ranks) >= 28
    for one in searches:
        found = pages_of(finders[one["lang"]].search(one["type"]))
        assert all(path.startswith("en/") == (one["lang"] == "en") for path in found)


def test_most_questions_off_topic_are_answered_with_a_caveat_and_none_refused(finders: Mapping[str, Finder]) -> None:
    answers = [finders[one["lang"]].ask(one["ask"]) for one in asked("off_topic")]
    assert len(answers) == 20
    assert sum(not answer.sure for answer in answers) >= 13
    assert all(len(answer.found) >= 5 for answer in answers)


def test_the_files_of_search_stay_light(built_site: Path) -> None:
    files = list((built_site / FOLDER).iterdir())
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) <= HEAVIEST
    pages = [path for path in built_site.rglob("index.html") if "assets/search/" in path.read_text(encoding="utf-8")]
    assert {path.parent.name for path in pages} == {"recherche", "search"}, "loaded only where somebody searches"


def test_passages_have_the_vectors_of_the_model(built_site: Path) -> None:
    lines = (built_site / "api" / "v1" / "corpus.jsonl").read_text(encoding="utf-8").splitlines()
    passages = [json.loads(line) for line in lines]
    known = kept()
    rough = [passage["url"] for passage in passages if passage["id"] not in known]
    assert len(rough) <= ROUGH * len(passages), f"« make meaning » : {len(rough)} passages, {rough[:3]}"


def test_every_page_has_a_twin_and_the_list_for_assistants_leads_to_it(built_site: Path) -> None:
    listed = (built_site / "llms.txt").read_text(encoding="utf-8")
    twins = sorted(built_site.rglob("index.md"))
    assert len(twins) > 150
    for twin in twins:
        address = twin.relative_to(built_site).as_posix()
        assert f"one-provence.example/{address})" in listed, address
        assert (twin.parent / "index.html").is_file()
        assert 'type="text/markdown"' in (twin.parent / "index.html").read_text(encoding="utf-8")


def test_each_line_of_the_corpus_leads_to_a_heading_of_its_page(built_site: Path) -> None:
    for line in (built_site / "api" / "v1" / "corpus.jsonl").read_text(encoding="utf-8").splitlines():
        passage = json.loads(line)
        path, _, anchor = passage["url"].partition("#")
        page = built_site / path.removeprefix("https://one-provence.example/") / "index.html"
        assert page.is_file(), path
        assert not anchor or f'id="{anchor}"' in page.read_text(encoding="utf-8"), passage["url"]
