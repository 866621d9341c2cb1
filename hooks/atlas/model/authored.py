"""A page that somebody wrote in Markdown, in one language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from atlas.model.record import Record
from atlas.model.source import Id
from atlas.model.text import AskedIn, Lang, Words
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
    "chart",
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
    "changemakers",
    "networks",
    "people",
    "progress-members",
    "progress-people",
    "ties",
    "doors",
    "academy",
    "next-session",
    "course",
    "glossary",
    "identity",
    "contact",
    "accessibility",
    "checks",
    "sitemap",
    "actions",
    "chronicle",
    "calendar",
    "measures",
    "targets",
    "series",
    "single-values",
    "series-fields",
    "library",
    "library-path",
    "own-progress",
    "translation-debt",
    "search",
    "plain-index",
    "handbook",
    "handbook-turn",
    "architecture",
    *(f"specimen-{name}" for name in SPECIMENS),
)
"""What a directive may show."""


FORMS: Final = (
    "place",
    "member",
    "person",
    "session",
    "lesson",
    "term",
    "event",
    "action",
    "indicator",
    "single-value",
    "target",
    "source",
    "network",
    "route",
    "manifesto",
    "identity",
    "page",
)
"""The kinds of record whose fields a table may show, by `record-fields:place`."""


@dataclass(frozen=True)
class Argued:
    """What a directive takes after its name and a colon.

    Attributes:
        kind: The kind of record that it names; a form is one of its words.
        several: Whether it takes several, parted by commas without spaces.
        example: What it may take, for messages.
        words: What it may take beside names.
    """

    kind: Literal["indicator", "place", "event", "form"]
    several: bool
    example: str
    words: tuple[str, ...] = ()


ARGUED: Final[Mapping[str, Argued]] = {
    "chart": Argued("indicator", several=False, example="population"),
    "plate": Argued("place", several=False, example="mucem"),
    "map": Argued("place", several=True, example="mucem,iter", words=("all",)),
    "timeline": Argued("event", several=True, example="manifeste,academie"),
    "record-fields": Argued("form", several=False, example="place", words=FORMS),
}
"""The directives that say what they show: `<!-- atlas:map:mucem,iter -->`."""


class FrontMatter(Record):
    """The head of an authored page, between two lines of `---`.

    Attributes:
        title: The title, for the browser's tab, search engines and the breadcrumb.
        description: What the page holds, for search engines and shares.
        layout: The form of the page.
        moment: The place of the moment, on the home page.
        questions: Questions that it answers, by which search finds it.
        related: The pages to name at its foot instead of those that search would choose.
        measures: The series that the page shows large.
    """

    title: Words = Field(description="Le titre, pour l’onglet et les moteurs de recherche.", examples=["Les lieux"])
    description: Annotated[Words, StringConstraints(max_length=200)] = Field(
        description="Ce que contient la page, en une phrase, pour les moteurs de recherche.",
        examples=["Dix lieux qui étonnent l’œil ou l’esprit, dans la métropole Aix-Marseille-Provence."],
    )
    layout: Layout = Field(default=Layout.PAGE, description="La forme de la page.", examples=["page"])
    moment: Id | None = Field(default=None, description="Le lieu du moment, sur l’accueil.", examples=["mucem"])
    questions: AskedIn = ()
    related: tuple[Words, ...] = Field(
        default=(),
        max_length=3,
        description="Les pages à nommer au pied de celle-ci, au lieu de celles que le sens désigne : leurs adresses.",
        examples=["lieux/mucem/"],
    )
    measures: tuple[Id, ...] = Field(
        default=(), description="Les séries que la page montre en grand.", examples=[["taux-emploi"]]
    )


@dataclass(frozen=True)
class AuthoredPage:
    """An authored page.

    Attributes:
        lang: Its language.
        path: Its path from the root of the whole site: `lieux/`.
        file: Its file, relative to the project: `docs/fr/lieux/index.md`.
        head: Its front matter.
        body: Its Markdown, front matter left out.
        first: The number of lines before that Markdown in the file.
        lines: The line of each key of its head and of each item of a list there, as messages call them: `related[1]`.
    """

    lang: Lang
    path: str
    file: str
    head: FrontMatter
    body: str
    first: int = 0
    lines: Mapping[str, int] = field(default_factory=dict)

    def line(self, key: str) -> int:
        """Return the line of a key of its head, or the first of the file when it is not written."""
        return self.lines.get(key, 1)

    @property
    def cited(self) -> Sequence[str]:
        """The identifiers of the sources that it cites, in order, repeats included."""
        return [id for _, id in calls(self.body)]


def asked(directive: str) -> tuple[str, str]:
    """Return the name of a directive and what it is asked to show, which may be empty."""
    name, _, argument = directive.partition(":")
    return name, argument


def without_code(markdown: str) -> str:
    """Return a text without its code, each line in its place."""
    return CODE.sub(lambda code: "\n" * code[0].count("\n"), markdown)


def calls(markdown: str) -> Iterator[tuple[int, str]]:
    """Yield the sources that a text cites in notes, each with its line in that text, from 1."""
    if "[^" not in markdown:
        return
    text = without_code(markdown)
    for match in CALL.finditer(text):
        yield text.count("\n", 0, match.start()) + 1, match[1]


def directives(markdown: str) -> Iterator[tuple[int, str]]:
    """Yield the directives of a text, each with its line in that text, from 1."""
    if "<!-- atlas:" not in markdown:
        return  # most texts: the look at each sign is what costs
    for match in MARK.finditer(markdown):
        if match["directive"] is not None:
            yield markdown.count("\n", 0, match.start()) + 1, match["directive"]
