"""A node of structured data, and how it is written into a page."""

from __future__ import annotations

import json
from typing import Any, Final

Node = dict[str, Any]
"""A thing of schema.org, with its properties."""

_UNSAFE: Final = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def serialised(data: Node) -> str:
    """Return data as JSON that may stand in a `script` element: nothing in it can end the element."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)
