"""A database as the portal has it, RelStorage on SQLite, in a folder that several processes may open."""

from collections.abc import Callable
from pathlib import Path
from relstorage.adapters.sqlite.adapter import Sqlite3Adapter
from relstorage.options import Options
from relstorage.storage import RelStorage
from threading import RLock
from transaction import TransactionManager
from transaction.interfaces import TransientError
from typing import Any
from yidang.storage import empty_before_filling
from ZODB.DB import DB


TRIES = 50
PATIENCE = 5  # tries before a writer asks the others of its process to wait
_floor = RLock()


def opened(folder: str) -> DB:
    """The database in a folder, made when there is none."""
    empty_before_filling()
    options = Options(keep_history=False, blob_dir=str(Path(folder) / "blobs"), shared_blob_dir=True)
    return DB(RelStorage(Sqlite3Adapter(str(Path(folder) / "data"), pragmas={}, options=options), options=options))


class Writer:
    """A connection with a transaction of its own, that tries again as the publisher does."""

    def __init__(self, db: DB) -> None:
        self.manager = TransactionManager()
        self.connection = db.open(self.manager)
        self.commits = self.retries = 0

    @property
    def root(self) -> Any:
        """The root of the database as this writer sees it."""
        return self.connection.root()

    def write(self, change: Callable[[Any], object]) -> None:
        """Make a change to the root and commit it."""
        for _ in range(PATIENCE):
            with _floor:
                pass
            if self._tried(change):
                return
        with _floor:  # what takes long never comes to an end among many who are quick
            if not any(self._tried(change) for _ in range(TRIES)):
                raise AssertionError(f"gave up after {TRIES} tries")

    def _tried(self, change: Callable[[Any], object]) -> bool:
        self.manager.begin()
        try:
            change(self.root)
            self.manager.commit()
        except TransientError:
            self.manager.abort()
            self.retries += 1
            return False
        self.commits += 1
        return True

    def close(self) -> None:
        """Give the connection back."""
        self.manager.abort()
        self.connection.close()
