"""The date of the sources, which every dated file of a build bears, so that two builds agree to the byte."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from atlas.reading.today import CLOCK, clock

EPOCH: Final = "1767225600"
"""1 January 2026: the date of files whose project has no history, in seconds since 1970."""


def fix_build_date(root: Path) -> None:
    """Give every dated file of the build the date of the sources, so that two builds agree to the byte.

    `SOURCE_DATE_EPOCH` is what reproducible builds agree on; one set from outside is kept.
    """
    if "SOURCE_DATE_EPOCH" not in os.environ:
        # Files bear the date of the sources; consents end by the clock.
        os.environ[CLOCK] = clock().isoformat()
        command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
        try:
            found = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
        except (OSError, subprocess.CalledProcessError):
            found = ""
        os.environ["SOURCE_DATE_EPOCH"] = found or EPOCH


def build_moment() -> datetime:
    """Return the moment of the sources, which `fix_build_date` has set."""
    return datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)


def build_day() -> date:
    """Return the date of the sources: the same in every time zone."""
    return build_moment().date()
