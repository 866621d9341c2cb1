"""The build as a whole: what it leaves when it fails, what it makes when it succeeds, and the same bytes twice."""

import re
import shutil
from concurrent.futures import ThreadPoolExecutor

import pytest

from support.projects import small_project
from support.trees import differences, digests

FAULTS = {
    "a broken record": ("places/le-phare.yml", "  lat: 43.2967\n", "  lat: nord\n", "places/le-phare.yml"),
    "an unknown key": (
        "places/le-moulin.yml",
        "  kind: visual\n",
        "  knd: visual\n",
        "places/le-moulin.yml",
    ),
    "a dead link in a page": ("docs/fr/index.md", "](lieux.md)", "](absent.md)", "absent.md"),
    "a dead link in an English page": ("docs/en/index.md", "](places.md)", "](absent.md)", "absent.md"),
    "an unknown directive": ("docs/fr/lieux.md", "atlas:places", "atlas:place", "docs/fr/lieux.md"),
    "an unknown directive in an English page": (
        "docs/en/places.md",
        "atlas:places",
        "atlas:place",
        "docs/en/places.md",
    ),
    "a broken configuration": ("mkdocs.yml", "docs_dir: docs/fr", "docs_dir: docs/absent", "docs_dir"),
}


@pytest.fixture(scope="module")
def good_site(tmp_path_factory):
    """A small project that has been built once, with the digests of its site."""
    project = small_project(tmp_path_factory.mktemp("good") / "project")
    return project, digests(project.build_well().site)


@pytest.mark.parametrize(("name", "old", "new", "told"), FAULTS.values(), ids=FAULTS.keys())
def test_a_build_that_fails_leaves_the_last_good_site(good_site, name, old, new, told):
    project, before = good_site
    original = (project.root / name).read_text(encoding="utf-8")
    project.edit(name, old, new)
    built = project.build()
    project.write({name: original})
    beside = sorted(path for path in project.root.iterdir() if path.name.startswith("site."))
    for path in beside:
        shutil.rmtree(path)
    assert built.exit_code != 0, built.output
    assert told in built.output
    assert "Traceback" not in built.output, built.output
    assert differences(before, digests(built.site)) == []
    assert [path.name for path in beside] == [], "something half made stays beside the site"


def test_a_project_without_its_set_up_says_what_to_run(site):
    project = site()
    (project.root / "vendor").rename(project.root / "elsewhere")
    built = project.build()
    assert built.exit_code != 0
    assert "make site" in built.output
    assert "Traceback" not in built.output


def test_two_builds_elsewhere_and_otherwise_give_the_same_bytes(site, tmp_path):
    # Each with an empty cache, so that pictures and documents are rendered twice as well.
    first = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "LC_ALL": "C", "ATLAS_CACHE": str(tmp_path / "1")}
    second = {"TZ": "America/Adak", "PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "ATLAS_CACHE": str(tmp_path / "2")}
    projects = [(site(folder="one"), first), (site(folder="another/folder"), second)]
    with ThreadPoolExecutor() as threads:
        one, two = threads.map(lambda project: project[0].build_well(**project[1]), projects)
    assert len(digests(one.site)) > 30
    assert differences(digests(one.site), digests(two.site)) == []


def test_an_edit_to_a_record_shows_in_both_editions(site):
    project = site()
    project.edit(
        "places/le-phare.yml",
        "fr: La lampe a été allumée en 1900., en: The lamp was lit in 1900.",
        "fr: Texte neuf., en: New words.",
    )
    built = project.build_well()
    assert "Texte neuf." in built.page("lieux/le-phare/")
    assert "New words." in built.page("en/places/le-phare/")
    assert "allumée" not in built.page("lieux/le-phare/")


def test_a_former_address_leads_to_the_new_one_in_both_editions(site):
    project = site()
    project.edit("places/le-phare.yml", "order: 1\n", "order: 1\nprevious_ids: [le-vieux-phare]\n")
    project.edit("members/club-du-phare.yml", "order: 1\n", "order: 1\nprevious_ids: [ancien-club]\n")
    built = project.build_well()
    for old, new in (
        ("lieux/le-vieux-phare/", "../le-phare/"),
        ("en/places/le-vieux-phare/", "../le-phare/"),
        ("membres/ancien-club/", "../club-du-phare/"),
        ("en/members/ancien-club/", "../club-du-phare/"),
    ):
        html = built.page(old)
        assert f'content="0; url={new}"' in html
        assert (built.site / old / new / "index.html").is_file()
        assert 'content="noindex"' in html


def test_a_place_more_is_a_page_more_in_each_edition(site, small_site):
    project = site()
    mill = (project.root / "places/le-moulin.yml").read_text(encoding="utf-8")
    bridge = mill.replace("order: 2", "order: 3").replace("Le Moulin, en: The Mill", "Le Pont, en: The Bridge")
    project.write({"places/le-pont.yml": bridge})
    built = project.build_well()
    new = {path for path in set(digests(built.site)) - set(digests(small_site.site)) if path.endswith(".html")}
    assert new == {"lieux/le-pont/index.html", "en/places/le-pont/index.html"}


def test_the_published_site_names_no_folder_of_the_machine_that_built_it(built_site):
    homes = re.compile(rb"/(?:home|Users|root|tmp|private)/[\w.-]+/")
    found = [path for path in built_site.rglob("*") if path.is_file() and homes.search(path.read_bytes())]
    assert found == []


def test_the_published_site_loads_nothing_from_another_host(built_site):
    loads = re.compile(
        r"""<(?:script|img|iframe|source|video|audio)\b[^>]*\bsrc=["']?(?:https?:)?//|url\(["']?(?:https?:)?//"""
    )
    pages = [path for path in built_site.rglob("*") if path.suffix in (".html", ".css", ".js")]
    assert pages
    assert [path for path in pages if loads.search(path.read_text(encoding="utf-8"))] == []
