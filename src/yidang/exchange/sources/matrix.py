"""Stations by lines: what each station brought to each line. A station at zero stands there with its zero."""

from yidang.exchange.sources.base import BoardSource
from yidang.exchange.sources.figures import grows
from yidang.exchange.table import columns
from yidang.exchange.table import Table
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.engine.targets import Number


class MatrixSource(BoardSource):
    """`excelexport.policy=matrix` on a contract."""

    title = "站点与指标"

    def get_sheets_data(self) -> list[Table]:
        """A row a station, a column a line; the sums as the contract counts them stand below."""
        lines = [(rule, tally) for rule, tally in self.lines if grows(rule)]
        heading = columns(("站点", 26), *((f"{rule.code} {rule.title}（{tally.unit}）", 14) for rule, tally in lines))
        rows = [
            (self.names.station(station) or "未注明站点", *(by.get(station, 0) for by in self._columns(lines)))
            for station in self._stations(lines)
        ]
        total = ("合同合计", *(tally.value for _, tally in lines))
        target = ("目标", *(tally.target for _, tally in lines))
        return [Table(self.title, heading, rows, foot=[total, target])]

    def _stations(self, lines: list[tuple[Rule, Tally]]) -> list[str]:
        """Those of the contract first, then others that did work for it."""
        served = list(self.contract.stations or ())
        others = {station for by in self._columns(lines) for station, value in by.items() if value} - set(served)
        return [*served, *sorted(others)]

    def _columns(self, lines: list[tuple[Rule, Tally]]) -> list[dict[str, Number]]:
        return [self._by_station(rule, tally) for rule, tally in lines]

    @staticmethod
    def _by_station(rule: Rule, tally: Tally) -> dict[str, Number]:
        if "station" in rule.per and tally.members:
            return {one.member: one.value or 0 for one in tally.members}
        return dict(tally.stations)
