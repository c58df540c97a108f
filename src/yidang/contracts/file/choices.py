"""Readings that change a verdict, kept as data: each option says how it rewrites the indicators."""

from collections.abc import Mapping
from typing import Any


def apply_choices(data: Mapping[str, Any], chosen: Mapping[str, str] | None = None) -> list[dict[str, Any]]:
    """The indicators as they count when these options are chosen (choice code -> option code), else the defaults.

    An indicator that names no basis has that of the contract.
    """
    basis = data["settings"]["basis"]
    indicators = {indicator["code"]: {"basis": basis, **indicator} for indicator in data["indicators"]}
    for choice in data.get("choices", []):
        wanted = (chosen or {}).get(choice["code"], choice["default"])
        for code, change in option_of(choice, wanted).get("set", {}).items():
            indicators[code].update(change)
    return list(indicators.values())


def option_of(choice: Mapping[str, Any], code: str) -> Mapping[str, Any]:
    """The option of a choice; KeyError when it has no such option."""
    for option in choice["options"]:
        if option["code"] == code:
            return option
    raise KeyError(code)
