"""Hours of a contract: standard hours by line, and beside them what the records state, by kind, month and worker."""

from functools import cached_property
from yidang.exchange.sources.base import BoardSource
from yidang.exchange.sources.figures import cell
from yidang.exchange.table import Chart
from yidang.exchange.table import columns
from yidang.exchange.table import Percent
from yidang.exchange.table import Short
from yidang.exchange.table import Table
from yidang.indicators.engine import rules
from yidang.indicators.engine.calendar import bucket_title
from yidang.indicators.engine.labels import LABELS
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.engine.targets import Number
from yidang.indicators.interfaces import ITermSource
from yidang.indicators.planned import yearly_share
from yidang.indicators.recorded import is_volunteers
from yidang.indicators.recorded import months_of
from yidang.indicators.recorded import Recorded
from yidang.indicators.recorded import recorded
from yidang.indicators.recorded import Share


LINES = (
    ("编号", 10), ("类型", 14), ("指标", 32), ("单位", 8), ("完成量", 10), ("单位工时", 10), ("完成工时", 12),
    ("核定工时", 12), ("计划工时", 12), ("完成比例", 10), ("专业性工作", 12), ("专业性工时", 12), ("记录工时", 12),
    ("志愿者", 9),
)  # fmt: skip
TITLE, DONE, PLANNED = 2, 6, 8
SUMS = (("标准工时", 12), ("记录工时", 12), ("其中专业性", 12), ("志愿者工时", 12))
WORKER = (("记录工时", 12), ("其中专业性", 12), ("合同期应完成", 12), ("至今应完成", 12), ("完成比例", 10))


def share(part: Number | None, whole: Number | None) -> Percent | None:
    """A part in percent; None when there is nothing to divide by."""
    return Percent(part / whole) if whole and part is not None else None


class HoursSource(BoardSource):
    """`excelexport.policy=hours` on a contract."""

    title = "工时"

    @cached_property
    def found(self) -> Recorded:
        """What the records state."""
        return recorded(self.board.ledger.facts(self.board.uid), self.board.ruleset, self.day)

    def get_sheets_data(self) -> list[Table]:
        """Lines with the sums below; then kinds, months and workers."""
        return [self._lines(), self._kinds(), self._months(), self._workers()]

    # By line

    def _lines(self) -> Table:
        lines = [(rule, tally) for rule, tally in self.lines if tally.hours and rule.measure.kind != rules.TOTAL]
        chart = Chart("完成工时与计划工时", "bar", TITLE, (DONE, PLANNED))
        rows = [self._line(rule, tally) for rule, tally in lines]
        return Table("标准工时", columns(*LINES), rows, foot=[self._total(lines)], charts=[chart])

    def _line(self, rule: Rule, tally: Tally) -> tuple:
        hours, volunteers = tally.hours, is_volunteers(rule)
        unit = rule.hours.unit if rule.hours and not rule.hours.field else None
        given = self.found.by_line.get(rule.code, Share())
        return (
            rule.code, rule.group, rule.title, tally.unit, cell(tally, tally.value), unit, hours.done, hours.verified,
            hours.planned, share(hours.done, hours.planned), rule.professional, hours.professional,
            _tidy(given.volunteers if volunteers else given.recorded), volunteers,
        )  # fmt: skip

    @staticmethod
    def _total(lines: list[tuple[Rule, Tally]]) -> tuple:
        given = [tally.hours for _, tally in lines]
        done, verified, planned, professional = (
            _tidy(sum(getattr(one, name) or 0 for one in given))
            for name in ("done", "verified", "planned", "professional")
        )
        words = f"专业性工时占 {100 * professional / done:.1f}%" if done else "专业性工时占比：暂无"
        amounts = (done, verified, planned, share(done, planned), None, professional)
        return ("合计", "", words, "", None, None, *amounts, None, None)

    # What the records state

    def _kinds(self) -> Table:
        heading = columns(("种类", 20), ("记录数", 9), *SUMS)
        kinds = sorted(self.found.by_kind.items(), key=lambda one: (-one[1].recorded, -one[1].standard, one[0]))
        rows = [(LABELS.kind(kind), given.records, *_sums(given)) for kind, given in kinds]
        return Table("按种类", heading, rows)

    def _months(self) -> Table:
        buckets = [one for one in self.board.ruleset.calendar.buckets("month") if one.start <= self.board.today]
        shares = months_of(self.found, [one.label for one in buckets])
        rows = [(bucket_title(label), *_sums(given)) for label, given in shares.items()]
        chart = Chart("每月标准工时与记录工时", "column", 0, (1, 2))
        return Table("按月", columns(("月份", 14), *SUMS), rows, charts=[chart])

    def _workers(self) -> Table:
        stays = ITermSource(self.contract).expected()["workers"]
        people = [*stays, *sorted(set(self.found.by_worker) - set(stays))]
        labels = [one.label for one in self.board.ruleset.calendar.buckets("month") if one.start <= self.board.today]
        heading = columns(("人员", 16), *((bucket_title(label), 11) for label in labels), *WORKER)
        return Table("按人", heading, [self._worker(user, stays.get(user), labels) for user in people])

    def _worker(self, user: str, stay, labels: list[str]) -> tuple:
        given, owed, by_now = self.found.by_worker.get(user, Share()), None, None
        yearly = getattr(self.contract, "worker_hours", None)
        if yearly and stay:
            spans, calendar = stay if isinstance(stay, list) else [stay], self.board.ruleset.calendar
            owed, by_now = (
                _tidy(yearly * part)
                for part in (yearly_share(spans, calendar), yearly_share(spans, calendar, self.board.today))
            )
        done = _tidy(given.recorded)
        months = (_tidy(self.found.workers_by_month.get((user, label), 0)) for label in labels)
        late = by_now is not None and done < by_now
        return (
            self.names.person(user) if user else "没有写明经办人", *months, Short(done) if late else done,
            _tidy(given.professional), owed, by_now, share(done, owed),
        )  # fmt: skip


def _sums(given: Share) -> tuple:
    return tuple(map(_tidy, (given.standard, given.recorded, given.professional, given.volunteers)))


def _tidy(number: Number) -> Number:
    rounded = round(number, 2)
    return int(rounded) if rounded == int(rounded) else rounded
