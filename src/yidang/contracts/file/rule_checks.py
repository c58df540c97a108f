"""Whether the indicators are rules that the engine can count, as they are written and under every other option."""

from .choices import rewritten
from .problems import Path
from collections.abc import Iterator
from typing import Any
from typing import Protocol
from yidang.indicators.engine.parsing import parse_rules
from yidang.indicators.engine.problems import RuleError


Item = dict[str, Any]


class Parts(Protocol):
    """What the checks need to know of a file: its sound items with their places, and all codes it mentions."""

    def items(self, key: str) -> list[tuple[int, Item]]: ...

    def codes(self, key: str) -> list[str]: ...


def rule_problems(parts: Parts) -> Iterator[tuple[Path, str]]:
    """What the engine refuses; options are tried only on indicators that are right themselves."""
    indicators = parts.items("indicators")
    misshapen = set(parts.codes("indicators")) - {indicator["code"] for _, indicator in indicators}
    refused = _refused([indicator for _, indicator in indicators])
    for path, message in refused:
        place, indicator = indicators[path[0]]
        # The whole of a part, or a line that is filled, may be one whose shape is wrong: that is told already.
        if path[1:] not in (("part_of",), ("fills",)) or indicator[path[1]] not in misshapen:
            yield ("indicators", place, *path[1:]), message
    for place, choice in () if refused else parts.items("choices"):
        yield from _option_problems(place, choice, [indicator for _, indicator in indicators])


def _option_problems(place: int, choice: Item, indicators: list[Item]) -> Iterator[tuple[Path, str]]:
    for at, option in enumerate(choice["options"]):
        changes = option.get("set", {})
        changed = [rewritten(indicator, changes.get(indicator["code"], {})) for indicator in indicators]
        for path, message in _refused(changed) if changes else ():
            code = changed[path[0]]["code"]
            yield ("choices", place, "options", at, "set", code, *path[1:]), f"选项“{option['code']}”：{message}"


def _refused(indicators: list[Item]) -> list[tuple[Path, str]]:
    try:
        parse_rules(indicators)
    except RuleError as error:
        return [(problem.path, problem.message) for problem in error.problems]
    return []
