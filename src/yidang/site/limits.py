"""How often one visitor may send something: remembered in this process only, and never written down."""

from collections import deque
from threading import Lock

import time


class Limit:
    """At most `most` times in `seconds` from one address. With several processes each counts for itself."""

    def __init__(self, most: int, seconds: int, addresses: int = 10_000) -> None:
        self.most, self.seconds, self.addresses = most, seconds, addresses
        self._times: dict[str, deque[float]] = {}
        self._lock = Lock()

    def take(self, address: str, now: float | None = None) -> bool:
        """Whether one more is allowed; if so it is counted."""
        now = time.monotonic() if now is None else now
        with self._lock:
            times = self._times.setdefault(address, deque())
            self._forget(times, now)
            if len(times) >= self.most:
                return False
            times.append(now)
            if len(self._times) > self.addresses:
                self._tidy(now)
            return True

    def clear(self) -> None:
        """Forget everybody."""
        with self._lock:
            self._times.clear()

    def _forget(self, times: deque[float], now: float) -> None:
        while times and times[0] <= now - self.seconds:
            times.popleft()

    def _tidy(self, now: float) -> None:
        """Keep those that still count; the oldest go when there are too many even so."""
        for address in list(self._times):
            self._forget(self._times[address], now)
            if not self._times[address]:
                del self._times[address]
        for address in list(self._times)[: max(0, len(self._times) - self.addresses)]:
            del self._times[address]
