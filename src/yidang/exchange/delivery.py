"""From a file on disk to the reader: sent in pieces, so that its size costs no memory."""

from typing import BinaryIO
from zope.interface import implementer
from ZPublisher.Iterators import IStreamIterator

import os
import tempfile


PIECE = 1 << 16


def scratch() -> BinaryIO:
    """A file without a name, gone when it is closed."""
    return tempfile.TemporaryFile(prefix="yidang-export-")


@implementer(IStreamIterator)
class Sent:
    """The pieces of a file; reads nothing of the database, which is closed by then."""

    def __init__(self, file: BinaryIO) -> None:
        self.size = file.seek(0, os.SEEK_END)
        file.seek(0)
        self.file = file

    def __iter__(self) -> "Sent":
        return self

    def __next__(self) -> bytes:
        piece = self.file.read(PIECE)
        if not piece:
            raise StopIteration
        return piece

    def __len__(self) -> int:
        return self.size

    def close(self) -> None:
        """Give the disk back."""
        self.file.close()
