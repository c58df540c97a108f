"""Is the ledger right? Sums against a recount, facts against what the records state now, entries against records."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from plone import api
from yidang.indicators.interfaces import IFactSource
from yidang.indicators.scoreboard import ledger
from yidang.indicators.scoreboard import Scoreboard


def tellers(contract) -> list:
    """The catalog's records of everything in the contract that may state facts."""
    catalog = api.portal.get_tool("portal_catalog")
    return list(catalog.unrestrictedSearchResults(path="/".join(contract.getPhysicalPath())))


def contract_problems(contract, watched: Callable[..., Iterable] = lambda items, *_: items) -> Iterator[str]:
    """Every line whose sums disagree with a recount, every record whose facts are stale; `watched` shows progress."""
    for code in Scoreboard(contract).differences():
        yield f"合同 {contract.number} 指标 {code}：台账与重算不一致"
    kept, brains = ledger(), tellers(contract)
    for brain in watched(brains, len(brains), contract.number):
        source = IFactSource(brain._unrestrictedGetObject(), None)
        stated = tuple(source.facts()) if source is not None else ()
        if stated != kept.facts_of(brain.getRID()):
            yield f"{brain.getPath()}：台账中的事实与材料不一致"


def orphan_problems() -> Iterator[str]:
    """Entries of the ledger whose record is not in the catalog, or not in the portal; facts kept together that are not
    those of the entries."""
    yield from _together_problems()
    catalog, portal = api.portal.get_tool("portal_catalog")._catalog, api.portal.get()
    for rid in ledger().entries:
        path = catalog.paths.get(rid)
        if path is None:
            yield f"台账中有失去来源的事实（{rid}）"
        elif portal.unrestrictedTraverse(path, None) is None:
            yield f"{path}：台账中有事实，但材料已不存在"


def _together_problems() -> Iterator[str]:
    """Facts of a kind that lie in one object, against the entries of the records that stated them."""
    kept = ledger()
    for contract, kind in kept.together:
        stated = [
            fact
            for rid in kept.by_kind[contract, kind]
            for fact in kept.facts_of(rid)
            if (fact.contract, fact.kind) == (contract, kind)
        ]
        if sorted(map(repr, stated)) != sorted(map(repr, kept.facts(contract, [kind]))):
            yield f"合同 {contract}：{kind} 的事实与各条材料不一致"
