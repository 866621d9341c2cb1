"""The pages made from records: one a place, one a member, one a former address."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from atlas import urls
from atlas.model import Lang
from atlas.pages.page import Page
from atlas.pages.rendering import Renderer
from atlas.pages.stories import member_stories


def record_pages(renderer: Renderer) -> Iterator[Page]:
    """Yield the pages of every place and member of an edition."""
    catalogue, lang = renderer.catalogue, renderer.lang
    for story in renderer.stories:
        place = story.place
        page = renderer.page(urls.page_path("place", lang, place.id))
        yield Page(
            path=page.path,
            title=place.name.in_(lang),
            description=_one_line(place.summary.text.in_(lang)),
            layout="place",
            body=page.render("place.md", place=place, story=story),
            record=catalogue.files["place", place.id],
            questions=[question.in_(lang) for question in place.questions],
        )
    for tale in member_stories(catalogue):
        member = tale.member
        page = renderer.page(urls.page_path("member", lang, member.id))
        yield Page(
            path=page.path,
            title=member.short.in_(lang),
            description=_one_line(member.presentation.text.in_(lang)),
            layout="member",
            body=page.render("member.md", member=member, story=tale, places=tale.places),
            record=catalogue.files["member", member.id],
            questions=[question.in_(lang) for question in member.questions],
        )


def redirects(renderer: Renderer) -> Iterator[tuple[str, str]]:
    """Yield each former address of a record, as a path, with the HTML page that leads to the new one."""
    catalogue, lang = renderer.catalogue, renderer.lang
    for kind, records in (("place", catalogue.places), ("member", catalogue.members)):
        for record in records:
            for previous in record.previous_ids:
                start = urls.page_path(kind, lang, previous)
                link = urls.relative(urls.page_path(kind, lang, record.id), start=start)
                yield start, redirect(link, record.name.in_(lang), lang)


def redirect(link: str, name: str, lang: Lang) -> str:
    """Return a page that leads on at once, and by its link where that is refused."""
    sentence = {"fr": "Cette page a changé d’adresse", "en": "This page has moved"}[lang]
    return (
        f'<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8"><title>{escape(name)}</title>'
        f'<meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url={link}">'
        f'<link rel="canonical" href="{link}"></head>'
        f'<body><p>{sentence}: <a href="{link}">{escape(name)}</a></p></body></html>\n'
    )


def _one_line(text: str) -> str:
    """Return a text without marks or line breaks, for a description."""
    return " ".join(text.replace("*", "").split())
