"""A page that somebody wrote in Markdown, in one language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import Field, StringConstraints

from atlas.model.record import Record
from atlas.model.source import Id
from atlas.model.text import Lang, Words
from atlas.model.vocabulary import Layout

CODE: Final = re.compile(r"^(?P<fence>```|~~~).*?^(?P=fence)[ \t]*$|`[^`\n]+`", re.DOTALL | re.MULTILINE)
"""Code in a page: it is shown as it is written, notes, directives and markup included."""

MARK: Final = re.compile(
    rf"(?P<code>{CODE.pattern})"
    r"|^<!-- atlas:(?P<directive>[^\s>]+) -->[ \t]*$"
    r"|(?P<calls>(?:\[\^[^\]\s]+\])+)"
    r"|(?P<agency>\{agency\})",
    CODE.flags,
)
"""What the build looks at in a page: code, which it leaves; a directive alone on its line; one or more note
calls; `{agency}`, which stands for the agency's name: that is written in the identity alone."""

CALL: Final = re.compile(r"\[\^([^\]\s]+)\]")
"""One note call: `[^mucem-2025]` cites the source `mucem-2025`."""

SPECIMENS: Final = (
    "colours",
    "type",
    "masthead",
    "cover",
    "plate",
    "strip",
    "lines",
    "gallery",
    "status",
    "story",
    "locator",
    "lists",
    "turn",
    "links",
    "fields",
    "dialog",
    "share",
)
"""The parts of the design system that the page of components shows, each by its directive `specimen-…`."""

DIRECTIVES: Final = (
    "cover",
    "moment",
    "strip",
    "gallery",
    "places",
    "roll",
    "members",
    "manifesto",
    "sources",
    "map",
    "routes",
    "downloads",
    "fields",
    "embed",
    "plaques",
    "doors",
    "identity",
    "contact",
    "accessibility",
    "checks",
    "sitemap",
    *(f"specimen-{name}" for name in SPECIMENS),
)
"""What a directive may show."""


class FrontMatter(Record):
    """The head of an authored page, between two lines of `---`.

    Attributes:
        title: The title, for the browser's tab, search engines and the breadcrumb.
        description: What the page holds, for search engines and shares.
        layout: The form of the page.
        moment: The place of the moment, on the home page.
    """

    title: Words = Field(description="Le titre, pour l’onglet et les moteurs de recherche.", examples=["Les lieux"])
    description: Annotated[Words, StringConstraints(max_length=200)] = Field(
        description="Ce que contient la page, en une phrase, pour les moteurs de recherche.",
        examples=["Dix lieux qui étonnent l’œil ou l’esprit, dans la métropole Aix-Marseille-Provence."],
    )
    layout: Layout = Field(default=Layout.PAGE, description="La forme de la page.", examples=["page"])
    moment: Id | None = Field(default=None, description="Le lieu du moment, sur l’accueil.", examples=["mucem"])


@dataclass(frozen=True)
class AuthoredPage:
    """An authored page.

    Attributes:
        lang: Its language.
        path: Its path from the root of the whole site: `lieux/`.
        file: Its file, relative to the project: `docs/fr/lieux/index.md`.
        head: Its front matter.
        body: Its Markdown, front matter left out.
    """

    lang: Lang
    path: str
    file: str
    head: FrontMatter
    body: str

    @property
    def cited(self) -> Sequence[str]:
        """The identifiers of the sources that it cites, in order, repeats included."""
        return [id for _, id in calls(self.body)]


def without_code(markdown: str) -> str:
    """Return a text without its code, each line in its place."""
    return CODE.sub(lambda code: "\n" * code[0].count("\n"), markdown)


def calls(markdown: str) -> Iterator[tuple[int, str]]:
    """Yield the sources that a text cites in notes, each with its line in that text, from 1."""
    text = without_code(markdown)
    for match in CALL.finditer(text):
        yield text.count("\n", 0, match.start()) + 1, match[1]


def directives(markdown: str) -> Iterator[tuple[int, str]]:
    """Yield the directives of a text, each with its line in that text, from 1."""
    for match in MARK.finditer(markdown):
        if match["directive"] is not None:
            yield markdown.count("\n", 0, match.start()) + 1, match["directive"]
