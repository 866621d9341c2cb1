"""Whole projects made for a test: the real code and theme over a few small records."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from atlas.reading.loading import Loaded

ROOT = Path(__file__).resolve().parents[2]
SMALL_SITE = ROOT / "tests" / "fixtures" / "small_site"
CODE = ("mkdocs.yml", "mkdocs.en.yml", "hooks", "docs/theme", "vendor")
"""What a project takes from the real one: copied, so that a test may change it."""

Files = Mapping[str, str | bytes | None]
"""Contents by path; none removes the file."""


@dataclass(frozen=True)
class Built:
    """What a build left.

    Attributes:
        exit_code: The status of the command.
        output: All that it printed.
        site: The folder of the site; it may not exist.
    """

    exit_code: int
    output: str
    site: Path

    def page(self, path: str = "") -> str:
        """Return the HTML of the page at `path`, such as `en/places/`."""
        return (self.site / path / "index.html").read_text(encoding="utf-8")


def build(root: Path, site: Path, **env: str) -> Built:
    """Build the project at `root` into `site`, strictly and in a process of its own."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    done = subprocess.run(
        command,
        cwd=root,
        # Small projects share what the real one has rendered: the cache never changes a byte (see test_build).
        env={**os.environ, "NO_MKDOCS_2_WARNING": "true", "ATLAS_CACHE": str(ROOT / ".cache" / "heavy"), **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=1800,  # against a build that hangs, not against a slow machine
    )
    return Built(done.returncode, done.stdout, site)


@dataclass(frozen=True)
class Project:
    """A project in a folder of its own.

    Attributes:
        root: The folder.
    """

    root: Path

    def write(self, files: Files) -> None:
        """Write or remove files."""
        for name, content in files.items():
            path = self.root / name
            if content is None:
                path.unlink()
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace `old`, which must stand once in the file, with `new`."""
        text = (self.root / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write({name: text.replace(old, new)})

    def load(self) -> Loaded:
        """Read and check the records in this process, in milliseconds."""
        from atlas.reading.loading import load

        return load(self.root)

    def build(self, **env: str) -> Built:
        """Build the site strictly, in a process of its own."""
        return build(self.root, self.root / "site", **env)

    def build_well(self, **env: str) -> Built:
        """Build the site, and fail with the end of what was printed when that does not go well."""
        built = self.build(**env)
        if built.exit_code:
            raise AssertionError("the build failed:\n" + "\n".join(built.output.splitlines()[-8:]))
        return built


def small_project(root: Path, files: Files | None = None) -> Project:
    """Make a project of two places and two members at `root`, with `files` laid over it."""
    shutil.copytree(SMALL_SITE, root, dirs_exist_ok=True)
    for name in CODE:
        source, target = ROOT / name, root / name
        if source.is_dir():
            # With what Python has compiled, whose dates still fit: hundreds of modules a build.
            shutil.copytree(source, target)
        else:
            shutil.copyfile(source, target)
    project = Project(root)
    project.write(files or {})
    return project
