"""What goes with a session of the Academy: something to read, see, hear or take along."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, HttpUrl, StringConstraints

from atlas.model.dates import PartialDate
from atlas.model.record import Record
from atlas.model.source import Id
from atlas.model.text import Lang, Text, Words
from atlas.model.vocabulary import ResourceLang, ResourceLicence, ResourceType

MediaFile = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9.-]*\.(vtt|txt)$", max_length=80)]
"""The name of a file that goes with a recording: captions or a transcript."""


class MediaTexts(Record):
    """The files by which those who do not hear or see a recording read it, a language each.

    Attributes:
        fr: The French file.
        en: The English file.
    """

    fr: MediaFile | None = Field(default=None, description="Le fichier français.", examples=["visite-fr.vtt"])
    en: MediaFile | None = Field(default=None, description="Le fichier anglais.", examples=["visite-en.vtt"])

    @property
    def files(self) -> dict[Lang, str]:
        """The files that are named, by language."""
        named: dict[Lang, str | None] = {"fr": self.fr, "en": self.en}
        return {lang: name for lang, name in named.items() if name}


class Resource(Record):
    """Something to read, see or take along with a session.

    Attributes:
        id: Its identifier in the session.
        type: What it is.
        title: Its title.
        file: A file that stands beside the head of the session.
        page: A page of this site, by its kind.
        url: An address elsewhere.
        host: The name of who hosts a recording that is elsewhere.
        captions: The captions of a recording, in WebVTT.
        transcript: What a recording says and shows, as plain text.
        lang: Its language.
        licence: What it may be used for.
        author: Who made it.
        updated: When it was last changed.
    """

    id: Id = Field(description="L’identifiant dans la séance.", examples=["carte"])
    type: ResourceType = Field(description="Ce que c’est.", examples=["document"])
    title: Text = Field(description="Le titre.")
    file: Words | None = Field(
        default=None,
        pattern=r"^[a-z0-9][a-z0-9.-]*\.[a-z0-9]{2,5}$",
        description="Un fichier posé à côté de index.md.",
        examples=["carte.pdf"],
    )
    page: Words | None = Field(default=None, description="Une page de ce site, par sa clé.", examples=["map"])
    url: HttpUrl | None = Field(
        default=None, description="Une adresse ailleurs.", examples=["https://www.insee.fr/fr/statistiques/6455183"]
    )
    host: Words | None = Field(
        default=None, description="Le nom de l’hébergeur, pour un son ou une vidéo d’ailleurs.", examples=["PeerTube"]
    )
    captions: MediaTexts | None = Field(
        default=None, description="Les sous-titres d’un son ou d’une vidéo, en WebVTT, à côté de index.md."
    )
    transcript: MediaTexts | None = Field(
        default=None, description="La transcription d’un son ou d’une vidéo, en texte simple, à côté de index.md."
    )
    lang: ResourceLang = Field(description="La langue : fr, en ou both.", examples=["both"])
    licence: ResourceLicence = Field(description="La licence.", examples=["CC-BY-4.0"])
    author: Words = Field(description="Qui l’a faite.", examples=["Agence de Provence"])
    updated: PartialDate = Field(description="La date de la dernière mise à jour.", examples=["2026-11"])

    @property
    def is_recording(self) -> bool:
        """Whether it is heard or watched."""
        return self.type in (ResourceType.AUDIO, ResourceType.VIDEO)

    @property
    def published_files(self) -> tuple[str, ...]:
        """Its files that are published as they are: itself and its captions."""
        captions = self.captions.files.values() if self.captions else ()
        return tuple(filter(None, (self.file, *captions)))

    @property
    def files(self) -> tuple[str, ...]:
        """All its files: those that are published, and those whose text its page shows."""
        transcripts = self.transcript.files.values() if self.transcript else ()
        return (*self.published_files, *transcripts)
