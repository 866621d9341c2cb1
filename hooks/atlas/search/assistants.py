"""What assistants read first: the list of pages by section (`llms.txt`), all of them in one file, and the passages.

`llms.txt` follows llmstxt.org: a title, a quotation that says what the site is, then links by section.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from atlas import urls
from atlas.model import LANGS, Catalogue, Lang
from atlas.search.passages import PageText, Passage
from atlas.search.twins import LICENCE
from atlas.words import Words

LLMS: Final = "llms.txt"

LLMS_FULL: Final = "llms-full.txt"

TWIN: Final = "index.md"
"""The name of a page's twin, beside it."""

EDITIONS: Final[Mapping[Lang, str]] = {"fr": "Édition française", "en": "English edition"}


def llms_txt(catalogue: Catalogue, pages: Mapping[Lang, Sequence[PageText]]) -> str:
    """Return the list of the pages of both editions, by section, each with what it holds."""
    identity = catalogue.identity
    lines = [
        f"# {identity.name}",
        "",
        f"> {identity.description.en} Passages may be quoted under {LICENCE} with their address; every fact names its "
        f"source. Data: {identity.site_url}{urls.page_path('data', 'en')}",
    ]
    for lang in LANGS:
        sections: dict[str, list[PageText]] = {}
        for page in pages[lang]:
            sections.setdefault(page.kind, []).append(page)
        order = ("home", *urls.SLUGS)
        for kind, held in sorted(sections.items(), key=lambda section: order.index(section[0])):
            label = getattr(Words(lang), f"nav_{kind}")
            lines += ["", f"## {label} – {EDITIONS[lang]}", ""]
            lines += [f"- [{page.title}]({identity.site_url}{page.path}{TWIN}): {page.description}" for page in held]
    return "\n".join(lines) + "\n"


def assistant_files(
    catalogue: Catalogue,
    pages: Mapping[Lang, Sequence[PageText]],
    twins: Mapping[Lang, Sequence[str]],
    corpus: Mapping[Lang, Sequence[Passage]],
    day: date,
) -> dict[str, bytes]:
    """Return the files for assistants, by path.

    Args:
        catalogue: The records.
        pages: The rendered pages of each edition.
        twins: Their Markdown twins.
        corpus: Their passages.
        day: The date of the site's sources.
    """
    return {
        LLMS: llms_txt(catalogue, pages).encode(),
        LLMS_FULL: "\n".join(text for lang in LANGS for text in twins[lang]).encode(),
        urls.data_path("corpus.jsonl"): corpus_jsonl(catalogue, corpus, day.isoformat()),
    }


def corpus_jsonl(catalogue: Catalogue, corpus: Mapping[Lang, Sequence[Passage]], day: str) -> bytes:
    """Return every passage as a line of JSON: its address, titles, text, sources, licence and date."""
    lines = []
    for lang in LANGS:
        for passage in corpus[lang]:
            address = f"{catalogue.identity.site_url}{passage.path}"
            record = {
                "id": passage.key,
                "url": f"{address}#{passage.anchor}" if passage.anchor else address,
                "lang": passage.lang,
                "section": passage.kind,
                "titles": passage.titles,
                "text": passage.text,
                "sources": passage.sources,
                "licence": LICENCE,
                "date": day,
            }
            lines.append(json.dumps(record, ensure_ascii=False))
    return ("\n".join(lines) + "\n").encode()
