"""Amending a line of a contract: always with a reason, a day from which it holds, and a version that stays readable.

An amended target becomes an entry of `targets`, so that periods which began earlier keep the old one (S1-13). Any other
change of the rule counts the whole term anew; what the rule was before is kept with who changed it, when and why.
"""

from Acquisition import aq_inner
from Acquisition import aq_parent
from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from plone import api
from typing import Any
from yidang import clock
from yidang.errors import FieldError
from yidang.errors import NotAllowed
from yidang.errors import Refused
from yidang.indicators.checks import FIELDS
from yidang.indicators.checks import refuse_bad_data
from yidang.indicators.engine.targets import parse_target
from yidang.indicators.sources import IndicatorRule
from yidang.permissions import MANAGE_CONTRACT
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


OPEN = ("draft", "active")
TARGET, TARGETS = "target", "targets"
NO_TARGET = "none"
LONGEST_REASON = 1000


def contract_around(indicator):
    """The contract in whose table the line stands."""
    return aq_parent(aq_parent(aq_inner(indicator)))


def versions_of(indicator) -> list[dict[str, Any]]:
    """What was changed, the oldest first: `number, at, who, reason, effective, before, after` (rules as data)."""
    return list(getattr(indicator.aq_base, "versions", None) or ())


def why_closed(indicator) -> str:
    """Why nobody may amend the line now; empty when it may be amended."""
    contract = contract_around(indicator)
    if api.content.get_state(contract, default="") not in OPEN:
        return "合同已进入结项或已经结束，指标不能再修改。"
    if not getattr(contract, "adjustable", True):
        return "这份合同不允许调整指标；需要调整时，先由系统管理员在合同设置中打开“执行期间可以调整指标”。"
    return ""


def check_amendment(indicator, changes: Mapping[str, Any], reason: str, effective: date | None) -> dict[str, Any]:
    """The rule as it would be, in the data form; `Refused` names everything that is wrong at once.

    `changes` are keys of the data form with their new values; None takes a key away. A `target` among them is the one
    that holds from `effective` on; who gives `targets` too has said what holds when.
    """
    if sentence := why_closed(indicator):
        raise Refused(sentence)
    contract, before = contract_around(indicator), IndicatorRule(indicator).data()
    wanted = proposed(before, changes, reason, effective or contract.start, contract.start)
    if wanted == before:
        raise Refused("没有改动任何内容。")
    errors = [*_reason_problems(reason), *_day_problems(contract, before, wanted, effective)]
    try:
        refuse_bad_data(indicator, wanted)
    except Refused as refused:
        raise Refused(refused.message, [*refused.errors, *errors]) from None
    if errors:
        raise Refused("".join(error.message for error in errors), errors)
    return wanted


def amend(indicator, changes: Mapping[str, Any], reason: str, effective: date | None) -> dict[str, Any]:
    """Change the line from `effective` on and return the version that was kept.

    Raises `NotAllowed` for who may not, `Refused` for a bad rule, a missing reason, or a contract that is closed to it.
    """
    if not api.user.has_permission(MANAGE_CONTRACT, obj=indicator):
        raise NotAllowed("指标由系统管理员修改：它决定什么算数，双方都不能单独改动。")
    before = deepcopy(IndicatorRule(indicator).data())
    after = check_amendment(indicator, changes, reason, effective)
    kept = versions_of(indicator)
    version = {
        "number": len(kept) + 1,
        "at": clock.now().isoformat(timespec="seconds"),
        "who": api.user.get_current().getId(),
        "reason": reason.strip(),
        "effective": effective.isoformat(),
        "before": _plain(before),
        "after": _plain(after),
    }
    write(indicator, after)
    indicator.versions = [*kept, version]
    notify(ObjectModifiedEvent(indicator))
    return version


def write(indicator, data: Mapping[str, Any]) -> None:
    """Set the fields of the line from the data form of its rule; nobody is told."""
    for key, name in FIELDS.items():
        setattr(indicator, name, data.get(key) or None)
    if indicator.target == NO_TARGET:
        indicator.target = None
    indicator.rule = _plain({key: value for key, value in data.items() if key not in FIELDS})


def proposed(before: Mapping, changes: Mapping, reason: str, effective: date, start: date) -> dict[str, Any]:
    """A new target after the first day of the term stands beside the old one instead of replacing it."""
    given = dict(changes)
    if TARGET in given and TARGETS not in given:
        target = str(given[TARGET] or NO_TARGET)
        if same_target(target, target_in_force(before, effective)):
            del given[TARGET]
        elif effective > start:
            entry = {"from": effective.isoformat(), TARGET: target, "reason": reason.strip()}
            earlier = [one for one in before.get(TARGETS) or () if str(one["from"]) != entry["from"]]
            given = {**given, TARGET: before.get(TARGET), TARGETS: [*earlier, entry]}
    found = {key: value for key, value in {**before, **given}.items() if value not in (None, "", [], {}, False)}
    if TARGET not in found and TARGETS not in found:
        found[TARGET] = NO_TARGET
    return found


def _reason_problems(reason: str) -> list[FieldError]:
    if not reason.strip():
        return [FieldError("reason", "请写明修改的理由，例如补充协议的名称和编号。")]
    if len(reason) > LONGEST_REASON:
        return [FieldError("reason", f"理由最多 {LONGEST_REASON} 字。")]
    return []


def _day_problems(contract, before: Mapping, wanted: Mapping, effective: date | None) -> list[FieldError]:
    if effective is None:
        return [FieldError("effective", "请写明生效日期。")]
    if not contract.start <= effective <= contract.end:
        return [FieldError("effective", f"生效日期须在合同期内：{contract.start} 至 {contract.end}。")]
    last = max((str(one["from"]) for one in before.get(TARGETS) or ()), default="")
    amended = {key: before.get(key) for key in (TARGET, TARGETS)} != {key: wanted.get(key) for key in (TARGET, TARGETS)}
    if amended and effective.isoformat() < last:
        return [FieldError("effective", f"已有自 {last} 起生效的目标，新的生效日期不能早于它。")]
    return []


def target_in_force(data: Mapping[str, Any], day: date) -> str:
    """The target that a rule in the data form has on a day, as it is written."""
    found = data.get(TARGET) or NO_TARGET
    for one in sorted(data.get(TARGETS) or (), key=lambda one: str(one["from"])):
        if str(one["from"]) <= day.isoformat():
            found = one[TARGET]
    return str(found)


def same_target(one: Any, other: Any) -> bool:
    """Whether two spellings promise the same; what cannot be read is compared as written."""
    try:
        return parse_target(one) == parse_target(other)
    except ValueError:
        return str(one) == str(other)


def _plain(data: Any) -> Any:
    """Without dates and tuples, so that it can be kept and shown as JSON."""
    if isinstance(data, Mapping):
        return {str(key): _plain(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_plain(one) for one in data]
    return data.isoformat() if isinstance(data, date) else data
