"""Does the printed table add up? The printed figure is kept; the computed one stands beside it."""

from .problems import Path
from .reader import ContractFile
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


Number = int | float
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


def arithmetic(contract_file: ContractFile) -> list[Finding]:
    """Compare products and sums of the printed hours table, and printed quantities with the targets."""
    indicators = contract_file.data["indicators"]
    checks = (*_rows(indicators), *_totals(indicators))
    return [_finding(contract_file, *check) for check in checks]


def subtotals(indicators: list[Mapping[str, Any]]) -> dict[str, Number]:
    """Computed hours of each group of the table: quantity times hours of one unit."""
    result: dict[str, Number] = {}
    for _, indicator in _hour_rows(indicators):
        group = indicator.get("group", "")
        result[group] = result.get(group, 0) + _product(indicator["printed"])
    return result


Check = tuple[str, int, str, Number, Number]


def _finding(file: ContractFile, severity: str, index: int, message: str, printed: Number, computed: Number) -> Finding:
    path: Path = ("indicators", index, "printed", "total_hours")
    indicator = file.data["indicators"][index]
    text = f"指标 {indicator['code']}“{indicator['title']}”：{message}"
    return Finding(severity, path, file.line(path), indicator["code"], text, printed, computed)


def _is_total(indicator: Mapping[str, Any]) -> bool:
    measure = indicator["count"].get("measure")
    return isinstance(measure, dict) and measure.get("total") == "hours"


def _hour_rows(indicators: list[Mapping[str, Any]]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    wanted = {"quantity", "unit_hours", "total_hours"}
    for index, indicator in enumerate(indicators):
        if wanted <= set(indicator.get("printed", ())) and not _is_total(indicator):
            yield index, indicator


def _product(printed: Mapping[str, Number]) -> Number:
    return _tidy(printed["quantity"] * printed["unit_hours"])


def _rows(indicators: list[Mapping[str, Any]]) -> Iterator[Check]:
    for index, indicator in _hour_rows(indicators):
        printed, computed = indicator["printed"], _product(indicator["printed"])
        if printed["total_hours"] != computed:
            sum_ = f"{printed['quantity']} × {printed['unit_hours']} = {computed}"
            yield ERROR, index, f"{sum_}，印刷为 {printed['total_hours']}", printed["total_hours"], computed


def _totals(indicators: list[Mapping[str, Any]]) -> Iterator[Check]:
    rows = [indicator["printed"] for _, indicator in _hour_rows(indicators)]
    as_printed = _tidy(sum(row["total_hours"] for row in rows))
    as_computed = _tidy(sum(_product(row) for row in rows))
    for index, indicator in enumerate(indicators):
        printed = indicator.get("printed", {}).get("total_hours")
        if printed is None or not _is_total(indicator) or not rows:
            continue
        if as_computed == printed:
            parts = " + ".join(f"{group} {hours}" for group, hours in subtotals(indicators).items())
            yield NOTICE, index, f"{parts} = {as_computed}，与印刷合计相符", printed, as_computed
        elif as_printed == printed:
            text = f"印刷合计 {printed} 与各行印刷数相符，但按各行数量乘工时应为 {as_computed}"
            yield ERROR, index, text, printed, as_computed
        else:
            yield ERROR, index, f"各行合计 {as_computed}，印刷合计为 {printed}", printed, as_computed


def _tidy(number: Number) -> Number:
    """Hours such as 0.1 × 3 without the noise of binary fractions."""
    rounded = round(number, 6)
    return int(rounded) if rounded == int(rounded) else rounded
