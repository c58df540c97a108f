"""All contracts of a reader at a glance: how many lines of each stand where, and the one furthest back."""

from AccessControl import getSecurityManager
from plone import api
from yidang import clock
from yidang.exchange.sources.base import Source
from yidang.exchange.table import Chart
from yidang.exchange.table import columns
from yidang.exchange.table import Percent
from yidang.exchange.table import Table
from yidang.indicators.engine.targets import show_number
from yidang.indicators.overview import ContractOverview
from yidang.indicators.overview import overview
from yidang.indicators.overview import STATES
from yidang.indicators.pages.figures import is_rate
from yidang.permissions import USE_DESK
from yidang.permissions import VIEW_SCOREBOARD


COLUMNS = (
    ("合同编号", 16), ("合同", 40), ("采购方", 24), ("承接方", 24), ("开始", 12), ("结束", 12), ("状态", 10),
    ("合同金额（元）", 14), ("期限已过", 10), ("指标数", 9), ("已完成", 9), ("进度正常", 9), ("落后", 9), ("未达成", 9),
    ("暂无", 9), ("完成率", 10), ("最需要关注的指标", 50), ("地址", 40),
)  # fmt: skip
TITLE, GONE, COMPLETION = 1, 8, 15
WORST = 3


class OverviewSource(Source):
    """`excelexport.policy=overview` on `/contracts`: those contracts whose board the reader may see."""

    title = "合同总览"
    permission = USE_DESK

    def get_sheets_data(self) -> list[Table]:
        """A row a contract."""
        rows = [self._row(one) for one in overview(self._contracts())]
        charts = [Chart("期限已过与指标完成率", "bar", TITLE, (GONE, COMPLETION), percent=True)]
        return [Table(self.title, columns(*COLUMNS), rows, charts=charts)]

    def _contracts(self) -> list:
        may = getSecurityManager().checkPermission
        brains = api.portal.get_tool("portal_catalog")(portal_type="Contract", sort_on="created")
        return [contract for brain in brains if may(VIEW_SCOREBOARD, contract := brain.getObject())]

    @staticmethod
    def _row(one: ContractOverview) -> tuple:
        contract, today = one.contract, clock.today()
        days = (contract.end - contract.start).days + 1
        gone = min(1.0, max(0.0, ((today - contract.start).days + 1) / days))
        worst = "；".join(
            f"{rule.title} {show_number(found.value, is_rate(found))} / {show_number(found.target, is_rate(found))}"
            for rule, found in one.worst[:WORST]
        )
        state = api.content.get_state(contract)
        return (
            contract.number, contract.Title(), contract.purchaser, contract.provider, contract.start, contract.end,
            api.portal.get_tool("portal_workflow").getTitleForStateOnType(state, "Contract"), contract.money,
            Percent(gone), sum(one.counts.values()), *(one.counts[state] for state in STATES),
            Percent(one.completion) if one.completion is not None else None, worst, contract.absolute_url(),
        )  # fmt: skip
