"""The site map for search engines."""

from xml.etree import ElementTree

from atlas.sitemap import SITEMAP, XHTML, sitemap

NAMES = {"s": SITEMAP, "x": XHTML}


def test_every_page_is_listed_in_both_languages_with_its_alternates():
    root = ElementTree.fromstring(sitemap("https://a.example/", ["lieux/iter/", ""]))
    locations = [entry.text for entry in root.findall("s:url/s:loc", NAMES)]
    assert locations == [
        "https://a.example/",
        "https://a.example/en/",
        "https://a.example/lieux/iter/",
        "https://a.example/en/places/iter/",
    ]
    alternates = root.findall("s:url", NAMES)[3].findall("x:link", NAMES)
    assert [(link.get("hreflang"), link.get("href")) for link in alternates] == [
        ("fr", "https://a.example/lieux/iter/"),
        ("en", "https://a.example/en/places/iter/"),
        ("x-default", "https://a.example/lieux/iter/"),
    ]
