"""Relations: every tie is read from both ends, on pages, in the drawing and in the data alike."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from atlas import urls
from atlas.exports import downloads
from atlas.model import Catalogue
from atlas.pages.network_drawing import Spot, arranged
from atlas.pages.svg_text import lines, width
from atlas.pages.tally import tally
from atlas.reading.loading import load_or_raise
from atlas.relations import KINDS, Kind, Node, Relations, relations
from support.projects import ROOT, SMALL_SITE, Project

DAY = date(2026, 3, 17)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The real records."""
    return load_or_raise(ROOT)


@pytest.fixture(scope="module")
def ties(catalogue: Catalogue) -> Relations:
    """The ties of the real records."""
    return relations(catalogue)


def test_every_tie_is_read_from_both_ends(ties: Relations) -> None:
    for node, others in ties.ties.items():
        assert node not in others
        for other in others:
            assert node in ties.ties[other], f"{other} does not know {node}"


def test_ties_of_a_kind_come_in_the_order_of_the_catalogue(ties: Relations) -> None:
    rank = {node: place for place, node in enumerate(ties.nodes)}
    for others in ties.ties.values():
        assert list(others) == sorted(others, key=rank.__getitem__)


def test_a_record_that_names_another_is_tied_to_it(catalogue: Catalogue, ties: Relations) -> None:
    for place in catalogue.places:
        assert set(place.members) <= set(ties.of("place", place.id, "member"))
        assert set(place.related) <= set(ties.of("place", place.id, "place"))
    for session in catalogue.sessions:
        spoken = {id for lesson in session.lessons for id in lesson.members} | set(session.members)
        assert spoken == set(ties.of("session", session.id, "member"))
    for event in catalogue.events:
        assert set(event.actions) == set(ties.of("event", event.id, "action"))
    for network in catalogue.networks:
        assert ties.of("network", network.id, "member") == ([network.member] if network.member else [])


def orphans(found: Relations, *kinds: Kind) -> list[Node]:
    """Return the records of some kinds that nothing ties to anything."""
    return [node for node in found.nodes if node[0] in kinds and not found.ties[node]]


def test_orphans_are_those_that_the_check_notices() -> None:
    from atlas.reading.loading import load

    loaded = load(ROOT)
    assert loaded.catalogue is not None
    said = {
        ("member" if problem.path.startswith("members") else "place", Path(problem.path).stem)
        for problem in loaded.notices
        if "rien ne lie" in problem.wrong
    }
    assert said == set(orphans(relations(loaded.catalogue), "member", "place"))


def test_a_member_that_nothing_names_is_noticed(site: Callable[..., Project]) -> None:
    project = site()
    assert not [problem for problem in project.load().notices if "rien ne lie" in problem.wrong]
    project.edit("docs/fr/academie/moulin/index.md", "members: [amis-du-moulin]\n", "")
    said = [problem.path for problem in project.load().notices if "rien ne lie" in problem.wrong]
    assert said == ["members/amis-du-moulin.yml"]
    project.edit("places/le-moulin.yml", "domain:", "members: [amis-du-moulin]\ndomain:")
    assert not [problem for problem in project.load().notices if "rien ne lie" in problem.wrong]


def test_members_in_the_data_have_the_ties_of_their_pages(catalogue: Catalogue, ties: Relations) -> None:
    files = dict(downloads(catalogue, DAY))
    members = json.loads(files[urls.data_path("members.json")])["members"]
    for member in members:
        for kind in ("place", "session", "action", "event", "network"):
            assert member[f"{kind}s"] == list(ties.of("member", member["id"], kind))


def test_networks_in_the_data_are_those_of_the_records(catalogue: Catalogue) -> None:
    files = dict(downloads(catalogue, DAY))
    data = json.loads(files[urls.data_path("networks.json")])
    assert [network["id"] for network in data["networks"]] == [network.id for network in catalogue.networks]
    assert data["count"] == len(catalogue.networks)
    sources = {source["id"] for source in json.loads(files[urls.data_path("sources.json")])["sources"]}
    named = set(re.findall(r'"([a-z0-9-]+)"', json.dumps([network["facts"] for network in data["networks"]])))
    assert named & sources
    for network in data["networks"]:
        assert set(network["presentation"]["sources"]) <= sources


# The drawing


class _Drawing(HTMLParser):
    """Reads the drawings of a page: the links and the lines of each form, whose narrow one is in two parts."""

    def __init__(self) -> None:
        super().__init__()
        self.name = ""
        self.links: dict[str, list[str]] = {}
        self.lines: dict[str, int] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        classes = given.get("class", "").split()
        if tag == "svg":
            self.name = next((name for name in classes if name.startswith("network-")), "")
            if self.name:
                self.links.setdefault(self.name, [])
                self.lines.setdefault(self.name, 0)
        elif self.name and tag == "a":
            self.links[self.name].append(given["href"])
        elif self.name and tag == "path" and "tie" in classes:
            self.lines[self.name] += 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "svg":
            self.name = ""


def test_both_drawings_show_every_member_place_and_session_and_a_line_for_each_tie(
    built_site: Path, catalogue: Catalogue, ties: Relations
) -> None:
    reader = _Drawing()
    reader.feed((built_site / "membres" / "index.html").read_text(encoding="utf-8"))
    count = len(catalogue.members) + len(catalogue.places) + len(catalogue.sessions)
    pairs: dict[tuple[Kind, Kind], int] = {
        pair: len(ties.between(*pair)) for pair in (("member", "place"), ("session", "place"), ("member", "session"))
    }
    assert set(reader.links) == {"network-wide", "network-narrow"}
    assert {name: len(links) for name, links in reader.links.items()} == dict.fromkeys(reader.links, count)
    assert len(set(reader.links["network-wide"])) == count
    assert reader.lines["network-wide"] == sum(pairs.values())
    # Members and sessions stand on the same side of the upright horizon: their ties are in the tables.
    assert reader.lines["network-narrow"] == pairs["member", "place"] + pairs["session", "place"]


def test_the_tables_say_what_the_drawing_shows(built_site: Path, catalogue: Catalogue, ties: Relations) -> None:
    page = (built_site / "membres" / "index.html").read_text(encoding="utf-8")
    table = page[page.index('class="ties-tables') :]
    rows = dict(re.findall(r'<tr>\s*<th scope="row"><a href="([^"]+)">.*?</th>(.*?)</tr>', table, re.DOTALL))
    for member in catalogue.members:
        links = re.findall(r'href="([^"]+)"', rows[f"{member.id}/"])
        assert [link for link in links if "lieux/" in link] == [
            f"../lieux/{id}/" for id in ties.of("member", member.id, "place")
        ]


def test_pages_show_their_ties_and_lead_back(built_site: Path, catalogue: Catalogue, ties: Relations) -> None:
    paged: tuple[Kind, ...] = ("member", "place", "session")
    listed: dict[Kind, str] = {"action": "actions", "event": "calendar", "network": "changemakers"}

    def address(kind: Kind, id: str) -> str:
        return f"{urls.page_path(listed[kind], 'fr')}#{id}" if kind in listed else urls.page_path(kind, "fr", id)

    for node, others in ties.ties.items():
        for other in others:
            # Of two lists of the same kind of thing, one names the other: the calendar names the actions.
            if node[0] in paged or other[0] in paged:
                start = address(*node).partition("#")[0]
                page = (built_site / start / "index.html").read_text(encoding="utf-8")
                assert f'href="{urls.relative(address(*other), start=start)}"' in page, (node, other)


def _spots(kind: Kind, names: str) -> list[Spot]:
    return [Spot((kind, name), name, f"{name}/") for name in names]


def test_names_stand_above_what_they_are_tied_to_and_the_untied_fill_the_gaps() -> None:
    members, places = _spots("member", "abcd"), _spots("place", "wxyz")
    nodes = [spot.node for spot in (*members, *places)]
    pairs: list[tuple[Node, Node]] = [(("member", "a"), ("place", "z")), (("member", "d"), ("place", "x"))]
    found: dict[Node, list[Node]] = {node: [] for node in nodes}
    for one, other in pairs:
        found[one].append(other)
        found[other].append(one)
    assert [spot.name for spot in arranged(members, places, Relations(found, nodes))] == ["b", "d", "c", "a"]


def test_names_that_crowd_at_the_end_stay_within_the_row() -> None:
    members, places = _spots("member", "abc"), _spots("place", "yz")
    nodes = [spot.node for spot in (*members, *places)]
    found: dict[Node, list[Node]] = {node: [("place", "z")] for node in nodes[:3]} | {node: [] for node in nodes[3:]}
    assert [spot.name for spot in arranged(members, places, Relations(found, nodes))] == ["a", "b", "c"]


@pytest.mark.parametrize("words", ["Métropole Aix-Marseille-Provence", "UPE 13", "Département des Bouches-du-Rhône"])
def test_lines_hold_all_the_words_and_no_line_is_too_wide(words: str) -> None:
    broken = lines(words, 9)
    assert "".join(broken).replace(" ", "") == words.replace(" ", "")
    assert all(width(line) <= 9 for line in broken)


def test_a_tally_has_a_disc_for_each_unit_and_tells_the_three_kinds_apart() -> None:
    drawn = str(tally(13, 20, 25, "13 sur 20 à 25"))
    assert [drawn.count(f'class="{kind}"') for kind in ("full", "low", "high")] == [13, 7, 5]
    assert 'role="img" aria-label="13 sur 20 à 25"' in drawn
    assert str(tally(30, 20, 25, "")).count('class="full"') == 30


def test_the_small_project_ties_what_it_names() -> None:
    found = relations(load_or_raise(SMALL_SITE))
    assert found.of("member", "club-du-phare", "place") == ["le-phare"]
    assert found.of("place", "le-moulin", "place") == ["le-phare"]
    assert found.of("member", "amis-du-moulin", "session") == ["moulin"]
    assert orphans(found, "member", "network") == [("network", "gens-de-mer")]
    assert {kind for kind, _ in found.nodes} <= set(KINDS)
