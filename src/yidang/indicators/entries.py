"""What each record stated, and what that gave to each line: what the ledger takes back before it adds the new."""

from BTrees.IIBTree import IITreeSet
from BTrees.IOBTree import IOBTree
from collections.abc import Iterator
from persistent import Persistent
from yidang.indicators.engine.cells import Contribution
from yidang.indicators.engine.cells import EVERYWHERE
from yidang.indicators.engine.facts import Fact
from ZODB.POSException import ConflictError


Given = tuple[str, str, Contribution]  # contract, code of the line


# A tree changes its root whenever a leaf is full, and whoever adds to it at that moment has to try again. Each
# connection numbers its records in a run of its own: where ids lie on shelves by their run, two writers mostly stand
# apart.
RUN = 1024
ENTRY_SHELVES = 32
RID_SHELVES = 8
TOGETHER = frozenset({"staff"})  # kinds of which boards read every fact, to know who is expected


class Rids(Persistent):
    """Record ids, on a fixed number of shelves."""

    def __init__(self) -> None:
        self.shelves = tuple(IITreeSet() for _ in range(RID_SHELVES))

    def insert(self, rid: int) -> None:
        """Add one; it may be there already."""
        self._shelf(rid).insert(rid)

    def remove(self, rid: int) -> None:
        """Take one out."""
        self._shelf(rid).remove(rid)

    def __iter__(self) -> Iterator[int]:
        for shelf in self.shelves:
            yield from shelf

    def _shelf(self, rid: int) -> IITreeSet:
        return self.shelves[rid // RUN % RID_SHELVES]


class Entries(Persistent):
    """Entries by record id, on a fixed number of shelves."""

    def __init__(self) -> None:
        self.shelves = IOBTree({number: IOBTree() for number in range(ENTRY_SHELVES)})

    def _shelf(self, rid: int) -> IOBTree:
        return self.shelves[rid // RUN % ENTRY_SHELVES]

    def get(self, rid: int, default: "Entry | None" = None) -> "Entry | None":
        """The entry of one record."""
        return self._shelf(rid).get(rid, default)

    def __getitem__(self, rid: int) -> "Entry":
        return self._shelf(rid)[rid]

    def __setitem__(self, rid: int, entry: "Entry") -> None:
        self._shelf(rid)[rid] = entry

    def __delitem__(self, rid: int) -> None:
        del self._shelf(rid)[rid]

    def __iter__(self) -> Iterator[int]:
        for shelf in self.shelves.values():
            yield from shelf


class Entry(Persistent):
    """What one record stated, and what that gave to each line fed."""

    def __init__(self, facts: tuple[Fact, ...], given: tuple[Given, ...]) -> None:
        self.facts = facts
        self.given = given


class Together(Persistent):
    """The facts of one kind of one contract in one object, by record id: who asks for one of them asks for all.

    Two writers merge, unless they change the same record.
    """

    def __init__(self) -> None:
        self.facts: dict[int, tuple[Fact, ...]] = {}

    def put(self, rid: int, facts: tuple[Fact, ...]) -> None:
        """What one record states, nothing when it states none any more."""
        self._p_changed = True
        if facts:
            self.facts[rid] = facts
        else:
            self.facts.pop(rid, None)

    def _p_resolveConflict(self, old: dict, saved: dict, new: dict) -> dict:
        before, theirs, ours = old["facts"], saved["facts"], new["facts"]
        merged = dict(theirs)
        for rid in before.keys() | ours.keys():
            if before.get(rid) == ours.get(rid):
                continue
            if before.get(rid) != theirs.get(rid):
                raise ConflictError("two writers changed one record")
            merged[rid] = ours.get(rid, ())
        return {**new, "facts": {rid: facts for rid, facts in merged.items() if facts}}


def split_by_code(contribution: Contribution) -> Iterator[tuple[str, Contribution]]:
    """A contribution to several lines as one contribution per line."""
    codes = {key[1][0] for key in contribution.cells} | {key[1][0] for key, _ in contribution.marks}
    for code in sorted(codes):
        cells = {key: amount for key, amount in contribution.cells.items() if key[1][0] == code}
        marks = {mark: count for mark, count in contribution.marks.items() if mark[0][1][0] == code}
        yield code, Contribution(cells, marks)


def stations_given(contribution: Contribution) -> set[str]:
    """The stations in which the record did its work; of no station is the empty one."""
    return ({key[0] for key in contribution.cells} | {key[0] for key, _ in contribution.marks}) - {EVERYWHERE}
