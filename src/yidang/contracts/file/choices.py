"""Readings that change a verdict, as data: each option says how it rewrites lines, term, settings or limits."""

from collections.abc import Iterator
from collections.abc import Mapping
from typing import Any


Chosen = Mapping[str, str]
# What an option may rewrite besides the indicators (`set`).
PARTS = ("set", "term", "settings", "thresholds")


def apply_choices(data: Mapping[str, Any], chosen: Chosen | None = None) -> list[dict[str, Any]]:
    """The indicators as they count when these options are chosen (choice code -> option code), else the defaults.

    An indicator that names no basis has that of the contract.
    """
    basis = data["settings"]["basis"]
    indicators = {indicator["code"]: {"basis": basis, **indicator} for indicator in data["indicators"]}
    _rewrite(indicators, _changes(data, chosen, "set"))
    return list(indicators.values())


def term_under(data: Mapping[str, Any], chosen: Chosen | None = None) -> dict[str, Any]:
    """The term under these options (S4-X03: two printed last days)."""
    return _merged(data["term"], _changes(data, chosen, "term"))


def settings_under(data: Mapping[str, Any], chosen: Chosen | None = None) -> dict[str, Any]:
    """The settings under these options (S4-X04: quarters of the calendar or of the contract)."""
    return _merged(data["settings"], _changes(data, chosen, "settings"))


def thresholds_under(data: Mapping[str, Any], chosen: Chosen | None = None) -> list[dict[str, Any]]:
    """The limits and their consequences under these options (S2-08: whether 80分以下 includes 80)."""
    found = {one["code"]: dict(one) for one in data.get("thresholds", [])}
    _rewrite(found, _changes(data, chosen, "thresholds"))
    return list(found.values())


def option_of(choice: Mapping[str, Any], code: str) -> Mapping[str, Any]:
    """The option of a choice; KeyError when it has no such option."""
    for option in choice["options"]:
        if option["code"] == code:
            return option
    raise KeyError(code)


def _changes(data: Mapping[str, Any], chosen: Chosen | None, part: str) -> Iterator[Mapping[str, Any]]:
    for choice in data.get("choices", []):
        option = option_of(choice, (chosen or {}).get(choice["code"], choice["default"]))
        if part in option:
            yield option[part]


def _merged(own: Mapping[str, Any], changes: Iterator[Mapping[str, Any]]) -> dict[str, Any]:
    result = dict(own)
    for change in changes:
        result.update(change)
    return result


def rewritten(item: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    """An indicator or a limit with the keys of the change in the place of its own; `unset` takes keys away."""
    gone = change.get("unset", ())
    kept = {key: value for key, value in item.items() if key not in gone}
    return kept | {key: value for key, value in change.items() if key != "unset"}


def _rewrite(items: dict[str, dict[str, Any]], changes: Iterator[Mapping[str, Any]]) -> None:
    for change in changes:
        for code, keys in change.items():
            items[code] = rewritten(items[code], keys)
