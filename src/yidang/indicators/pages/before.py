"""The contract before this one: same purchaser, shared stations, begun earlier; for comparison year on year."""

from plone import api
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.scoreboard import Scoreboard
from yidang.permissions import VIEW_SCOREBOARD


def contract_before(contract):
    """The latest earlier contract of the same purchaser whose board the person may see; None where there is none."""
    catalog = api.portal.get_tool("portal_catalog")
    found = None
    for brain in catalog(portal_type="Contract"):
        other = brain.getObject()
        if not _precedes(other, contract) or (found is not None and other.start <= found.start):
            continue
        if api.user.has_permission(VIEW_SCOREBOARD, obj=other):
            found = other
    return found


def _precedes(other, contract) -> bool:
    """Whether `other` began earlier for the same purchaser; of two with stations, some must be the same."""
    if not other.start or other.start >= contract.start or other.purchaser != contract.purchaser:
        return False
    stations, others = set(contract.stations or ()), set(other.stations or ())
    return not stations or not others or bool(stations & others)


def line_before(rule: Rule, other) -> Tally | None:
    """The line of another contract that promises the same: the same code, else the same title and unit."""
    board = Scoreboard(other)
    same = next((one for one in board.rules if one.code == rule.code), None)
    same = same or next((one for one in board.rules if (one.title, one.unit) == (rule.title, rule.unit)), None)
    if same is None or not same.grows():
        return None
    return board.tallies()[same.code]
