"""What every record has, whatever its type: a day, a station, people in charge, a standing, a history."""

from Acquisition import aq_base
from datetime import date
from plone import api
from typing import Any
from yidang import clock


DATE_FIELDS = ("date", "closed", "opened", "submitted_on", "event_date", "recorded_on", "started")
KIND_FIELDS = ("kind", "document_kind", "origin", "group_type", "tier")
STANDING = {
    "submitted": "submitted",
    "verified": "verified",
    "sealed": "verified",
    "published": "verified",
    "filed": "verified",  # the purchaser's own papers, in force at once
}


def record_date(record) -> date:
    """The day that stands on the record; the day of filing where the type has none of its own."""
    for name in DATE_FIELDS:
        value = getattr(record, name, None)
        if isinstance(value, date):
            return value
    return clock.day_of(record.created())


def state_of(record) -> str:
    """The workflow state, "" for what has no workflow of its own.

    Read where the workflow tool itself reads it; the way through the tool takes longer than all else that stating a
    fact takes, and one step of an article asks a dozen times. Before the first entry only the tool knows.
    """
    flows = _flows(record)
    if len(flows) == 1 and flows[0]:
        return flows[0][-1].get("review_state") or ""
    return api.content.get_state(record, default="") or ""


def standing_of(record) -> str:
    """How far the record counts: `none`, `submitted` or `verified` (`Fact.standing`)."""
    return STANDING.get(state_of(record), "none")


def station_of(record) -> str:
    """Id of the station that did the work, "" when none is named."""
    return getattr(record, "station", None) or ""


def workers_of(record) -> tuple[str, ...]:
    """User ids of those in charge; the author where nobody is named."""
    return tuple(getattr(aq_base(record), "workers", None) or ()) or tuple(record.listCreators()[:1])


def kind_of(record) -> str:
    """What kind of its type the record is: the kind of service, of paper, of report, the origin of an article."""
    return next((str(value) for name in KIND_FIELDS if (value := getattr(aq_base(record), name, None))), "")


def state_since(record) -> int:
    """When the record came into its present state, in seconds since 1970."""
    steps = history_of(record)
    return int(steps[-1]["time"].timeTime()) if steps else int(record.created().timeTime())


def stored(record) -> dict[str, Any]:
    """What is stored with the record itself, for reading many fields at once; a field that was never set is absent.

    A type with thirty fields of which five are filled would otherwise look up the default of each of the others, and
    that is most of the time that stating a fact takes.
    """
    own = aq_base(record)
    own._p_activate()
    return own.__dict__


def standings_of(record) -> tuple[tuple[date, str], ...]:
    """When the record reached each standing: the last one of each day, and only where it differs (`Fact.history`)."""
    days: dict[date, str] = {}
    for step in history_of(record):
        days[clock.day_of(step["time"])] = STANDING.get(step.get("review_state") or "", "none")
    found: list[tuple[date, str]] = []
    for day, standing in days.items():
        if standing != (found[-1][1] if found else "none"):
            found.append((day, standing))
    return tuple(found)


def history_of(record) -> list[dict[str, Any]]:
    """What has happened to the record, oldest first: `action, actor, time, comments, review_state` of each step.

    The reason of a return is kept here for ever: no verb of the portal removes an entry.
    """
    flows = _flows(record)
    steps = [dict(step) for flow in flows for step in flow]
    return steps if len(flows) == 1 else sorted(steps, key=lambda step: step["time"])


def _flows(record) -> list[tuple[dict[str, Any], ...]]:
    """What each workflow has kept of the record."""
    return list((getattr(aq_base(record), "workflow_history", None) or {}).values())
