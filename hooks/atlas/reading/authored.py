"""Reads the pages that people write in Markdown: their head, their notes and their directives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final

from pydantic import ValidationError

from atlas import urls
from atlas.folding import fold
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
from atlas.model.shapes import Kind
from atlas.reading.certainty import near_miss
from atlas.reading.fixes import Retype
from atlas.reading.front_matter import no_head
from atlas.reading.messages import explain
from atlas.reading.plain_text import read_text
from atlas.reading.problems import ContentError, Problem, did_you_mean, listed, quoted
from atlas.reading.slips import identifier
from atlas.reading.yaml_source import name_of, parse

_HEAD: Final = re.compile(r"---\n(?P<head>.*?)^---[ \t]*\n", re.DOTALL | re.MULTILINE)
_NEAR_DIRECTIVE: Final = re.compile(r"<!?-+\s*atlas\b[^\n]*|^[^\w\n]{0,8}atlas\s?:\s?[^\n]*", re.MULTILINE)
_NEAR_NOTE: Final = re.compile(r"\[(?P<sign>\^ )? ?(?P<id>[a-z0-9-]+ ?)\](?![(\[:])")
_ACTIVE: Final = re.compile(
    r"<\s*/?\s*(?:script|style|iframe|object|embed|form|link|meta|base)\b[^>]*>?"
    r"|<[^>]+\s(?:on\w+|style|srcdoc)\s*=|javascript:",
    re.IGNORECASE,
)
"""Markup that runs, frames or restyles: the site's security policy would refuse it to readers in silence."""


_FRENCH: Final = {slugs["fr"]: kind for kind, slugs in urls.SLUGS.items() if kind in DIRECTIVES}
"""The directives that show what a page of the site shows, by the French name of that page."""

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
        paths: The paths of all, those that cannot be read included.
    """

    pages: list[AuthoredPage] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    paths: set[str] = field(default_factory=set)


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
    found.paths.update(path for paths in files.values() for path in paths)
    found.problems += _alone(files, root)
    return found


def _alone(files: Mapping[Lang, Mapping[str, str]], root: Path) -> Iterator[Problem]:
    """Say which pages lack their counterpart: every page exists in both languages."""
    for lang in LANGS:
        other: Lang = "en" if lang == "fr" else "fr"
        for path, name in files[lang].items():
            expected = urls.counterpart(path)
            if expected not in files[other]:
                source = urls.markdown_source(expected)
                language = "anglaise" if other == "en" else "française"
                cure = _misnamed(root, f"docs/{other}/{source}") or f"Écrivez docs/{other}/{source}"
                yield Problem(name, 0, "", f"la page {language} manque", cure)


def _misnamed(root: Path, expected: str) -> str | None:
    """Return how to name a file that is there under nearly the name of an expected page; none when there is none."""
    wanted = root / expected
    beside = sorted(wanted.parent.iterdir()) if wanted.parent.is_dir() else []
    near = [file.name for file in beside if file.name != wanted.name and _stem(file.name) == _stem(wanted.name)]
    return f"Renommez {wanted.parent.relative_to(root).as_posix()}/{near[0]} en {wanted.name}" if near else None


def _stem(name: str) -> str:
    return identifier(re.sub(r"(?:\.(?:md|txt|markdown|docx?))+$", "", name.lower()))


def _page(
    file: Path, root: Path, lang: Lang, path: str, known: Mapping[Kind, frozenset[str]]
) -> tuple[AuthoredPage | None, Sequence[Problem]]:
    name = name_of(file, root)
    text = read_text(file, name)
    match = _HEAD.match(text)
    if match is None:
        return None, [no_head(text, name, "title:, description: et layout:")]
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
    return AuthoredPage(lang, path, name, head, body, first, document.lines()), problems


def body_problems(body: str, name: str, first: int, known: Mapping[Kind, frozenset[str]]) -> Iterator[Problem]:
    """Yield what is wrong in the Markdown of a page, whose line `first` is the last of its head."""
    for line, directive in directives(body):
        shown, argument = asked(directive)
        if shown in ARGUED and (argument or shown not in DIRECTIVES):
            yield from _argument_problems(name, first + line, shown, argument, known)
        elif argument or directive not in DIRECTIVES:
            yield _unknown(name, first + line, "", "aucune directive", directive, (*DIRECTIVES, *ARGUED), _FRENCH)
    good = {line for line, _ in directives(body)}
    text = without_code(body)
    for match in _NEAR_DIRECTIVE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        if line not in good:
            yield _not_alone(name, first + line, text.split("\n")[line - 1], match[0])
    if "source" in known:
        for line, id in calls(text):
            if id not in known["source"]:
                yield _unknown(name, first + line, "", "aucune source", id, known["source"])
        yield from _missed_notes(text, name, first, known["source"])
    for match in _ACTIVE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        yield Problem(
            name,
            first + line,
            "",
            f"{quoted(match[0])} est refusé dans une page",
            "Ôtez toute la balise, de « < » à « > »",
        )


def _missed_notes(text: str, name: str, first: int, sources: frozenset[str]) -> Iterator[Problem]:
    """Yield what was meant as a note, and would show its brackets to readers."""
    for match in _NEAR_NOTE.finditer(text):
        id = match["id"].strip()
        if match["sign"] or id in sources:
            line = text.count("\n", 0, match.start()) + 1
            wrong = f"{quoted(match[0])} n’est pas une note complète"
            fix = Retype(match[0], f"[^{id}]") if match["sign"] and id in sources else None
            yield Problem(name, first + line, "", wrong, f"Écrivez : [^{identifier(id)}]", fix=fix)


def _not_alone(name: str, number: int, line: str, found: str) -> Problem:
    """Return what is wrong with a line that holds a directive which would stay a comment, and what to write."""
    meant = re.search(r"atlas\s*:\s*([\w:, -]*\w)", found.split("->")[0])
    shown = f"<!-- atlas:{meant[1].replace(' ', '') if meant else 'places'} -->"
    if shown not in line:
        wrong = f"{quoted(line.strip())} n’est pas une directive complète"
        certain = line.strip() == found.strip() and meant is not None and meant[1] in DIRECTIVES
        fix = Retype(line.strip(), shown) if certain else None
        return Problem(name, number, "", wrong, f"Écrivez la ligne ainsi : {shown}", fix=fix)
    before, _, after = (part.strip() for part in line.partition(shown))
    wrong = f"la directive n’est pas seule sur sa ligne : {quoted(line)}"
    if not before and not after:
        cure = f"Ôtez les espaces devant elle, pour que la ligne soit : {shown}"
        return Problem(name, number, "", wrong, cure)
    words = " et ".join(quoted(part) for part in (before, after) if part)
    cure = f"Mettez {words} sur une autre ligne, séparée par une ligne vide, pour que la sienne soit : {shown}"
    return Problem(name, number, "", wrong, cure)


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


def _unknown(
    name: str,
    line: int,
    at: str,
    what: str,
    id: str,
    known: Sequence[str] | frozenset[str],
    words: Mapping[str, str] = MappingProxyType({}),
) -> Problem:
    """Return that nothing bears a name; `words` are the names that some bear in French."""
    near = words.get(fold(id)) or did_you_mean(id, sorted(known))
    cure = f"Vouliez-vous dire « {near} » ?" if near else f"Écrivez {listed(sorted(known), most=9)}"
    meant = near_miss(id, known)
    return Problem(name, line, at, f"{what} ne s’appelle {quoted(id)}", cure, fix=Retype(id, meant) if meant else None)
