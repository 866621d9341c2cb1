"""The film of the manifesto, when there is one to show."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, HttpUrl, StringConstraints

from atlas.model.record import Record
from atlas.model.source import SourceIds
from atlas.model.text import Text, Words

FilmFile = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\.(mp4|webm)$", max_length=80)]
"""The name of a film's file: it becomes a part of an address."""

CaptionsFile = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\.vtt$", max_length=80)]
"""The name of a file of captions in WebVTT."""


class Captions(Record):
    """The captions of a film: who does not hear it reads it, in both languages.

    Attributes:
        fr: The file of the French captions, in `docs/film/`.
        en: The file of the English captions.
    """

    fr: CaptionsFile = Field(description="Les sous-titres français, dans docs/film/.", examples=["manifeste-fr.vtt"])
    en: CaptionsFile = Field(description="Les sous-titres anglais, dans docs/film/.", examples=["manifeste-en.vtt"])


class Film(Record):
    """A film: hosted by the site, or a link to the host that has it, which is named first.

    Attributes:
        title: Its title.
        file: Its file in `docs/film/`, when the site hosts it.
        url: Its address, when another host does; nothing is asked of that host before the visitor follows the link.
        host: That host's name.
        captions: Its captions; required when the site hosts it.
        transcript: What is said and what is seen.
        sources: Where it was published.
    """

    title: Text = Field(description="Le titre du film.")
    file: FilmFile | None = Field(default=None, description="Le fichier, dans docs/film/.", examples=["manifeste.mp4"])
    url: HttpUrl | None = Field(default=None, description="L’adresse du film, s’il est hébergé ailleurs.")
    host: Words | None = Field(default=None, description="Le nom de l’hébergeur du film.", examples=["PeerTube"])
    captions: Captions | None = Field(default=None, description="Les sous-titres, dans les deux langues.")
    transcript: Text = Field(description="La transcription : ce qui est dit et ce que l’on voit.")
    sources: SourceIds = Field(description="Où le film a été publié.", examples=[["gomet-flasseur"]])
