"""The drawing of how the site is made: what is written, read, checked, modelled, and all that comes of it.

One line goes from what people write to what readers get; the disc on it is the catalogue, through which everything
passes. The stylesheet shows it level, or upright on a narrow screen. The same is said in a list.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup, escape

from atlas.pages.rendering import PageRenderer
from atlas.pages.svg_text import text_block

WRITTEN: Final = ("places/", "members/", "docs/data/", "docs/fr/, docs/en/")
"""Where people write, above and below the line."""

STAGES: Final = ("read", "check", "model")
"""The stages on the line, the disc last."""

MADE: Final = ("pages", "map", "data", "feeds", "documents", "search")
"""What comes of the catalogue."""

MODULES: Final[Mapping[str, str]] = {
    "read": "atlas/reading/",
    "check": "atlas/reading/*_rules.py",
    "model": "atlas/model/",
    "pages": "atlas/pages/",
    "map": "atlas/map/",
    "data": "atlas/exports/",
    "feeds": "atlas/feeds/",
    "documents": "atlas/documents/",
    "search": "atlas/search/",
}
"""The part of the package that does each thing."""

WIDE: Final = (1200.0, 430.0)
"""The units of the level drawing: about a pixel each on a screen of that width."""

NARROW: Final = (340.0, 720.0)
"""The units of the upright drawing: a little more than the text of the narrowest screen."""


@dataclass(frozen=True)
class Part:
    """A thing in the drawing.

    Attributes:
        name: What it is called.
        module: Where it is, in the package.
        about: What it does, in a sentence.
    """

    name: str
    module: str
    about: str


def architecture(page: PageRenderer, meta: Mapping[str, Any]) -> Markup:
    """Show the drawing in both forms, then the same as a list."""
    parts = {
        key: Part(page.words(f"arch_{key}"), MODULES[key], page.words(f"arch_{key}_about")) for key in (*STAGES, *MADE)
    }
    stages, made = [parts[key] for key in STAGES], [parts[key] for key in MADE]
    return page.render(
        "architecture.html",
        drawing=_wide(stages, made, page.words.arch_alt) + _narrow(stages, made, page.words.arch_alt),
        written=WRITTEN,
        stages=stages,
        made=made,
    )


def _wide(stages: Sequence[Part], made: Sequence[Part], title: str) -> Markup:
    """Return the drawing whose line is level."""
    width, height = WIDE
    y, begin, disc, end = height / 2, 250.0, 760.0, 985.0
    drawn = [f'<path class="horizon" d="M{begin:g} {y:g}H{disc:g}"/>']
    for rank, folder in enumerate(WRITTEN):
        at = _spread(rank, len(WRITTEN), 60, height - 60)
        drawn.append(_tie(190, at, begin, y))
        drawn.append(text_block([folder], 0, at + 6, 17, css="code", anchor="start"))
    for part, x in zip(stages, (345.0, 545.0, disc), strict=True):
        drawn.append(text_block([part.name], x, y - (62 if x == disc else 22), 30, css="stage"))
        drawn.append(text_block([part.module], x, y + (78 if x == disc else 34), 15, css="module"))
    for rank, part in enumerate(made):
        at = _spread(rank, len(made), 36, height - 36)
        drawn.append(_tie(disc + 40, y, end, at))
        drawn.append(text_block([part.name], end + 12, at + 6, 18, css="made", anchor="start"))
    drawn.append(f'<circle class="disc" cx="{disc:g}" cy="{y:g}" r="40"/>')
    return _svg("wide", width, height, title, drawn)


def _narrow(stages: Sequence[Part], made: Sequence[Part], title: str) -> Markup:
    """Return the drawing whose line is upright."""
    width, height = NARROW
    x, begin, disc = 40.0, 150.0, 400.0
    drawn = [f'<path class="horizon" d="M{x:g} {begin:g}V{disc:g}"/>']
    for rank, folder in enumerate(WRITTEN):
        at = 20.0 + rank * 30
        drawn.append(
            f'<path class="tie" d="M{x + 36:g} {at - 5:g}C{x:g} {at - 5:g} {x:g} {begin - 20:g} {x:g} {begin:g}"/>'
        )
        drawn.append(text_block([folder], x + 44, at, 16, css="code", anchor="start"))
    for part, y in zip(stages, (205.0, 290.0, disc), strict=True):
        left = x + (50 if y == disc else 22)
        drawn.append(text_block([part.name], left, y, 25, css="stage", anchor="start"))
        drawn.append(text_block([part.module], left, y + 22, 15, css="module", anchor="start"))
    for rank, part in enumerate(made):
        at = disc + 80 + rank * 42
        drawn.append(f'<path class="tie" d="M{x:g} {disc + 30:g}C{x:g} {at:g} {x:g} {at:g} {x + 36:g} {at:g}"/>')
        drawn.append(text_block([part.name], x + 44, at + 6, 17, css="made", anchor="start"))
    drawn.append(f'<circle class="disc" cx="{x:g}" cy="{disc:g}" r="30"/>')
    return _svg("narrow", width, height, title, drawn)


def _spread(rank: int, count: int, first: float, last: float) -> float:
    return first + (last - first) * rank / (count - 1)


def _tie(x1: float, y1: float, x2: float, y2: float) -> str:
    middle = (x1 + x2) / 2
    return f'<path class="tie" d="M{x1:g} {y1:g}C{middle:g} {y1:g} {middle:g} {y2:g} {x2:g} {y2:g}"/>'


def _svg(form: str, width: float, height: float, title: str, drawn: Sequence[str]) -> Markup:
    body = "".join(drawn)
    return Markup(
        f'<svg class="architecture architecture-{form}" viewBox="0 0 {width:g} {height:g}" role="img" '
        f'aria-labelledby="architecture-{form}"><title id="architecture-{form}">{escape(title)}</title>{body}</svg>'
    )
