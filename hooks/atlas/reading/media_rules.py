"""Rules of recordings and PDF files: who does not hear or see them can read them, and the files are what they say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from atlas.media.captions import read_captions
from atlas.media.pdf import UnreadablePdfError, look_at
from atlas.model.record import FieldPath
from atlas.model.resource import MediaTexts, Resource
from atlas.model.text import LANGS, Lang
from atlas.model.vocabulary import ResourceLang, ResourceType
from atlas.reading.academy import folder
from atlas.reading.entries import Content, Entry
from atlas.reading.problems import Problem, did_you_mean, listed, quoted
from atlas.reading.yaml_source import name_of

PLAYED: Final = {
    ResourceType.AUDIO: ("mp3", "ogg", "opus", "m4a", "wav"),
    ResourceType.VIDEO: ("mp4", "webm"),
}
"""The formats that browsers play without anything else."""

_NAMES: Final[dict[Lang, str]] = {"fr": "français", "en": "anglais"}


def media_can_be_followed(content: Content) -> Iterator[Problem]:
    """Check the captions, the transcript and the host of each recording, and that each PDF is one."""
    if content.academy is None:
        return
    for pair in content.academy.sessions.values():
        if pair.fr is None or pair.fr.record is None:
            continue
        beside = folder(content.root, "fr") / pair.id
        for rank, resource in enumerate(pair.fr.record.resources):
            look = _Look(pair.fr, ("resources", rank), resource, beside, content.root)
            if resource.is_recording:
                yield from look.recording()
            else:
                yield from look.no_recording()
            if resource.file and resource.file.endswith(".pdf"):
                yield from look.pdf()


class _Look:
    """A resource with the folder of its files."""

    def __init__(self, entry: Entry[Any], at: FieldPath, resource: Resource, beside: Path, root: Path) -> None:
        self.entry = entry
        self.at = at
        self.resource = resource
        self.beside = beside
        self.root = root

    def recording(self) -> Iterator[Problem]:
        """Yield what keeps somebody from following a recording."""
        resource = self.resource
        kinds = PLAYED[resource.type]
        if resource.file and resource.file.rpartition(".")[2] not in kinds:
            wrong = f"les navigateurs ne lisent pas {quoted(resource.file)}"
            yield self._error("file", wrong, f"Donnez un fichier {listed(kinds, most=9)}")
        if resource.page:
            yield self._error("page", "un enregistrement n’est pas une page du site", "Écrivez « file: » ou « url: »")
        if resource.url and not resource.host:
            yield self._error("url", "l’hébergeur n’est pas nommé", "Ajoutez « host: », son nom")
        if resource.host and not resource.url:
            yield self._error("host", "le site l’héberge lui-même", "Ôtez « host: »")
        yield from self._texts("captions", "sous-titres", "vtt")
        yield from self._texts("transcript", "transcription", "txt")

    def no_recording(self) -> Iterator[Problem]:
        """Yield what only a recording has."""
        for name in ("host", "captions", "transcript"):
            if getattr(self.resource, name):
                wrong = f"seul un enregistrement a {quoted(name + ':')}"
                cure = f"{self.entry.removal((*self.at, name))}, ou écrivez « type: audio » ou « type: video »"
                yield self._error(name, wrong, cure)

    def pdf(self) -> Iterator[Problem]:
        """Yield that a file is no PDF, whatever its name says."""
        path = self.beside / str(self.resource.file)
        if path.is_file():
            try:
                empty = look_at(path).pages == 0
            except UnreadablePdfError:
                wrong = f"{quoted(path.name)} n’est pas un PDF lisible"
                yield self._error("file", wrong, "Exportez-le de nouveau en PDF, sans mot de passe")
            else:
                if empty:
                    yield self._error("file", f"{quoted(path.name)} n’a aucune page", "Exportez-le de nouveau")

    def _texts(self, field: str, noun: str, extension: str) -> Iterator[Problem]:
        texts: MediaTexts | None = getattr(self.resource, field)
        files = texts.files if texts else {}
        wanted = LANGS if self.resource.lang is ResourceLang.BOTH else [self.resource.lang.value]
        for lang in wanted:
            if lang not in files:
                wrong = f"l’enregistrement n’a pas de {noun} en {_NAMES[lang]}"  # type: ignore[index]
                cure = f"Ajoutez « {field}: {{{lang}: nom-{lang}.{extension}}} » et déposez ce fichier à côté"
                yield self._error(field if texts else None, wrong, cure)
        for lang, name in files.items():
            yield from self._text((*self.at, field, lang), name, extension)

    def _text(self, field: FieldPath, name: str, extension: str) -> Iterator[Problem]:
        path = self.beside / name
        if not name.endswith(f".{extension}"):
            yield self.entry.error(field, f"{quoted(name)} n’est pas un fichier .{extension}", "Corrigez le nom")
            return
        try:
            text = path.read_bytes().decode("utf-8")
        except FileNotFoundError:
            wrong = f"aucun fichier {quoted(name)} à côté de {self.entry.document.path}"
            near = did_you_mean(name, [file.name for file in self.beside.glob(f"*.{extension}")])
            yield self.entry.error(field, wrong, f"Vouliez-vous dire « {near} » ?" if near else "Déposez-le")
            return
        except UnicodeDecodeError:
            yield Problem(name_of(path, self.root), 0, "", "le fichier n’est pas en UTF-8", "Enregistrez-le en UTF-8")
            return
        if extension == "vtt":
            for fault in read_captions(text).faults:
                yield Problem(name_of(path, self.root), fault.line, "", fault.wrong, fault.cure)
        elif not text.strip():
            yield Problem(name_of(path, self.root), 0, "", "la transcription est vide", "Écrivez ce qui est dit et vu")

    def _error(self, field: str | None, wrong: str, cure: str) -> Problem:
        return self.entry.error((*self.at, field) if field else self.at, wrong, cure)
