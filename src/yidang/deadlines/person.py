"""What is owed by one person in all their contracts: the source of their calendar and of their reminders."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from plone import api
from yidang.deadlines.engine.deadline import Deadline
from yidang.deadlines.engine.workdays import Workdays
from yidang.deadlines.mine import concerns
from yidang.deadlines.mine import person_in
from yidang.deadlines.reading import ContractDeadlines
from yidang.people.roster import memberships
from yidang.permissions import VIEW_SCOREBOARD


RUNNING = ("active", "closing")


@dataclass(frozen=True)
class Owed:
    """One contract of a person and what concerns them there."""

    uid: str
    title: str
    number: str
    url: str
    deadlines: list[Deadline]


def owed_by(user, today: date, table: Workdays) -> Iterator[Owed]:
    """For each running contract whose board the person may see. `user` must be the one who acts: what they may not
    view is left out by the same checks as on a page."""
    roles = memberships(user)
    catalog = api.portal.get_tool("portal_catalog")
    found = catalog(UID=list(roles), portal_type="Contract", review_state=RUNNING, sort_on="created") if roles else ()
    for brain in found:
        contract = brain.getObject()
        if not api.user.has_permission(VIEW_SCOREBOARD, obj=contract):
            continue
        person = person_in(contract, user)
        mine = [one for one in ContractDeadlines(contract, today, table).all if concerns(one, person)]
        yield Owed(brain.UID, contract.Title(), contract.number, contract.absolute_url(), mine)
