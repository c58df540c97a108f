"""What must hold in a contract file beyond its shape: order of dates, unique codes, references, rules that count.

Every check looks only at parts whose shape is right, so that one slip is reported once.
"""

from .archive_number import template_problems
from .choices import PARTS
from .problems import Path
from .rule_checks import rule_problems
from .threshold_checks import gate_problems
from .threshold_checks import threshold_problems
from collections.abc import Iterable
from collections.abc import Iterator
from typing import Any
from yidang.indicators.engine.problems import did_you_mean
from yidang.indicators.engine.targets import parse_target


Found = Iterator[tuple[Path, str]]

KEYED = {
    "stations": "code",
    "indicators": "code",
    "choices": "code",
    "thresholds": "code",
    "gates": "code",
    "reports": "kind",
    "documents": "code",
    "staff": "code",
    "obligations": "code",
    "notes": "code",
}


def content_problems(data: dict[str, Any], misshapen: set[Path]) -> Found:
    """Everything that is wrong with the sound parts of the data; `misshapen` holds the paths of structure problems."""
    sound = SoundParts(data, misshapen)
    yield from _term(sound)
    yield from _archive_number(sound)
    yield from _duplicates(sound)
    yield from _references(sound)
    yield from _choices(sound)
    yield from _bid(sound)
    yield from threshold_problems(sound)
    yield from gate_problems(sound)
    yield from rule_problems(sound)


class SoundParts:
    """The parts of the data in which the schema found nothing."""

    def __init__(self, data: dict[str, Any], misshapen: set[Path]):
        self.data = data
        self.misshapen = {path[:length] for path in misshapen for length in range(len(path) + 1)}

    def get(self, key: str) -> Any:
        """A whole top-level part, or None."""
        return None if (key,) in self.misshapen else self.data.get(key)

    def items(self, key: str) -> list[tuple[int, dict[str, Any]]]:
        """The sound items of a list, with their places."""
        items = self.data.get(key)
        if not isinstance(items, list):
            return []
        return [(index, item) for index, item in enumerate(items) if (key, index) not in self.misshapen]

    def codes(self, key: str) -> list[str]:
        """All codes of a list that can be read, those of faulty items included."""
        items = self.data.get(key)
        dicts = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
        return [item["code"] for item in dicts if isinstance(item.get("code"), str)]


def _term(sound: SoundParts) -> Found:
    term = sound.get("term")
    if term and term["end"] < term["start"]:
        yield ("term", "end"), f"结束日期 {term['end']} 早于开始日期 {term['start']}"


def _archive_number(sound: SoundParts) -> Found:
    template = sound.get("archive_number")
    for message in template_problems(template) if template else ():
        yield ("archive_number",), message


def _duplicates(sound: SoundParts) -> Found:
    for part, key in KEYED.items():
        if part == "indicators":  # the engine tells its own doubles
            continue
        yield from _repeated(((part, index, key), item[key]) for index, item in sound.items(part))
    for index, choice in sound.items("choices"):
        place: Path = ("choices", index, "options")
        yield from _repeated(((*place, at, "code"), option["code"]) for at, option in enumerate(choice["options"]))


def _repeated(codes: Iterable[tuple[Path, str]]) -> Found:
    seen: set[str] = set()
    for path, code in codes:
        if code in seen:
            yield path, f"“{code}”重复，前面已经用过"
        seen.add(code)


def _references(sound: SoundParts) -> Found:
    known = sound.codes("indicators")
    for path, code in _named_indicators(sound):
        if code not in known:
            yield path, f"没有指标“{code}”{did_you_mean(code, known)}"
    limits = sound.codes("thresholds")
    for path, code in _named_thresholds(sound):
        if code not in limits:
            yield path, f"没有界限“{code}”{did_you_mean(code, limits)}"


def _named_indicators(sound: SoundParts) -> Iterator[tuple[Path, str]]:
    for part in ("reports", "staff", "thresholds"):
        for index, item in sound.items(part):
            if "indicator" in item:
                yield (part, index, "indicator"), item["indicator"]
    for index, gate in sound.items("gates"):
        for at, need in enumerate(gate["needs"]):
            if "indicator" in need:
                yield ("gates", index, "needs", at, "indicator"), need["indicator"]
    for code in sound.get("bid") or ():
        yield ("bid", code), code
    for index, item in sound.items("obligations"):
        for at, code in enumerate(item.get("indicators", ())):
            yield ("obligations", index, "indicators", at), code
    for index, choice in sound.items("choices"):
        for at, option in enumerate(choice["options"]):
            for code in option.get("set", ()):
                yield ("choices", index, "options", at, "set", code), code


def _named_thresholds(sound: SoundParts) -> Iterator[tuple[Path, str]]:
    for index, limit in sound.items("thresholds"):
        for at, code in enumerate(limit.get("overrides", ())):
            yield ("thresholds", index, "overrides", at), code
    for index, choice in sound.items("choices"):
        for at, option in enumerate(choice["options"]):
            for code in option.get("thresholds", ()):
                yield ("choices", index, "options", at, "thresholds", code), code


def _choices(sound: SoundParts) -> Found:
    yield from _option_terms(sound)
    for index, choice in sound.items("choices"):
        options = {option["code"]: option for option in choice["options"]}
        default = choice["default"]
        if default not in options:
            yield ("choices", index, "default"), f"没有选项“{default}”{did_you_mean(default, options)}"
        elif found := [part for part in PARTS if part in options[default]]:
            # The contract is written as the default says; a default that rewrites it would say it twice.
            yield ("choices", index, "default"), f"默认选项“{default}”不能有 {found[0]}：合同本身就要按默认选项书写"


def _bid(sound: SoundParts) -> Found:
    """Only a line whose number is promised in the bid takes one from there, and only a number."""
    awaiting = {line["code"] for _, line in sound.items("indicators") if line.get("promised") == "bid"}
    for code, target in (sound.get("bid") or {}).items():
        if code in sound.codes("indicators") and code not in awaiting:
            yield ("bid", code), f"指标“{code}”没有写 promised: bid，数量不由投标文件承诺"
        try:
            number = parse_target(target)
        except ValueError:
            number = None
        if number is None:
            yield ("bid", code), f"“{target}”不是数字，请写成如 “>= 30” 的形式"


def _option_terms(sound: SoundParts) -> Found:
    """An option that moves a date must leave at least a day."""
    term = sound.get("term")
    for index, choice in sound.items("choices") if term else ():
        for at, option in enumerate(choice["options"]):
            moved = {**term, **option.get("term", {})}
            if moved["end"] < moved["start"] and term["end"] >= term["start"]:
                path = ("choices", index, "options", at, "term")
                yield path, f"选项“{option['code']}”：结束日期 {moved['end']} 早于开始日期 {moved['start']}"
