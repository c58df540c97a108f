"""Back up the portal while it runs."""

from pathlib import Path
from yidang import clock
from yidang.command import places
from yidang.command.snapshot import copy_all
from yidang.command.snapshot import DATABASES
from yidang.command.snapshot import is_sound
from yidang.command.snapshot import write_note
from yidang.errors import Conflict
from yidang.errors import Refused

import os
import shutil


SUMMARY = "备份数据（网站可以同时运行）"
DESCRIPTION = "把数据库、图片和文件完整地复制到一个新目录。网站运行时也可以备份。只用于内置的 SQLite 存储。"


def add_arguments(parser) -> None:
    """Where to."""
    parser.add_argument("directory", metavar="目录", type=Path, help="新目录；不能已有内容")


def run(arguments) -> int:
    """Copy beside the target and rename at the end, so that a directory of that name is always a whole copy."""
    target = arguments.directory.resolve()
    if not (places.database() / DATABASES[0]).exists():
        raise Refused("还没有可以备份的数据。")
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise Conflict(f"{target} 已有内容，请给一个新目录。")
    partial = target.with_name(target.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    try:
        count = _copy(partial)
        if target.exists():
            target.rmdir()
        partial.rename(target)
    except OSError as error:
        raise Refused(f"不能写入 {target}：{error.strerror or error}") from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    print(f"已备份到 {target}：{count['files']} 个文件，共 {count['bytes'] / 1e6:.1f} MB。")
    return 0


def _copy(partial: Path) -> dict[str, int]:
    partial.mkdir(parents=True)
    os.chmod(partial, 0o700)
    count = copy_all(places.database(), places.blobs(), places.accounts_file(), partial)
    for name in DATABASES:
        if not is_sound(partial / "data" / name):
            raise Refused(f"复制的数据库 {name} 不完整，备份没有完成。")
    write_note(partial, {"made": clock.now().isoformat(timespec="seconds"), **count})
    return count
