"""Who was counted how often: reference counts behind distinct numbers, in small pieces that two writers can merge.

A distinct number counts a subject at its first mention and forgets it with its last. The pieces are found by the
subject, so that a record touches as many of them as it names subjects, however many lines and periods it feeds.
"""

from BTrees.IOBTree import IOBTree
from persistent import Persistent
from yidang.indicators.engine.cells import CellKey
from zlib import crc32
from ZODB.POSException import ConflictError


PIECES = 4096
At = tuple[str, ...]  # part, basis, dimension, station, bucket, member
Counts = dict[tuple[str, At], int]  # by subject and place


class Names(Persistent):
    """The reference counts of some subjects of one line."""

    def __init__(self) -> None:
        self.counts: Counts = {}

    def refer(self, subject: str, key: CellKey, by: int) -> int:
        """Mention a subject once more or less; how the distinct number of that cell changes: 1, 0 or -1."""
        self._p_changed = True
        at = (subject, (*key[1][1:], key[0], *key[2:]))
        before = self.counts.get(at, 0)
        after = before + by
        if after:
            self.counts[at] = after
        else:
            self.counts.pop(at, None)
        return bool(after) - bool(before)

    def _p_resolveConflict(self, old: dict, saved: dict, new: dict) -> dict:
        """Merge mentions of subjects that stay counted.

        Where both writers made the first mention of one subject, or one made the first and the other took back the
        last, both have changed the number, and only trying again can tell by how much.
        """
        before, theirs, ours = old["counts"], saved["counts"], new["counts"]
        merged = dict(theirs)
        for at in before.keys() | ours.keys():
            was, own, other = before.get(at, 0), ours.get(at, 0), theirs.get(at, 0)
            if own == was:
                continue
            both = other + own - was
            if both < 0 or bool(both) - bool(was) != (bool(own) - bool(was)) + (bool(other) - bool(was)):
                raise ConflictError("two writers counted one subject for the first time")
            merged[at] = both
            if not both:
                del merged[at]
        return {**new, "counts": merged}


def refer(pieces: IOBTree, subject: str, key: CellKey, by: int) -> int:
    """Mention a subject in the piece in which it lies."""
    piece = crc32(subject.encode()) % PIECES
    names = pieces.get(piece)
    if names is None:
        names = pieces[piece] = Names()
    return names.refer(subject, key, by)
