"""Personal data where no field asks for them: addresses and numbers in pages, and names that nobody agreed to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from atlas.model.academy import SessionHead, Speaker
from atlas.model.authored import without_code
from atlas.model.person import Consent, Standing
from atlas.reading.entries import Content
from atlas.reading.problems import Problem, Severity, quoted
from atlas.reading.text_rules import EMAIL, PHONE

_REASONS: Final[Mapping[Standing, str]] = {
    Standing.NOT_GIVEN: "dont l’accord n’est pas encore donné",
    Standing.EXPIRED: "dont l’accord a pris fin",
    Standing.WITHDRAWN: "qui a retiré son accord",
}

_OTHER_GROUND: Final = frozenset({"speakers", "embodied_by"})
"""Where somebody is named by a consent told on the spot, or because a published source names them."""


@dataclass(frozen=True)
class _Line:
    """A line that readers see, with where it stands."""

    file: str
    number: int
    field: str
    text: str


def pages_hold_no_personal_data(content: Content) -> Iterator[Problem]:
    """Refuse electronic addresses and telephone numbers in pages, sessions and lessons; records have their own rule."""
    for line in _written(content):
        if found := EMAIL.search(line.text):
            wrong = f"{quoted(found[0])} est une adresse électronique, donnée personnelle"
            cure = "Ôtez-la ; l’adresse de l’agence se montre par <!-- atlas:contact -->"
            yield Problem(line.file, line.number, line.field, wrong, cure)
        if found := PHONE.search(line.text):
            wrong = f"{quoted(found[0])} ressemble à un numéro de téléphone, donnée personnelle"
            yield Problem(line.file, line.number, line.field, wrong, "Ôtez-le")


def nobody_is_named_without_consent(content: Content) -> Iterator[Problem]:
    """Notice where people whose consent does not hold today are named outside their record.

    It is no error: a build that fails would leave the person on the published site.
    """
    names = dict(_silent(content))
    if not names:
        return
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
    for line in (*_written(content), *_recorded(content)):
        for name in dict.fromkeys(pattern.findall(line.text)):
            wrong = f"{quoted(name)} est une personne {names[name]}"
            cure = "Ôtez son nom d’ici, ou renouvelez l’accord"
            yield Problem(line.file, line.number, line.field, wrong, cure, Severity.NOTICE)


def _silent(content: Content) -> Iterator[tuple[str, str]]:
    """Yield the people whose consent does not hold, each with the reason."""
    for entry in content.people:
        consent = entry.part("consent", Consent)
        standing = consent.standing(content.today) if consent else Standing.HOLDS
        name = entry.data.get("name")
        if standing in _REASONS and isinstance(name, str) and name.strip():
            yield name.strip(), _REASONS[standing]
    for speaker in _speakers(content):
        if not speaker.consent.holds(content.today):
            yield speaker.name, _REASONS[Standing.EXPIRED]


def _speakers(content: Content) -> Iterator[Speaker]:
    for pair in content.academy.sessions.values() if content.academy else ():
        if pair.fr and isinstance(pair.fr.record, SessionHead):
            yield from pair.fr.record.speakers


def _written(content: Content) -> Iterator[_Line]:
    """Yield the lines of Markdown, code left out, and the texts of the heads that no rule of records sees."""
    bodies = [(page.file, page.first, page.body) for page in content.pages]
    for page in content.pages:
        yield _Line(page.file, page.line("title"), "title", page.head.title)
        yield _Line(page.file, page.line("description"), "description", page.head.description)
        for rank, question in enumerate(page.head.questions, 1):
            field = f"questions[{rank}]"
            yield _Line(page.file, page.line(field), field, question)
    for pair in content.academy.pairs if content.academy else ():
        bodies += [(written.file, written.first, written.body) for written in pair.written.values()]
    for file, first, body in bodies:
        for number, text in enumerate(without_code(body).split("\n"), first + 1):
            yield _Line(file, number, "", text)


def _recorded(content: Content) -> Iterator[_Line]:
    """Yield the texts of the records, without those of people, and without who is named on another ground."""
    for entry in content:
        if entry in content.people:
            continue
        for leaf in entry.leaves:
            if leaf.shape.role == "words" and not _OTHER_GROUND & set(leaf.field):
                problem = entry.notice(leaf.field, "", "")
                yield _Line(problem.path, problem.line, problem.field, leaf.value)
