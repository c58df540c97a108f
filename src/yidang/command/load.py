"""Load contract files: all of them, or nothing."""

from pathlib import Path
from yidang.command.console import agreed
from yidang.command.opening import open_portal
from yidang.contracts.file import ContractFile
from yidang.contracts.file import ContractFileError
from yidang.contracts.file import read

import sys


SUMMARY = "载入合同文件：建立或修改合同、站点和指标"
DESCRIPTION = (
    "载入合同文件。合同已存在时先列出差别并询问；没有差别则什么都不改。几个文件要么全部载入，要么一个也不载入。"
)


def add_arguments(parser) -> None:
    """The files, and whether to ask."""
    parser.add_argument("files", metavar="文件", nargs="+", type=Path, help="合同文件（YAML）")
    parser.add_argument("--yes", action="store_true", help="不询问，直接载入差别（供脚本使用）")


def run(arguments) -> int:
    """Read every file before the portal is opened; write them in one transaction."""
    files = _read(arguments.files)
    if files is None:
        return 1
    import transaction

    with open_portal() as portal:
        for path, file in files:
            if not _load(portal, path, file, arguments.yes):
                print("没有载入，什么都没有改。", file=sys.stderr)
                return 1
        transaction.commit()
    return 0


def _read(paths: list[Path]) -> list[tuple[Path, ContractFile]] | None:
    """Every file, or None after all mistakes of all files have been named."""
    files, sound = [], True
    for path in paths:
        try:
            files.append((path, read(path)))
        except ContractFileError as error:
            sound = False
            print(f"{path}：{error}", file=sys.stderr)
    return files if sound else None


def _load(portal, path: Path, file: ContractFile, without_asking: bool) -> bool:
    from yidang.contracts.load import changes
    from yidang.contracts.load import existing
    from yidang.contracts.load import load

    if existing(portal, file) is None:
        contract = load(portal, file)
        print(f"{path}：已建立合同“{contract.title}”，{len(contract['indicators'])} 项指标。")
        return True
    found = changes(portal, file)
    if not found:
        print(f"{path}：与已载入的合同相同，没有改动。")
        return True
    print(f"{path}：与已载入的合同有 {len(found)} 处差别：")
    for change in found:
        print(f"  {change.sentence}")
    if not without_asking and not agreed("按这个文件修改合同吗？"):
        return False
    load(portal, file)
    print("已修改。")
    return True
