"""A page made from a record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import yaml


@dataclass(frozen=True)
class Page:
    """One page of one edition, before MkDocs.

    Attributes:
        path: Its path from the root of the whole site: `en/places/iter/`.
        title: Its title.
        description: What it holds, in a sentence, for search engines and shares.
        layout: The kind of page, by which the theme chooses its form.
        body: Its content: Markdown in which HTML may stand.
        record: The file it comes from, relative to the project, which its edit link opens.
        questions: Questions that it answers, by which search finds it; readers do not see them.
        source: Its source file inside its edition, where that is not what its path says.
    """

    path: str
    title: str
    description: str
    layout: str
    body: str
    record: str
    source: str | None = None
    questions: Sequence[str] = ()

    @property
    def markdown(self) -> str:
        """The page as MkDocs reads it: front matter, then body."""
        meta: dict[str, object] = {
            "title": self.title,
            "description": self.description,
            "layout": self.layout,
            "record": self.record,
        }
        if self.questions:
            meta["questions"] = list(self.questions)
        front = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=10_000)
        return f"---\n{front}---\n\n{self.body}"
