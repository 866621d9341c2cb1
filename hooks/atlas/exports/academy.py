"""The Academy as JSON: the sessions with their lessons, and everything that one may read or take away.

The names of those who speak at a session stay on its page: a licence of open data does not cover a person's name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from atlas import urls
from atlas.exports.about import About
from atlas.exports.texts import both, term
from atlas.model import LANGS, Catalogue, Text
from atlas.model.academy import Lesson, Session
from atlas.model.authored import calls
from atlas.model.resource import Resource
from atlas.model.schedule import Schedule
from atlas.model.vocabulary import (
    Level,
    ResourceLang,
    ResourceLicence,
    ResourceType,
    ScheduleStatus,
    SessionMode,
    Term,
    Theme,
)

LESSON: Final = {"fr": "Leçon", "en": "Lesson"}
"""What a lesson is called among resources."""


def academy_json(catalogue: Catalogue, about: About) -> dict[str, Any]:
    """Return the sessions, their lessons in order, and the glossary."""
    vocabularies: dict[str, type[Term]] = {
        "theme": Theme,
        "mode": SessionMode,
        "level": Level,
        "schedule_status": ScheduleStatus,
    }
    return {
        **about.head("academy"),
        "count": len(catalogue.sessions),
        "vocabularies": _vocabularies(vocabularies),
        "sessions": [_session(session, about) for session in catalogue.sessions],
        "glossary": [
            {"id": one.id, "term": both(one.term), "definition": both(one.definition), "sources": one.sources}
            for one in catalogue.terms
        ],
    }


def _session(session: Session, about: About) -> dict[str, Any]:
    return {
        "id": session.id,
        "order": session.order,
        "url": about.pages("session", session.id),
        "title": both(session.title),
        "summary": both(session.summary),
        "edition": session.edition,
        "scheduled": _schedule(session.scheduled),
        "mode": session.mode.value,
        "level": session.level.value,
        "audience": both(session.audience),
        "prerequisites": session.prerequisites,
        "prerequisites_text": both(session.prerequisites_text) if session.prerequisites_text else None,
        "themes": [theme.value for theme in session.themes],
        "objectives": _texts(session.objectives),
        "minutes": session.minutes,
        "exercise_minutes": session.exercise_minutes,
        "places": session.places,
        "members": session.members,
        "actions": session.actions,
        "lessons": [_lesson(lesson, about) for lesson in session.lessons],
        "sources": _cited(session.body.values()),
    }


def _schedule(held: Schedule | None) -> dict[str, Any] | None:
    if held is None:
        return None
    return {
        "start": held.starts.isoformat(),
        "end": held.ends.isoformat(),
        "minutes": held.minutes,
        "status": held.status.value,
        "place": held.place,
        "link": str(held.link) if held.link else None,
        "changes": [{"date": change.date, "what": both(change.what)} for change in held.changes],
    }


def _lesson(lesson: Lesson, about: About) -> dict[str, Any]:
    told = [lesson.body[lang].whole for lang in LANGS] + [
        text for one in lesson.key_points for text in (one.fr, one.en)
    ]
    return {
        "id": lesson.id,
        "url": about.pages("lesson", lesson.key),
        "title": both(lesson.title),
        "summary": both(lesson.summary),
        "minutes": lesson.minutes,
        "exercise_minutes": lesson.exercise_minutes,
        "questions": len(lesson.body["fr"].questions),
        "objectives": _texts(lesson.objectives),
        "places": lesson.places,
        "members": lesson.members,
        "terms": lesson.terms,
        "sources": _cited(told),
    }


def resources_json(catalogue: Catalogue, about: About) -> dict[str, Any]:
    """Return everything to read or take away: each lesson, then each resource of each session."""
    resources = list(_resources(catalogue, about))
    labels: dict[str, type[Term]] = {
        "type": ResourceType,
        "lang": ResourceLang,
        "licence": ResourceLicence,
        "theme": Theme,
    }
    vocabularies = _vocabularies(labels)
    vocabularies["type"]["lesson"] = LESSON
    return {
        **about.head("resources"),
        "count": len(resources),
        "vocabularies": vocabularies,
        "resources": resources,
    }


def _resources(catalogue: Catalogue, about: About) -> Iterator[dict[str, Any]]:
    for session in catalogue.sessions:
        shared = {
            "session": session.id,
            "themes": [theme.value for theme in session.themes],
            "level": session.level.value,
            "edition": session.edition,
        }
        for lesson in session.lessons:
            yield {
                "id": lesson.key,
                "type": "lesson",
                "title": both(lesson.title),
                "url": about.pages("lesson", lesson.key),
                "lang": ResourceLang.BOTH.value,
                "licence": ResourceLicence.CC_BY.value,
                "author": about.agency,
                "updated": lesson.updated,
                "minutes": lesson.minutes,
                "places": lesson.places,
                "host": None,
                "captions": {},
                **shared,
            }
        for resource in session.resources:
            yield {
                "id": f"{session.id}/{resource.id}",
                "type": resource.type.value,
                "title": both(resource.title),
                "url": _addresses(session, resource, about),
                "lang": resource.lang.value,
                "licence": resource.licence.value,
                "author": resource.author,
                "updated": resource.updated,
                "minutes": None,
                "places": session.places,
                "host": resource.host,
                "captions": _captions(session, resource, about),
                **shared,
            }


def _addresses(session: Session, resource: Resource, about: About) -> Mapping[str, str]:
    if resource.page:
        return about.pages(resource.page)  # type: ignore[return-value]
    address = str(resource.url) if resource.url else about.site_url + urls.resource_path(session.id, str(resource.file))
    return {"fr": address, "en": address}


def _captions(session: Session, resource: Resource, about: About) -> Mapping[str, str]:
    """Return the addresses of the captions of a recording, by language."""
    files = resource.captions.files if resource.captions else {}
    return {lang: about.site_url + urls.resource_path(session.id, name) for lang, name in files.items()}


def _vocabularies(labels: Mapping[str, type[Term]]) -> dict[str, dict[str, Any]]:
    return {name: {value.value: term(value) for value in terms} for name, terms in labels.items()}


def _texts(texts: Sequence[Text]) -> list[Any]:
    return [both(text) for text in texts]


def _cited(texts: Any) -> list[str]:
    return sorted({id for text in texts for _, id in calls(text)})
