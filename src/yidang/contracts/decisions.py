"""What was decided about a contract after it was drawn up: which reading, how much longer, what the bid promises.

The contract keeps the list in its field `decisions`, oldest first; nothing in it is ever changed or taken away.
"""

from collections.abc import Mapping
from datetime import date
from plone import api
from typing import Any
from yidang import clock


CHOICE, EXTENSION, BID = "choice", "extension", "bid"
Decision = Mapping[str, str]


def decisions_of(contract, kind: str = "") -> list[Decision]:
    """The decisions, of one kind or all."""
    return [one for one in contract.decisions or () if kind in ("", one["kind"])]


def with_decision(contract, kind: str, code: str, was: str, now: str, reason: str) -> list[dict[str, str]]:
    """The list with one more decision, taken by the current user at this moment."""
    added = {
        "kind": kind,
        "code": code,
        "was": was,
        "now": now,
        "reason": reason,
        "by": api.user.get_current().getId() or "",
        "at": clock.now().isoformat(timespec="seconds"),
    }
    return [*map(dict, decisions_of(contract)), added]


def extended_until(contract) -> date | None:
    """The last day after all extensions, None when there was none."""
    found = decisions_of(contract, EXTENSION)
    return date.fromisoformat(found[-1]["now"]) if found else None


def end_on(contract, day: date) -> date:
    """The last day of the term as it was known on a day: an extension holds from the day on which it was decided."""
    for one in decisions_of(contract, EXTENSION):
        if date.fromisoformat(one["at"][:10]) > day:
            return date.fromisoformat(one["was"])
    return contract.end


def shown(decision: Decision, contract) -> dict[str, Any]:
    """A decision in words: what was changed, from what to what, when and why."""
    words = {CHOICE: _choice, EXTENSION: _extension, BID: _bid}[decision["kind"]]
    moment = decision["at"].replace("T", " ")[:16]
    return {"text": words(decision, contract), "reason": decision["reason"], "by": decision["by"], "at": moment}


def _choice(decision: Decision, contract) -> str:
    for choice in contract.choices or ():
        if choice["code"] == decision["code"]:
            titles = {one["code"]: one["title"] for one in choice["options"]}
            was, now = (titles.get(decision[key], decision[key]) for key in ("was", "now"))
            return f"口径“{choice['question']}”由“{was}”改为“{now}”"
    return f"口径 {decision['code']} 由“{decision['was']}”改为“{decision['now']}”"


def _extension(decision: Decision, contract) -> str:
    return f"合同期延长：结束日期由 {decision['was']} 改为 {decision['now']}"


def _bid(decision: Decision, contract) -> str:
    was = f"由“{decision['was']}”改为" if decision["was"] else "填写为"
    return f"指标 {decision['code']} 的投标承诺{was}“{decision['now']}”"
