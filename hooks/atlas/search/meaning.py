"""Ranking by meaning: each word of a question has a vector from a fixed lexicon, each passage a vector of its own.

A question is the weighted mean of its words' vectors, compared with those of the passages. The model,
multilingual-e5-small, runs when the lexicon is made and when a passage is new, never in the browser. At each build both
are projected on the directions in which the passages differ most, and cut to four bits.

Sources: S. Arora, Y. Liang and T. Ma, A Simple but Tough-to-Beat Baseline for Sentence Embeddings, 2017 (the weights);
L. Wang and others, Multilingual E5 Text Embeddings, 2024 (the model).
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

LEVELS: Final = 7
"""Four bits: from -7 to 7."""


@dataclass(frozen=True)
class Lexicon:
    """The vectors of words.

    Attributes:
        stems: The words, as `atlas.search.words.stem` leaves them, sorted.
        vectors: One row a stem, 384 numbers.
        weights: How much each says of what is asked, from 0 for words that stand everywhere to 1.
    """

    stems: Sequence[str]
    vectors: Floats
    weights: Floats

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """The row of each stem."""
        return {stem: rank for rank, stem in enumerate(self.stems)}


@dataclass(frozen=True)
class Projection:
    """The directions in which passages differ most.

    Attributes:
        mean: The mean of the passages, 384 numbers.
        axes: One row a direction.
        kept: The share of the passages' variance that these directions keep.
    """

    mean: Floats
    axes: Floats
    kept: float

    def __call__(self, vectors: Floats) -> Floats:
        """Return vectors in these directions, each of length 1."""
        found = (vectors - self.mean) @ self.axes.T
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        return np.asarray(np.divide(found, lengths, out=np.zeros_like(found), where=lengths > 0))


def fit(vectors: Floats, dimensions: int) -> Projection:
    """Return the projection on the first principal components of the passages' vectors."""
    mean = vectors.mean(axis=0)
    around = vectors - mean
    # By the covariance, 384 numbers square: the passages are many more.
    spread, columns = np.linalg.eigh(around.T @ around)
    spread, axes = spread[::-1], columns.T[::-1][:dimensions]
    # The sign of a component is a matter of the library: fixed here, so that two machines agree.
    axes = axes * np.sign(axes[np.arange(len(axes)), np.abs(axes).argmax(axis=1)])[:, None]
    share = float(spread[:dimensions].sum() / spread.sum())
    return Projection(mean, axes, share)


def packed(vectors: Floats, scales: Floats) -> bytes:
    """Return vectors in four bits a number, two numbers a byte, the first in the high half.

    Args:
        vectors: One row each; an even number of columns.
        scales: What the highest level stands for, a column each.
    """
    levels = np.clip(np.round(vectors / scales * LEVELS), -LEVELS, LEVELS).astype(np.int8) + 8
    return ((levels[:, 0::2] << 4) | levels[:, 1::2]).astype(np.uint8).tobytes()


def unpacked(data: bytes, scales: Floats) -> Floats:
    """Return the vectors that `packed` cut, one row each."""
    halves = np.frombuffer(data, np.uint8).reshape(-1, len(scales) // 2)
    levels = np.empty((len(halves), len(scales)), np.float64)
    levels[:, 0::2] = halves >> 4
    levels[:, 1::2] = halves & 15
    return np.asarray((levels - 8) / LEVELS * scales)


def scales_of(vectors: Floats) -> Floats:
    """Return what the highest level stands for, a column each: the few numbers beyond it are cut to it."""
    # Never nothing: a few passages may leave a direction empty.
    return np.asarray(np.maximum(np.abs(vectors).max(axis=0) * 0.6, 1e-3))


def framed(header: Mapping[str, Any], *parts: bytes) -> bytes:
    """Return a file: the length of its header, the header as JSON, then its parts."""
    head = json.dumps(header, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    return struct.pack("<I", len(head)) + head + b"".join(parts)


def unframed(content: bytes) -> tuple[dict[str, Any], bytes]:
    """Return the header of a file that `framed` made, and what follows it."""
    (length,) = struct.unpack_from("<I", content)
    return json.loads(content[4 : 4 + length]), content[4 + length :]
