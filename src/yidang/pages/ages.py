"""How long something has waited."""

from typing import NamedTuple

import time


DAY = 86_400
LATE = 7


class Age(NamedTuple):
    """Whole days, as words, and whether that is too long."""

    days: int

    @property
    def words(self) -> str:
        """`9 天`."""
        return f"{self.days} 天" if self.days else "今天"

    @property
    def late(self) -> str | None:
        """For the attribute `data-late`."""
        return "1" if self.days >= LATE else None


def age_of(since: int | None, now: float | None = None) -> Age:
    """The age of what came into its state at `since` (seconds since 1970)."""
    return Age(max(0, int(((now or time.time()) - since) // DAY)) if since else 0)
