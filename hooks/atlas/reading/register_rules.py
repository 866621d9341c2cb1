"""Rules of the register of addresses, as far as they need no built site."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.reading import addresses
from atlas.reading.entries import Content
from atlas.reading.problems import Problem


def addresses_can_be_read(content: Content) -> Iterator[Problem]:
    """Check that each line of the register is an address; whether all are still published, the build says."""
    yield from addresses.read(content.root)[1]
