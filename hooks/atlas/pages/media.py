"""Resources as a session shows them: recordings with their captions and transcript, PDF files with their first page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from markupsafe import Markup

from atlas import urls
from atlas.media.captions import read_captions
from atlas.media.pdf import look_at
from atlas.media.resources import resource_file, thumbnail_path
from atlas.model import Lang
from atlas.model.academy import Session
from atlas.model.resource import Resource
from atlas.model.vocabulary import ResourceType
from atlas.pages.rendering import PageRenderer
from atlas.wording import paragraphs

TYPES: Final = {
    "mp3": "audio/mpeg",
    "ogg": "audio/ogg",
    "opus": "audio/ogg",
    "m4a": "audio/mp4",
    "wav": "audio/wav",
    "mp4": "video/mp4",
    "webm": "video/webm",
}
"""The media types of recordings that browsers play, by extension."""


@dataclass(frozen=True)
class Track:
    """The captions of a recording in one language.

    Attributes:
        lang: The language.
        label: Its name, in that language.
        href: The link to the file.
    """

    lang: Lang
    label: str
    href: str


@dataclass(frozen=True)
class FirstPage:
    """The first page of a PDF, and how many there are.

    Attributes:
        pages: How many pages it has.
        src: The link to its picture; empty where a preview has not drawn it.
        height: The height of the picture, in pixels.
    """

    pages: int
    src: str
    height: int


def recording(page: PageRenderer, session: Session, resource: Resource) -> Markup:
    """Show a recording: played in the page when the site has it, else only once the reader asks its host."""
    src = page.asset(urls.resource_path(session.id, resource.file)) if resource.file else str(resource.url)
    extension = PurePosixPath(src.partition("?")[0]).suffix.removeprefix(".").lower()
    captions = resource.captions.files if resource.captions else {}
    names: dict[Lang, str] = {"fr": "Français", "en": "English"}
    tracks = [
        Track(lang, names[lang], page.asset(urls.resource_path(session.id, name))) for lang, name in captions.items()
    ]
    return page.render(
        "recording.html",
        resource=resource,
        element="audio" if resource.type is ResourceType.AUDIO else "video",
        src=src,
        type=TYPES.get(extension, ""),
        tracks=tracks,
        length=_length(page, session, resource),
        transcript=_transcript(page, session, resource),
    )


def first_page(page: PageRenderer, session: Session, resource: Resource) -> FirstPage | None:
    """Return the first page of a resource that is a PDF; none for any other."""
    if not resource.file or not resource.file.endswith(".pdf"):
        return None
    look = look_at(resource_file(page.root, session.id, resource.file))
    path = thumbnail_path(session.id, resource.file)
    return FirstPage(look.pages, page.asset(path) if page.file(path) else "", look.height)


def recording_seconds(page: PageRenderer, session: Session, resource: Resource) -> int:
    """Return how long a recording lasts, as its captions tell, in seconds."""
    return max((read_captions(text).seconds for text in _captions(page, session, resource)), default=0)


def _length(page: PageRenderer, session: Session, resource: Resource) -> str:
    minutes, seconds = divmod(recording_seconds(page, session, resource), 60)
    return f"{minutes} min {seconds:02} s" if minutes else f"{seconds} s"


def _captions(page: PageRenderer, session: Session, resource: Resource) -> list[str]:
    files = resource.captions.files.values() if resource.captions else ()
    return [resource_file(page.root, session.id, name).read_text(encoding="utf-8") for name in files]


def _transcript(page: PageRenderer, session: Session, resource: Resource) -> tuple[Lang, Sequence[Markup]]:
    """Return the transcript in the language of the page, else in the one that there is, with that language."""
    files = resource.transcript.files if resource.transcript else {}
    lang = page.lang if page.lang in files else next(iter(files))
    return lang, paragraphs(resource_file(page.root, session.id, files[lang]).read_text(encoding="utf-8"))
