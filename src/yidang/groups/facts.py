"""What a group tells the ledger."""

from datetime import date
from yidang.archive.facts import fact_of
from yidang.archive.facts import papers_of
from yidang.archive.facts import RecordFacts
from yidang.archive.facts import signers_of
from yidang.archive.facts import told
from yidang.groups.content import IGroupSession
from yidang.groups.content import IGroupWork
from yidang.indicators.engine.facts import Child
from yidang.indicators.engine.facts import Fact
from yidang.indicators.interfaces import IFactSource
from yidang.privacy.tokens import tokens_of
from zope.component import adapter
from zope.interface import implementer


def sessions_of(group) -> list:
    """The sessions of a group, oldest first."""
    found = [child for child in group.objectValues() if IGroupSession.providedBy(child)]
    return sorted(found, key=lambda session: (session.date or date.min, session.getId()))


def attendance_rate(session, members: int) -> float | None:
    """Those present as a share of all members; None for a group without members."""
    return len(session.attendance or ()) / members if members else None


def written_process(sessions: list) -> tuple[str, ...]:
    """The process records (小组过程记录), where every session has its process written in the system."""
    return ("group_process",) if sessions and all(session.process for session in sessions) else ()


def _child(session, members: int) -> Child:
    present = len(session.attendance or ())
    return Child(
        "session",
        session.date,
        told({"attendance": present, "members": members, "minutes": session.minutes}),
        told(
            {
                "attendance_rate": attendance_rate(session, members),
                "recorded": True if session.process else None,
            }
        ),
    )


@implementer(IFactSource)
@adapter(IGroupWork)
class GroupFacts(RecordFacts):
    """A group counts on the day on which it was opened."""

    def fact(self) -> Fact:
        """The group with its sessions and papers."""
        group, sessions = self.context, sessions_of(self.context)
        members = len(group.members or ())
        minutes = sum(session.minutes or 0 for session in sessions)
        return fact_of(
            group,
            "group",
            date=group.opened,
            attributes={
                "group_type": group.group_type,
                "opened": group.opened,
                "closed": group.closed,
                "attendees": tokens_of(group, group.members),
            },
            amounts={
                "members": members,
                "sessions": len(sessions),
                "participants": sum(len(session.attendance or ()) for session in sessions),
                "minutes": minutes,
                "hours": round(minutes / 60, 2),
                "person_hours": round(minutes * len(group.workers or ()) / 60, 2) or None,
            },
            children=tuple(_child(session, members) for session in sessions),
            documents=papers_of(group) + written_process(sessions),
            signatures=signers_of(group),
        )
