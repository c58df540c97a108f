"""Very many facts into a ledger at once: the sums from one recount, the entries as they would be after it."""

from bench.library import Promised
from bench.library import rules
from bench.told import Line
from collections import defaultdict
from dataclasses import replace
from yidang.contracts.file import ContractFile
from yidang.indicators.engine import recount
from yidang.indicators.engine import Ruleset
from yidang.indicators.engine.cells import Cells
from yidang.indicators.engine.cells import Contribution
from yidang.indicators.entries import Entry
from yidang.indicators.entries import Rids
from yidang.indicators.entries import TOGETHER
from yidang.indicators.entries import Together
from yidang.indicators.ledger import Ledger


class Year:
    """A year of one contract of the library: its facts, and what they give to each line."""

    def __init__(self, file: ContractFile, number: int) -> None:
        contract = Promised("", file)
        self.file, self.facts = file, list(contract.facts(number))
        given = Ruleset(rules(file), contract.calendar())
        self.sums = by_line(recount(self.facts, given.rules, given.calendar))


def fill(ledger: Ledger, contract: Promised, year: Year, first: int) -> None:
    """A contract with its lines and the facts of a year under record ids from `first` on.

    The sums are those of so many single records; what each of them gave is left out of its entry, because nothing here
    takes a record back.
    """
    ledger.index_object(first, contract)
    for place, data in enumerate(contract.file.indicators(), 1):
        ledger.index_object(first + place, Line(contract.uid, data))
    face, kinds = ledger.face(contract.uid), defaultdict(list)
    for code, part in year.sums.items():
        face.give(code, part, 1)
    for rid, fact in enumerate(year.facts, first + 200):
        face.touch()
        face.appear((fact.station,), 1)
        own = replace(fact, contract=contract.uid, uid=contract.uid + fact.uid)
        ledger.entries[rid] = Entry((own,), ())
        kinds[fact.kind].append(rid)
        if fact.kind in TOGETHER:
            together = ledger.together.setdefault((contract.uid, fact.kind), Together())
            together.put(rid, (own,))
    for kind, rids in kinds.items():
        found = ledger.by_kind[contract.uid, kind] = Rids()
        for rid in rids:
            found.insert(rid)
    ledger.count.change(len(year.facts))


def by_line(cells: Cells) -> dict[str, Contribution]:
    """Sums as one contribution to each line."""
    found: dict[str, Contribution] = defaultdict(lambda: Contribution({}, {}))
    for (station, series), points in cells.rows.items():
        for point, number in points.items():
            found[series[0]].cells[station, series, *point] = number
    for (station, series), points in cells.names.items():
        for point, counts in points.items():
            for subject, number in counts.items():
                found[series[0]].marks[(station, series, *point), subject] = number
    return found
