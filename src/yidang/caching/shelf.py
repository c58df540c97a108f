"""Pages kept in the memory of a process.

The key holds the versions of all that a page shows, so nothing here can be out of date: what is old is never asked for
again and falls out at the end.
"""

from typing import NamedTuple
from yidang.memory import Memory


MOST_BYTES = 32 * 1024 * 1024
LARGEST = 512 * 1024


class Kept(NamedTuple):
    """A page: its bytes and its Content-Type."""

    body: bytes
    content_type: str


class Shelf(Memory):
    """At most `most` bytes of pages."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        super().__init__(most, LARGEST, lambda page: len(page.body))


SHELF = Shelf()
