"""What is decided about a contract after it was drawn up; each decision needs a reason and is kept for ever."""

from datetime import date
from yidang.contracts.checks import refuse_bad_extension
from yidang.contracts.checks import refuse_bad_promise
from yidang.contracts.checks import refuse_never_opened
from yidang.contracts.checks import refuse_settled
from yidang.contracts.checks import with_reason
from yidang.contracts.decisions import BID
from yidang.contracts.decisions import CHOICE
from yidang.contracts.decisions import EXTENSION
from yidang.contracts.decisions import with_decision
from yidang.contracts.load import choices_with
from yidang.contracts.load import chosen_options
from yidang.contracts.load import put_in_force
from yidang.contracts.load import set_fields
from yidang.contracts.load import with_settled_term
from yidang.errors import FieldError
from yidang.errors import Refused
from yidang.indicators.content import IIndicator


def choose(contract, code: str, option: str, reason: str) -> None:
    """Read the contract differently: its lines, term, quarters and limits follow the option at once."""
    refuse_settled(contract)
    reason = with_reason(reason)
    was = chosen_options(contract).get(code, "")
    chosen = choices_with(contract, code, option)
    if was == option:
        raise Refused("这个选项已经在用，没有改动。", [FieldError("option", "请选择另一个选项。")])
    put_in_force(contract, chosen, decisions=with_decision(contract, CHOICE, code, was, option, reason))


def extend(contract, until: date, reason: str) -> None:
    """Let the contract last longer (S2-08: one month after a bad mid-term); its monthly and quarterly lines go on."""
    refuse_settled(contract)
    refuse_bad_extension(contract, until)
    reason = with_reason(reason)
    was, now = contract.end.isoformat(), until.isoformat()
    decided = with_decision(contract, EXTENSION, "", was, now, reason)
    set_fields(contract, with_settled_term(contract, {"end": until, "decisions": decided}))


def promise(contract, code: str, target: str, reason: str) -> None:
    """Enter the number that the bid promises for a line, or correct it."""
    refuse_settled(contract)
    line = bid_lines(contract).get(code)
    if line is None:
        raise Refused(f"指标 {code} 的数量不是由投标文件承诺的。", [FieldError("code", "请选择列出的指标。")])
    target = refuse_bad_promise(line, target)
    reason = with_reason(reason)
    decided = with_decision(contract, BID, code, line.target or "", target, reason)
    set_fields(line, {"target": target})
    set_fields(contract, {"decisions": decided})


def open_progress(contract, is_open: bool) -> None:
    """Let everybody see how far each line is, or nobody any more; never the records behind it."""
    refuse_never_opened(contract)
    set_fields(contract, {"open_progress": is_open})


def bid_lines(contract) -> dict:
    """The lines whose number stands in the bid, by code."""
    lines = [one for one in contract["indicators"].objectValues() if IIndicator.providedBy(one)]
    return {line.code: line for line in sorted(lines, key=lambda line: line.code)
            if (line.rule or {}).get("promised") == "bid"}  # fmt: skip
