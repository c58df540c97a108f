"""The sums behind the comparisons: rows of the hours table, shares of the workload, monthly figures, money."""

from .problems import Path
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.targets import parse_target


Number = int | float
Line = Mapping[str, Any]


@dataclass(frozen=True)
class Sum:
    """A printed figure beside the computed one, and whether they contradict each other."""

    wrong: bool
    path: Path
    code: str
    message: str
    printed: Number
    computed: Number


def is_total(indicator: Line) -> bool:
    """Whether the line is the total of the hours table."""
    measure = indicator["count"].get("measure")
    return isinstance(measure, dict) and measure.get("total") == "hours"


def hour_rows(indicators: Sequence[Line]) -> Iterator[tuple[int, Line]]:
    """The rows of the hours table with their places."""
    wanted = {"quantity", "unit_hours", "total_hours"}
    for index, indicator in enumerate(indicators):
        if wanted <= set(indicator.get("printed", ())) and not is_total(indicator):
            yield index, indicator


def product(printed: Mapping[str, Number]) -> Number:
    """Quantity times hours of one unit."""
    return tidy(printed["quantity"] * printed["unit_hours"])


def tidy(number: Number) -> Number:
    """Hours such as 0.1 × 3 without the noise of binary fractions."""
    rounded = round(number, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def workload_sums(workload: Mapping[str, Any], bought: Mapping[str, Any], indicators: Sequence[Line]) -> Iterator[Sum]:
    """People times hours; and the share of the bought hours that the table plans as professional (S1-X03)."""
    hours, each = bought.get("total"), bought.get("per_worker_year")
    if not hours:
        return
    if each and "workers" in workload:
        people = workload["workers"]
        computed = tidy(people * each)
        text = f"服务时长：{people} 人 × {each} 小时 = {computed}，" + _verdict(computed, hours)
        yield Sum(computed != hours, ("settings", "hours", "total"), "workload", text, hours, computed)
    if "professional_share" in workload:
        yield from _shares(workload["professional_share"], hours, indicators)


def _shares(least: Number, hours: Number, indicators: Sequence[Line]) -> Iterator[Sum]:
    rows = [(one["printed"], one.get("professional") is True) for _, one in hour_rows(indicators)]
    counted = [
        ("各行印刷数之和", tidy(sum(row["total_hours"] for row, _ in rows))),
        ("各行数量乘工时之和", tidy(sum(product(row) for row, _ in rows))),
        ("其中标为专业的各行", tidy(sum(product(row) for row, professional in rows if professional))),
    ]
    for name, planned in counted if rows else ():
        share = round(100 * planned / hours, 2)
        side = "低于" if 100 * planned < least * hours else "达到"
        text = f"专业化服务时长：{name} {planned}，占 {hours} 的 {share}%，{side} {least}%"
        yield Sum(side == "低于", ("workload", "professional_share"), "workload", text, least, share)


def pace_sums(term: Mapping[str, str], indicators: Sequence[Line]) -> Iterator[Sum]:
    """Whether the monthly figure of the paper reaches the promised number within the term (S4-X02)."""
    months = Calendar(date.fromisoformat(term["start"]), date.fromisoformat(term["end"])).months_long()
    for index, indicator in enumerate(indicators):
        monthly = indicator.get("printed", {}).get("per_month")
        target = parse_target(indicator.get("target")) if monthly else None
        if target is None or target.operator not in (">=", ">", "="):
            continue
        reached, unit = round(monthly * months), indicator["unit"]
        text = f"指标 {indicator['code']}“{indicator['title']}”：每月 {monthly} {unit}，合同期约 {months:.1f} 个月，"
        text += f"可完成约 {reached} {unit}，"
        if short := reached < target.amount:
            text += f"到不了 {target.amount} {unit}；每月须约 {target.amount / months:.1f} {unit}"
        else:
            text += f"能达到 {target.amount} {unit}"
        yield Sum(short, ("indicators", index, "printed", "per_month"), indicator["code"], text, monthly, reached)


def money_sums(money: Mapping[str, Any], stations: Sequence[Line]) -> Iterator[Sum]:
    """The price of a station is the sum of its parts, and the stations make up the price (S3-X01)."""
    each = money.get("per_station")
    if each is None:
        return
    if parts := money.get("parts"):
        computed = tidy(sum(part["amount"] for part in parts))
        text = "每站金额：" + " + ".join(f"{part['title']} {part['amount']}" for part in parts)
        yield Sum(computed != each, ("money", "parts"), "money", f"{text} = {computed}，{_verdict(computed, each)}",
                  each, computed)  # fmt: skip
    served = sum(station["kind"] == "main" for station in stations)
    if amount := money.get("amount"):
        computed = tidy(served * each)
        text = f"合同金额：{served} 个站 × {each} = {computed}，{_verdict(computed, amount)}"
        yield Sum(computed != amount, ("money", "amount"), "money", text, amount, computed)


def _verdict(computed: Number, printed: Number) -> str:
    return "与印刷数相符" if computed == printed else f"印刷为 {printed}"
