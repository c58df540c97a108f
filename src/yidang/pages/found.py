"""What a word was found in, kept in the process for as long as no text has changed.

People ask for the same few words; a common one stands in thousands of texts, each of which has to be looked at and
weighed. Every change of a text changes the sum of all their lengths or their number, so the states of these two, as the
database names them, say which texts a finding speaks of. A change that is not saved yet is neither answered from here
nor kept here. Rights have no part in this: the catalog asks them of whatever is found, each time.
"""

from BTrees.IIBTree import IIBucket
from collections.abc import Callable
from collections.abc import Hashable
from yidang.memory import Memory
from yidang.saved import serial_of


# How many texts all findings together may name: eight bytes each.
ROOM = 1_000_000


class Findings(Memory):
    """By index, its state and what was asked: text -> score. Nobody may change what comes from here."""

    def __init__(self, room: int = ROOM) -> None:
        super().__init__(room)

    def of(self, index, asked: Hashable, find: Callable[[], IIBucket | None]) -> IIBucket | None:
        """What `find` finds, or what it found when the texts were the same."""
        state = state_of(index)
        if state is None:
            return find()
        found = self.get((*state, asked))
        if found is None:
            found = find()
            if found is not None:
                self.put((*state, asked), found)
        return found


def state_of(index) -> tuple[tuple[bytes, bytes], ...] | None:
    """Which texts an index holds; None while this transaction has changed some, or the index was never saved."""
    told = [(one._p_oid, serial_of(one)) for one in (index._totaldoclen, index.document_count)]
    return tuple(told) if all(serial for _, serial in told) else None
