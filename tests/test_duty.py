"""The pages of duty: in both languages, from the identity and the catalogue, with the words that the law lays down."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
import yaml

from atlas import urls
from atlas.pages.context import DUTIES
from support.pages import read_page
from support.projects import ROOT, Built, Project

PAGES = [
    (kind, lang, urls.page_path(kind, lang))  # type: ignore[arg-type]
    for kind in DUTIES
    for lang in ("fr", "en")
]
LEGAL = "---\ntitle: {title}\ndescription: Qui publie.\n---\n\n# {title}\n\n<!-- atlas:identity -->\n"
SUBJECT = "---\ntitle: {title}\ndescription: À qui écrire.\n---\n\n# {title}\n\n<!-- atlas:{name} -->\n"


def words(html: str) -> str:
    """Return the text of a page, with ordinary spaces."""
    text = unescape(re.sub(r"<[^>]+>", "", html))
    return re.sub(r"[ \u00a0\u202f]+", " ", text)


def html_of(site: Path, path: str) -> str:
    """Return the page at `path`."""
    return (site / path / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("kind", "lang", "path"), PAGES)
def test_each_page_of_duty_is_there_in_both_languages(built_site: Path, kind: str, lang: str, path: str) -> None:
    page = read_page(built_site / path / "index.html")
    assert page.lang == lang
    assert page.headings == 1


def stands_alone(page: Path) -> bool:
    """Return whether a page is one of the site: a former address leads on, a page to print repeats another."""
    return 'name="robots" content="noindex"' not in page.read_text(encoding="utf-8")


def test_every_page_leads_to_every_page_of_duty(built_site: Path) -> None:
    pages = [path for path in built_site.rglob("index.html") if stands_alone(path)]
    assert len(pages) > 200
    for path in pages:
        lang = "en" if path.is_relative_to(built_site / "en") else "fr"
        ways = {(path.parent / way).resolve() for way in read_page(path).ways if not way.startswith(("http", "mailto"))}
        missing = [kind for kind in DUTIES if built_site / urls.page_path(kind, lang) not in ways]  # type: ignore[arg-type]
        assert missing == [], path


def test_the_foot_states_the_conformity_in_the_words_of_the_rgaa(built_site: Path) -> None:
    for path, label in (("", "Accessibilité : non conforme"), ("en/", "Accessibility: non-compliant")):
        foot = html_of(built_site, path).split("<footer", 1)[1]
        assert label in words(foot)


def test_the_statement_has_the_sentence_of_the_rgaa_and_no_rate_of_conformity(built_site: Path) -> None:
    text = words(html_of(built_site, "accessibilite/"))
    assert "est non conforme avec le référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1" in text
    assert "n’est pas en conformité avec le RGAA" in text
    assert "s’engage à rendre ce site accessible, conformément à l’article 47 de la loi n° 2005-102" in text
    assert "Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07" in text
    assert not re.search(r"\d\s*% des critères", text)
    assert "is non-compliant with" in words(html_of(built_site, "en/accessibility/"))


def test_the_statement_shows_the_figures_of_the_record_and_no_others(built_site: Path) -> None:
    record = yaml.safe_load((ROOT / "docs" / "data" / "accessibility.yml").read_text(encoding="utf-8"))
    table = re.search(r"<table>.*?</table>", html_of(built_site, "accessibilite/"), re.DOTALL)
    assert table is not None
    cells = [int(cell) for cell in re.findall(r"<td>(\d+)</td>", table[0])]
    assert cells == [count for page in record["pages"] for count in (page["axe"], page["html"])]
    assert record["axe"] in table[0] and record["html_validate"] in table[0]


def test_the_record_looks_at_pages_that_exist(built_site: Path) -> None:
    record = yaml.safe_load((ROOT / "docs" / "data" / "accessibility.yml").read_text(encoding="utf-8"))
    for page in record["pages"]:
        assert (built_site / page["path"].strip("/") / "index.html").is_file(), page["path"]


def test_a_statement_without_a_record_says_so(site: Callable[..., Project]) -> None:
    pages = {
        "docs/fr/accessibilite.md": SUBJECT.format(title="Accès", name="checks"),
        "docs/en/accessibility.md": SUBJECT.format(title="Access", name="checks"),
    }
    built = site(files=pages).build_well()
    assert "Pas encore connu : aucun résultat n’est enregistré." in words(built.page("accessibilite/"))


def test_the_site_map_holds_every_page(built_site: Path) -> None:
    for lang, path in (("fr", "plan-du-site"), ("en", "en/site-map")):
        html = html_of(built_site, path).split("<main", 1)[1].split("</main>", 1)[0]
        links = [(built_site / path / way).resolve() for way in re.findall(r'<a[^>]* href="([^"#]*)"', html)]
        assert len(links) == len(set(links))
        root = built_site / "en" if lang == "en" else built_site
        pages = {
            page.parent
            for page in root.rglob("index.html")
            if stands_alone(page) and (lang == "en" or not page.is_relative_to(built_site / "en"))
        }
        assert set(links) == pages


def test_the_particulars_are_those_of_the_identity_and_what_is_not_known_says_so(site: Callable[..., Project]) -> None:
    pages = {
        "docs/fr/mentions-legales.md": LEGAL.format(title="Mentions"),
        "docs/en/legal.md": LEGAL.format(title="Legal"),
        "docs/fr/donnees-personnelles.md": SUBJECT.format(title="Données", name="contact"),
        "docs/en/privacy.md": SUBJECT.format(title="Privacy", name="contact"),
        "docs/fr/accessibilite.md": SUBJECT.format(title="Accès", name="contact"),
        "docs/en/accessibility.md": SUBJECT.format(title="Access", name="contact"),
    }
    project = site(files=pages)
    project.edit("docs/data/identity.yml", "address: 1 quai du Phare, 13002 Marseille", "address: null")
    built = project.build_well()
    text = words(built.page("mentions-legales/"))
    for expected in ("Petit Site", "RNA W130000000", "Camille Phare", "Gardienne du phare", "Le Moulin"):
        assert expected in text
    assert text.count("Pas encore connu") == 1
    assert words(built.page("en/legal/")).count("Not known yet") == 1
    assert 'href="tel:+33400000001"' in built.page("mentions-legales/")
    assert 'href="mailto:securite@petit.example"' in built.page("mentions-legales/")
    assert 'href="mailto:donnees@petit.example"' in built.page("en/privacy/")
    assert 'href="mailto:acces@petit.example"' in built.page("accessibilite/")


def test_a_project_names_only_the_pages_of_duty_that_it_has(small_site: Built) -> None:
    assert "mentions-legales" not in small_site.page()


def test_what_is_installed_to_build_the_site_is_credited() -> None:
    """A part more is a credit more, on both pages."""
    asked = (ROOT / "requirements.in").read_text(encoding="utf-8")
    parts = [re.split(r"[=<>\[;]", line)[0].strip().lower() for line in asked.splitlines() if line[:1] not in ("#", "")]
    known_as = {"mkdocs-material": "material for mkdocs", "brotli": "brotli"}
    for path in ("docs/fr/credits.md", "docs/en/credits.md"):
        text = (ROOT / path).read_text(encoding="utf-8").lower()
        assert [part for part in parts if known_as.get(part, part) not in text] == [], path


def test_nothing_is_stored_that_the_privacy_page_does_not_name() -> None:
    """The page says: a word for the night and, when asked, one's progress, in the local storage; no cookie."""
    scripts = {path: path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "theme" / "js").rglob("*.js")}
    storing = [path.name for path, code in scripts.items() if re.search(r"localStorage|sessionStorage|indexedDB", code)]
    assert sorted(storing) == ["record.js", "theme.js"]
    keys = {name for path in scripts for name in re.findall(r'KEY = "([\w-]+)"', scripts[path])}
    for path in ("docs/fr/donnees-personnelles.md", "docs/en/privacy.md"):
        text = (ROOT / path).read_text(encoding="utf-8")
        assert [key for key in keys if key not in text] == [], path
    locating = [path.name for path, code in scripts.items() if "geolocation" in code]
    assert set(locating) <= {"near.js"}
    assert not [path for path, code in scripts.items() if re.search(r"document\.cookie|sendBeacon", code)]
    assert "Près de moi" in (ROOT / "docs" / "fr" / "donnees-personnelles.md").read_text(encoding="utf-8")
