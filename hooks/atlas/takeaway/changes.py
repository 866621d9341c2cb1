"""Changes: what a text needs to stand elsewhere than on its page: other links, other numbers, anchors of its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from atlas import urls
from atlas.takeaway.tree import Element

_ID_LISTS: Final = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "aria-owns", "headers")
_OWN: Final = re.compile(r"url\(#([^)]+)\)")
_NOTE: Final = re.compile(r"#note-(\d+)")

Resolve = Callable[[str], str | None]
"""Returns where a link leads from where the text now stands; none when that place is not there."""


def addressed(tree: Element, folder: str, path: str) -> Element:
    """Give links that name a page by its Markdown file the address of that page, as MkDocs does on the site.

    Args:
        tree: The text, which is changed.
        folder: The folder of the text's own file, inside its edition: `academy/port`.
        path: The path of the page that holds the text.
    """
    lang = urls.edition_of(path)
    for element in tree.walk():
        file, hash_, anchor = element.get("href").partition("#")
        if element.tag == "a" and file.endswith(".md") and "://" not in file:
            target = urls.linked_path(file, folder, lang)
            element.attributes["href"] = urls.relative(target + hash_ + anchor, start=path)
    return tree


def relinked(tree: Element, resolve: Resolve) -> Element:
    """Return a text whose links lead to what is there; others become words, an address outside after its words."""
    made = tree.copy()
    _relink(made, resolve, in_nav=False)
    return made


def _relink(parent: Element, resolve: Resolve, *, in_nav: bool) -> None:
    children: list[Element | str] = []
    for child in parent.children:
        if isinstance(child, str):
            children.append(child)
            continue
        within = in_nav or child.tag == "nav"
        _relink(child, resolve, in_nav=within)
        if child.tag == "a" and "href" in child.attributes:
            children += _linked(child, resolve(child.get("href")), within)
        elif not (within and child.tag in ("nav", "li") and child.find("a") is None):
            children.append(child)
    parent.children = children


def _linked(link: Element, target: str | None, in_nav: bool) -> list[Element | str]:
    """Return what a link becomes; nothing for the way to a page or a file that is not there."""
    href = link.get("href")
    if target is not None:
        link.attributes["href"] = target
        return [link]
    if in_nav or "download" in link.attributes:
        return []
    if "://" not in href:
        return [_words(link)]
    if link.has_class("out"):  # « Read », beside a source: on paper and on a disk, the address says it
        return [Element("span", {"class": "address"}, [href])]
    return [_words(link), f" ({href})"]


def _words(link: Element) -> Element:
    """Return a link as its words; in a drawing, as the group that it was."""
    drawn = any(child.tag in ("circle", "g", "path", "text", "use") for child in link.walk() if child is not link)
    kept = ("class", "aria-label", "lang", "id") if drawn else ("class", "lang", "id")
    attributes = {name: value for name, value in link.attributes.items() if name in kept}
    if "aria-label" in attributes:
        attributes["role"] = "img"
    return Element("g" if drawn else "span", attributes, link.children)


def namespaced(tree: Element, prefix: str, *, but: str | None = None) -> Element:
    """Return a text whose anchors begin with `prefix`, so that several texts can stand on one page.

    Args:
        tree: The text.
        prefix: What anchors begin with.
        but: How those begin that the texts of the page share, such as the notes at its end.
    """

    def named(name: str) -> str:
        return name if but and name.startswith(but) else prefix + name

    made = tree.copy()
    for element in made.walk():
        attributes = element.attributes
        for name, value in attributes.items():
            if not value:
                continue
            if name in ("id", "for", "list") or (name == "name" and element.tag == "input"):
                attributes[name] = named(value)
            elif name in _ID_LISTS:
                attributes[name] = " ".join(map(named, value.split()))
            elif name in ("href", "xlink:href") and value.startswith("#"):
                attributes[name] = f"#{named(value[1:])}"
            elif "url(#" in value:
                attributes[name] = _OWN.sub(lambda found: f"url(#{named(found[1])})", value)
    return made


def renumbered(tree: Element, number: Callable[[int], int]) -> Element:
    """Return a text whose notes have other numbers; do so before its anchors change."""
    made = tree.copy()
    for element in made.walk():
        if element.tag == "sup" and element.has_class("n"):
            for link in element.walk():
                if link.tag == "a" and (found := _NOTE.fullmatch(link.get("href"))):
                    after = number(int(found[1]))
                    link.attributes |= {"href": f"#note-{after}", "aria-label": f"Note {after}"}
                    link.children = [str(after)]
    return made
