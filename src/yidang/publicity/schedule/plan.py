"""What an article knows of its schedule: when to appear, when to go, what holds it back, who changed it.

Moments are kept as seconds since 1970: a zone of Python's own cannot be stored.
"""

from Acquisition import aq_base
from datetime import datetime
from typing import Any
from typing import NamedTuple
from yidang.clock import BEIJING


PUBLISH_AT, EXPIRE_AT = "publish_at", "expire_at"
HELD, LOG = "schedule_held", "schedule_log"
# A schedule that is changed more often than this is no schedule.
LONGEST_LOG = 100


class Plan(NamedTuple):
    """Both moments in Beijing; None where none was chosen."""

    publish_at: datetime | None = None
    expire_at: datetime | None = None


class Change(NamedTuple):
    """Somebody chose other moments."""

    at: datetime
    who: str
    plan: Plan


def plan_of(article) -> Plan:
    """The moments of an article."""
    return Plan(_moment(_kept(article, PUBLISH_AT)), _moment(_kept(article, EXPIRE_AT)))


def keep_plan(article, plan: Plan, who: str, now: datetime) -> None:
    """Write the moments down, and who chose them."""
    article.publish_at, article.expire_at = _seconds(plan.publish_at), _seconds(plan.expire_at)
    entry = (_seconds(now), who, article.publish_at, article.expire_at)
    article.schedule_log = (*(_kept(article, LOG) or ()), entry)[-LONGEST_LOG:]


def forget(article, *names: str) -> None:
    """A moment that has passed does its work once."""
    for name in names:
        if _kept(article, name) is not None:
            setattr(article, name, None)


def changes_of(article) -> list[Change]:
    """Who chose which moments, newest first."""
    entries = reversed(_kept(article, LOG) or ())
    return [Change(_moment(at), who, Plan(_moment(out), _moment(off))) for at, who, out, off in entries]


def held_of(article) -> str:
    """Why it did not appear at its moment; "" when nothing holds it back."""
    return _kept(article, HELD) or ""


def is_ahead(article, now: datetime) -> bool:
    """Whether it is to appear only later than `now`."""
    moment = plan_of(article).publish_at
    return moment is not None and moment > now


def _kept(article, name: str) -> Any:
    return getattr(aq_base(article), name, None)


def _moment(seconds: int | None) -> datetime | None:
    return datetime.fromtimestamp(seconds, BEIJING) if seconds is not None else None


def _seconds(moment: datetime | None) -> int | None:
    return int(moment.timestamp()) if moment is not None else None
