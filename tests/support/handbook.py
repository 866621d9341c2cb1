"""The handbook for contributors: its pages, the commands that they give, and a copy of the project to try them in."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

from support.projects import ROOT

FOLDERS = {"fr": ROOT / "docs" / "fr" / "contribuer", "en": ROOT / "docs" / "en" / "contribute"}
"""Where the pages are, by language."""

_BLOCK = re.compile(r"^(?P<indent>[ ]*)```sh\n(?P<commands>.*?)^(?P=indent)```$", re.DOTALL | re.MULTILINE)
_LEFT = shutil.ignore_patterns(
    ".git",
    ".venv",
    ".cache",
    ".*_cache",
    ".hypothesis",
    "node_modules",
    "vendor",
    "site",
    "site.*",
    "build",
    "__pycache__",
)


def commands(page: Path) -> list[str]:
    """Return the commands of the ```sh blocks of a page, in order."""
    blocks = _BLOCK.finditer(page.read_text(encoding="utf-8"))
    return [line for block in blocks for line in dedent(block["commands"]).splitlines() if line.strip()]


@dataclass(frozen=True)
class Answer:
    """What a command gave.

    Attributes:
        code: Its exit code.
        output: All that it printed.
    """

    code: int
    output: str


@dataclass(frozen=True)
class Desk:
    """A copy of the project, under git and with a remote beside it, as somebody has it who follows the handbook.

    Attributes:
        root: The folder of the copy.
    """

    root: Path

    def run(self, command: str) -> Answer:
        """Run a command as it is written, with nobody there to answer questions."""
        # Under `make test`, make would hand its own settings down.
        env = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS", "GIT_"))}
        env |= {"NO_COLOR": "1", "GIT_PAGER": "cat", "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=self.root,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=1200,  # against a command that hangs, not against a slow machine
        )
        return Answer(done.returncode, done.stdout)

    def read(self, name: str) -> str:
        """Return the text of a file."""
        return (self.root / name).read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        """Write a file."""
        (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        (self.root / name).write_text(text, encoding="utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace the first `old` of a file with `new`."""
        text = self.read(name)
        assert old in text, f"{old!r} is not in {name}"
        self.write(name, text.replace(old, new, 1))

    def commit(self, words: str) -> None:
        """Commit everything."""
        for command in (["add", "--all"], ["commit", "--quiet", "--message", words]):
            subprocess.run(["git", *command], cwd=self.root, check=True, capture_output=True)


def desk(folder: Path) -> Desk:
    """Copy the project into a new folder: its tools are linked, its files may be changed."""
    root = folder / "project"
    shutil.copytree(ROOT, root, ignore=_LEFT)
    for name, target in ((".venv", sys.prefix), ("node_modules", ROOT / "node_modules"), ("vendor", ROOT / "vendor")):
        (root / name).symlink_to(target)
    remote = folder / "remote.git"
    for command in (
        ["git", "init", "--quiet", "--bare", str(remote)],
        ["git", "init", "--quiet", "--initial-branch", "main", str(root)],
        ["git", "-C", str(root), "config", "user.name", "Camille Exemple"],
        ["git", "-C", str(root), "config", "user.email", "camille@example.org"],
        ["git", "-C", str(root), "remote", "add", "origin", str(remote)],
    ):
        subprocess.run(command, check=True, capture_output=True)
    # The links are not ignored as folders are.
    (root / ".git" / "info" / "exclude").write_text(".venv\nnode_modules\nvendor\n", encoding="utf-8")
    made = Desk(root)
    made.commit("Begin")
    return made


def targets() -> Sequence[str]:
    """Return the targets of the Makefile that people may call."""
    return re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
