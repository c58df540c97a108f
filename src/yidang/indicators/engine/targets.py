"""Targets: what a contract line promises, and whether a number keeps the promise."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import re
import unicodedata


Number = int | float

AT_LEAST, MORE, EXACT, RANGE, ABOUT = ">=", ">", "=", "..", "~"
SIGNS = {AT_LEAST: "≥", MORE: ">", EXACT: "=", ABOUT: "约"}
WORDS = {AT_LEAST: "不少于", MORE: "超过", EXACT: "为", ABOUT: "约", RANGE: "为"}

# 民法典 1259: 以上 includes the number, 超过 does not.
_SPELLINGS = (
    ("大于等于", ">="), ("不少于", ">="), ("不低于", ">="), ("至少", ">="), ("达到", ">="), ("≥", ">="), ("⩾", ">="),
    ("超过", ">"), ("多于", ">"), ("大于", ">"), ("大约", "~"), ("约", "~"), ("等于", "="), ("≈", "~"),
)  # fmt: skip
_NUMBER = r"(\d+(?:\.\d+)?)\s*(%?)"
_SINGLE = re.compile(rf"(>=|>|==?|~)?\s*{_NUMBER}")
_RANGE = re.compile(rf"{_NUMBER}\s*(?:\.\.|-|–|—|至|到|~)\s*{_NUMBER}")


@dataclass(frozen=True, slots=True)
class Target:
    """An operator and its amount; `high` is the upper end of a range; `percent` only tells how to show it."""

    operator: str
    amount: Number
    high: Number | None = None
    percent: bool = False

    def met(self, value: Number) -> bool | None:
        """Whether the value keeps the promise; None for a planning figure (约), which never fails."""
        if self.operator == ABOUT:
            return None
        if self.operator == AT_LEAST:
            return value >= self.amount
        if self.operator == MORE:
            return value > self.amount
        if self.operator == RANGE:
            return self.amount <= value <= self.high
        return value == self.amount

    def exceeded(self, value: Number) -> bool:
        """Whether there is already too much of it, so that more work cannot help."""
        if self.operator == EXACT:
            return value > self.amount
        return self.operator == RANGE and value > self.high

    def __str__(self) -> str:
        if self.operator == RANGE:
            return f"{self._show(self.amount)}..{self._show(self.high)}"
        return f"{self.operator} {self._show(self.amount)}"

    def sign(self) -> str:
        """As a reader sees it: `≥ 300`, `5–6`, `约 16`."""
        if self.operator == RANGE:
            return f"{self._show(self.amount)}–{self._show(self.high)}"
        return f"{SIGNS[self.operator]} {self._show(self.amount)}"

    def words(self) -> str:
        """As a sentence says it: `不少于 300`."""
        if self.operator == RANGE:
            return f"为 {self._show(self.amount)} 至 {self._show(self.high)}"
        return f"{WORDS[self.operator]} {self._show(self.amount)}"

    def _show(self, amount: Number | None) -> str:
        return show_number(amount, self.percent)


@dataclass(frozen=True, slots=True)
class TargetVersion:
    """A target amended with an effective date (S1-13); periods that began earlier keep the old one."""

    since: date
    target: Target | None
    reason: str = ""


def show_number(amount: Number | None, percent: bool = False) -> str:
    """A number without needless zeros, as a percentage if wanted."""
    if amount is None:
        return "暂无"
    if percent:
        return f"{_plain(round(amount * 100, 2))}%"
    return _plain(amount)


def _plain(amount: Number) -> str:
    return str(int(amount)) if amount == int(amount) else f"{amount:.4f}".rstrip("0").rstrip(".")


def read_number(text: str, percent: str = "") -> Number:
    """`80`, `0.5`, or with percent `80` -> 0.8; rounded correctly, so that 4 of 5 equals 80%."""
    number = Decimal(text) / (100 if percent else 1)
    return int(number) if number == number.to_integral_value() and not percent else float(number)


def parse_target(data: object) -> Target | None:
    """The target of a rule; None for no target. ValueError when it is no number."""
    if data is None or isinstance(data, bool):
        if data is None:
            return None
        raise ValueError(data)
    text = unicodedata.normalize("NFKC", str(data)).replace(",", "").strip()
    if text in ("", "none", "无"):
        return None
    for spelling, operator in _SPELLINGS:
        text = text.replace(spelling, operator)
    if found := _RANGE.fullmatch(text):
        return _range(found)
    if found := _SINGLE.fullmatch(text):
        operator = {None: AT_LEAST, "==": EXACT}.get(found[1], found[1])
        return Target(operator, read_number(found[2], found[3]), percent=bool(found[3]))
    raise ValueError(data)


def _range(found: re.Match) -> Target:
    percent = found[2] or found[4]
    low, high = read_number(found[1], percent), read_number(found[3], percent)
    if low > high:
        raise ValueError(found[0])
    return Target(RANGE, low, high, bool(percent))
