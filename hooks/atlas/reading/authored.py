"""Reads the pages that people write in Markdown: their head, their notes and their directives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from atlas import urls
from atlas.model import LANGS, Lang
from atlas.model.authored import (
    ARGUED,
    DIRECTIVES,
    AuthoredPage,
    FrontMatter,
    asked,
    calls,
    directives,
    without_code,
)
from atlas.reading.certainty import near_miss
from atlas.reading.fixes import Retype
from atlas.reading.messages import explain
from atlas.reading.plain_text import read_text
from atlas.reading.problems import ContentError, Problem, did_you_mean, listed, quoted
from atlas.reading.shapes import Kind
from atlas.reading.yaml_source import name_of, parse

_HEAD: Final = re.compile(r"---\n(?P<head>.*?)^---[ \t]*\n", re.DOTALL | re.MULTILINE)
_NEAR_DIRECTIVE: Final = re.compile(r"<!--\s*atlas\b[^\n]*")
_ACTIVE: Final = re.compile(
    r"<\s*/?\s*(?:script|style|iframe|object|embed|form|link|meta|base)\b[^>]*>?"
    r"|<[^>]+\s(?:on\w+|style|srcdoc)\s*=|javascript:",
    re.IGNORECASE,
)
"""Markup that runs, frames or restyles: the site's security policy would refuse it to readers in silence."""


_NOUNS: Final = {
    "place": "aucun lieu",
    "indicator": "aucun indicateur",
    "event": "aucun événement",
    "form": "aucune sorte de fiche",
}
"""How messages call what a directive may show."""


@dataclass
class Pages:
    """The authored pages of a project.

    Attributes:
        pages: The pages that can be read.
        problems: What is wrong with them, or with the others.
    """

    pages: list[AuthoredPage] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_pages(root: Path, known: Mapping[Kind, frozenset[str]]) -> Pages:
    """Return the pages of `docs/fr` and `docs/en`.

    Args:
        root: The project.
        known: The identifiers that pages may name, by kind of record; a kind that could not be read is left out.
    """
    found = Pages()
    files: dict[Lang, dict[str, str]] = {}
    for lang in LANGS:
        folder = root / "docs" / lang
        files[lang] = {}
        for file in sorted(folder.rglob("*.md")):
            source = file.relative_to(folder).as_posix()
            if source.count("/") > 1 and source.partition("/")[0] == urls.SLUGS["academy"][lang]:
                continue  # sessions and lessons are records, with a reader of their own
            files[lang][urls.authored_path(source, lang)] = name_of(file, root)
            try:
                page, problems = _page(file, root, lang, urls.authored_path(source, lang), known)
            except ContentError as error:
                found.problems += error.problems
                continue
            found.problems += problems
            if page is not None:
                found.pages.append(page)
    found.problems += _alone(files)
    return found


def _alone(files: Mapping[Lang, Mapping[str, str]]) -> Iterator[Problem]:
    """Say which pages lack their counterpart: every page exists in both languages."""
    for lang in LANGS:
        other: Lang = "en" if lang == "fr" else "fr"
        for path, name in files[lang].items():
            expected = urls.counterpart(path)
            if expected not in files[other]:
                source = urls.markdown_source(expected)
                language = "anglaise" if other == "en" else "française"
                yield Problem(name, 0, "", f"la page {language} manque", f"Écrivez docs/{other}/{source}")


def _page(
    file: Path, root: Path, lang: Lang, path: str, known: Mapping[Kind, frozenset[str]]
) -> tuple[AuthoredPage | None, Sequence[Problem]]:
    name = name_of(file, root)
    text = read_text(file, name)
    match = _HEAD.match(text)
    if match is None:
        cure = "Commencez le fichier par --- puis title:, description: et layout:, puis ---"
        return None, [Problem(name, 1, "", "la page n’a pas d’en-tête", cure)]
    body = text[match.end() :]
    first = text.count("\n", 0, match.end())
    # One line feed stands for the opening `---`, so that lines are those of the file.
    document = parse("\n" + match["head"], name)
    problems = [*document.problems, *body_problems(body, name, first, known)]
    try:
        head = FrontMatter.model_validate(document.data)
    except ValidationError as error:
        return None, [*problems, *explain(error, document, FrontMatter)]
    if head.moment is not None and "place" in known and head.moment not in known["place"]:
        problems.append(_unknown(name, document.line(("moment",)), "moment", "aucun lieu", head.moment, known["place"]))
    for rank, id in enumerate(head.measures if "indicator" in known else ()):
        if id not in known["indicator"]:
            line, at = document.line(("measures", rank)), f"measures[{rank + 1}]"
            problems.append(_unknown(name, line, at, _NOUNS["indicator"], id, known["indicator"]))
    if "measures" in (shown for _, shown in directives(body)) and not head.measures:
        cure = "Ajoutez « measures: » et des identifiants de séries à l’en-tête"
        problems.append(Problem(name, 1, "measures", "la page montre des mesures sans dire lesquelles", cure))
    if "moment" in (shown for _, shown in directives(body)) and head.moment is None:
        cure = "Ajoutez « moment: » et l’identifiant d’un lieu à l’en-tête"
        problems.append(Problem(name, 1, "moment", "la page montre le lieu du moment sans dire lequel", cure))
    return AuthoredPage(lang, path, name, head, body, first), problems


def body_problems(body: str, name: str, first: int, known: Mapping[Kind, frozenset[str]]) -> Iterator[Problem]:
    """Yield what is wrong in the Markdown of a page, whose line `first` is the last of its head."""
    for line, directive in directives(body):
        shown, argument = asked(directive)
        if shown in ARGUED and (argument or shown not in DIRECTIVES):
            yield from _argument_problems(name, first + line, shown, argument, known)
        elif argument or directive not in DIRECTIVES:
            yield _unknown(name, first + line, "", "aucune directive", directive, (*DIRECTIVES, *ARGUED))
    good = {line for line, _ in directives(body)}
    text = without_code(body)
    for match in _NEAR_DIRECTIVE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        if line not in good:
            meant = re.search(r"atlas:[\w:,-]+", match[0])
            cure = f"Écrivez-la seule sur sa ligne, ainsi : <!-- {meant[0] if meant else 'atlas:places'} -->"
            yield Problem(name, first + line, "", f"{quoted(match[0])} n’est pas une directive complète", cure)
    if "source" in known:
        for line, id in calls(text):
            if id not in known["source"]:
                yield _unknown(name, first + line, "", "aucune source", id, known["source"])
    for match in _ACTIVE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        yield Problem(
            name,
            first + line,
            "",
            f"{quoted(match[0])} est refusé dans une page",
            "Ôtez toute la balise, de « < » à « > »",
        )


def _argument_problems(
    name: str, line: int, shown: str, argument: str, known: Mapping[Kind, frozenset[str]]
) -> Iterator[Problem]:
    """Yield what is wrong with what follows the name of a directive: `mucem,iter` in `map:mucem,iter`."""
    about = ARGUED[shown]
    if not argument:
        cure = f"Écrivez-la ainsi : <!-- atlas:{shown}:{about.example} -->"
        yield Problem(name, line, "", f"la directive « {shown} » ne dit pas quoi montrer", cure)
    ids = argument.split(",") if about.several else [argument]
    if argument in about.words or (about.kind != "form" and about.kind not in known):
        return
    named = frozenset(about.words) if about.kind == "form" else known[about.kind]
    for id in filter(None, ids):
        if id not in named:
            yield _unknown(name, line, "", _NOUNS[about.kind], id, named)
    if argument and "" in ids:
        yield Problem(name, line, "", f"{quoted(argument)} a une virgule de trop", "Ôtez-la")


def _unknown(name: str, line: int, at: str, what: str, id: str, known: Sequence[str] | frozenset[str]) -> Problem:
    near = did_you_mean(id, sorted(known))
    cure = f"Vouliez-vous dire « {near} » ?" if near else f"Écrivez {listed(sorted(known), most=9)}"
    meant = near_miss(id, known)
    return Problem(name, line, at, f"{what} ne s’appelle {quoted(id)}", cure, fix=Retype(id, meant) if meant else None)
