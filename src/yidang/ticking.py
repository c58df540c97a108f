"""The tick: what has come due is done, once a minute, by `bin/yidang tick` or by the server of the demonstration.

A room that has something to do at a moment of its own registers a job, a named utility. Each thing that is due gets a
transaction of its own, so that one which fails does not hold up the others; whoever meets another writer tries again
and sees what the other has done. So a tick beside a running portal, or beside another tick, does nothing twice.

The caller sets the site and the person in whose name jobs act (the command: the system).
"""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import datetime
from transaction.interfaces import TransientError
from typing import NamedTuple
from yidang import clock
from yidang.errors import Refused
from zope.component import getUtilitiesFor
from zope.interface import Attribute
from zope.interface import Interface

import logging
import transaction


LOG = logging.getLogger("yidang.tick")
TRIES = 8


class ITickJob(Interface):
    """A kind of work that comes due; registered by name: `<utility name="yidang.schedule" factory=… />`."""

    title = Attribute("What it does, in a few Chinese words")

    def due(now: datetime) -> Iterable[str]:
        """Keys of what is due, the longest due first. A key means the same thing in another transaction."""

    def do(key: str, now: datetime) -> str:
        """Do one thing and tell it in a Chinese sentence; "" when there is nothing left to do, since another tick or a
        person came first. Raises `Refused` when it must not be done now. The runner commits."""

    def held_back(key: str, refusal: Refused, now: datetime) -> str:
        """After `do` was refused and undone, in a transaction of its own: see to it that people hear of it. A sentence
        when that is news, "" when they know already."""


class Outcome(NamedTuple):
    """What became of one thing that was due."""

    job: str
    key: str
    text: str
    failed: bool = False


def tick(now: datetime | None = None) -> Iterator[Outcome]:
    """Do all that is due at `now` (this moment when left out); what happened, one by one. Commits."""
    now = now or clock.now()
    for job in jobs():
        try:
            keys = due_in(job, now)
        except Exception:
            LOG.exception("%s：查不出到期的事项", job.title)
            yield Outcome(job.title, "", f"{job.title}：查不出到期的事项，详情见日志。", failed=True)
            continue
        yield from (outcome for key in keys if (outcome := one(job, key, now)).text)


def jobs() -> list:
    """Every job, in the order of their names."""
    return [job for _, job in sorted(getUtilitiesFor(ITickJob), key=lambda pair: pair[0])]


def due_in(job, now: datetime) -> list[str]:
    """What is due, as the last commit left it."""
    transaction.begin()
    try:
        return list(job.due(now))
    finally:
        transaction.abort()


def one(job, key: str, now: datetime) -> Outcome:
    """One thing, in its own transaction, tried again when another writer was in the way."""
    try:
        try:
            return Outcome(job.title, key, committed(lambda: job.do(key, now)))
        except Refused as refusal:
            said = refusal
        return Outcome(job.title, key, committed(lambda: job.held_back(key, said, now)))
    except Exception:
        # Told by the command, in full in the log; the others go on.
        LOG.exception("%s：%s 没有办成", job.title, key)
        return Outcome(job.title, key, f"{job.title}：有一件没有办成（{key}），详情见日志。", failed=True)


def committed(act) -> str:
    """Do `act` and commit; nothing of it stays when it fails."""
    for left in reversed(range(TRIES)):
        transaction.begin()
        try:
            text = act()
            transaction.commit()
            return text
        except TransientError:
            transaction.abort()
            if not left:
                raise
        except BaseException:
            transaction.abort()
            raise
    raise AssertionError("unreachable")
