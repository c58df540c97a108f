"""What a case tells the ledger."""

from datetime import date
from yidang.archive.facts import fact_of
from yidang.archive.facts import papers_of
from yidang.archive.facts import RecordFacts
from yidang.archive.facts import signers_of
from yidang.archive.facts import told
from yidang.cases.content import ICaseFile
from yidang.cases.content import ICaseSession
from yidang.indicators.engine.facts import Child
from yidang.indicators.engine.facts import Fact
from yidang.indicators.interfaces import IFactSource
from yidang.privacy.about import about
from zope.component import adapter
from zope.interface import implementer


def sessions_of(case) -> list:
    """The sessions of a case, oldest first."""
    found = [child for child in case.objectValues() if ICaseSession.providedBy(child)]
    return sorted(found, key=lambda session: (session.date or date.min, session.getId()))


def written_notes(sessions: list) -> tuple[str, ...]:
    """The notes of the sessions (会谈记录), where every session has its process written in the system."""
    return ("session_notes",) if sessions and all(session.process for session in sessions) else ()


def written_follow_up(case, sessions: list) -> tuple[str, ...]:
    """The follow-up record (追踪记录), where somebody asked again after the closing and wrote it in the system."""
    after = [one for one in sessions if case.closed and one.date and one.date > case.closed and one.process]
    return ("follow_up",) if after else ()


def _child(session) -> Child:
    attributes = {"mode": session.mode, "recorded": True if session.process else None}
    return Child("session", session.date, told({"minutes": session.minutes}), told(attributes))


@implementer(IFactSource)
@adapter(ICaseFile)
class CaseFacts(RecordFacts):
    """A case counts on the day on which it was opened; a rule on closing reads `closed` (S0-I04)."""

    def fact(self) -> Fact:
        """The case with its sessions and papers."""
        case, sessions = self.context, sessions_of(self.context)
        minutes = sum(session.minutes or 0 for session in sessions)
        clients = (case.client,) if case.client else ()
        return fact_of(
            case,
            "case",
            date=case.opened,
            attributes={
                "professional": bool(case.professional),
                "stage": case.stage,
                "opened": case.opened,
                "closed": case.closed,
            },
            amounts={
                "sessions": len(sessions),
                "minutes": minutes,
                "hours": round(minutes / 60, 2),
                "person_hours": round(minutes * len(case.workers or ()) / 60, 2) or None,
            },
            subjects=clients,
            children=tuple(_child(session) for session in sessions),
            documents=(*papers_of(case), *written_notes(sessions), *written_follow_up(case, sessions)),
            signatures=signers_of(case),
            about=about(case, clients, case.opened),
        )
