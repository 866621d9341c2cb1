"""Heavy files: pictures and documents that take long to render, kept from one build to the next.

The cache is keyed on all that a rendering is made from, so it can save time and never change a
byte. It lives outside the published site and may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Rendering:
    """One heavy file.

    Attributes:
        path: Where it is published, from the root of the whole site.
        inputs: All that decides its content: what is fed to the renderer, and the renderer's name and version.
        make: Renders it. It must depend on nothing but the inputs, and may run in a thread of its own.
    """

    path: str
    inputs: tuple[str | bytes, ...]
    make: Callable[[], bytes]

    @property
    def key(self) -> str:
        """The name of the rendering in the cache."""
        digest = hashlib.sha256()
        for part in self.inputs:
            content = part.encode() if isinstance(part, str) else part
            digest.update(len(content).to_bytes(8, "big") + content)
        return digest.hexdigest()


def cache_folder(root: Path) -> Path:
    """Return where the project at `root` keeps its renderings: `ATLAS_CACHE`, or a folder of its own."""
    return Path(os.environ.get("ATLAS_CACHE") or root / ".cache" / "heavy")


def put_off() -> bool:
    """Return whether `ATLAS_HEAVY=cached` asks to render nothing new: a benchmark of pages must not time posters."""
    return os.environ.get("ATLAS_HEAVY") == "cached"


def render(renderings: Iterable[Rendering], cache: Path, *, only_cached: bool = False) -> Iterator[tuple[str, bytes]]:
    """Yield each file with its content, in the order given.

    Args:
        renderings: The files.
        cache: The folder of the cache; it is made when missing.
        only_cached: Leave out what the cache lacks: a preview must not wait for a poster.
    """
    cache.mkdir(parents=True, exist_ok=True)
    wanted = list(renderings)

    def content(rendering: Rendering) -> bytes | None:
        kept = cache / rendering.key
        try:
            return kept.read_bytes()
        except FileNotFoundError:
            pass
        if only_cached:
            return None
        made = rendering.make()
        # Written aside, then renamed: a build cut short must not leave half a file under a good name.
        part = kept.with_suffix(f".{os.getpid()}")
        part.write_bytes(made)
        part.rename(kept)
        return made

    with ThreadPoolExecutor(max_workers=os.cpu_count()) as threads:
        for rendering, found in zip(wanted, threads.map(content, wanted), strict=True):
            if found is not None:
                yield rendering.path, found
