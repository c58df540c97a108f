"""Check contract files without a portal."""

from collections.abc import Iterator
from pathlib import Path
from yidang.contracts.file import arithmetic
from yidang.contracts.file import ContractFile
from yidang.contracts.file import ContractFileError
from yidang.contracts.file import read
from yidang.indicators.engine.ladders import ladders
from yidang.indicators.engine.parsing import parse_rules

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
    for words in _ladders(contract):
        print(f"  {words}")


def _ladders(contract: ContractFile) -> Iterator[str]:
    """Which line fills which: as the file is written, and under each option that says so."""
    yield from (f"阶梯补入：{one}" for one in _told(contract.indicators()))
    for choice in contract.data.get("choices", ()):
        for option in choice["options"]:
            if any("fills" in change for change in option.get("set", {}).values()):
                for one in _told(contract.indicators({choice["code"]: option["code"]})):
                    yield f"选项 {choice['code']} 选“{option['code']}”时的阶梯补入：{one}"


def _told(indicators: list) -> Iterator[str]:
    """`国家级媒体（S2-I09）→ 市级媒体（S2-I10）`."""
    for rungs in ladders(parse_rules(indicators)):
        yield " → ".join(f"{rule.title}（{rule.code}）" for rule in rungs)
