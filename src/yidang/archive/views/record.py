"""The page of a record: the frame, and state, papers, numbers and history."""

from functools import cached_property
from plone import api
from typing import Any
from typing import NamedTuple
from yidang import clock
from yidang.archive.actions import open_steps
from yidang.archive.actions import state_title
from yidang.archive.actions import step_titles
from yidang.archive.facts import papers_in
from yidang.archive.papers import missing_papers
from yidang.archive.papers import TITLES
from yidang.archive.papers import wanted_papers
from yidang.archive.record import history_of
from yidang.archive.record import record_date
from yidang.archive.record import state_of
from yidang.archive.record import station_of
from yidang.archive.views.frame import FramePage
from yidang.indicators.scoreboard import Scoreboard
from yidang.permissions import ADD_RECORD
from yidang.permissions import VIEW_SCOREBOARD


NEEDS_REASON = frozenset({"return", "unverify"})
# Sealing belongs to the acceptance of a contract, not to one record.
SHOWN_STEPS = ("unverify", "return", "verify", "submit")
BUTTONS = {"submit": "提交", "verify": "核定", "return": "退回补正", "unverify": "撤销核定"}
BEGUN = "建立草稿"
WHAT_SUBMIT_MEANS = "提交后交采购方核定，不能再改。"


class Paper(NamedTuple):
    """One paper of a case or group, there or missing."""

    title: str
    url: str
    missing: bool


class Count(NamedTuple):
    """One contract line and what this record gives to it."""

    title: str
    url: str
    counted: bool
    words: str
    reasons: list[str]
    near: bool


def _distance(one) -> tuple:
    """What counts comes first, then what lacks least."""
    _, explanation = one
    reasons = explanation.reasons
    return not explanation.counted, len(reasons), sum(reason.distance for reason in reasons)


class RecordPage(FramePage):
    """Of whatever is submitted and verified by itself."""

    typed = ""

    @cached_property
    def state(self) -> str:
        """The state's id, for its colour."""
        return state_of(self.context)

    @property
    def chip(self) -> str:
        """The state's name."""
        return state_title(self.context)

    @property
    def number(self) -> str:
        """The archive number; drafts have none."""
        return getattr(self.context, "archive_number", None) or ""

    @property
    def stamp(self) -> dict[str, str] | None:
        """Who verified, and when."""
        if self.state not in ("verified", "sealed"):
            return None
        step = next((step for step in reversed(self.history_steps) if step["action"] == "verify"), None)
        return {"by": self.names.person(step["actor"]), "day": clock.shown(step["time"])[:10]} if step else None

    @cached_property
    def history_steps(self) -> list[dict[str, Any]]:
        """Oldest first."""
        return history_of(self.context)

    def history(self) -> list[dict[str, str]]:
        """Newest first, in words."""
        titles = step_titles(self.context)
        return [
            {
                "state": step["review_state"],
                "who": self.names.person(step["actor"]),
                "what": titles.get(step["action"], BEGUN),
                "why": step["comments"] or "",
                "when": clock.shown(step["time"]),
            }
            for step in reversed(self.history_steps)
        ]

    def meta(self) -> list[str]:
        """Kind, station, those in charge."""
        workers = self.names.people(getattr(self.context, "workers", None))
        words = (self.kind_title(), self.names.station(station_of(self.context)), workers and f"经办 {workers}")
        return [word for word in words if word]

    # What may be done

    @cached_property
    def steps(self) -> list[tuple[str, str]]:
        """The open steps, the main one last."""
        found = open_steps(self.context)
        again = self.state == "returned"
        return [
            (step, "重新提交" if step == "submit" and again else BUTTONS[step]) for step in SHOWN_STEPS if step in found
        ]

    @property
    def needs_reason(self) -> bool:
        """Whether one of the open steps asks why."""
        return any(step in NEEDS_REASON for step, _ in self.steps)

    @cached_property
    def may_add(self) -> bool:
        """Whether sessions and papers may be put in."""
        return self.may(ADD_RECORD) and self.may("Add portal content")

    def hint(self) -> str:
        """One sentence beside the buttons."""
        if self.steps and not self.needs_reason:
            missing = len(self.missing)
            return (
                f"还缺 {missing} 份文书，可以先提交；提交后不能再改，须经退回才能补。" if missing else WHAT_SUBMIT_MEANS
            )
        names = "、".join(BUTTONS[step] for step, _ in self.steps if step in NEEDS_REASON)
        return f"{names}须写明原因，原因会一直保留。" if names else ""

    # Papers

    @cached_property
    def missing(self) -> list[str]:
        """Kinds of the missing papers."""
        return missing_papers(self.context)

    def missing_words(self) -> str:
        """还缺：服务计划书、…"""
        return "、".join(TITLES[kind] for kind in self.missing)

    def papers(self) -> list[Paper]:
        """The wanted papers in their order, then all others."""
        wanted = wanted_papers(self.context)
        if not wanted:
            return []
        filed = papers_in(self.context)
        by_kind = {paper.document_kind: paper for paper in filed}
        found = [self._wanted(kind, by_kind.get(kind)) for kind in wanted]
        shown = [by_kind[kind] for kind in wanted if kind in by_kind]
        return found + [Paper(paper.title, paper.absolute_url(), False) for paper in filed if paper not in shown]

    def _wanted(self, kind: str, paper) -> Paper:
        if paper is not None:
            return Paper(TITLES[kind], paper.absolute_url(), False)
        if kind not in self.missing:
            return Paper(f"{TITLES[kind]}（已在系统中填写）", "", False)
        query = f"++add++ArchiveDocument?document_kind={kind}&title={TITLES[kind]}"
        return Paper(TITLES[kind], f"{self.url}/{query}" if self.may_add else "", True)

    # Numbers

    def outside_term(self) -> str:
        """Why the record's day counts nowhere; "" when it lies in the term."""
        day, contract = record_date(self.context), self.contract
        if contract is None or contract.start <= day <= contract.end:
            return ""
        return f"日期 {day} 不在合同期（{contract.start} 至 {contract.end}）内：可以归档，但不计入指标。请核对年份。"

    def counts(self) -> list[Count] | None:
        """The lines of the contract for this kind; None for those who may not see the board."""
        if self.contract is None or not api.user.has_permission(VIEW_SCOREBOARD, obj=self.contract):
            return None
        found = sorted(Scoreboard(self.contract).counts(self.context), key=_distance)
        return [self._count(rule, one) for rule, one in found]

    def _count(self, rule, one) -> Count:
        share = rule.unit == "%"
        words = "未计入" if not one.counted else "已计入" if share else f"+{one.amount:g} {rule.unit}"
        near = len(one.reasons) == 1 and one.reasons[0].distance < 1
        url = f"{self.contract.absolute_url()}/indicators/{rule.code.lower()}"
        return Count(rule.title, url, one.counted, words, [reason.message for reason in one.reasons], near)
