"""Directives: the places in authored Markdown where records are shown, and source notes.

`<!-- atlas:places -->`, alone on its line, becomes the list of places; `[^mucem-2025]` becomes a
note that names that source.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from markupsafe import Markup, escape

from atlas.map import drawing
from atlas.model.authored import CALL, MARK, SPECIMENS
from atlas.pages import actions, calendar, changemakers, duty, observatory, open_data, search, specimens
from atlas.pages.academy import academy_band, course, next_session_line
from atlas.pages.architecture_drawing import architecture
from atlas.pages.figures import figure
from atlas.pages.glossary import glossary
from atlas.pages.handbook import handbook, handbook_turn
from atlas.pages.library import library, library_path
from atlas.pages.map import map_section
from atlas.pages.own_progress import course_progress
from atlas.pages.rendering import PageRenderer
from atlas.pages.routes import route_list
from atlas.pages.source_uses import source_uses
from atlas.pages.translation_debt import translation_debt

Meta = Mapping[str, Any]
"""The front matter of a page."""


def expand(markdown: str, page: PageRenderer, meta: Meta) -> str:
    """Return a page's Markdown with its directives and notes resolved, its notes listed at the end.

    Raises:
        KeyError: When a directive or a source does not exist; the checks refuse such pages before any is made.
    """

    body = resolved(markdown, page, meta)
    return f"{body}\n\n{page.render('notes.html')}\n" if page.notes.entries else body


def resolved(markdown: str, page: PageRenderer, meta: Meta) -> str:
    """Return a text with its directives and notes resolved, without the list of its notes.

    Raises:
        KeyError: When a directive or a source does not exist; the checks refuse such pages before any is made.
    """

    def replace(mark: re.Match[str]) -> str:
        if mark["code"] is not None:
            return mark[0]
        if mark["agency"] is not None:
            return str(escape(page.catalogue.identity.name))
        if mark["directive"] is None:
            return str(page.notes.call(CALL.findall(mark["calls"])))
        return f"\n{shown(page, mark['directive'], meta)}\n"

    return MARK.sub(replace, markdown)


def shown(page: PageRenderer, directive: str, meta: Meta) -> Markup:
    """Return what a directive shows on a page.

    Raises:
        KeyError: When it does not exist.
    """
    return figure(page, directive) if ":" in directive else SHOWN[directive](page, meta)


def _cover(page: PageRenderer, meta: Meta) -> Markup:
    return page.render(
        "cover.html",
        drawing=drawing.cover(page.catalogue.places, page.lang, page.href),
        manifesto=page.catalogue.manifesto,
    )


def _moment(page: PageRenderer, meta: Meta) -> Markup:
    story = next(story for story in page.stories if story.place.id == meta["moment"])
    return page.render("moment.html", place=story.place, story=story)


def _places(page: PageRenderer, meta: Meta) -> Markup:
    return page.render("places.html", places=page.catalogue.places)


def _members(page: PageRenderer, meta: Meta) -> Markup:
    return page.render("members.html", members=page.catalogue.members)


def _strip(page: PageRenderer, meta: Meta) -> Markup:
    return page.render("strip.html", places=page.catalogue.places)


def _gallery(page: PageRenderer, meta: Meta) -> Markup:
    return page.render("gallery.html", places=page.catalogue.places)


def _roll(page: PageRenderer, meta: Meta) -> Markup:
    return page.render("roll.html", members=page.catalogue.members)


def _manifesto(page: PageRenderer, meta: Meta) -> Markup:
    return page.render("manifesto.html", manifesto=page.catalogue.manifesto, members=page.catalogue.members)


def _sources(page: PageRenderer, meta: Meta) -> Markup:
    uses = source_uses(page)
    # A source that supports nothing yet waits in its file for the page that will need it.
    used = [(source, uses[source.id]) for source in page.catalogue.sources if source.id in uses]
    return page.render("sources.html", sources=used)


def _map(page: PageRenderer, meta: Meta) -> Markup:
    return map_section(page)


def _doors(page: PageRenderer, meta: Meta) -> Markup:
    return page.render("doors.html")


SHOWN: Final[Mapping[str, Callable[[PageRenderer, Meta], Markup]]] = {
    "cover": _cover,
    "moment": _moment,
    "places": _places,
    "members": _members,
    "strip": _strip,
    "gallery": _gallery,
    "roll": _roll,
    "manifesto": _manifesto,
    "sources": _sources,
    "map": _map,
    "routes": route_list,
    "downloads": open_data.downloads,
    "fields": open_data.fields,
    "embed": open_data.embed,
    "plaques": open_data.plaques,
    "doors": _doors,
    "academy": academy_band,
    "next-session": next_session_line,
    "course": course,
    "glossary": glossary,
    "changemakers": changemakers.changemakers,
    "networks": changemakers.networks,
    "people": changemakers.people,
    "progress-members": changemakers.progress_members,
    "progress-people": changemakers.progress_people,
    "ties": changemakers.ties,
    "identity": duty.identity,
    "contact": duty.contact,
    "accessibility": duty.accessibility,
    "checks": duty.checks,
    "sitemap": duty.sitemap,
    "actions": actions.action_plan,
    "chronicle": actions.action_chronicle,
    "calendar": calendar.calendar_page,
    "measures": observatory.measures,
    "targets": observatory.targets,
    "series": observatory.series,
    "single-values": observatory.single_values,
    "series-fields": open_data.series_fields,
    "library": library,
    "library-path": library_path,
    "own-progress": course_progress,
    "translation-debt": translation_debt,
    "search": search.search_box,
    "plain-index": search.plain_index,
    "handbook": handbook,
    "handbook-turn": handbook_turn,
    "architecture": architecture,
    **{f"specimen-{name}": partial(specimens.specimen, name) for name in SPECIMENS},
}
"""What each directive becomes."""
