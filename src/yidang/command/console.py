"""Talking to whoever sits at the terminal."""

from collections.abc import Iterable
from tqdm import tqdm

import sys


YES = {"y", "yes", "是", "好"}


def progress(items: Iterable, total: int | None = None, what: str = "") -> Iterable:
    """The items, with a bar while a person watches."""
    return tqdm(items, total=total, desc=what, unit="条", leave=False, disable=not sys.stderr.isatty())


def agreed(question: str) -> bool:
    """Whether the person at the terminal says yes; silence and a missing terminal mean no."""
    try:
        return input(f"{question}（y/N）").strip().lower() in YES
    except EOFError:
        return False
