"""The day on which the content is read: it decides whose consent still holds."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from typing import Final

CLOCK: Final = "ATLAS_TODAY"
"""Where a build keeps the day of the clock when it has set `SOURCE_DATE_EPOCH` itself.

That date is the one of the last change of the sources. A consent must also end in a site that nobody changes any more,
so the date of the files is not the day by which consents are judged.
"""


def today() -> date:
    """Return the day of the clock, or the day that `SOURCE_DATE_EPOCH` gave from outside for a reproducible build."""
    if CLOCK in os.environ:
        return date.fromisoformat(os.environ[CLOCK])
    if "SOURCE_DATE_EPOCH" in os.environ:
        return datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC).date()
    return clock()


def clock() -> date:
    """Return the day of the clock, the same in every time zone."""
    return datetime.now(UTC).date()
