"""The register of published addresses: nothing that was published gets lost unseen, and what moves leads on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from atlas.reading import noting
from atlas.reading.addresses import REGISTER, Address, added, lost, moved, published, read
from support.mistakes import plain
from support.projects import ROOT, Built, Project
from support.trees import differences, digests


def register(root: Path, text: str) -> Path:
    """Write a register into a project."""
    path = root / REGISTER
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return root


def tree(root: Path, *files: str) -> Path:
    """Make files that hold a letter each."""
    for name in files:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x", encoding="utf-8")
    return root


def test_the_addresses_are_the_pages_the_data_and_the_feeds(tmp_path: Path) -> None:
    site = tree(
        tmp_path,
        *("index.html", "index.md", "404.html", "sitemap.xml", "fil.xml", "en/feed.xml", "agenda.ics", "llms.txt"),
        *("lieux/iter/index.html", "lieux/iter/index.md", "api/v1/places.json", "assets/site.0123abcd.css"),
        *("documents/planche-iter.pdf", "agenda/une-soiree.ics", "embed/map.fr.html"),
    )
    assert published(site) == [
        *("", "agenda.ics", "api/v1/places.json", "embed/map.fr.html", "en/feed.xml", "fil.xml"),
        *("lieux/iter/", "llms.txt"),
    ]


def test_a_project_without_a_register_has_nothing_to_check(tmp_path: Path) -> None:
    assert read(tmp_path) == ((), ())


def test_a_line_is_an_address_a_move_or_a_remark(tmp_path: Path) -> None:
    found, problems = read(register(tmp_path, "# note\n\n./\nlieux/iter/\nlieux/tour/ -> lieux/iter/\na/ → ./\n"))
    assert found == [
        Address("", 3),
        Address("lieux/iter/", 4),
        Address("lieux/tour/", 5, "lieux/iter/"),
        Address("a/", 6, ""),
    ]
    assert problems == []


@pytest.mark.parametrize("line", ["lieux/iter/ ->", "deux mots", "/lieux/iter/", "https://example.org/lieux/"])
def test_what_is_no_address_is_told_with_its_line(tmp_path: Path, line: str) -> None:
    _, (problem,) = read(register(tmp_path, f"./\n{line}\n"))
    assert plain(str(problem)).startswith(f"{REGISTER}:2: « {line} » n’est pas une adresse. Écrivez une adresse sans")


def test_a_lost_page_is_told_with_both_cures() -> None:
    (problem,) = lost([Address("", 1), Address("en/places/iter/", 7)], [""])
    assert plain(str(problem)) == (
        f"{REGISTER}:7: « en/places/iter/ » était publiée et ne l’est plus. Ajoutez previous_ids: [iter] à la fiche "
        "renommée, ou une redirection ici : en/places/iter/ -> nouvelle/adresse/ ; si elle doit disparaître pour de "
        "bon, ôtez cette ligne"
    )


def test_a_lost_page_that_no_record_can_claim_is_to_be_redirected() -> None:
    (problem,) = lost([Address("academie/port/cables/", 2)], [])
    assert "Écrivez ici une redirection : academie/port/cables/ -> nouvelle/adresse/" in plain(str(problem))


def test_a_lost_file_is_to_be_put_back() -> None:
    (problem,) = lost([Address("api/v1/places.kml", 2)], [])
    assert "Remettez le fichier sous ce nom" in str(problem)


def test_a_page_that_has_moved_must_lead_somewhere() -> None:
    (problem,) = lost([Address("lieux/tour/", 3, "lieux/itre/")], ["lieux/iter/"])
    assert "Vouliez-vous dire « lieux/iter/ »" in plain(str(problem))
    assert list(lost([Address("lieux/tour/", 3, "lieux/iter/")], ["lieux/iter/"])) == []


def test_what_is_absent_by_right_is_no_loss() -> None:
    absent = ["lieux/phare/", "en/places/phare/", "api/v1/indicators/phare.csv", "academie/port/cables/"]
    assert list(lost([Address(path, 1) for path in absent], [], ["phare", "port/cables"])) == []
    kept = ["lieux/le-phares/", "academie/port/cablesx/"]
    assert len(list(lost([Address(path, 1) for path in kept], [], ["phare", "port/cables"]))) == 2


def test_adding_keeps_what_was_there_and_sorts(tmp_path: Path) -> None:
    text = added([Address("b/", 1), Address("old/", 2, "b/")], ["", "b/", "a/"])
    assert [line for line in text.splitlines() if not line.startswith("#")] == ["./", "a/", "b/", "old/ -> b/"]
    again, problems = read(register(tmp_path, text))
    assert problems == []
    assert added(again, ["", "b/", "a/"]) == text


def test_a_move_leads_on_by_a_relative_link() -> None:
    assert list(moved([Address("lieux/tour/", 1, "lieux/iter/"), Address("a/", 2), Address("x.kml", 3, "a/")])) == [
        ("lieux/tour/", "../iter/")
    ]


def test_the_command_notes_what_a_built_site_has(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = tree(tmp_path / "site", "index.html", "lieux/index.html")
    (tmp_path / "docs" / "data").mkdir(parents=True)
    assert noting.main(["--root", str(tmp_path), "--site", str(site)]) == 0
    assert "2 adresses ajoutées, 2 en tout" in capsys.readouterr().out
    assert noting.main(["--root", str(tmp_path), "--site", str(site)]) == 0
    assert "0 adresse ajoutée, 2 en tout" in capsys.readouterr().out
    assert noting.main(["--root", str(tmp_path), "--site", str(tmp_path / "none")]) == 1
    assert "make site" in capsys.readouterr().out


def test_a_place_renamed_without_its_former_name_is_refused_and_the_last_good_site_stays(
    site: Callable[..., Project], small_site: Built
) -> None:
    project = site()
    register(project.root, added((), published(small_site.site)))
    before = digests(project.build_well().site)
    phare = (project.root / "places/le-phare.yml").read_text(encoding="utf-8")
    renamed = {"places/le-phare.yml": None, "places/la-lanterne.yml": phare}
    globs = ("docs/**/*.yml", "docs/**/*.md", "places/*.yml", "members/*.yml")
    for path in sorted(path for glob in globs for path in project.root.glob(glob)):
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(project.root).as_posix()
        if "le-phare" in text and name not in renamed:
            renamed[name] = text.replace("le-phare", "la-lanterne")
    project.write(renamed)
    refused = project.build()
    assert refused.exit_code != 0
    assert "Traceback" not in refused.output
    assert "« lieux/le-phare/ » était publiée et ne l’est plus. Ajoutez previous_ids: [le-phare]" in plain(
        refused.output
    )
    assert "le site publié reste tel qu’il était" in refused.output
    assert differences(before, digests(refused.site)) == []

    # The first cure, then the other one.
    project.edit("places/la-lanterne.yml", "order: 1\n", "order: 1\nprevious_ids: [le-phare]\n")
    cured = project.build_well()
    assert 'content="0; url=../la-lanterne/"' in cured.page("lieux/le-phare/")
    project.edit("places/la-lanterne.yml", "previous_ids: [le-phare]\n", "")
    project.edit(REGISTER, "\nlieux/le-phare/\n", "\nlieux/le-phare/ -> lieux/la-lanterne/\n")
    project.edit(REGISTER, "\nen/places/le-phare/\n", "\nen/places/le-phare/ -> en/places/la-lanterne/\n")
    cured = project.build_well()
    assert 'content="0; url=../la-lanterne/"' in cured.page("lieux/le-phare/")
    assert 'content="0; url=../la-lanterne/"' in cured.page("en/places/le-phare/")


def test_the_real_register_can_be_read() -> None:
    found, problems = read(ROOT)
    assert list(problems) == []
    assert len({address.path for address in found}) == len(found)
