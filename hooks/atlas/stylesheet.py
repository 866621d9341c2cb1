"""The stylesheet as readers get it: without the comments and the layout that are for those who write it.

Compressed, that is a quarter of its weight, on every first visit.
"""

from __future__ import annotations

import re
from typing import Final

_STRING = r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
_COMMENT: Final = re.compile(_STRING + r"|/\*.*?\*/", re.S)
# A space before a colon or around a sign can mean something: `a :hover`, `calc(1px + 2px)`. These cannot.
_SPACE: Final = re.compile(_STRING + r"|\s*([{};,])\s*|(:)\s+|\s+")


def minified(sheet: str) -> str:
    """Return a stylesheet that says the same in fewer characters."""
    plain = _COMMENT.sub(lambda found: found[1] or "", sheet)
    return _SPACE.sub(lambda found: found[1] or found[2] or found[3] or " ", plain).replace(";}", "}").strip() + "\n"
