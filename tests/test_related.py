"""Related pages: those that mean nearly the same, unless the author of a page names others."""

import re

from atlas.model import LANGS
from atlas.reading.loading import load_or_raise, read_content
from atlas.reading.page_addresses import page_addresses
from support.mistakes import plain
from support.projects import ROOT

HEAD = "---\ntitle: Les membres\ndescription: Qui ils sont.\n"


def named(html):
    """Return the links that a page gives as related."""
    aside = re.search(r'<aside class="related-pages".*?</aside>', html, re.S)
    return re.findall(r'href="([^"]+)"', aside[0]) if aside else []


def test_a_place_names_pages_that_exist_and_not_itself(built_site):
    for path in ("lieux/iter", "academie/port/tonnage", "membres/les-theatres", "en/actions"):
        page = built_site / path / "index.html"
        links = named(page.read_text(encoding="utf-8"))
        assert len(links) == 3, path
        targets = [(page.parent / link).resolve() for link in links]
        assert all((target / "index.html").is_file() for target in targets)
        assert page.parent.resolve() not in targets


def test_the_author_of_a_page_may_name_others(site):
    project = site()
    text = (project.root / "docs/fr/membres.md").read_text(encoding="utf-8")
    project.write({"docs/fr/membres.md": text.replace("\n---\n", "\nrelated: [lieux/le-phare/]\n---\n", 1)})
    assert named(project.build_well().page("membres")) == ["../lieux/le-phare/"]


def test_a_page_that_does_not_exist_ends_the_build_and_is_named(site):
    project = site()
    text = (project.root / "docs/fr/membres.md").read_text(encoding="utf-8")
    project.write({"docs/fr/membres.md": text.replace("\n---\n", "\nrelated: [lieux/le-fort/]\n---\n", 1)})
    told = "docs/fr/membres.md:4 related[1]: aucune page française n’est à l’adresse « lieux/le-fort/ »"
    assert told in plain("\n".join(map(str, project.load().errors)))
    built = project.build()
    assert built.exit_code
    assert told in plain(built.output)
    assert not built.site.exists()


def test_the_check_knows_the_address_of_every_page_that_the_build_makes(built_site):
    content, _ = read_content(ROOT)
    catalogue = load_or_raise(ROOT)
    known = {
        path for lang in LANGS for path, key in page_addresses(content, lang).items() if key not in catalogue.left_out
    }
    listed = re.findall(r"<loc>([^<]+)</loc>", (built_site / "sitemap.xml").read_text(encoding="utf-8"))
    assert {address.removeprefix(catalogue.identity.site_url) for address in listed} == known
