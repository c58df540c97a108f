"""The table of a contract in its own form: what was printed, and beside it what was done and verified (S0-19)."""

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import replace
from yidang.indicators.engine import rules
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.engine.targets import Number


HEADINGS = (
    "类型", "指标", "单位", "工作指标量", "单指标所需时间（小时）", "指标总工作时间", "备注",
    "完成量", "完成工时", "核定量",
)  # fmt: skip
LINE, SUM, TOTAL = "line", "sum", "total"


@dataclass(frozen=True)
class FormRow:
    """One row of the form. Numbers are None where the printed table has none."""

    kind: str
    group: str
    title: str
    unit: str = ""
    quantity: Number | None = None
    unit_hours: Number | None = None
    hours: Number | None = None
    done: Number | None = None
    done_hours: Number | None = None
    verified: Number | None = None
    note: str = ""

    def cells(self) -> tuple:
        """In the order of `HEADINGS`."""
        return (
            self.group, self.title, self.unit, self.quantity, self.unit_hours, self.hours, self.note, self.done,
            self.done_hours, self.verified,
        )  # fmt: skip


Lines = Iterable[tuple[Rule, Tally]]


def is_printed(rule: Rule) -> bool:
    """Whether a line stands in the printed table of hours."""
    return rule.measure.kind != rules.TOTAL and "total_hours" in rule.printed


def form_rows(lines: Lines) -> list[FormRow]:
    """The rows in printed order: each heading with its sum, then the totals. None without a printed table."""
    lines = list(lines)
    printed = [_line(rule, tally) for rule, tally in lines if is_printed(rule)]
    groups = list(dict.fromkeys(row.group for row in printed))
    found: list[FormRow] = []
    for group in groups:
        own = [row for row in printed if row.group == group]
        found += [*own, *_sums(SUM, group, f"{group or '各项'}小计", own, None)]
    total = next((rule for rule, _ in lines if _is_total(rule)), None)
    if printed:
        claimed = total.printed.get("total_hours") if total is not None else None
        found += _sums(TOTAL, "合计", total.title if total is not None else "合计", printed, claimed)
    return found


def _is_total(rule: Rule) -> bool:
    return rule.measure.kind == rules.TOTAL and rule.measure.field == "hours"


def _line(rule: Rule, tally: Tally) -> FormRow:
    quantity, unit_hours = rule.printed.get("quantity"), rule.printed.get("unit_hours")
    row = FormRow(
        LINE, rule.group, rule.title, rule.unit, quantity, unit_hours, rule.printed["total_hours"], tally.value,
        tally.hours.done if tally.hours else None, tally.verified_value, rule.note,
    )  # fmt: skip
    computed = _product(row)
    if computed is None or computed == row.hours:
        return row
    said = f"按式 {_show(quantity)} × {_show(unit_hours)} = {_show(computed)}，印刷为 {_show(row.hours)}。"
    return replace(row, note=said + rule.note)


def _product(row: FormRow) -> Number | None:
    if row.quantity is None or row.unit_hours is None:
        return None
    return _tidy(row.quantity * row.unit_hours)


def _sums(kind: str, group: str, title: str, rows: list[FormRow], claimed: Number | None) -> list[FormRow]:
    """The sum as printed and, where the rows give another one, a second row with what they give."""
    printed = _tidy(sum(row.hours for row in rows))
    computed = _tidy(sum(_product(row) if _product(row) is not None else row.hours for row in rows))
    done = _tidy(sum(row.done_hours or 0 for row in rows))
    claimed = printed if claimed is None else claimed
    first = FormRow(kind, group, title, "小时", hours=claimed, done_hours=done)
    note = f"印刷为 {_show(claimed)}"
    others = dict.fromkeys(number for number in (printed, computed) if number != claimed)
    return [
        first,
        *(
            FormRow(kind, group, f"{title}（{_why(number, printed)}）", "小时", hours=number, note=note)
            for number in others
        ),
    ]


def _why(number: Number, printed: Number) -> str:
    return "各行印刷数之和" if number == printed else "按各行数量乘工时计算"


def _tidy(number: Number) -> Number:
    rounded = round(number, 3)
    return int(rounded) if rounded == int(rounded) else rounded


def _show(number: Number) -> str:
    return f"{_tidy(number):,}"
