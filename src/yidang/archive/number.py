"""Archive numbers (档号): unique, never reused, never changed (DA/T 13-2022).

A number is made from the contract's template when a record is first submitted; drafts have none. Parts of different
rank are joined by "-", parts of the same rank by "·", as the standard has it.
"""

from Acquisition import aq_base
from Acquisition import aq_inner
from Acquisition import aq_parent
from BTrees.OOBTree import OOTreeSet
from persistent import Persistent
from persistent.mapping import PersistentMapping
from yidang.archive.interfaces import IRecord
from yidang.archive.place import archive_of
from yidang.archive.place import contract_of
from yidang.archive.place import section_of
from yidang.archive.record import record_date
from yidang.archive.sections import BY_ID
from yidang.contracts.file.archive_number import DEFAULT_TEMPLATE
from yidang.errors import Refused


class Series(Persistent):
    """The running number of one class and year. Two writers at once conflict here, and the second takes the next."""

    last = 0

    def take(self) -> int:
        """The next number of the series."""
        self.last += 1
        return self.last


def _series(archive, key: tuple) -> Series:
    numbers = getattr(aq_base(archive), "series", None)
    if numbers is None:
        numbers = archive.series = PersistentMapping()
    if key not in numbers:
        numbers[key] = Series()
    return numbers[key]


def _issued(contract) -> OOTreeSet:
    """Every number ever given, by whatever contract.

    Kept beside the contracts and not looked up in the catalog: a query would index at once whatever waits for it, and
    after the step all over again; and two who take one number at the same moment conflict here.
    """
    contracts = aq_parent(aq_inner(contract))
    numbers = getattr(aq_base(contracts), "issued_numbers", None)
    if numbers is None:
        numbers = contracts.issued_numbers = OOTreeSet()
    return numbers


def next_number(record, year: int) -> str:
    """A fresh archive number for `record`.

    The running number belongs to what stands around it in the template, so that no two records of an archive can
    get the same number even when the template leaves out the year or the section.
    """
    archive, contract = archive_of(record), contract_of(record)
    section = BY_ID[section_of(record).getId()].code
    template = getattr(contract, "archive_template", None) or DEFAULT_TEMPLATE
    values = {"contract": contract.number, "section": section, "year": year}
    frame = template.format(serial=0, **values)
    return template.format(serial=_series(archive, (frame,)).take(), **values)


def give_number(record) -> str:
    """Number `record` unless it has a number already; return its number."""
    held = getattr(aq_base(record), "archive_number", None)
    if held:
        return held
    number = next_number(record, record_date(record).year)
    if not _issued(contract_of(record)).insert(number):
        raise Refused(f"档号 {number} 已被使用，请检查合同的档号模板。")
    record.archive_number = number
    record.reindexObject(idxs=["archive_number"])
    return number


def number_on_submit(record, event) -> None:
    """A record gets its number when it is first submitted."""
    if IRecord.providedBy(record) and event.transition is not None and event.transition.getId() == "submit":
        give_number(record)
