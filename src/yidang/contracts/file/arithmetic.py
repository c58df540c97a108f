"""Do the printed figures agree with each other? The printed figure is kept; the computed one stands beside it."""

from .choices import apply_choices
from .choices import term_under
from .problems import Path
from .reader import ContractFile
from .sums import hour_rows
from .sums import is_total
from .sums import money_sums
from .sums import Number
from .sums import pace_sums
from .sums import product
from .sums import tidy
from .sums import workload_sums
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


ERROR, NOTICE = "error", "notice"


@dataclass(frozen=True)
class Finding:
    """One comparison: `severity` is `error` when the contract contradicts itself, `notice` when it is worth knowing."""

    severity: str
    path: Path
    line: int
    code: str
    message: str
    printed: Number
    computed: Number


def arithmetic(contract_file: ContractFile, chosen: Mapping[str, str] | None = None) -> list[Finding]:
    """Compare products and sums of the hours table, shares of the workload, monthly figures and the money.

    Which rows are professional, and how long the term is, is a matter of the chosen readings.
    """
    data = contract_file.data
    indicators = apply_choices(data, chosen)
    found = [_row_finding(contract_file, *check) for check in (*_rows(indicators), *_totals(indicators))]
    more = (
        *workload_sums(data.get("workload", {}), data["settings"].get("hours", {}), indicators),
        *pace_sums(term_under(data, chosen), indicators),
        *money_sums(data.get("money", {}), data["stations"]),
    )
    found += [Finding(ERROR if one.wrong else NOTICE, one.path, contract_file.line(one.path), one.code, one.message,
                      one.printed, one.computed) for one in more]  # fmt: skip
    return found


def subtotals(indicators: list[Mapping[str, Any]]) -> dict[str, Number]:
    """Computed hours of each group of the table: quantity times hours of one unit."""
    result: dict[str, Number] = {}
    for _, indicator in hour_rows(indicators):
        group = indicator.get("group", "")
        result[group] = result.get(group, 0) + product(indicator["printed"])
    return result


Check = tuple[str, int, str, Number, Number]


def _row_finding(
    file: ContractFile, severity: str, index: int, message: str, printed: Number, computed: Number
) -> Finding:
    path: Path = ("indicators", index, "printed", "total_hours")
    indicator = file.data["indicators"][index]
    text = f"指标 {indicator['code']}“{indicator['title']}”：{message}"
    return Finding(severity, path, file.line(path), indicator["code"], text, printed, computed)


def _rows(indicators: list[Mapping[str, Any]]) -> Iterator[Check]:
    for index, indicator in hour_rows(indicators):
        printed, computed = indicator["printed"], product(indicator["printed"])
        if printed["total_hours"] != computed:
            sum_ = f"{printed['quantity']} × {printed['unit_hours']} = {computed}"
            yield ERROR, index, f"{sum_}，印刷为 {printed['total_hours']}", printed["total_hours"], computed


def _totals(indicators: list[Mapping[str, Any]]) -> Iterator[Check]:
    rows = [indicator["printed"] for _, indicator in hour_rows(indicators)]
    as_printed = tidy(sum(row["total_hours"] for row in rows))
    as_computed = tidy(sum(product(row) for row in rows))
    for index, indicator in enumerate(indicators):
        printed = indicator.get("printed", {}).get("total_hours")
        if printed is None or not is_total(indicator) or not rows:
            continue
        if as_computed == printed:
            parts = " + ".join(f"{group} {hours}" for group, hours in subtotals(indicators).items())
            yield NOTICE, index, f"{parts} = {as_computed}，与印刷合计相符", printed, as_computed
        elif as_printed == printed:
            text = f"印刷合计 {printed} 与各行印刷数相符，但按各行数量乘工时应为 {as_computed}"
            yield ERROR, index, text, printed, as_computed
        else:
            yield ERROR, index, f"各行合计 {as_computed}，印刷合计为 {printed}", printed, as_computed
