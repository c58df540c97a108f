"""What the form of a line asks for, and what it would come to with today's records."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from plone import api
from typing import Any
from yidang import clock
from yidang.errors import FieldError
from yidang.errors import Refused
from yidang.indicators.actions import contract_around
from yidang.indicators.actions import proposed
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.forms import words
from yidang.indicators.forms.state import LineForm
from yidang.indicators.pages.figures import is_percent
from yidang.indicators.pages.figures import shown
from yidang.indicators.pages.figures import target_text
from yidang.indicators.preview import Preview
from yidang.indicators.preview import preview
from yidang.indicators.sources import IndicatorRule

import json


class Trial:
    """What the form asks for, and what it would come to; made anew from each request."""

    def __init__(self, indicator, form: Mapping[str, Any]) -> None:
        self.indicator, self.form = indicator, form
        self.contract = contract_around(indicator)
        self.before = IndicatorRule(indicator).data()

    @cached_property
    def usual_day(self) -> date:
        """The day that the form suggests: today within the term, the first day for a draft."""
        if api.content.get_state(self.contract, default="") == "draft":
            return self.contract.start
        return min(max(clock.today(), self.contract.start), self.contract.end)

    @cached_property
    def effective(self) -> date | None:
        """The day that was typed; None where it cannot be read."""
        try:
            return date.fromisoformat(str(self.form.get("effective") or ""))
        except ValueError:
            return None

    @cached_property
    def reason(self) -> str:
        """The reason that was typed."""
        reason = self.form.get("reason")
        return reason.strip() if isinstance(reason, str) else ""

    @cached_property
    def titles(self) -> dict[str, dict[str, str]]:
        """Values and titles of every field that has a list."""
        found = {name: words.values_of(self.indicator, one) for name, one in words.FIELDS.items()}
        return {name: values for name, values in found.items() if values}

    @cached_property
    def line(self) -> LineForm:
        """The form of the line as it is."""
        return LineForm(self.before, self.titles, self.effective or self.usual_day)

    def changes(self) -> dict[str, Any]:
        """What is to be changed; `Refused` when some of it cannot be read."""
        if "rule_json" in self.form:
            return self._written()
        changes, errors = self.line.changes(self.line.typed(self.form))
        if errors:
            raise Refused("".join(error.message for error in errors), errors)
        return changes

    def _written(self) -> dict[str, Any]:
        """The rule as an administrator wrote it; what is left out is taken away."""
        try:
            data = json.loads(self.form["rule_json"])
        except (TypeError, ValueError):
            data = None
        if not isinstance(data, dict):
            message = '计数规则须是一段 JSON，例如 {"count": {"kinds": ["visit"]}}。'
            raise Refused(message, [FieldError("rule_json", message)])
        return {**dict.fromkeys(self.before), **data}

    def outcome(self) -> dict[str, Any]:
        """The sentence and the numbers, as words; `Refused` for a rule that cannot be counted."""
        day = self.effective or self.usual_day
        wanted = proposed(self.before, self.changes(), self.reason, day, self.contract.start)
        found = preview(self.indicator, wanted)
        return {"sentence": found.sentence, "changed": wanted != self.before, "numbers": _numbers(found)}


def _numbers(found: Preview) -> str:
    if found.after is None:
        return "这一项由其他各项合计而成，保存后按新的写法计算。"
    then, now = (_value(tally) for tally in (found.after, found.before))
    more = "，".join(
        part
        for part in (
            f"多计 {found.gained} 件" if found.gained else "",
            f"少计 {found.lost} 件" if found.lost else "",
        )
        if part
    )
    target = target_text(found.after)
    sign = "%" if target and is_percent(found.after) else ""
    promise = f"；目标 {target}{sign}，{_verdict(found.after)}" if target else ""
    return f"按今天的记录，这样写是 {then}（现在是 {now}）{'，' + more if more else ''}{promise}。"


def _value(tally: Tally) -> str:
    percent = is_percent(tally)
    if tally.value is None:
        return "暂无"
    return shown(tally.value, percent) + ("%" if percent else f" {tally.unit}")


def _verdict(tally: Tally) -> str:
    return {True: "已达到", False: "还没有达到", None: "暂时不能判断"}[tally.met]
