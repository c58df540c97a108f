"""Check contract files without a portal."""

from pathlib import Path
from yidang.contracts.file import arithmetic
from yidang.contracts.file import ContractFile
from yidang.contracts.file import ContractFileError
from yidang.contracts.file import read

import sys


SUMMARY = "检查合同文件，列出每一处错误及其行号"
DESCRIPTION = "检查合同文件的写法、日期、编号和计数规则，不需要门户，也不改动任何数据。有错误时退出码为 1。"


def add_arguments(parser) -> None:
    """The files to check."""
    parser.add_argument("files", metavar="文件", nargs="+", type=Path, help="合同文件（YAML）")


def run(arguments) -> int:
    """Check every file, whatever is wrong with the others."""
    return max([_check(path) for path in arguments.files])


def _check(path: Path) -> int:
    try:
        contract = read(path)
    except ContractFileError as error:
        print(f"{path}：有 {len(error.problems)} 处错误", file=sys.stderr)
        for problem in error.problems:
            print(f"  {problem}", file=sys.stderr)
        return 1
    _praise(path, contract)
    return 0


def _praise(path: Path, contract: ContractFile) -> None:
    data = contract.data
    print(f"{path}：正确。{data['title']}，{len(data['stations'])} 个站点，{len(data['indicators'])} 项指标。")
    for finding in arithmetic(contract):
        print(f"  第 {finding.line} 行：{finding.message}")
