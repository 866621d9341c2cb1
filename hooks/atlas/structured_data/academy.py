"""The Academy in the vocabulary of schema.org: a session is a course, a lesson a learning resource."""

from __future__ import annotations

from collections.abc import Iterable

from atlas import urls
from atlas.model import Catalogue, Lang, Text
from atlas.model.academy import Lesson, Session
from atlas.model.vocabulary import ScheduleStatus, SessionMode
from atlas.structured_data.node import Node

MODES = {SessionMode.ON_SITE: ["onsite"], SessionMode.REMOTE: ["online"], SessionMode.BOTH: ["onsite", "online"]}
"""What schema.org calls the ways to attend."""

EVENTS = {
    ScheduleStatus.PLANNED: "EventScheduled",
    ScheduleStatus.CONFIRMED: "EventScheduled",
    ScheduleStatus.CANCELLED: "EventCancelled",
}
"""What schema.org calls the standing of a date."""


def course_node(catalogue: Catalogue, session: Session, address: str, lang: Lang) -> Node:
    """Return a session as a course, with its lessons; a date only when it has one."""
    site = catalogue.identity.site_url
    parts = [
        {"@type": "LearningResource", "name": lesson.title.in_(lang), "url": _page(site, lesson, lang)}
        for lesson in session.lessons
    ]
    node: Node = {
        "@type": "Course",
        "@id": f"{address}#course",
        "name": session.title.in_(lang),
        "description": _plain(session.summary, lang),
        "url": address,
        "inLanguage": lang,
        "educationalLevel": session.level.label(lang),
        "timeRequired": f"PT{session.minutes}M",
        "teaches": _plain_list(session.objectives, lang),
        "audience": {"@type": "Audience", "audienceType": _plain(session.audience, lang)},
        "provider": {"@id": f"{site}#organization"},
        "version": session.edition,
        "hasPart": parts,
    }
    if session.prerequisites:
        before = (catalogue.session[id] for id in session.prerequisites)
        node["coursePrerequisites"] = [site + urls.page_path("session", lang, one.id) for one in before]
    if session.scheduled:
        node["hasCourseInstance"] = {
            "@type": "CourseInstance",
            "courseMode": MODES[session.mode],
            "startDate": session.scheduled.starts.isoformat(),
            "endDate": session.scheduled.ends.isoformat(),
            "eventStatus": f"https://schema.org/{EVENTS[session.scheduled.status]}",
        }
    return node


def lesson_node(catalogue: Catalogue, lesson: Lesson, address: str, lang: Lang) -> Node:
    """Return a lesson as a learning resource, part of its course."""
    site = catalogue.identity.site_url
    session = catalogue.session[lesson.session]
    above = site + urls.page_path("session", lang, session.id)
    return {
        "@type": "LearningResource",
        "@id": f"{address}#lesson",
        "name": lesson.title.in_(lang),
        "description": _plain(lesson.summary, lang),
        "url": address,
        "inLanguage": lang,
        "learningResourceType": "lesson",
        "educationalLevel": session.level.label(lang),
        "timeRequired": f"PT{lesson.minutes}M",
        "teaches": _plain_list(lesson.objectives, lang),
        "isPartOf": {"@type": "Course", "@id": f"{above}#course", "name": session.title.in_(lang), "url": above},
    }


def _page(site: str, lesson: Lesson, lang: Lang) -> str:
    return site + urls.page_path("lesson", lang, lesson.key)


def _plain_list(texts: Iterable[Text], lang: Lang) -> list[str]:
    return [_plain(text, lang) for text in texts]


def _plain(text: Text, lang: Lang) -> str:
    return " ".join(text.in_(lang).replace("*", "").split())
