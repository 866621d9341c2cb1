"""The site map for search engines: every page of both editions, each with its other language.

Format: sitemaps.org protocol 0.9, with the `xhtml:link` alternates that search engines document.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from xml.etree import ElementTree

from atlas import urls

SITEMAP: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML: Final = "http://www.w3.org/1999/xhtml"


def sitemap(site_url: str, paths: Iterable[str]) -> bytes:
    """Return the site map as XML.

    Args:
        site_url: The address of the whole site, with a final slash.
        paths: The paths of the French pages; their English counterparts follow from them.
    """
    ElementTree.register_namespace("", SITEMAP)
    ElementTree.register_namespace("xhtml", XHTML)
    root = ElementTree.Element(f"{{{SITEMAP}}}urlset")
    for french in sorted(paths):
        english = urls.counterpart(french)
        for path in (french, english):
            entry = ElementTree.SubElement(root, f"{{{SITEMAP}}}url")
            ElementTree.SubElement(entry, f"{{{SITEMAP}}}loc").text = site_url + path
            for lang, other in (("fr", french), ("en", english), ("x-default", french)):
                link = {"rel": "alternate", "hreflang": lang, "href": site_url + other}
                ElementTree.SubElement(entry, f"{{{XHTML}}}link", link)
    ElementTree.indent(root)
    xml: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"
