"""Invented ID numbers that are formally right."""

from yidang.proofreading.engine.identity import CHECK_DIGITS
from yidang.proofreading.engine.identity import WEIGHTS


def an_id_number(first: str = "44200019850307123") -> str:
    """Seventeen digits and the check digit that belongs to them."""
    total = sum(int(digit) * weight for digit, weight in zip(first, WEIGHTS, strict=True))
    return first + CHECK_DIGITS[total % 11].upper()
