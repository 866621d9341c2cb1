"""The identity: what is not known is said, a release refuses it, and another name leaves no trace of this one."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from atlas import release
from atlas.model import Identity
from atlas.model.identity import unresolved
from atlas.palette import DERIVED, faint, palette
from atlas.reading.loading import Loaded, load
from support.mistakes import Mistake, plain
from support.projects import ROOT, SMALL_SITE, Built, Project

IDENTITY = "docs/data/identity.yml"
REAL = yaml.safe_load((ROOT / IDENTITY).read_text(encoding="utf-8"))
SETTLED = ("site_url: https://petit.example/", "site_url: https://petit-site.fr/")
TEXT = {".html", ".css", ".js", ".json", ".geojson", ".xml", ".svg", ".txt", ".webmanifest", ".md"}


@pytest.fixture
def edited(tmp_path: Path) -> Callable[..., Path]:
    """Make a copy of the small project's content, its identity changed."""

    def make(*changes: tuple[str, str]) -> Path:
        Mistake("", edit=[{"file": IDENTITY, "old": old, "new": new} for old, new in changes]).plant(tmp_path)
        return tmp_path

    return make


def notices(loaded: Loaded) -> dict[str, str]:
    """Return what is left to verify in the identity, by field."""
    return {problem.field: plain(str(problem)) for problem in loaded.notices if problem.path == IDENTITY}


def test_what_is_not_known_is_found_however_deep() -> None:
    data = yaml.safe_load((SMALL_SITE / IDENTITY).read_text(encoding="utf-8"))
    assert list(unresolved(Identity.model_validate(data))) == []
    data["publisher"]["address"] = data["host"]["phone"] = data["director"] = None
    found = list(unresolved(Identity.model_validate(data)))
    assert found == [("publisher", "address"), ("director",), ("host", "phone")]


def test_each_unresolved_value_is_left_to_verify_and_stops_nothing(edited: Callable[..., Path]) -> None:
    loaded = load(edited(("address: 1 quai du Phare, 13002 Marseille", "address: null"), SETTLED))
    assert loaded.catalogue is not None
    assert notices(loaded) == {
        "publisher.address": (
            f"{IDENTITY}:10 publisher.address: à vérifier, pas encore connu : l’adresse du siège. "
            "Remplacez « null » dès qu’on le sait, comme 1 quai du Port, 13002 Marseille"
        )
    }


@pytest.mark.parametrize("host", ["petit.example", "www.petit.test", "localhost.localhost", "example"])
def test_an_address_that_belongs_to_nobody_is_left_to_verify(edited: Callable[..., Path], host: str) -> None:
    loaded = load(edited((SETTLED[0], f"site_url: https://{host}/")))
    assert "site_url" in notices(loaded)


def test_a_line_left_out_is_an_error_and_not_an_unresolved_value(edited: Callable[..., Path]) -> None:
    loaded = load(edited(("  registration: RNA W130000000\n", "")))
    assert [plain(str(problem)) for problem in loaded.errors] == [
        f"{IDENTITY}:8 publisher.registration: « registration » manque. "
        "Ajoutez « registration: » (le numéro d’inscription (RNA ou Siren)), par exemple RNA W133000000"
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("email: bonjour@petit.example", "email: bonjour", "« bonjour » n’est pas une adresse électronique"),
        ("phone: +33 4 00 00 00 00", 'phone: "04 00 00 00 00"', "n’est pas un numéro international"),
        ("name: Le Moulin", "name: <b>Moulin</b>", "est une balise, qui est refusée"),
        ("1 quai du Phare, 13002 Marseille", "bonjour@petit.example", "est une adresse électronique"),
    ],
)
def test_a_slip_in_the_identity_is_told(edited: Callable[..., Path], old: str, new: str, said: str) -> None:
    errors = [plain(str(problem)) for problem in load(edited((old, new))).errors]
    assert len(errors) == 1
    assert said in errors[0]


def test_the_addresses_of_the_identity_are_not_taken_for_personal_data() -> None:
    assert load(SMALL_SITE).errors == []


def test_a_release_refuses_and_lists_what_is_not_known(
    edited: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    root = edited(
        ("  phone: +33 4 00 00 00 01", "  phone: null"), ("  security: securite@petit.example", "  security:")
    )
    assert release.main(["--root", str(root)]) == 1
    lines = plain(capsys.readouterr().out).splitlines()
    assert [line.split(": ")[0] for line in lines[:-1]] == [
        f"{IDENTITY}:5 site_url",
        f"{IDENTITY}:21 host.phone",
        f"{IDENTITY}:25 contacts.security",
    ]
    assert not any("à vérifier" in line for line in lines)
    assert lines[-1] == "Le site n’est pas publiable : 3 points à régler."


def test_a_release_refuses_what_a_build_refuses(
    edited: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    root = edited(SETTLED)
    (root / "places" / "le-phare.yml").write_text("name: [", encoding="utf-8")
    assert release.main(["--root", str(root)]) == 1
    assert "places/le-phare.yml" in capsys.readouterr().out


def test_a_release_accepts_an_identity_that_is_whole(
    edited: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert release.main(["--root", str(edited(SETTLED))]) == 0
    assert capsys.readouterr().out == "Rien ne s’oppose à la publication.\n"


def test_the_real_identity_guesses_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever fills one of these in has found it: this list then grows shorter, and ends with the first release."""
    assert release.main(["--root", str(ROOT)]) == 1
    told = set(re.findall(rf"^{IDENTITY}:\d+ ([\w.]+):", capsys.readouterr().out, re.MULTILINE))
    unknown = {".".join(field) for field in unresolved(Identity.model_validate(REAL))}
    assert told - {"site_url"} == unknown
    assert "director" in unknown


def test_another_name_and_address_leave_no_trace_of_this_one(small_site: Built) -> None:
    """The code, the theme and their words name nobody: the small site, which is another's, shows it."""
    host = REAL["site_url"].removeprefix("https://").rstrip("/")
    traces = re.compile("|".join(map(re.escape, (REAL["name"], host, host.partition(".")[0]))), re.IGNORECASE)
    found = [
        f"{path.relative_to(small_site.site)}: {match[0]}"
        for path in sorted(small_site.site.rglob("*"))
        if path.suffix in TEXT and (match := traces.search(path.read_text(encoding="utf-8")))
    ]
    assert len(list(small_site.site.rglob("*.html"))) > 10
    assert found == []


def test_a_new_name_is_a_change_to_one_file(site: Callable[..., Project]) -> None:
    project = site()
    project.edit(IDENTITY, "name: Petit Site", "name: Grand Large")
    project.edit(IDENTITY, "https://petit.example/", "https://grand-large.fr/")
    built = project.build_well()
    # The home page of the small site bears the old name in its own words, which are content.
    pages = [path for path in built.site.rglob("*.html") if path.parent not in (built.site, built.site / "en")]
    assert pages
    for path in pages:
        html = path.read_text(encoding="utf-8")
        assert "Petit Site" not in html, path
        assert "petit.example" not in html.replace("@petit.example", "").replace("git.petit.example", ""), path
    assert "https://grand-large.fr/lieux/le-phare/" in built.page("lieux/le-phare/")
    assert "Grand Large" in built.page("en/places/le-phare/")
    assert "https://grand-large.fr/" in (built.site / "sitemap.xml").read_text(encoding="utf-8")


def test_no_page_that_people_wrote_names_the_agency_but_in_quotation_marks() -> None:
    pages = [path for lang in ("fr", "en") for path in (ROOT / "docs" / lang).rglob("*.md")]
    assert len(pages) > 20
    quoted = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"\n]*\"")
    named = [path.name for path in pages if REAL["name"] in quoted.sub("", path.read_text(encoding="utf-8"))]
    assert named == [], "write « l'agence » or {agency}: its name is in docs/data/identity.yml, and may change"


def test_a_page_names_the_agency_by_its_mark(site: Callable[..., Project]) -> None:
    project = site(files={"docs/fr/index.md": "---\ntitle: A\ndescription: B.\n---\n\n# De {agency}\n\n`{agency}`\n"})
    html = project.build_well().page()
    assert "De Petit Site</h1>" in html
    assert "<code>{agency}</code>" in html


def test_no_template_script_style_or_word_of_the_interface_names_the_agency() -> None:
    folders = (ROOT / "docs" / "theme", ROOT / "hooks" / "atlas" / "templates")
    files = [path for folder in folders for path in folder.rglob("*") if path.suffix in {".html", ".md", ".css", ".js"}]
    files += (ROOT / "hooks").rglob("*.yml")
    assert len(files) > 30
    assert [path.name for path in files if REAL["name"] in path.read_text(encoding="utf-8")] == []


REPOSITORY = "repository: https://git.petit.example/site\n"


def coloured(site: Callable[..., Project], **colours: tuple[str, str]) -> Project:
    """Return a small project that has chosen colours."""
    lines = (f'  {name}: {{day: "{day}", night: "{night}"}}\n' for name, (day, night) in colours.items())
    project = site()
    project.edit(IDENTITY, REPOSITORY, f"{REPOSITORY}colours:\n{''.join(lines)}")
    return project


def test_other_colours_are_a_change_to_one_file(site: Callable[..., Project]) -> None:
    project = coloured(site, sea=("#4a1030", "#3a0c26"), paper=("#fffdf8", "#120a0e"), lemon=("#ffd0b0", "#ffc7a3"))
    built = project.build_well()
    sheet = next(built.site.glob("assets/site.*.css")).read_text(encoding="utf-8")
    flat = re.sub(r"\s", "", sheet)
    for pair in (
        "sea:light-dark(#4a1030,#3a0c26)",
        "band:light-dark(#ffd0b0,",
        "underline:light-dark(#0f2c3f,#ffc7a3)",
    ):
        assert f"--{pair}" in flat
    assert "--sea:#4a1030" in flat, "browsers that do not know pairs"
    assert "#0f3a50" not in flat
    assert "#ffe14a" not in (built.site / "assets" / "favicon.svg").read_text(encoding="utf-8")
    assert '<meta name="theme-color" content="#120a0e"' in built.page("en/places/")


def test_colours_that_cannot_be_read_are_refused(site: Callable[..., Project]) -> None:
    errors = [plain(str(problem)) for problem in coloured(site, ochre=("#e8ae5c", "#e8ae5c")).load().errors]
    where = f"{IDENTITY}:28 colours.ochre.day"
    cure = "Écartez cette couleur de {}, plus claire ou plus sombre"
    assert errors == [
        f"{where}: le jour, ochre ne se lit pas sur paper : contraste 1,8, au lieu de 4,5. {cure.format('paper')}",
        f"{where}: le jour, ochre ne se lit pas sur sheet : contraste 1,9, au lieu de 4,5. {cure.format('sheet')}",
    ]


def test_a_colour_written_otherwise_is_told(site: Callable[..., Project]) -> None:
    errors = [plain(str(problem)) for problem in coloured(site, sea=("bleu", "#0d3144")).load().errors]
    assert len(errors) == 1
    assert "« bleu » n’est pas une couleur. Écrivez un dièse et six chiffres" in errors[0]


def test_the_colours_of_the_theme_can_be_read_and_follow_from_one_another() -> None:
    colours = palette(ROOT / "docs" / "theme")
    assert list(faint(colours)) == []
    assert {name: colours[name] for name in DERIVED} == {
        name: (colours[day][0], colours[night][1]) for name, (day, night) in DERIVED.items()
    }
    assert colours["mark"][0] == colours["lemon"][0]
