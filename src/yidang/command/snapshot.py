"""A consistent copy of the portal's data while the portal runs.

The order matters: first the database, then the object ids handed out, then the files. What comes later can only know
more than what came before, so no object of the copy lacks its id or its file.
"""

from pathlib import Path

import json
import shutil
import sqlite3


DATABASES = ("main.sqlite3", "oids.sqlite3")
ACCOUNTS = "demo-accounts.json"
NOTE = "backup.json"


def copy_database(source: Path, target: Path) -> None:
    """Copy one SQLite file, with everything committed, while others write to it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    origin, copy = sqlite3.connect(f"file:{source}?mode=ro", uri=True), sqlite3.connect(target)
    try:
        origin.backup(copy)
        # One plain file: a copy in WAL mode would want two companions.
        copy.execute("PRAGMA journal_mode=DELETE")
    finally:
        origin.close()
        copy.close()


def is_sound(database: Path) -> bool:
    """Whether SQLite finds the file whole."""
    try:
        connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
        try:
            return connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        finally:
            connection.close()
    except sqlite3.DatabaseError:
        return False


def copy_files(source: Path, target: Path) -> int:
    """Copy pictures and files, without those half uploaded; how many there are."""
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("tmp", "*.tmp", "*.lock"))
    (target / "tmp").mkdir(exist_ok=True)
    return sum(1 for path in target.rglob("*.blob"))


def copy_all(data: Path, blobs: Path, accounts: Path, target: Path) -> dict[str, int]:
    """Copy everything of a portal to `target`; the number of files and bytes."""
    for name in DATABASES:
        copy_database(data / name, target / "data" / name)
    count = copy_files(blobs, target / "blobstorage")
    if accounts.exists():
        shutil.copy2(accounts, target / ACCOUNTS)
    size = sum(path.stat().st_size for path in target.rglob("*") if path.is_file())
    return {"files": count, "bytes": size}


def write_note(target: Path, note: dict) -> None:
    """Say what this copy is; a directory without the note is no finished copy."""
    (target / NOTE).write_text(json.dumps(note, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def read_note(source: Path) -> dict | None:
    """What the copy says of itself; None when it is not a finished one."""
    try:
        return json.loads((source / NOTE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
