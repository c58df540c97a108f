"""What a word was found in, kept in the process for as long as no text has changed.

People ask for the same few words; a common one stands in thousands of texts, each of which has to be looked at and
weighed. Every change of a text changes the sum of all their lengths or their number, so the states of these two, as the
database names them, say which texts a finding speaks of. A change that is not saved yet is neither answered from here
nor kept here. Rights have no part in this: the catalog asks them of whatever is found, each time.
"""

from BTrees.IIBTree import IIBucket
from collections import OrderedDict
from collections.abc import Callable
from collections.abc import Hashable
from threading import Lock
from yidang.saved import serial_of


# How many texts all findings together may name: eight bytes each.
ROOM = 1_000_000


class Findings:
    """By index, its state and what was asked: text -> score. Nobody may change what comes from here."""

    def __init__(self, room: int = ROOM) -> None:
        self.room, self.held = room, 0
        self._found: OrderedDict[Hashable, IIBucket] = OrderedDict()
        self._lock = Lock()

    def of(self, index, asked: Hashable, find: Callable[[], IIBucket | None]) -> IIBucket | None:
        """What `find` finds, or what it found when the texts were the same."""
        state = state_of(index)
        if state is None:
            return find()
        key = (*state, asked)
        with self._lock:
            if key in self._found:
                self._found.move_to_end(key)
                return self._found[key]
        found = find()
        if found is not None and len(found) <= self.room:
            self._keep(key, found)
        return found

    def _keep(self, key: Hashable, found: IIBucket) -> None:
        with self._lock:
            self.held += len(found) - len(self._found.get(key, ()))
            self._found[key] = found
            while self.held > self.room:
                self.held -= len(self._found.popitem(last=False)[1])


def state_of(index) -> tuple[tuple[bytes, bytes], ...] | None:
    """Which texts an index holds; None while this transaction has changed some, or the index was never saved."""
    told = [(one._p_oid, serial_of(one)) for one in (index._totaldoclen, index.document_count)]
    return tuple(told) if all(serial for _, serial in told) else None
