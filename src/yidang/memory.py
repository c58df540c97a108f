"""What a process keeps in its memory for others who ask the same: a room of so much, the oldest going first."""

from collections import OrderedDict
from collections.abc import Callable
from collections.abc import Hashable
from collections.abc import Sized
from threading import Lock
from typing import Any


class Memory:
    """At most `room` in all, by what `size` says of each; what was asked for longest ago goes first.

    What is larger than `largest` would push out many others and is not kept. Several threads may use it.
    """

    def __init__(self, room: int, largest: int | None = None, size: Callable[[Any], int] = len) -> None:
        self.room, self.largest, self.size = room, room if largest is None else largest, size
        self.held = 0
        self._kept: OrderedDict[Hashable, Sized] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> Any:
        """What is kept under a key; None for nothing."""
        with self._lock:
            if key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key]

    def put(self, key: Hashable, value: Any) -> None:
        """Keep it, in the place of what was there."""
        if self.size(value) > self.largest:
            return
        with self._lock:
            self._drop(key)
            self._kept[key] = value
            self.held += self.size(value)
            while self.held > self.room:
                self._drop(next(iter(self._kept)))

    def clear(self) -> None:
        """Keep nothing."""
        with self._lock:
            self._kept.clear()
            self.held = 0

    def _drop(self, key: Hashable) -> None:
        if key in self._kept:
            self.held -= self.size(self._kept.pop(key))

    def __len__(self) -> int:
        return len(self._kept)
