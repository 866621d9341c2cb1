"""Rules of the resources of the Academy: each leads somewhere, and each file is told of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from atlas import urls
from atlas.model.academy import SessionHead
from atlas.model.resource import Resource
from atlas.reading.academy import folder
from atlas.reading.entries import Academy, Content, Entry
from atlas.reading.problems import Problem, Severity, did_you_mean, listed, quoted

PAGES: Final = (*urls.SLUGS, *urls.FURTHER)
"""The pages of the site that a resource may be."""


def resources_lead_somewhere(content: Content) -> Iterator[Problem]:
    """Check that a resource is a file, a page or an address, that it is there, and that its name is its own."""
    if content.academy is None:
        return
    for pair in content.academy.sessions.values():
        head = pair.fr.record if pair.fr else None
        if pair.fr is None or head is None:
            continue
        first: set[str] = set()
        for rank, resource in enumerate(head.resources):
            if resource.id in first:
                wrong = f"l’identifiant {quoted(resource.id)} est déjà pris dans la séance"
                yield pair.fr.error(("resources", rank, "id"), wrong, "Choisissez-en un autre")
            first.add(resource.id)
            yield from _target(pair.fr, rank, resource, content)
        yield from _untold(pair.id, head, content.academy)


def _target(entry: Entry[Any], rank: int, resource: Resource, content: Content) -> Iterator[Problem]:
    named = [name for name in ("file", "page", "url") if getattr(resource, name)]
    if len(named) != 1:
        wrong = "la ressource est à un endroit et un seul" if named else "la ressource ne mène nulle part"
        yield entry.error(("resources", rank), wrong, "Gardez « file: », « page: » ou « url: »")
    elif resource.page and resource.page not in PAGES:
        near = did_you_mean(resource.page, PAGES)
        cure = f"Vouliez-vous dire « {near} » ?" if near else f"Écrivez {listed(PAGES, most=9)}"
        yield entry.error(("resources", rank, "page"), f"aucune page ne s’appelle {quoted(resource.page)}", cure)
    elif resource.file and not (folder(content.root, "fr") / entry.id / resource.file).is_file():
        wrong = f"aucun fichier {quoted(resource.file)} à côté de {entry.document.path}"
        yield entry.error(("resources", rank, "file"), wrong, "Déposez-le")


def _untold(session: str, head: SessionHead, academy: Academy) -> Iterator[Problem]:
    """Notice the files that no resource tells of: they would not be published."""
    told = {name for resource in head.resources for name in resource.files}
    for lang, name in academy.others.get(session, ()):
        if name not in told:
            path = f"docs/{lang}/{urls.SLUGS['academy'][lang]}/{session}/{name}"
            cure = "Ajoutez une ressource « file: » à la séance, ou ôtez-le"
            yield Problem(path, 0, "", "aucune ressource ne cite ce fichier", cure, Severity.NOTICE)
