"""Rules of the links that people write in Markdown, which a build would leave broken or tell without a line."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from atlas import urls
from atlas.model.authored import without_code
from atlas.model.text import Lang
from atlas.reading.entries import Content
from atlas.reading.fixes import Retype
from atlas.reading.page_addresses import may_exist, nearest, page_addresses
from atlas.reading.problems import Problem, quoted

_LINK: Final = re.compile(r"(?<!!)\[(?P<words>[^\]\n]+)\](?P<space>[ ]?)\((?P<to>[^)\s]+)(?:[ ]+\"[^\"]*\")?\)")
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@dataclass(frozen=True)
class _Text:
    """A Markdown text: its file and language, its source inside its edition, and the lines before it."""

    file: str
    lang: Lang
    source: str
    first: int
    body: str


def links_lead_somewhere(content: Content) -> Iterator[Problem]:
    """Check that a link of a page, a session or a lesson is one, and that the page it names exists."""
    known: dict[Lang, Mapping[str, tuple[str, str] | None]] = {}
    for text in _texts(content):
        if "](" not in text.body and "] (" not in text.body:
            continue
        known.setdefault(text.lang, page_addresses(content, text.lang))
        body = without_code(text.body)
        for match in _LINK.finditer(body):
            told = _link(match, text, content, known[text.lang])
            if told:
                line = text.first + body.count("\n", 0, match.start()) + 1
                to = match["to"]
                fix = Retype(to, f"https://{to}") if to.startswith("www.") and not match["space"] else None
                yield Problem(text.file, line, "", *told, fix=fix)


def _texts(content: Content) -> Iterator[_Text]:
    for page in content.pages:
        source = page.file.removeprefix(f"docs/{page.lang}/")
        yield _Text(page.file, page.lang, source, page.first, page.body)
    for pair in content.academy.pairs if content.academy else ():
        for lang, written in pair.written.items():
            yield _Text(written.file, lang, written.file.removeprefix(f"docs/{lang}/"), written.first, written.body)


def _link(
    match: re.Match[str], text: _Text, content: Content, known: Mapping[str, tuple[str, str] | None]
) -> tuple[str, str] | None:
    """Return what is wrong with a link, and what to write; none when it is right, or not ours to judge."""
    to, _, anchor = match["to"].partition("#")
    if match["space"]:
        if to.endswith(".md") or _SCHEME.match(to):
            return (
                f"une espace sépare les deux moitiés du lien {quoted(match[0])}",
                f"Collez-les : [{match['words']}]({to})",
            )
        return None
    if to.startswith("www."):
        return f"le lien {quoted(to)} n’a pas de https://", f"Écrivez : https://{to}"
    if not to or _SCHEME.match(to) or not (to.endswith((".md", ".html", "/")) or to.startswith("/")):
        return None
    path = _path(to, text.source, text.lang)
    if to.endswith(".md") and not to.startswith("/") and (path in known or may_exist(path, content, text.lang)):
        return None
    wrong = f"aucune page n’est au bout du lien {quoted(match['to'])}"
    near = nearest(path if to.endswith(".md") else to, text.lang, known)
    if near is None:
        return wrong, "Écrivez le chemin du fichier Markdown de la page, à partir de celui-ci : ../carte.md"
    shown = posixpath.relpath(_source(near, content), posixpath.dirname(text.source) or ".")
    return wrong, f"Écrivez : [{match['words']}]({shown}{'#' if anchor else ''}{anchor})"


def linked(body: str, file: str) -> Iterator[tuple[int, str]]:
    """Yield the pages to which a Markdown text links, by their paths, each with its line in that text, from 1.

    Args:
        body: The text.
        file: Its file, relative to the project.
    """
    _, folder, source = file.split("/", 2)
    lang: Lang = "en" if folder == "en" else "fr"
    text = without_code(body) if ".md" in body else ""
    for match in _LINK.finditer(text):
        to = match["to"].partition("#")[0]
        if to.endswith(".md") and not _SCHEME.match(to):
            yield text.count("\n", 0, match.start()) + 1, _path(to, source, lang)


def _path(to: str, source: str, lang: Lang) -> str:
    """Return the path of the page that a link names by its file, from the file of another page."""
    return urls.linked_path(to, posixpath.dirname(source), lang)


def _source(path: str, content: Content) -> str:
    """Return the source file, inside its edition, by which links name a page, whether an author or a record has it."""
    lang = urls.edition_of(path)
    for page in content.pages:
        if page.path == path:
            return page.file.removeprefix(f"docs/{lang}/")
    return urls.markdown_source(path)
