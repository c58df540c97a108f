"""What a contract file may no longer change once the contract runs."""

from collections.abc import Iterator
from collections.abc import Mapping
from plone import api
from typing import Any
from yidang.contracts.file.difference import difference
from yidang.errors import FieldError
from yidang.errors import Refused


ENDED = {"closing": "正在结项", "accepted": "已经验收", "terminated": "已经终止"}
FIXED = {
    "number": "合同已启用，合同编号不能再改：它是已编档号的一部分。",
    "archive_number": "合同已启用，档号模板不能再改：已有的档号按原模板编成。",
}


def refuse_revision(contract, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
    """Raise `Refused` with every change that the contract's state forbids; a draft may change in every way."""
    state = api.content.get_state(contract)
    if state == "draft" or not difference(old, new):
        return
    if state in ENDED:
        raise Refused(f"合同{ENDED[state]}，不能再修改。")
    errors = [*_fixed(old, new), *_gone_lines(old, new), *_gone_stations(contract, old, new)]
    if errors:
        raise Refused("合同正在执行，这些改动不能载入：", errors)


def _fixed(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[FieldError]:
    for key, sentence in FIXED.items():
        if key in old and old[key] != new[key]:
            yield FieldError(key, sentence)


def _gone_lines(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[FieldError]:
    for code in _gone("indicators", old, new):
        yield FieldError("indicators", f"指标 {code} 不能从执行中的合同里删去；可以修改它的目标。")


def _gone_stations(contract, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[FieldError]:
    catalog = api.portal.get_tool("portal_catalog")
    path = "/".join(contract.getPhysicalPath())
    for code in _gone("stations", old, new):
        count = len(catalog.unrestrictedSearchResults(path=path, station_id=code))
        if count:
            yield FieldError("stations", f"站点 {code} 已有 {count} 条归档材料，不能从合同中删去。")


def _gone(key: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    kept = {item["code"] for item in new[key]}
    return [item["code"] for item in old.get(key, ()) if item["code"] not in kept]
