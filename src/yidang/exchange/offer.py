"""`<contract>/@@exports`: everything of a contract that can be taken away, on one page."""

from AccessControl import getSecurityManager
from functools import cached_property
from typing import NamedTuple
from yidang.archive.sections import SECTIONS
from yidang.exchange.official import is_printed
from yidang.indicators.engine.rules import Rule
from yidang.indicators.scoreboard import Scoreboard
from yidang.pages.page import Page
from zope.component import getMultiAdapter


class Offer(NamedTuple):
    """One file: what it is called, what is in it, and its buttons."""

    title: str
    words: str
    links: str


BOARDS = (
    ("scoreboard", "指标进度", "每项指标的目标、完成、核定、快慢和最落后的一处，附完成率图。"),
    ("months", "每月进度", "每项指标逐月的完成数，附走势和折线图。"),
    ("matrix", "站点与指标", "每个站点在每项指标上的完成数，一件没有的站点也列出。"),
    ("grid", "逐人逐期", "按人（站点、组织、服务对象）逐月计算的指标，例如每名社工每月的督导；不足的标出。"),
    ("hours", "工时", "标准工时和记录工时：按指标、种类、月份、人员，附对比图。"),
    ("staff-rules", "人员要求", "每项人员要求是否符合、由谁符合，以及将到期的事项。"),
    ("deadlines", "期限", "每项期限的日期、责任人、状态、完成日期；与“期限”页未筛选时相同。"),
    ("publicity", "宣传发布情况", "每篇文章、每次刊发，以及各渠道每月的刊发数。"),
)
OFFICIAL = (
    "official-form",
    "工作量化指标完成情况表",
    "合同原表的格式，加完成量、完成工时和核定量；A4 横向，可直接打印。",
)


class OfferPage(Page):
    """The page. Which button gives what to whom is decided again when it is pressed."""

    page_title = "导出"

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The lines of the contract."""
        return Scoreboard(self.context).rules

    @property
    def boards(self) -> list[Offer]:
        """The tables of the whole contract; the official form where the contract has one."""
        offered = (OFFICIAL, *BOARDS) if any(map(is_printed, self.rules)) else BOARDS
        return [Offer(title, words, self._links(self.context, policy)) for policy, title, words in offered]

    @property
    def sections(self) -> list[Offer]:
        """The sections of the archive that the reader may see."""
        may, archive = getSecurityManager().checkPermission, self.context["archive"]
        found = [archive[one.id] for one in SECTIONS if one.id in archive and may("View", archive[one.id])]
        return [Offer(one.Title(), "", self._links(one, "section")) for one in found]

    @property
    def evidence(self) -> list[Offer]:
        """The records behind each line."""
        return [
            Offer(f"{rule.code} {rule.title}", "", self._links(self.context, "evidence", code=rule.code))
            for rule in self.rules
            if rule.all_kinds()
        ]

    def _links(self, context, policy: str, **query: str) -> str:
        return getMultiAdapter((context, self.request), name="export-links")(policy, **query, alone=True)
