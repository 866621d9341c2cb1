"""The addresses of the site, which are a published contract."""

import pytest

from atlas import urls

CONTRACT = [
    ("home", "", "en/"),
    ("manifesto", "manifeste/", "en/manifesto/"),
    ("places", "lieux/", "en/places/"),
    ("map", "carte/", "en/map/"),
    ("members", "membres/", "en/members/"),
    ("changemakers", "acteurs/", "en/changemakers/"),
    ("academy", "academie/", "en/academy/"),
    ("library", "bibliotheque/", "en/library/"),
    ("actions", "actions/", "en/actions/"),
    ("observatory", "observatoire/", "en/observatory/"),
    ("calendar", "agenda/", "en/calendar/"),
    ("search", "recherche/", "en/search/"),
    ("sources", "sources/", "en/sources/"),
    ("data", "donnees/", "en/data/"),
    ("contribute", "contribuer/", "en/contribute/"),
    ("components", "contribuer/composants/", "en/contribute/components/"),
    ("legal", "mentions-legales/", "en/legal/"),
    ("privacy", "donnees-personnelles/", "en/privacy/"),
    ("accessibility", "accessibilite/", "en/accessibility/"),
    ("eco_design", "ecoconception/", "en/eco-design/"),
    ("site_map", "plan-du-site/", "en/site-map/"),
    ("credits", "credits/", "en/credits/"),
]


@pytest.mark.parametrize(("kind", "french", "english"), CONTRACT)
def test_each_page_has_its_address_in_both_editions(kind, french, english):
    assert urls.page_path(kind, "fr") == french
    assert urls.page_path(kind, "en") == english
    assert urls.counterpart(french) == english
    assert urls.counterpart(english) == french


def test_the_page_of_a_record_keeps_its_identifier_in_both_editions():
    assert urls.page_path("place", "fr", "iter") == "lieux/iter/"
    assert urls.counterpart("lieux/iter/") == "en/places/iter/"
    assert urls.page_path("member", "en", "upe-13") == "en/members/upe-13/"


def test_deeper_segments_are_the_same_in_both_editions():
    assert urls.counterpart("academie/le-port/quais/") == "en/academy/le-port/quais/"


@pytest.mark.parametrize(
    "path", ["contribuer/components/", "places/", "en/lieux/", "lieux/composants/", "404.html", "en/"]
)
def test_an_address_in_the_words_of_the_other_edition_takes_no_other_page_s_counterpart(path):
    other = urls.counterpart(path)
    assert urls.counterpart(other) == path
    assert other not in {address for _, *both in CONTRACT for address in both if address} - {""}


def test_every_segment_stands_for_one_section():
    for lang in urls.ROOTS:
        words = [slugs[lang] for slugs in urls.SLUGS.values()]
        assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("lang", "path", "source"),
    [
        ("fr", "contribuer/composants/", "contribuer/composants.md"),
        ("en", "en/contribute/components/", "contribute/components.md"),
    ],
)
def test_a_page_below_a_section_and_its_file_agree(lang, path, source):
    assert urls.markdown_source(path) == source
    assert urls.authored_path(source, lang) == path


def test_a_record_without_an_identifier_has_no_page():
    with pytest.raises(KeyError, match="needs an id"):
        urls.page_path("place", "fr")


@pytest.mark.parametrize(
    ("to", "start", "link"),
    [
        ("lieux/iter/", "", "lieux/iter/"),
        ("", "", "./"),
        ("", "lieux/iter/", "../../"),
        ("en/places/iter/", "lieux/iter/", "../../en/places/iter/"),
        ("lieux/iter/", "en/places/iter/", "../../../lieux/iter/"),
        ("lieux/iter/", "lieux/iter/", "./"),
        ("sources/#gomet-40", "lieux/iter/", "../../sources/#gomet-40"),
        ("sources/#gomet-40", "sources/", "#gomet-40"),
        ("assets/site.css", "en/map/", "../../assets/site.css"),
        ("lieux/iter/", "404.html", "lieux/iter/"),
    ],
)
def test_links_are_relative_to_the_page(to, start, link):
    assert urls.relative(to, start=start) == link


@pytest.mark.parametrize(
    ("path", "kind"), [("", None), ("en/", None), ("lieux/iter/", "places"), ("en/map/", "map"), ("404.html", None)]
)
def test_a_page_knows_its_section(path, kind):
    assert urls.section_of(path) == kind


@pytest.mark.parametrize(
    ("path", "source"), [("", "index.md"), ("en/", "index.md"), ("lieux/iter/", "lieux/iter.md"), ("en/map/", "map.md")]
)
def test_a_page_knows_its_source(path, source):
    assert urls.markdown_source(path) == source
