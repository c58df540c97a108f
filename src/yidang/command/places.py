"""Where the portal's configuration and data lie; buildout writes both into `bin/yidang`."""

from pathlib import Path
from yidang.errors import Refused

import os


def zope_conf() -> Path:
    """The configuration of Zope."""
    path = os.environ.get("YIDANG_ZOPE_CONF")
    if not path or not Path(path).exists():
        raise Refused("找不到 Zope 的配置文件。请在项目目录下运行 make start，或设置环境变量 YIDANG_ZOPE_CONF。")
    return Path(path)


def var() -> Path:
    """The directory of all data."""
    path = os.environ.get("YIDANG_VAR")
    if not path:
        raise Refused("没有设置数据目录。请使用项目目录下的 bin/yidang，或设置环境变量 YIDANG_VAR。")
    return Path(path)


def database() -> Path:
    """The directory of the SQLite files."""
    return var() / "data"


def blobs() -> Path:
    """The directory of pictures and files."""
    return var() / "blobstorage"


def accounts_file() -> Path:
    """Where the passwords of the demonstration accounts are kept."""
    return var() / "demo-accounts.json"
