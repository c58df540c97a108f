"""Fill the portal with the demonstration year."""

from yidang.command import places
from yidang.command.console import progress
from yidang.command.opening import open_portal
from yidang.errors import Conflict


SUMMARY = "加入演示合同、演示账号和一年的演示材料"
DESCRIPTION = (
    "在门户中建立演示账号，载入中山合同（合同期移到今天正处于第十二个月），并填入一年的演示材料。中断则什么都不保存。"
)


def add_arguments(parser) -> None:
    """No arguments: the demonstration is always the same for the same day."""


def run(arguments) -> int:
    """Fill an existing portal and commit."""
    import transaction

    with open_portal() as portal:
        fill(portal)
        transaction.commit()
    return 0


def fill(portal) -> None:
    """Make accounts, contracts and records; the caller commits."""
    from yidang.demo.build import build_demo
    from yidang.demo.build import is_built
    from yidang.people.accounts import write_passwords

    if is_built(portal):
        raise Conflict("演示合同已经存在，没有改动。")
    print("填入演示材料（约一分钟）…", flush=True)
    write_passwords(places.accounts_file(), build_demo(portal, progress=progress))
