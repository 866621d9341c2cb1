"""People: published only as far and as long as their consent says, and absent from every file after that."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from atlas.exports import downloads
from atlas.mkdocs_site import fix_build_date
from atlas.model import Person
from atlas.model.academy import SpeakerConsent
from atlas.model.person import LONGEST_CONSENT, Consent, Standing
from atlas.model.record import FieldPath
from atlas.model.shapes import text_fields
from atlas.reading import today
from atlas.reading.loading import load
from atlas.reading.yaml_source import dotted
from support.mistakes import Mistake, plain
from support.photos import photo
from support.projects import ROOT, Project
from support.signs import contents

NAME = "Zéphyrine Exemplaire"
FILE = "members/people/zephyrine-exemplaire.yml"
PERSON: dict[str, Any] = {
    "name": NAME,
    "function": {"fr": "Navigatrice", "en": "Sailor"},
    "member": "club-du-phare",
    "sectors": ["maritime"],
    "languages": ["fr", "en"],
    "text": {"fr": "Elle traverse la baie.", "en": "She sails across the bay."},
    "pictures": [
        {
            "file": "portrait.jpg",
            "alt": {"fr": "Une femme à la barre.", "en": "A woman at the helm."},
            "credit": "Essai",
            "licence": "cc0",
        }
    ],
    "places": ["le-phare"],
    "consent": {
        "purpose": {"fr": "Faire connaître le réseau.", "en": "To make the network known."},
        "scope": ["pages", "feeds", "data", "archives"],
        "given": "2026-01-10",
        "expires": "2028-01-10",
        "document": "Accord secret 12",
    },
}
PAGES = {
    f"docs/{lang}/{name}.md": f"---\ntitle: {title}\ndescription: Eux.\n---\n\n# {title}\n\n<!-- atlas:people -->\n"
    for lang, name, title in (("fr", "acteurs", "Les acteurs"), ("en", "changemakers", "The changemakers"))
}
BEFORE, AFTER = date(2027, 6, 1), date(2028, 1, 10)


def record(**consent: Any) -> str:
    """Return the file of the person, with another consent."""
    return yaml.safe_dump(PERSON | {"consent": PERSON["consent"] | consent}, allow_unicode=True, sort_keys=False)


def epoch(day: date) -> str:
    return str(int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()))


@pytest.fixture
def project(site: Callable[..., Project]) -> Project:
    """The small project with one person, her portrait, and the page of the people."""
    portrait = {"docs/pictures/people/zephyrine-exemplaire/portrait.jpg": photo()}
    return site(files={FILE: record(), **PAGES, **portrait})


def told_everywhere(folder: Path) -> list[str]:
    """Return the files of a site that tell anything of the person: the name, its parts, the portrait, an anchor."""
    signs = re.compile(
        rb"z(?:\xc3\xa9|e|\\u00e9|%C3%A9)phyrine|exemplaire|traverse la baie|across the bay", re.IGNORECASE
    )
    return [name for name, content in contents(folder) if signs.search(content) or signs.search(name.encode())]


# The day, and the door


@pytest.mark.parametrize(
    ("changes", "day", "standing"),
    [
        ({}, date(2026, 1, 9), Standing.NOT_GIVEN),
        ({}, date(2026, 1, 10), Standing.HOLDS),
        ({}, date(2028, 1, 9), Standing.HOLDS),
        ({}, date(2028, 1, 10), Standing.EXPIRED),
        ({"given": None}, BEFORE, Standing.NOT_GIVEN),
        ({"withdrawn": "2026-02-01"}, BEFORE, Standing.WITHDRAWN),
        ({"withdrawn": "2031-02-01"}, BEFORE, Standing.WITHDRAWN),
        ({"given": None, "withdrawn": "2025-01-01"}, BEFORE, Standing.WITHDRAWN),
    ],
)
def test_a_consent_holds_from_the_day_it_is_given_until_the_day_it_ends(
    changes: dict[str, Any], day: date, standing: Standing
) -> None:
    assert Consent(**(PERSON["consent"] | changes)).standing(day) is standing


def test_only_the_publishable_reach_the_catalogue_and_the_check_says_who_does_not(project: Project) -> None:
    before, after = (load(project.root, today=day) for day in (BEFORE, AFTER))
    assert before.catalogue and after.catalogue
    assert [person.name for person in before.catalogue.people] == [NAME]
    assert not after.catalogue.people
    assert ("person", "zephyrine-exemplaire") in before.catalogue.files
    assert ("person", "zephyrine-exemplaire") not in after.catalogue.files
    assert FILE not in {problem.path for problem in before.notices}
    assert [plain(str(problem)) for problem in after.notices if problem.path == FILE] == [
        f"{FILE}:33 consent.expires: à vérifier, l’accord a pris fin le 2028-01-10 : "
        "cette personne n’est publiée nulle part. Demandez un nouvel accord écrit, ou supprimez cette fiche"
    ]


def test_a_withdrawal_with_a_strange_day_never_stops_a_build(project: Project) -> None:
    project.write({FILE: record(given=None, withdrawn="1999-01-01")})
    loaded = load(project.root, today=BEFORE)
    assert not loaded.errors
    assert loaded.catalogue and not loaded.catalogue.people


def test_the_day_is_that_of_the_clock_unless_it_is_given_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(today.CLOCK, raising=False)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert today.today() == today.clock()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(BEFORE))
    assert today.today() == BEFORE


def test_a_project_that_nobody_changes_any_more_still_lets_consents_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(today.CLOCK, "")
    monkeypatch.delenv(today.CLOCK)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    fix_build_date(ROOT)  # files bear the date of the last change, which may be years ago
    assert today.today() == today.clock()


def test_a_speaker_of_the_academy_is_named_only_while_the_agreement_holds() -> None:
    consent = SpeakerConsent(date="2026-01-10", expires="2028-02", scope="Nom et fonction")
    held = [consent.holds(day) for day in (date(2026, 1, 9), date(2026, 1, 10), date(2028, 1, 31), date(2028, 2, 1))]
    assert held == [False, True, True, False]


# The built site


def test_a_person_is_on_the_site_before_the_end_of_the_consent_and_in_no_file_of_it_after(project: Project) -> None:
    built = project.build_well(SOURCE_DATE_EPOCH=epoch(BEFORE))
    told = told_everywhere(built.site)
    assert {"acteurs/index.html", "en/changemakers/index.html", "lieux/le-phare/index.html"} <= set(told)
    assert {"membres/club-du-phare/index.html", "api/v1/people.json"} <= set(told)
    assert any(name.startswith("assets/pictures/people/") for name in told)
    assert "Accord secret" not in built.page("acteurs") + (built.site / "api/v1/people.json").read_text("utf-8")
    assert "10 janvier 2028" in built.page("acteurs")

    built = project.build_well(SOURCE_DATE_EPOCH=epoch(AFTER))
    assert told_everywhere(built.site) == []
    assert "Aucune fiche n’est publiée" in built.page("acteurs")


@pytest.mark.parametrize("consent", [{"withdrawn": "2026-12-24"}, {"given": None}], ids=["withdrawn", "not given"])
def test_a_person_who_has_not_agreed_or_no_more_is_in_no_file_of_the_site(
    project: Project, consent: dict[str, Any]
) -> None:
    project.write({FILE: record(**consent)})
    assert told_everywhere(project.build_well(SOURCE_DATE_EPOCH=epoch(BEFORE)).site) == []


def test_a_person_who_agreed_to_the_data_alone_is_on_no_page(project: Project) -> None:
    project.write({FILE: record(scope=["data"])})
    told = told_everywhere(project.build_well(SOURCE_DATE_EPOCH=epoch(BEFORE)).site)
    assert told == ["api/v1/people.json"]


def test_a_person_who_agreed_to_the_pages_alone_is_in_no_data_feed_or_archive(project: Project) -> None:
    project.write({FILE: record(scope=["pages"])})
    told = told_everywhere(project.build_well(SOURCE_DATE_EPOCH=epoch(BEFORE)).site)
    assert "acteurs/index.html" in told
    assert [name for name in told if re.search(r"^api/|\.(zip|pdf|ics|xml|atom|jsonl)(/|$)", name)] == []


def test_open_data_name_only_those_whose_consent_says_so(project: Project) -> None:
    for scope, names in ((["pages"], []), (["pages", "data"], [NAME])):
        project.write({FILE: record(scope=scope)})
        catalogue = load(project.root, today=BEFORE).catalogue
        assert catalogue is not None
        files = dict(downloads(catalogue, BEFORE))
        people = json.loads(files["api/v1/people.json"])
        assert [person["name"] for person in people["people"]] == names
        assert people["count"] == len(names)
        others = b"".join(content for path, content in files.items() if path != "api/v1/people.json")
        assert NAME.encode() not in others


# The record


def test_no_consent_lasts_longer_than_the_page_says() -> None:
    assert LONGEST_CONSENT == 5
    for page in ("docs/fr/acteurs.md", "docs/en/changemakers.md"):
        assert re.search(r"cinq ans|five years", (ROOT / page).read_text(encoding="utf-8"))


@pytest.mark.parametrize("field", [pytest.param(one, id=dotted(one)) for one in text_fields(Person)])
def test_a_script_is_refused_in_each_text_of_a_person(field: FieldPath, tmp_path: Path) -> None:
    Mistake("a script").plant(tmp_path)
    both = {"fr": "Un mot", "en": "A word"}
    data = json.loads(json.dumps(PERSON)) | {"organisation": dict(both)}
    data["pictures"][0] |= {"caption": dict(both), "permission": "Autorisation du 3 mars 2027"}
    holder = data
    for step in field[:-1]:
        holder = holder[step]
    holder[field[-1]] = "Un <script>alert(1)</script> mot"
    (tmp_path / FILE).parent.mkdir()
    (tmp_path / FILE).write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    said = [plain(str(problem)) for problem in load(tmp_path, today=BEFORE).errors]
    assert any(re.search(rf":\d+ {re.escape(dotted(field))}: « <script> » est une balise", line) for line in said), said


def test_the_page_of_the_network_names_nobody_without_a_consent() -> None:
    page = (ROOT / "docs/fr/acteurs.md").read_text(encoding="utf-8")
    networks = (ROOT / "docs/data/networks.yml").read_text(encoding="utf-8")
    for name in ("Caizergues", "Zaied", "Fontaine Vive", "Villanova"):
        assert name not in page + networks
