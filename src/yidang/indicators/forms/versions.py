"""`<line>/@@versions`: what was changed in a line, when, by whom and why."""

from collections.abc import Mapping
from datetime import date
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
                "before": self._sentence(one["before"], one["effective"]),
                "after": self._sentence(one["after"], one["effective"]),
            }
            for one in reversed(self.context.versions or ())
        ]

    def _sentence(self, data: Mapping[str, Any], day: str) -> str:
        """The rule in words with the target of that day; empty where its words have gone since."""
        try:
            return describe(parse_rules(lines_around(self.context, data))[0], day=date.fromisoformat(day))
        except RuleError:
            return ""
