"""`<line>/edit`: amending a line in words, with a trial before it is saved; `@@preview`, the same trial for the script.

Whoever manages the team of the contract may try; saving is for those who manage the contract (docs/roles.md).
"""

from functools import cached_property
from plone.protect import CheckAuthenticator
from typing import Any
from yidang import clock
from yidang.errors import Refused
from yidang.indicators.actions import amend
from yidang.indicators.actions import why_closed
from yidang.indicators.checks import lines_around
from yidang.indicators.engine import describe
from yidang.indicators.engine import parse_rules
from yidang.indicators.engine.describe import condition_words
from yidang.indicators.forms import words
from yidang.indicators.forms.rows import Row
from yidang.indicators.forms.state import State
from yidang.indicators.forms.trial import Trial
from yidang.pages.page import Page
from yidang.pages.posting import PostPage
from yidang.permissions import MANAGE_CONTRACT

import json


SPARE_ROWS = 2
SCRIPT = "++resource++yidang.indicators/amend.js"
OPTIONS = {"measure": words.MEASURES, "member": words.MEMBERS, "period": words.PERIODS, "basis": words.BASES}
KEPT_MEASURE = "保持现在的算法（比率、合计等）"


class AmendPage(PostPage):
    """The form."""

    script = SCRIPT
    has_figures = True

    @property
    def page_title(self) -> str:
        """What is amended."""
        return f"修改指标：{self.context.title}"

    def __call__(self) -> str:
        if self.request.method == "POST" and self.query_text("do").startswith("preview"):
            CheckAuthenticator(self.request)
            return self.index()
        return super().__call__()

    @cached_property
    def trial(self) -> Trial:
        """What was typed."""
        return Trial(self.context, self.request.form)

    @cached_property
    def state(self) -> State:
        """What the inputs hold: what was typed, or the rule as it is."""
        posted = self.request.method == "POST" and "rule_json" not in self.request.form
        return self.trial.line.typed(self.request.form) if posted else self.trial.line.shown()

    @property
    def may_save(self) -> bool:
        """Whether the person may save what is tried here."""
        return self.may(MANAGE_CONTRACT) and not self.closed

    @property
    def may_write_rules(self) -> bool:
        """Whether the person may write the rule itself."""
        return self.may(MANAGE_CONTRACT)

    @property
    def closed(self) -> str:
        """Why nothing can be saved now."""
        return why_closed(self.context)

    @property
    def sentence(self) -> str:
        """The rule as it is."""
        return describe(parse_rules(lines_around(self.context))[0], day=clock.today())

    @cached_property
    def outcome(self) -> dict[str, Any] | None:
        """What was tried; a refusal is shown as such."""
        if self.request.method != "POST" or self.refused:
            return None
        try:
            return self.trial.outcome()
        except Refused as refused:
            self.refused = refused
            self.request.response.setStatus(refused.status)
            return None

    @property
    def kinds(self) -> list[dict]:
        """The kinds of record, those chosen first."""
        chosen = self.state.kinds
        offered = words.kinds(self.context, chosen).items()
        listed = [{"value": kind, "title": title, "checked": kind in chosen} for kind, title in offered]
        return sorted(listed, key=lambda one: not one["checked"])

    @property
    def rows(self) -> list[dict]:
        """The rows of conditions and some to spare."""
        rows = [*self.state.rows, *[Row()] * SPARE_ROWS]
        return [
            {"at": at, "field": row.field, "comparison": row.comparison, "value": row.value}
            for at, row in enumerate(rows)
        ]

    @property
    def kept(self) -> list[dict]:
        """The conditions that no row can say."""
        return [
            {"at": at, "words": condition_words(one), "checked": at not in self.state.dropped}
            for at, one in enumerate(self.trial.line.kept)
        ]

    @property
    def fields(self) -> list[words.Field]:
        """What a condition may name."""
        return list(words.FIELDS.values())

    @property
    def comparisons(self) -> list[dict]:
        """How it may be compared."""
        return [
            {"name": one.name, "title": one.title, "sorts": " ".join(sorted(one.sorts))}
            for one in words.COMPARISONS.values()
        ]

    @property
    def values(self) -> list[dict]:
        """The lists that are offered while one types a value."""
        return [{"id": f"values-{name}", "titles": list(one.values())} for name, one in self.trial.titles.items()]

    def options(self, name: str) -> list[dict]:
        """The choices of one select."""
        now = getattr(self.state, name)
        offered = OPTIONS[name]
        if name == "measure" and (now == words.KEEP or self.trial.line.shown().measure == words.KEEP):
            offered = {words.KEEP: KEPT_MEASURE, **offered}
        return [{"value": value, "title": title, "chosen": value == now} for value, title in offered.items()]

    @property
    def effective(self) -> str:
        """The day in the form."""
        typed = self.query_text("effective")
        return typed if self.request.method == "POST" else self.trial.usual_day.isoformat()

    @property
    def rule_json(self) -> str:
        """The whole rule, for those who write it themselves."""
        typed = self.request.form.get("rule_json")
        if isinstance(typed, str):
            return typed
        return json.dumps(self.trial.before, ensure_ascii=False, indent=1, default=str)

    def act(self) -> str:
        """Amend."""
        version = amend(self.context, self.trial.changes(), self.trial.reason, self.trial.effective)
        return f"指标已修改，这是第 {version['number']} 次修改，自 {version['effective']} 起生效。"

    def after_post(self) -> str:
        """The page of the line."""
        return self.url


class PreviewPage(Page):
    """The trial as JSON, while one types. Nothing is written."""

    def __call__(self) -> str:
        response = self.request.response
        response.setHeader("Content-Type", "application/json; charset=utf-8")
        if self.request.method != "POST":
            response.setStatus(405)
            return json.dumps({"message": "请用 POST 提交表单。"}, ensure_ascii=False)
        try:
            found = Trial(self.context, self.request.form).outcome()
        except Refused as refused:
            response.setStatus(refused.status)
            found = refused.as_data()
        return json.dumps(found, ensure_ascii=False)
