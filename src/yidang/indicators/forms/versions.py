"""`<line>/@@versions`: what was changed in a line, when, by whom and why."""

from collections.abc import Mapping
from typing import Any
from yidang.indicators.checks import lines_around
from yidang.indicators.engine import describe
from yidang.indicators.engine import parse_rules
from yidang.indicators.engine import RuleError
from yidang.pages.page import Page


class VersionsPage(Page):
    """`<line>/@@versions`: what was changed, when, by whom and why."""

    @property
    def page_title(self) -> str:
        """Whose versions."""
        return f"修改记录：{self.context.title}"

    @property
    def versions(self) -> list[dict]:
        """The newest first, each with the rule before and after in words."""
        return [
            {
                "number": one["number"],
                "at": str(one["at"])[:16].replace("T", " "),
                "who": self.names.person(one["who"]),
                "reason": one["reason"],
                "effective": one["effective"],
                "before": self._sentence(one["before"]),
                "after": self._sentence(one["after"]),
                "targets": self._targets(one["after"]),
            }
            for one in reversed(self.context.versions or ())
        ]

    def _sentence(self, data: Mapping[str, Any]) -> str:
        try:
            return describe(parse_rules(lines_around(self.context, data))[0])
        except RuleError:
            return ""

    def _targets(self, data: Mapping[str, Any]) -> list[str]:
        """The targets in order of time: `自 2024-07-01 起 >= 80`."""
        return [f"自 {one['from']} 起 {one['target']}" for one in data.get("targets") or ()]
