"""What the purchaser's and evaluators' papers tell the ledger (S2-05 … S2-10); in force as soon as they are filed."""

from yidang.archive.facts import fact_of
from yidang.archive.facts import RecordFacts
from yidang.indicators.engine.facts import Fact
from yidang.indicators.interfaces import IFactSource
from yidang.review.content import IEvaluation
from yidang.review.content import IInspection
from yidang.review.content import IRectification
from yidang.review.content import ISurvey
from zope.component import adapter
from zope.interface import implementer


@implementer(IFactSource)
@adapter(IEvaluation)
class EvaluationFacts(RecordFacts):
    """An evaluation with its score (S2-08: 80 分以下整改)."""

    def fact(self) -> Fact:
        """One evaluation on its day."""
        paper = self.context
        attributes = {"evaluation_kind": paper.kind, "concluded": bool(paper.conclusion)}
        return fact_of(paper, "evaluation", date=paper.date, attributes=attributes, amounts={"score": paper.score})


def satisfaction_of(survey) -> float | None:
    """The satisfied as a share of the valid answers, to four decimals; None where nobody answered."""
    known = survey.answers and survey.satisfied is not None
    return round(survey.satisfied / survey.answers, 4) if known else None


@implementer(IFactSource)
@adapter(ISurvey)
class SurveyFacts(RecordFacts):
    """A satisfaction survey (S2-I67): an entered value."""

    def fact(self) -> Fact:
        """One survey on its day."""
        paper = self.context
        amounts = {"satisfaction": satisfaction_of(paper), "answers": paper.answers, "satisfied": paper.satisfied}
        return fact_of(paper, "survey", date=paper.date, attributes={}, amounts=amounts)


@implementer(IFactSource)
@adapter(IInspection)
class SpotCheckFacts(RecordFacts):
    """A spot check by the purchaser (S2-06); inspections by the team itself are service records."""

    def fact(self) -> Fact:
        """One check on its day; the station checked is also the one that it concerns."""
        paper = self.context
        attributes = {"announced": bool(paper.announced), "visited_station": paper.station}
        return fact_of(paper, "spot_check", date=paper.date, attributes=attributes)


@implementer(IFactSource)
@adapter(IRectification)
class RectificationFacts(RecordFacts):
    """A demand to put something right (S2-06): it lasts until it is settled."""

    def fact(self) -> Fact:
        """One demand. `late` tells how it ended: a fact must not change by itself as days pass, so whether an open one
        is overdue is for whoever asks on a day to say, by `due`."""
        paper = self.context
        attributes = {
            "open": paper.settled is None,
            "late": bool(paper.settled and paper.settled > paper.due),
            "due": paper.due,
            "settled": paper.settled,
        }
        return fact_of(paper, "rectification", date=paper.date, until=paper.settled, attributes=attributes)
