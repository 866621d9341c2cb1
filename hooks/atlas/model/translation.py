"""The debt of translation: the English texts whose French has changed since somebody last confirmed them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Lag:
    """An English text that may lag behind its French one.

    Attributes:
        key: What holds it: a file, or a record of a file of lists, as `docs/data/indicators.yml#population`.
        file: The file, relative to the project.
        line: Its line in the file; 0 when it is the whole file.
        field: The field of the English text in dotted form; empty when it is the whole file.
    """

    key: str
    file: str
    line: int
    field: str


@dataclass(frozen=True)
class TranslationDebt:
    """What English owes to French in what is published.

    Attributes:
        texts: How many English texts there are.
        lags: Those that may lag, by file and line.
        kept: Whether the project keeps a register of its translations: without one, nothing is known.
    """

    texts: int = 0
    lags: Sequence[Lag] = ()
    kept: bool = False

    def concerns(self, record: str, path: str) -> bool:
        """Return whether the page at `path`, made from the file `record`, shows a text that may lag."""
        last = path.rstrip("/").rpartition("/")[2]
        return any(lag.key in {record, f"{record}#{last}"} for lag in self.lags)
