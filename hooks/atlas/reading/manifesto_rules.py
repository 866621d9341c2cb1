"""What the manifesto must say of itself, and what its film needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from atlas.film import FOLDER
from atlas.model.film import Film
from atlas.model.manifesto import Article
from atlas.model.text import Text
from atlas.model.vocabulary import ManifestoStanding
from atlas.reading.entries import Content
from atlas.reading.problems import Problem, quoted


def manifesto_says_what_it_is(content: Content) -> Iterator[Problem]:
    """Check that the signed text has its date, and a working text its notice and its sources."""
    entry = content.manifesto
    if entry is None:
        return
    standing = entry.data.get("standing")
    if standing == ManifestoStanding.SIGNED and not entry.data.get("signed_on"):
        yield entry.error(
            ("standing",),
            "le texte est signé, mais sans date de signature",
            "Ajoutez « signed_on: », la date de signature",
        )
    if standing == ManifestoStanding.WORKING:
        if entry.part("notice", Text) is None and not entry.data.get("notice"):
            yield entry.error(
                ("standing",), "le texte de travail n’a pas d’avertissement", "Ajoutez « notice: », avec fr: et en:"
            )
        for index, article in enumerate(_listed(entry.data.get("articles"))):
            if (
                isinstance(article, dict)
                and Article.model_fields.keys() >= article.keys()
                and not article.get("sources")
            ):
                wrong = "cet article n’a pas de source, dans un texte de travail"
                yield entry.error(
                    ("articles", index),
                    wrong,
                    "Ajoutez : sources: [identifiant-de-la-source] (de docs/data/sources.yml)",
                )


def film_can_be_shown(content: Content) -> Iterator[Problem]:
    """Check that a film has one place to be seen at, and that who does not hear it can read it."""
    film = content.manifesto.part("film", Film) if content.manifesto else None
    if content.manifesto is None or film is None:
        return
    if (film.file is None) == (film.url is None):
        cure = "Gardez « file: » ou « url: », l’un des deux"
        yield content.manifesto.error(("film",), "le film se voit à un endroit et un seul", cure)
    elif film.url is not None and film.host is None:
        yield content.manifesto.error(("film",), "l’hébergeur du film n’est pas nommé", "Ajoutez « host: », son nom")
    elif film.file is not None and film.captions is None:
        cure = "Ajoutez « captions: », avec fr: et en:, deux fichiers .vtt de docs/film/"
        yield content.manifesto.error(("film",), "le film n’a pas de sous-titres", cure)
    captions = [film.captions.fr, film.captions.en] if film.captions else []
    for name in filter(None, [film.file, *captions]):
        if not (content.root / FOLDER / name).is_file():
            yield content.manifesto.error(("film",), f"aucun fichier {quoted(name)} dans {FOLDER}", "Déposez-le")


def _listed(value: object) -> Sequence[Any]:
    return value if isinstance(value, list) else ()
