"""Pages on which something about a contract is decided: a reading, a longer term, the numbers of the bid."""

from datetime import date
from datetime import timedelta
from functools import cached_property
from yidang.contracts.actions import bid_lines
from yidang.contracts.actions import choose
from yidang.contracts.actions import extend
from yidang.contracts.actions import promise
from yidang.contracts.preview import Preview
from yidang.contracts.views.comparing import ComparedLimit
from yidang.contracts.views.comparing import ComparedLine
from yidang.contracts.views.comparing import limits_compared
from yidang.contracts.views.comparing import lines_compared
from yidang.errors import FieldError
from yidang.errors import Refused
from yidang.indicators.engine.calendar import add_months
from yidang.pages.posting import PostPage
from zExceptions import NotFound


DAY = timedelta(days=1)


class DecisionPage(PostPage):
    """A form whose answer is kept for ever, with its reason."""

    page_title = ""

    @property
    def reason(self) -> str:
        """The reason as it was typed."""
        return self.typed("reason")

    def after_post(self) -> str:
        """The list of decisions on the contract's page."""
        return f"{self.url}#decisions"


class ChoicePage(DecisionPage):
    """`@@choice?code=S1-X03`: another reading; what it would change is shown before it is chosen."""

    page_title = "改选口径"

    @cached_property
    def choice(self) -> dict:
        """The question, its options and which is in force."""
        code = self.query_text("code")
        found = next((one for one in self.context.choices or () if one["code"] == code), None)
        if found is None:
            raise NotFound(code)
        return found

    @property
    def options(self) -> list[dict]:
        """The options, the one asked about ticked."""
        asked = self.asked or self.choice["chosen"]
        return [
            {**one, "now": one["code"] == self.choice["chosen"], "checked": one["code"] == asked}
            for one in self.choice["options"]
        ]

    @property
    def asked(self) -> str:
        """The option that the person thinks of."""
        return self.query_text("option")

    @cached_property
    def preview(self) -> Preview | None:
        """What the option would change, once one was named that is not in force; None otherwise."""
        known = {one["code"] for one in self.choice["options"]} - {self.choice["chosen"]}
        return Preview(self.context, self.choice["code"], self.asked) if self.asked in known else None

    @cached_property
    def lines(self) -> list[ComparedLine]:
        """The lines that it would change."""
        return lines_compared(self.preview.lines)

    @cached_property
    def limits(self) -> list[ComparedLimit]:
        """The limits that it would move."""
        return limits_compared(self.preview.limits)

    @property
    def sums(self) -> list[str]:
        """The comparisons of printed figures that come out differently."""
        return self.preview.sums

    @property
    def term(self) -> str:
        """The term that it would give, where it is another."""
        start, end = self.preview.term
        same = (start, end) == (self.context.start, self.context.end)
        return "" if same else f"合同期由 {self.context.start} 至 {self.context.end}，改为 {start} 至 {end}。"

    def act(self) -> str:
        """Choose."""
        if not self.asked:
            raise Refused("请选择一个选项。", [FieldError("option", "请选择一个选项。")])
        choose(self.context, self.choice["code"], self.asked, self.reason)
        return "已改选，相关指标已重新计算。"


class ExtendPage(DecisionPage):
    """`@@extend`: a later last day."""

    page_title = "延长合同期"

    @property
    def until(self) -> str:
        """The day typed, or a month after the present last day; the last of a month is followed by the last."""
        return self.typed("until") or (add_months(self.context.end + DAY, 1) - DAY).isoformat()

    def act(self) -> str:
        """Extend."""
        extend(self.context, _day(self.typed("until")), self.reason)
        return f"合同期已延长至 {self.context.end}，每月、每季度的指标随之增加。"


class BidPage(DecisionPage):
    """`@@bid`: the numbers that stand in the bid."""

    page_title = "填写投标承诺"

    @cached_property
    def lines(self) -> list[dict]:
        """The lines that await a number, or have one that may be corrected."""
        return [
            {"code": code, "title": line.title, "unit": line.unit, "target": line.target or "",
             "chosen": code == self.typed("code")}
            for code, line in bid_lines(self.context).items()
        ]  # fmt: skip

    def act(self) -> str:
        """Enter a number."""
        code, target = self.typed("code"), self.typed("target")
        promise(self.context, code, target, self.reason)
        return f"指标 {code} 的投标承诺已填写为“{target}”。"


def _day(text: str) -> date | None:
    """A day as the form sends it; what is no day is refused."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"“{text[:20]}”不是日期，请写成 2025-01-31 的样子。"
        raise Refused(message, [FieldError("until", message)]) from None
