"""`contract-rules`: what stands around the numbers of a contract; its macro is a part of the contract's page."""

from functools import cached_property
from typing import Any
from yidang.contracts.actions import bid_lines
from yidang.contracts.consequences import Gate
from yidang.contracts.consequences import Reached
from yidang.contracts.decisions import decisions_of
from yidang.contracts.decisions import shown as decision_shown
from yidang.contracts.file.arithmetic import arithmetic
from yidang.contracts.file.arithmetic import ERROR
from yidang.contracts.file.reader import ContractFile
from yidang.contracts.load import chosen_options
from yidang.contracts.load import kept_data
from yidang.contracts.standing import Standing
from yidang.contracts.views.wording import finding_tag
from yidang.contracts.views.wording import limit_now
from yidang.contracts.views.wording import limit_state
from yidang.contracts.views.wording import media_words
from yidang.contracts.views.wording import paper_words
from yidang.contracts.views.wording import staff_words
from yidang.contracts.views.wording import then_words
from yidang.pages.page import Page
from yidang.permissions import MANAGE_CONTRACT
from yidang.permissions import VIEW_SCOREBOARD


class ContractRules(Page):
    """Readings, limits, gates, papers, staff rules, duties, doubts and decisions of one contract."""

    @cached_property
    def data(self) -> dict[str, Any]:
        """What the contract's file says; nothing for a contract made by hand."""
        return dict(kept_data(self.context))

    @cached_property
    def may_decide(self) -> bool:
        """Whether the person may choose readings and extend the term."""
        return self.may(MANAGE_CONTRACT)

    @cached_property
    def _may_choose(self) -> bool:
        """Only a contract that was loaded from a file knows what an option rewrites."""
        return self.may_decide and bool(self.data)

    @cached_property
    def sections(self) -> list[tuple[str, str]]:
        """The parts that there are, for the list of links: anchor and title."""
        parts = (
            ("sums", "印刷与计算", self.differences),
            ("choices", "计数口径", self.choices),
            ("limits", "界限与后果", self.limits or self.gates),
            ("bid", "投标承诺", self.bid),
            ("papers", "文书清单", self.papers),
            ("staff", "人员要求", self.staff),
            ("duties", "其他义务", self.duties),
            ("doubts", "疑点说明", self.doubts),
            ("decisions", "办理记录", self.decisions),
        )
        return [(anchor, title) for anchor, title, found in parts if found]

    @cached_property
    def differences(self) -> list[dict]:
        """Where the printed figures do not agree, and where it is worth saying that they do."""
        found = arithmetic(ContractFile(self.data), chosen_options(self.context)) if self.data else []
        return [
            {
                "message": one.message,
                "wrong": one.severity == ERROR,
                "tag": finding_tag(one.path, one.severity == ERROR),
            }
            for one in found
        ]

    @cached_property
    def choices(self) -> list[dict]:
        """What the contract leaves open and how it is read here."""
        return [self._choice(choice) for choice in self.context.choices or ()]

    def _choice(self, choice: dict) -> dict:
        options = choice["options"]
        default = next((one["default"] for one in self.data.get("choices", ()) if one["code"] == choice["code"]), "")
        return {
            "code": choice["code"],
            "question": choice["question"],
            "why": choice.get("why", ""),
            "chosen": next((one["title"] for one in options if one["code"] == choice["chosen"]), ""),
            "others": [one["title"] for one in options if one["code"] != choice["chosen"]],
            "departs": choice["chosen"] != default,
            "url": f"{self.url}/@@choice?code={choice['code']}" if self._may_choose and len(options) > 1 else "",
        }

    @cached_property
    def _standing(self) -> Standing:
        return Standing(self.context)

    @cached_property
    def may_see(self) -> bool:
        """Whether the person may see what holds today: it is made of sums."""
        return self.may(VIEW_SCOREBOARD)

    @cached_property
    def limits(self) -> list[dict]:
        """Every limit with its consequence, and whether it is reached."""
        return [self._limit(one) for one in self._standing.limits] if self.may_see else []

    def _limit(self, limit: Reached) -> dict:
        note = next((one.get("note", "") for one in self.data["thresholds"] if one["code"] == limit.code), "")
        state, words = limit_state(limit)
        return {
            "title": limit.title,
            "note": note,
            "when": limit.when,
            "then": then_words(limit),
            "now": limit_now(limit),
            "state": state,
            "state_title": words,
            "extend": f"{self.url}/@@extend" if limit.in_force and limit.months and self.may_decide else "",
        }

    @cached_property
    def gates(self) -> list[Gate]:
        """Every gate with its needs."""
        return self._standing.gates if self.may_see else []

    @cached_property
    def bid(self) -> list[dict]:
        """The lines whose number stands in the bid."""
        return [
            {"code": code, "title": line.title, "unit": line.unit, "target": line.target or ""}
            for code, line in bid_lines(self.context).items()
        ]

    @cached_property
    def papers(self) -> list[dict]:
        """The papers that each kind of record needs."""
        return [paper_words(one) for one in self.data.get("documents", ())]

    @cached_property
    def staff(self) -> list[dict]:
        """The rules of staff, each as one line."""
        return [staff_words(one) for one in self.data.get("staff", ())]

    @cached_property
    def media(self) -> list[tuple[str, str]]:
        """The ladder of media, the channels and the outlets named."""
        return media_words(self.data.get("media", {}))

    @cached_property
    def duties(self) -> list[dict]:
        """Duties without a number."""
        return list(self.data.get("obligations", ()))

    @cached_property
    def doubts(self) -> list[dict]:
        """Contradictions and gaps of the paper; the notes of a contract made by hand."""
        if self.data:
            return list(self.data.get("notes", ()))
        return [{"code": "", "text": line} for line in (self.context.notes or "").splitlines() if line.strip()]

    @cached_property
    def decisions(self) -> list[dict]:
        """What was decided since, the latest first."""
        found = [decision_shown(one, self.context) for one in reversed(decisions_of(self.context))]
        return [{**one, "by": self.names.person(one["by"])} for one in found]
