"""Restore a backup where there is no portal yet."""

from pathlib import Path
from yidang.command import places
from yidang.command.snapshot import ACCOUNTS
from yidang.command.snapshot import copy_all
from yidang.command.snapshot import DATABASES
from yidang.command.snapshot import is_sound
from yidang.command.snapshot import read_note
from yidang.errors import Conflict
from yidang.errors import Refused

import shutil


SUMMARY = "从备份恢复数据"
DESCRIPTION = "把备份恢复到空的数据目录（instance/var）。已有数据时拒绝，不会覆盖。"


def add_arguments(parser) -> None:
    """From where."""
    parser.add_argument("directory", metavar="目录", type=Path, help="bin/yidang backup 写成的目录")


def run(arguments) -> int:
    """Check the copy, then put it in place."""
    source = arguments.directory.resolve()
    _refuse_unsound(source)
    var = places.var()
    if (places.database() / DATABASES[0]).exists():
        raise Conflict(f"{var} 里已有数据。请先停止网站，把它移开（mv {var} {var}.old），再恢复。")
    for path in (places.blobs(), places.database()):
        shutil.rmtree(path, ignore_errors=True)
    var.mkdir(parents=True, exist_ok=True)
    copy_all(source / "data", source / "blobstorage", source / ACCOUNTS, var)
    print(f"已恢复 {source}。现在可以运行 make start。")
    return 0


def _refuse_unsound(source: Path) -> None:
    if read_note(source) is None:
        raise Refused(f"{source} 不是一份完整的备份。")
    for name in DATABASES:
        if not is_sound(source / "data" / name):
            raise Refused(f"备份中的数据库 {name} 已损坏，不能恢复。")
