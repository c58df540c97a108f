"""Comparisons as data: which operators exist, how near a value came, how a person reads it."""

from collections.abc import Callable
from datetime import date
from operator import eq
from operator import ge
from operator import gt
from operator import le
from operator import lt
from typing import Any
from yidang.indicators.engine.targets import Number
from yidang.indicators.engine.targets import read_number
from yidang.indicators.engine.targets import show_number

import re
import unicodedata


OPERATORS: dict[str, Callable[[Any, Any], bool]] = {">=": ge, ">": gt, "<=": le, "<": lt, "=": eq}
SIGNS = {">=": "≥", ">": ">", "<=": "≤", "<": "<", "=": "="}

_COMPARISON = re.compile(r"(>=|>|<=|<|==?)?\s*(\d+(?:\.\d+)?)\s*(%?)")


def canonical(operator: object) -> str:
    """The ASCII spelling of an operator: `≥` and `＞=` are `>=`."""
    text = unicodedata.normalize("NFKC", str(operator)).strip()
    return {"≥": ">=", "⩾": ">=", "≤": "<=", "⩽": "<=", "==": "="}.get(text, text)


def as_number(data: object) -> Number | None:
    """A number written as a number or as text (`60%`); None when it is none."""
    if isinstance(data, bool):
        return None
    if isinstance(data, int | float):
        return data
    found = _COMPARISON.fullmatch(unicodedata.normalize("NFKC", str(data)).strip())
    return read_number(found[2], found[3]) if found and not found[1] else None


def is_percentage(data: object) -> bool:
    """Whether the limit was written with a percent sign."""
    return isinstance(data, str) and data.rstrip().endswith(("%", "％"))


def read_comparison(data: object) -> tuple[str, Number] | None:
    """`>= 6` as operator and number; a bare number means at least."""
    text = unicodedata.normalize("NFKC", str(data)).replace("≥", ">=").replace("≤", "<=").strip()
    found = _COMPARISON.fullmatch(text)
    if not found or isinstance(data, bool):
        return None
    return canonical(found[1] or ">="), read_number(found[2], found[3])


def shortfall(value: Number, wanted: Number) -> float:
    """How far a number is from the limit, as a part of it: 0 nearly there, 1 far away."""
    scale = max(abs(value), abs(wanted)) or 1
    return round(min(1.0, abs(wanted - value) / scale), 4)


def show(value: Any, percent: bool = False) -> str:
    """A value as a person reads it."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return show_number(value, percent)
    return value.isoformat() if isinstance(value, date) else str(value)
