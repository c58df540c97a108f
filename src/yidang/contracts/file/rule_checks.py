"""Whether the indicators are rules that the engine can count, under the default reading and under every other option."""

from .problems import Path
from collections.abc import Iterator
from typing import Any


Items = list[tuple[int, dict[str, Any]]]


def rule_problems(indicators: Items, choices: Items) -> Iterator[tuple[Path, str]]:
    return iter(())
