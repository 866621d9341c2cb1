"""Making: every file that readers of the Academy take away, from the records to the bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from atlas import urls
from atlas.documents.press import open_press
from atlas.documents.printed import Print
from atlas.heavy import Rendering, render
from atlas.model import Catalogue
from atlas.model.academy import Session
from atlas.model.vocabulary import ResourceType
from atlas.pages.offers import PAPERS
from atlas.takeaway.archive import archive
from atlas.takeaway.booklet import Booklet
from atlas.takeaway.course import Course
from atlas.takeaway.edition import Edition
from atlas.takeaway.ledger import Ledger
from atlas.takeaway.made_from import made_from
from atlas.takeaway.offline import Folder, Paper
from atlas.takeaway.printable import printable_page
from atlas.typography import typeset
from atlas.words import TakeawayWords


def takeaways(
    catalogue: Catalogue,
    root: Path,
    editions: Callable[[], Sequence[Edition]],
    day: date,
    cache: Path,
    *,
    assets: Iterable[str] = (),
    only_cached: bool = False,
) -> list[tuple[str, bytes]]:
    """Return each file with its path: the documents, the archives that hold them, and the pages to print.

    Args:
        catalogue: The records.
        root: The project.
        editions: Makes the editions of the course; asked only when a source has changed.
        day: The date of the sources.
        cache: The folder of what earlier builds have rendered.
        assets: The names of what pages load, which hold a hash of its content.
        only_cached: Return nothing rather than make something new.

    Raises:
        DocumentError: When a document cannot be set.
        MissingVendorFileError: When the set-up has not cut the fonts.
    """
    if not catalogue.sessions:
        return []
    cache.mkdir(parents=True, exist_ok=True)
    ledger = Ledger(root, cache, day.isoformat(), repr(catalogue), *assets)
    found = ledger.files()
    if found is not None or only_cached:
        return found or []
    made = editions()
    first = list(documents(catalogue, root, made))
    papers = dict(render(first, cache))
    rest = [*archives(made, papers, day), *printables(made)]
    files = [*papers.items(), *render(rest, cache)]
    ledger.keep([*first, *rest])
    return files


def documents(catalogue: Catalogue, root: Path, editions: Sequence[Edition]) -> Iterator[Rendering]:
    """Yield the documents of each session and of the whole course, in each edition."""
    press, inks = open_press(catalogue, root)
    for edition in editions:
        for sessions in _parts(edition):
            texts = [edition.text(session) for session in sessions]
            course = Course(catalogue, texts, len(sessions) > 1, inks, edition.pictures)
            for kind in PAPERS:
                yield press.rendering(Booklet(course, kind, Print(catalogue, edition.lang)).document())


def archives(editions: Sequence[Edition], papers: Mapping[str, bytes], day: date) -> Iterator[Rendering]:
    """Yield the course offline of each session and of the whole, in each edition, with its documents."""
    for edition in editions:
        code = made_from(edition.renderer)
        for sessions in _parts(edition):
            folder = _folder(edition, sessions, papers, day)
            pages = [text for path in folder.paths for text in (path, edition.pages[path].body)]
            held = [part for paper in folder.papers for part in (paper.path, paper.content)]
            yield Rendering(
                urls.archive_path(edition.lang, folder.id),
                (*code, folder.name, folder.title, folder.summary, day.isoformat(), *pages, *held),
                lambda folder=folder: archive(folder.files(), day),  # type: ignore[misc]
            )


def printables(editions: Sequence[Edition]) -> Iterator[Rendering]:
    """Yield the page to print of each session and of the whole course, in each edition."""
    for edition in editions:
        code = made_from(edition.renderer)
        for sessions in _parts(edition):
            id = sessions[0].id if len(sessions) == 1 else None
            path = urls.print_path(edition.lang, id)
            pages = [page.body for page in edition.pages.values()]
            yield Rendering(
                f"{path}index.html",
                (*code, path, *pages),
                lambda edition=edition, sessions=sessions, id=id: printable_page(edition, sessions, id).encode(),  # type: ignore[misc]
            )


def _folder(edition: Edition, sessions: Sequence[Session], papers: Mapping[str, bytes], day: date) -> Folder:
    lang, words = edition.lang, TakeawayWords(edition.lang)
    id = sessions[0].id if len(sessions) == 1 else None
    paths = [(key, urls.document_path(kind, lang, id)) for kind, key in PAPERS.items()]
    held = [Paper(words(key), path, papers[path]) for key, path in paths]
    held += [paper for session in sessions for paper in _resources(edition, session)]
    return Folder(edition=edition, id=id, sessions=sessions, papers=held, day=day)


def _resources(edition: Edition, session: Session) -> Iterator[Paper]:
    """Yield the files that go with a session, but for recordings, which weigh more than all the rest."""
    home = edition.renderer.root / "docs" / "fr" / urls.SLUGS["academy"]["fr"] / session.id
    for resource in session.resources:
        if resource.file and resource.type not in (ResourceType.AUDIO, ResourceType.VIDEO):
            name = typeset(resource.title.in_(edition.lang), edition.lang)
            yield Paper(name, urls.resource_path(session.id, resource.file), (home / resource.file).read_bytes())


def _parts(edition: Edition) -> Iterator[Sequence[Session]]:
    """Yield what is taken away together: each session, then all of them when there are several."""
    for session in edition.sessions:
        yield [session]
    if len(edition.sessions) > 1:
        yield edition.sessions
