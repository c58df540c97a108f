"""Read the facts of contracts anew and rebuild their sums."""

from yidang.command.console import progress
from yidang.command.opening import open_portal
from yidang.errors import Refused


SUMMARY = "重新读取归档材料，重算合同的数字"
DESCRIPTION = "重新读取每条归档材料，并从头计算各项指标。平时不需要：数字随材料自动更新。"


def add_arguments(parser) -> None:
    """One contract, or all."""
    parser.add_argument("contract", metavar="合同", nargs="?", help="合同编号或网址标识；不写则重算全部合同")


def run(arguments) -> int:
    """Rebuild and commit."""
    import transaction

    with open_portal() as portal:
        for contract in chosen_contracts(portal, arguments.contract):
            _recount(contract)
        transaction.commit()
    return 0


def chosen_contracts(portal, wanted: str | None) -> list:
    """The contract of that number or id, or all of them."""
    everything = [one for one in portal.contracts.objectValues() if one.portal_type == "Contract"]
    found = [one for one in everything if wanted in (None, one.getId(), one.number)]
    if wanted and not found:
        raise Refused(f"没有合同“{wanted}”。现有的合同：{'、'.join(one.number for one in everything) or '无'}。")
    return found


def _recount(contract) -> None:
    from yidang.indicators.audit import tellers
    from yidang.indicators.ledger import INDEX
    from yidang.indicators.scoreboard import ledger
    from yidang.indicators.scoreboard import Scoreboard

    brains = tellers(contract)
    for brain in progress(brains, len(brains), contract.number):
        brain._unrestrictedGetObject().reindexObject(idxs=[INDEX])
    ledger().recount(contract.UID())
    wrong = Scoreboard(contract).differences()
    if wrong:
        raise Refused(f"合同 {contract.number} 重算后仍有出入：{'、'.join(wrong)}。请运行 bin/yidang verify。")
    print(f"{contract.number}：已重算，{len(brains)} 条材料。")
