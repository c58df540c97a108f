"""Tiers of attention over time: which one a client had on a day, and the stretches of days of each."""

from datetime import date
from datetime import timedelta
from typing import NamedTuple


# Since when, which tier; oldest first. A draft without 建档日期 has a first step without a day: it holds from ever.
Steps = tuple[tuple[date | None, str], ...]


class Stretch(NamedTuple):
    """Days on which a client had one tier, both included; `until` None: still; `since` None: no day was written."""

    since: date | None
    until: date | None
    tier: str


def with_step(steps: Steps, since: date, tier: str) -> Steps:
    """The steps with one more; what was told for later days no longer holds, and no two neighbours are alike."""
    earlier = [step for step in steps if step[0] is None or step[0] < since]
    if earlier and earlier[-1][1] == tier:
        return tuple(earlier)
    return (*earlier, (since, tier))


def stretches(client) -> list[Stretch]:
    """From the day of the file until the end of the service, one after another."""
    begun, ended = client.recorded_on, client.ended
    steps = list(client.tiers or ()) or [(begun, client.tier)]
    found: list[Stretch] = []
    for index, (since, tier) in enumerate(steps):
        since = begun if index == 0 else max(since, begun or since)
        until = steps[index + 1][0] - timedelta(days=1) if index + 1 < len(steps) else None
        until = min((day for day in (until, ended) if day is not None), default=None)
        if until is None or since is None or since <= until:
            found.append(Stretch(since, until, tier))
    return found


def tier_on(client, day: date | None) -> str:
    """The tier on a day; before the file was made, the first one."""
    tier = client.tier
    steps = client.tiers or ()
    if day is None or not steps:
        return tier
    known = [step[1] for step in steps if step[0] is None or step[0] <= day]
    return known[-1] if known else steps[0][1]
