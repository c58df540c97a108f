"""A database of its own for one measurement: RelStorage on SQLite, as the portal has it, in a temporary folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from relstorage.adapters.sqlite.adapter import Sqlite3Adapter
from relstorage.options import Options
from relstorage.storage import RelStorage
from tempfile import TemporaryDirectory
from ZODB.DB import DB


@contextmanager
def database() -> Iterator[DB]:
    """An empty database with the settings of buildout.cfg."""
    with TemporaryDirectory(prefix="yidang-bench-") as folder:
        blobs, data = str(Path(folder) / "blobs"), str(Path(folder) / "data")
        options = Options(keep_history=False, blob_dir=blobs, shared_blob_dir=True, cache_local_mb=64)
        db = DB(
            RelStorage(Sqlite3Adapter(data, pragmas={"synchronous": "full"}, options=options), options=options),
            cache_size=50_000,
        )
        try:
            yield db
        finally:
            db.close()


def forget_objects(connection) -> None:
    """Empty the cache of objects, as after an idle hour; the operating system keeps the file in memory."""
    connection.sync()
    connection.cacheMinimize()


def forget_all(connection) -> None:
    """Empty the storage's cache of pickles as well, as in a process that has just started."""
    forget_objects(connection)
    connection._storage._cache.clear(load_persistent=False)
