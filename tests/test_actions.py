"""The action plan: ten actions, their steps and standings, told alike on the pages, in the chronicle and as data."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from atlas import urls
from atlas.exports import downloads
from atlas.model import LANGS, Catalogue, Lang
from atlas.model.action import axes
from atlas.model.vocabulary import ActionStanding, AxisBasis, StepNature
from atlas.pages.actions import action_stories, chronicle
from atlas.reading.loading import load_or_raise
from atlas.relations import relations
from support.projects import ROOT

DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The real records."""
    return load_or_raise(ROOT)


def page(site: Path, kind: str, lang: Lang) -> str:
    """Return the HTML of a section of the built site."""
    return (site / urls.page_path(kind, lang) / "index.html").read_text(encoding="utf-8")


def test_the_plan_counts_ten_actions_of_which_eight_are_public(catalogue: Catalogue) -> None:
    assert len(catalogue.actions) == 10
    assert sum(action.public for action in catalogue.actions) == 8


def test_an_action_that_is_not_public_says_no_more_than_that_it_exists(catalogue: Catalogue) -> None:
    for action in catalogue.actions:
        if not action.public:
            assert action.axis is None and not action.steps and not action.pages
            assert action.standing.value is ActionStanding.NOT_KNOWN


def test_the_axes_are_those_of_the_manifesto_and_only_one_action_is_tied_to_its_axis_by_a_source(
    catalogue: Catalogue,
) -> None:
    assert list(axes(catalogue.manifesto)) == ["federer", "reveler", "mesurer"]
    stated = [action for action in catalogue.actions if action.axis and action.axis.basis is AxisBasis.STATED]
    assert [(action.id, action.axis.id) for action in stated if action.axis] == [("tableau-de-bord", "mesurer")]


def test_what_is_under_way_or_done_has_an_established_step(catalogue: Catalogue) -> None:
    for action in catalogue.actions:
        if action.standing.value in {ActionStanding.UNDER_WAY, ActionStanding.DONE}:
            assert any(step.nature is StepNature.ESTABLISHED for step in action.steps), action.id


def test_the_chronicle_tells_every_step_once_and_in_order(catalogue: Catalogue) -> None:
    moments = chronicle(catalogue)
    told = [(action.id, step) for moment in moments for action, step in (*moment.announced, *moment.established)]
    assert len(told) == sum(len(action.steps) for action in catalogue.actions)
    assert all(step.when == moment.when for moment in moments for _, step in (*moment.announced, *moment.established))
    said = [action.id for moment in moments for action in moment.said]
    assert sorted(said) == sorted(action.id for action in catalogue.actions if action.public)
    years = [moment.when[:4] for moment in moments]
    assert years == sorted(years)
    in_2024 = [moment.when for moment in moments if moment.when.startswith("2024")]
    assert in_2024[-1] == "2024", "a year, which says less than its days, comes at its end"


def test_an_action_leads_to_the_events_that_say_they_belong_to_it(catalogue: Catalogue) -> None:
    stories = {story.action.id: story for story in action_stories(catalogue, relations(catalogue), frozenset())}
    for event in catalogue.events:
        for id in event.actions:
            assert event in stories[id].events
    assert [event.id for event in stories["academie"].events] == ["academie-premiere-session", "premier-bilan"]


def test_a_session_is_tied_to_an_action_whichever_of_the_two_says_so(catalogue: Catalogue) -> None:
    stories = {story.action.id: story for story in action_stories(catalogue, relations(catalogue), frozenset())}
    assert {session.id for session in stories["academie"].sessions} == set(catalogue.session)
    for session in catalogue.sessions:
        for id in session.actions:
            assert session in stories[id].sessions


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_shows_every_action_once_under_its_anchor(built_site: Path, catalogue: Catalogue, lang: Lang) -> None:
    html = page(built_site, "actions", lang)
    shown = re.findall(r'<article[^>]*\bid="([^"]+)"', html)
    assert sorted(shown) == sorted(action.id for action in catalogue.actions)
    assert all(html.count(f'href="#{action.id}"') >= 1 for action in catalogue.actions)


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_counts_as_many_standings_as_the_data(built_site: Path, catalogue: Catalogue, lang: Lang) -> None:
    html = page(built_site, "actions", lang)
    shown = Counter(re.findall(r'class="status state-(\w+)"', html))
    # Once in the list at the head, once in its own place.
    assert shown == Counter({standing: 2 * count for standing, count in _standings(catalogue).items()})
    steps = Counter(re.findall(r'class="status step-(\w+)"', html.partition('class="chronicle')[0]))
    natures = Counter(step.nature.value for action in catalogue.actions for step in action.steps)
    assert steps == natures


def _standings(catalogue: Catalogue) -> Counter[str]:
    return Counter(action.standing.value.value for action in catalogue.actions)


def test_the_data_say_what_the_records_say(catalogue: Catalogue) -> None:
    data = json.loads(dict(downloads(catalogue, DAY))["api/v1/actions.json"])
    assert data["count"] == len(catalogue.actions) == len(data["actions"])
    assert list(data["vocabularies"]["axis"]) == ["federer", "reveler", "mesurer"]
    for read, action in zip(data["actions"], catalogue.actions, strict=True):
        assert read["id"] == action.id
        assert read["standing"]["value"] == action.standing.value.value
        assert [(step["when"], step["nature"], tuple(step["sources"])) for step in read["steps"]] == [
            (step.when, step.nature.value, step.sources) for step in action.steps
        ]


def test_the_list_of_sources_leads_back_to_the_plan(built_site: Path) -> None:
    html = unescape(page(built_site, "sources", "fr"))
    assert '"../actions/"' in html and '"../agenda/"' in html
