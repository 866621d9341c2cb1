"""XML as files: elements with text, attributes and children, serialised by the standard library."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

LANG = "xml:lang"
"""The attribute that says the language of a text."""


def add(parent: Element, tag: str, text: str | None = None, attributes: Mapping[str, str] | None = None) -> Element:
    """Add an element and return it. Its name is written as it is: the root declares the namespaces."""
    element = ElementTree.SubElement(parent, tag, dict(attributes or {}))
    element.text = text
    return element


def xml_bytes(root: Element) -> bytes:
    """Return a document in UTF-8, indented."""
    ElementTree.indent(root)
    xml: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"
