"""Pages kept in the memory of a process.

The key holds the versions of all that a page shows, so nothing here can be out of date: what is old is never asked for
again and falls out at the end.
"""

from collections import OrderedDict
from threading import Lock
from typing import NamedTuple


MOST_BYTES = 32 * 1024 * 1024
LARGEST = 512 * 1024


class Kept(NamedTuple):
    """A page: its bytes and its Content-Type."""

    body: bytes
    content_type: str


class Shelf:
    """At most `most` bytes of pages, the least recently asked for going first; several threads may use it."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most, self._held, self._size, self._lock = most, OrderedDict(), 0, Lock()

    def get(self, key: str) -> Kept | None:
        """The page under a key."""
        with self._lock:
            found = self._held.get(key)
            if found is not None:
                self._held.move_to_end(key)
            return found

    def put(self, key: str, page: Kept) -> None:
        """Keep a page, unless it is so large that it would push out many others."""
        if len(page.body) > LARGEST:
            return
        with self._lock:
            self._drop(key)
            self._held[key] = page
            self._size += len(page.body)
            while self._size > self._most:
                self._drop(next(iter(self._held)))

    def clear(self) -> None:
        """Keep nothing."""
        with self._lock:
            self._held.clear()
            self._size = 0

    def _drop(self, key: str) -> None:
        page = self._held.pop(key, None)
        self._size -= len(page.body) if page is not None else 0

    def __len__(self) -> int:
        return len(self._held)


SHELF = Shelf()
