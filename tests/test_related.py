"""Related pages: those that mean nearly the same, unless the author of a page names others."""

import re

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
    built = project.build()
    assert built.exit_code
    assert "membres.md related: aucune page n’est à l’adresse « lieux/le-fort/ »" in built.output
    assert not built.site.exists()
