"""What a line has promised: now, before it was amended, in print; and each further promise on the same records."""

from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.engine.targets import Target
from yidang.indicators.pages.board import Rows
from yidang.indicators.pages.figures import is_percent
from yidang.indicators.pages.figures import shown
from yidang.indicators.pages.figures import state_of
from yidang.indicators.pages.figures import STATES


def versions(rule: Rule, rows: Rows) -> list[dict]:
    """The targets of an amended line, the first one first; `now` marks the one in force. Empty if never amended."""
    if not rule.targets:
        return []
    told = [(None, rule.target, "合同原定"), *((one.since, one.target, one.reason) for one in rule.targets)]
    begun = [place for place, (since, _, _) in enumerate(told) if since is None or since <= rows.today]
    return [
        {
            "since": since or rows.calendar.start,
            "target": sign(target, rule.unit),
            "reason": reason or "未写明原因",
            "now": "true" if place == begun[-1] else None,
        }
        for place, (since, target, reason) in enumerate(told)
    ]


def sign(target: Target | None, unit: str) -> str:
    """`≥ 300 篇`."""
    if target is None:
        return "没有数量要求"
    return f"{target.sign()}{'' if target.percent or unit == '%' else ' ' + unit}".rstrip()


def printed(rule: Rule, tally: Tally) -> list[dict]:
    """The figures that the contract prints beside what the line itself adds up to."""
    given = dict(rule.printed or {})
    unit_hours = rule.hours.unit if rule.hours else None
    computed = {"quantity": tally.target, "unit_hours": unit_hours, "total_hours": _planned(tally)}
    words = {"quantity": "数量", "unit_hours": "单位工时", "total_hours": "总工时", "per_month": "每月"}
    found = []
    for name, title in words.items():
        if name not in given:
            continue
        mine = tally.pace.per_month if name == "per_month" and tally.pace else computed.get(name)
        differs = name != "per_month" and mine is not None and mine != given[name]
        found.append({"title": title, "printed": shown(given[name]), "computed": _told(name, mine), "differs": differs})
    return found


def _told(name: str, amount: float | None) -> str:
    if amount is None:
        return "—"
    return f"今后每月需 {shown(amount)}" if name == "per_month" else shown(amount)


def _planned(tally: Tally) -> float | None:
    return tally.hours.planned if tally.hours else None


def further(tally: Tally) -> list[dict]:
    """The further promises on the same records: a number beside a rate, one in each station beside the sum."""
    return [
        {
            "title": one.title if one.title != tally.title else "",
            "value": shown(one.value, is_percent(one)) + ("%" if is_percent(one) and one.value is not None else ""),
            "target": one.promise.sign() if one.promise else "",
            "unit": "" if is_percent(one) else one.unit,
            "state": state_of(one),
            "state_title": STATES[state_of(one)],
        }
        for one in tally.also
    ]
