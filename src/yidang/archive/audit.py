"""One project, one archive (S2-14): does it hold in the data, whatever road the data came by?"""

from Acquisition import aq_parent
from collections.abc import Iterable
from collections.abc import Iterator
from plone import api
from yidang.archive.content import IArchive
from yidang.archive.interfaces import IRecord
from yidang.archive.place import archive_of
from yidang.archive.place import contract_of
from yidang.archive.record import state_of
from yidang.archive.sections import SECTIONS


WITHOUT_NUMBER = ("draft", "")


def archive_problems(contracts: Iterable) -> Iterator[str]:
    """Every contract without its one whole archive, every record outside one, every double or missing number."""
    contracts = list(contracts)
    for contract in contracts:
        yield from _tree_problems(contract)
    yield from _doubles("合同编号", ((one.number, one.title) for one in contracts))
    yield from _record_problems()


def _tree_problems(contract) -> Iterator[str]:
    archives = [child for child in contract.objectValues() if IArchive.providedBy(child)]
    if len(archives) != 1:
        yield f"合同 {contract.number} 有 {len(archives)} 份档案，应恰有一份"
    for archive in archives:
        for section in SECTIONS:
            if section.id not in archive.objectIds():
                yield f"合同 {contract.number} 的档案缺少分类“{section.title}”"


def _record_problems() -> Iterator[str]:
    catalog = api.portal.get_tool("portal_catalog")
    numbers = []
    for brain in catalog.unrestrictedSearchResults(object_provides=IRecord.__identifier__):
        record = brain._unrestrictedGetObject()
        if archive_of(record) is None or contract_of(record) is None:
            yield f"{brain.getPath()}：档案材料不在任何合同的档案之中"
        number = getattr(record.aq_base, "archive_number", None)
        if number:
            numbers.append((number, brain.getPath()))
        elif state_of(record) not in WITHOUT_NUMBER:
            yield f"{brain.getPath()}：已提交而没有档号"
    yield from _doubles("档号", numbers)
    for brain in catalog.unrestrictedSearchResults(object_provides=IArchive.__identifier__):
        if contract_of(aq_parent(brain._unrestrictedGetObject())) is None:
            yield f"{brain.getPath()}：档案不在合同之中"


def _doubles(what: str, named: Iterable[tuple[str, str]]) -> Iterator[str]:
    seen: dict[str, str] = {}
    for number, name in named:
        if number in seen:
            yield f"{what} {number} 重复：{seen[number]}、{name}"
        seen.setdefault(number, name)
