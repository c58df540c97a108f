"""A tick each minute inside the serving process, for portals without a timer of the machine.

A thread and no process of its own: nothing stays behind when the server stops, however it stops.
"""

from threading import Event
from threading import Thread
from yidang.command.opening import open_portal
from yidang.ticking import tick

import logging
import time


LOG = logging.getLogger("yidang.tick")
PAUSE = 60


class Ticker(Thread):
    """Ticks until it is told to stop; what goes wrong once is logged, and tried again a minute later."""

    def __init__(self, pause: float = PAUSE) -> None:
        super().__init__(name="yidang-tick", daemon=True)
        self.pause, self._stopped = pause, Event()

    def start(self) -> None:
        """The first tick comes at once, before anybody is served: what came due while the server was down has waited
        long enough, and what Zope makes ready at its first use is not made ready by two threads at once."""
        once()
        super().start()

    def run(self) -> None:
        """The others come as the minute begins, when moments do."""
        while not self._stopped.wait(self.pause - time.time() % self.pause):
            once()

    def stop(self, patience: float = 10) -> None:
        """Let a tick that is under way come to its end; then no more."""
        self._stopped.set()
        if self.is_alive():
            self.join(patience)


def once() -> None:
    """One tick with a connection of its own."""
    try:
        with open_portal():
            for outcome in tick():
                LOG.warning("%s", outcome.text)
    except Exception:
        LOG.exception("定时事项没有办成，一分钟后再试")
