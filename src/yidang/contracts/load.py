"""From a contract file to content: the contract, its stations, its indicators; loading it again changes nothing.

What the file said is kept on the contract as plain data. An amended file is held against it, and only what the file
itself changed is written, so that an amendment of one target leaves alone what people changed in the portal.
"""

from collections.abc import Mapping
from copy import deepcopy
from plone import api
from plone.dexterity.utils import createContentInContainer
from typing import Any
from yidang.contracts.decisions import extended_until
from yidang.contracts.desired import choices_shown
from yidang.contracts.desired import contract_fields
from yidang.contracts.desired import differing
from yidang.contracts.desired import indicator_fields
from yidang.contracts.desired import line_changes
from yidang.contracts.desired import options_in_force
from yidang.contracts.desired import station_fields
from yidang.contracts.file import Change
from yidang.contracts.file import ContractFile
from yidang.contracts.file import difference
from yidang.contracts.revision import refuse_revision
from yidang.errors import FieldError
from yidang.errors import Refused
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


NOTHING: Mapping[str, Any] = {}


def existing(portal, file: ContractFile):
    """The contract that this file states, None when it is not in the portal yet."""
    return portal.contracts.get(file.data["id"])


def changes(portal, file: ContractFile) -> list[Change]:
    """What loading the file would change on a contract that exists."""
    return difference(kept_data(existing(portal, file)), file.data)


def kept_data(contract) -> Mapping[str, Any]:
    """What the contract's file said when it was last loaded; nothing for a contract made by hand."""
    return getattr(contract.aq_base, "file_data", NOTHING)


def chosen_options(contract) -> dict[str, str]:
    """Which option of each counting choice is in force."""
    return {choice["code"]: choice["chosen"] for choice in contract.choices or ()}


def load(portal, file: ContractFile):
    """Create or amend the contract; refused before anything is written when it may not change so."""
    contract = existing(portal, file)
    if contract is None:
        add_stations(portal, NOTHING, file.data)
        contract = _create(portal, file.data)
    else:
        refuse_revision(contract, kept_data(contract), file.data)
        add_stations(portal, kept_data(contract), file.data)
        _amend(contract, file.data)
    return contract


def choices_with(contract, code: str, option: str) -> dict[str, str]:
    """The options in force when this one is chosen; refused when the contract does not offer it."""
    chosen = {**chosen_options(contract), code: option}
    if options_in_force(kept_data(contract), chosen) != chosen:
        raise Refused(f"计数口径 {code} 没有“{option}”这个选项。", [FieldError("option", "请选择列出的选项。")])
    return chosen


def put_in_force(contract, chosen: Mapping[str, str], **more: Any) -> None:
    """Let the contract and its lines count by these options, at once; `more` are further fields to set with them."""
    data, before = kept_data(contract), chosen_options(contract)
    fields = fields_under(contract, data, before, chosen)
    set_fields(contract, {**fields, "choices": choices_shown(data, chosen), **more})
    _write_lines(contract, data, before, data, chosen)


def fields_under(contract, data: Mapping, before: Mapping[str, str], chosen: Mapping[str, str]) -> dict[str, Any]:
    """The fields of the contract that other options change. An extension stays: no option makes the term shorter."""
    fields = differing(contract_fields(data, before), contract_fields(data, chosen))
    extended = extended_until(contract)
    if extended and "end" in fields:
        fields["end"] = max(fields["end"], extended)
    return with_settled_term(contract, fields)


def with_settled_term(contract, fields: dict[str, Any]) -> dict[str, Any]:
    """The fields to set, and what they make of the term, which no form may move once the contract is in force."""
    if not {"start", "end"} & set(fields):
        return fields
    return {**fields, "settled_term": (fields.get("start", contract.start), fields.get("end", contract.end))}


def _create(portal, data: Mapping[str, Any]):
    chosen = options_in_force(data, NOTHING)
    fields = {**contract_fields(data, chosen), "choices": choices_shown(data, chosen)}
    contract = createContentInContainer(portal.contracts, "Contract", checkConstraints=False, id=data["id"], **fields)
    contract.file_data = deepcopy(dict(data))
    _write_lines(contract, NOTHING, NOTHING, data, chosen)
    return contract


def _amend(contract, data: Mapping[str, Any]) -> None:
    old, before = kept_data(contract), chosen_options(contract)
    chosen = options_in_force(data, before)
    said = contract_fields(old, before) if old else NOTHING
    fields = differing(said, contract_fields(data, chosen))
    fields |= differing({"choices": contract.choices}, {"choices": choices_shown(data, chosen)})
    contract.file_data = deepcopy(dict(data))
    set_fields(contract, with_settled_term(contract, fields))
    _write_lines(contract, old, before, data, chosen)


def add_stations(portal, old: Mapping[str, Any], data: Mapping[str, Any]) -> None:
    """Make the stations that are missing; a station that exists is changed only where the file changed."""
    said = station_fields(old) if old else NOTHING
    for id_, fields in station_fields(data).items():
        if id_ not in portal.stations:
            createContentInContainer(portal.stations, "Station", checkConstraints=False, id=id_, **fields)
        elif id_ in said:
            set_fields(portal.stations[id_], differing(said[id_], fields))


def _write_lines(contract, old: Mapping, before: Mapping, data: Mapping, chosen: Mapping) -> None:
    """Bring the indicators from what the old file asked for to what the new one asks for."""
    container = contract["indicators"]
    lines = {line.code: line for line in container.objectValues()}
    said = indicator_fields(old, before) if old else {}
    wanted = indicator_fields(data, chosen)
    for code in reversed(_wholes_first(said)):
        if code in lines and code not in wanted:
            api.content.delete(lines[code], check_linkintegrity=False)
    for code in _wholes_first(wanted):
        fields = wanted[code]
        if code not in lines:
            createContentInContainer(container, "Indicator", checkConstraints=False, id=code.lower(), **fields)
        else:
            set_fields(lines[code], line_changes(lines[code], said.get(code, NOTHING), fields))


def _wholes_first(lines: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """The codes, each after the line that it is part of (其中): a part is checked against its whole."""
    found: dict[str, None] = {}

    def take(code: str) -> None:
        whole = lines[code]["rule"].get("part_of")
        if whole in lines and whole not in found:
            take(whole)
        found.setdefault(code)

    for code in lines:
        take(code)
    return list(found)


def set_fields(obj, fields: Mapping[str, Any]) -> None:
    """Set fields and tell it, so that subscribers and the catalog hear of it; setting nothing tells nothing."""
    if not fields:
        return
    for name, value in fields.items():
        setattr(obj, name, value)
    notify(ObjectModifiedEvent(obj))
