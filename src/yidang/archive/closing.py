"""Acceptance seals the archive: nothing may be open, and from then on nothing changes (DESIGN § 6)."""

from collections import Counter
from plone import api
from yidang.archive.record import state_of
from yidang.archive.sentences import SEALED
from yidang.errors import FieldError
from yidang.errors import Incomplete
from yidang.errors import Protected
from yidang.tree import contract_of


OPEN_STATES = {"draft": "草稿", "submitted": "待核定", "returned": "退回未补正"}
SEALER = "Sealer"
REVIEWS = ("review1", "review2", "review3")


def _records(contract, states) -> list:
    """Catalog entries of what lies in the contract's archive in the given states, whoever asks."""
    catalog = api.portal.get_tool("portal_catalog")
    path = "/".join(contract["archive"].getPhysicalPath())
    return list(catalog.unrestrictedSearchResults(path=path, review_state=list(states)))


def what_is_open(contract) -> list[FieldError]:
    """Every kind of record that still waits for somebody, with its number."""
    types = api.portal.get_tool("portal_types")
    states = {**OPEN_STATES, **dict.fromkeys(REVIEWS, "审核中"), "scheduled": "待定时发布"}
    counts = Counter((brain.portal_type, states[brain.review_state]) for brain in _records(contract, states))
    return [
        FieldError("", f"{types[portal_type].title} {number} 件：{state}")
        for (portal_type, state), number in sorted(counts.items())
    ]


def seal_records(contract) -> int:
    """Seal every verified record and every review that is filed; the number sealed.

    No person holds the role that seals, so that nobody seals a single record while the contract runs.
    """
    workflow = api.portal.get_tool("portal_workflow")
    brains = _records(contract, ("verified", "filed"))
    with api.env.adopt_roles([SEALER]):
        for brain in brains:
            workflow.doActionFor(brain._unrestrictedGetObject(), "seal", comment="随合同验收封存")
    return len(brains)


def before_contract_step(contract, event) -> None:
    """Refuse acceptance while anything is open, naming all of it at once; then seal.

    Sealing runs before the contract changes its state, because afterwards nobody holds the permission any more.
    """
    if event.transition is None or event.transition.getId() != "accept":
        return
    problems = what_is_open(contract)
    if problems:
        raise Incomplete(
            "档案中还有未办结的材料，不能验收：" + "；".join(one.message for one in problems) + "。", problems
        )
    seal_records(contract)


def refuse_when_sealed(record) -> None:
    """Nothing changes in the archive of an accepted contract."""
    if state_of(contract_of(record)) == "accepted":
        raise Protected(SEALED)


def before_record_step(record, event) -> None:
    """No step either; but a page that does harm can be taken down at any time, and one whose time is over goes."""
    if event.transition is not None and event.transition.getId() not in ("withdraw", "expire"):
        refuse_when_sealed(record)
