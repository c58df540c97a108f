"""Read the published articles over again, by the word lists as they are now."""

from yidang.command.console import progress
from yidang.command.opening import open_portal
from yidang.command.recount import chosen_contracts


SUMMARY = "按现在的词表重新校对已发布的稿件"
DESCRIPTION = "词表改动之后，重新检查已发布的稿件。有拦截问题时退出码为 1；稿件不会自动撤下。"


def add_arguments(parser) -> None:
    """One contract, or all."""
    parser.add_argument("contract", metavar="合同", nargs="?", help="合同编号或网址标识；不写则检查全部合同")


def run(arguments) -> int:
    """Read, keep the results, name what blocks."""
    from yidang.publicity.rereading import published
    from yidang.publicity.rereading import reread

    import sys
    import transaction

    blocked = 0
    with open_portal() as portal:
        for contract in chosen_contracts(portal, arguments.contract):
            done = reread(contract, sys.maxsize, progress)
            transaction.commit()
            found = [brain for brain in published(contract) if _blocks(brain)]
            blocked += len(found)
            print(f"{contract.number}：重新检查 {done} 篇，{len(found)} 篇有拦截问题。")
            for brain in found:
                print(f"  {brain.Title} {brain.getPath()}")
    return 1 if blocked else 0


def _blocks(brain) -> bool:
    from yidang.publicity.proofs import proof_state

    return proof_state(brain._unrestrictedGetObject()) == "block"
