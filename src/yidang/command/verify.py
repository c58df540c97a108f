"""Is the portal in order? Sums, facts, archives and numbers."""

from yidang.command.console import progress
from yidang.command.opening import open_portal

import sys


SUMMARY = "核对：台账与材料一致，档案完整"
DESCRIPTION = """核对台账与逐条重算是否相同、有没有失去来源的事实，
每个合同是否恰有一份档案，档号是否唯一，留存的刊发文件是否与登记时的哈希值相符。
有出入时列出，退出码为 1。"""


def add_arguments(parser) -> None:
    """No arguments: everything is verified."""


def run(arguments) -> int:
    """Print every difference; nothing is changed."""
    from yidang.archive.audit import archive_problems
    from yidang.indicators.audit import contract_problems
    from yidang.indicators.audit import orphan_problems
    from yidang.publicity.capture_audit import capture_problems

    with open_portal() as portal:
        contracts = [one for one in portal.contracts.objectValues() if one.portal_type == "Contract"]
        problems = [*orphan_problems(), *archive_problems(contracts)]
        for contract in contracts:
            problems += contract_problems(contract, progress)
            problems += capture_problems(contract)
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(contracts)} 个合同，{len(problems)} 处出入。" if problems else f"{len(contracts)} 个合同，全部一致。")
    return 1 if problems else 0
