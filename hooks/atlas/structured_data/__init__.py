"""Structured data: what a page presents, in the vocabulary of schema.org, for machines.

`page` begins with the page and what it presents; `academy`, `events` and `series` tell of those.
"""

from atlas.structured_data.node import serialised
from atlas.structured_data.page import page_data

__all__ = ["page_data", "serialised"]
