"""Whose business a deadline is: by the member it names, by the kinds of work it counts, by the roles of a person."""

from collections.abc import Iterable
from dataclasses import dataclass
from yidang.deadlines.engine.deadline import CONTRACT
from yidang.deadlines.engine.deadline import Deadline
from yidang.deadlines.engine.deadline import RECTIFICATION
from yidang.people.team import contract_uid
from yidang.people.team import SEPARATOR


# Who does the work that a line counts; what is not named here is the workers'.
PUBLICITY = frozenset({"article", "placement", "publicity_day"})
SUPERVISING = frozenset({"supervision", "training", "guidance", "monitoring"})
LEADING = frozenset({"report", "document", "meeting", "review_meeting", "forum", "inspection", "evaluation", "survey"})
LEADING |= {"spot_check", "staff", "fund", "recruitment"}
# Who sees the whole list: those who answer for the contract and those who judge it.
OVERSEERS = frozenset({"ProjectLead", "Purchaser", "Evaluator"})


@dataclass(frozen=True)
class Person:
    """A person in one contract: roles, and the stations to which they are bound (none: all of them)."""

    user: str
    roles: frozenset[str]
    stations: frozenset[str] = frozenset()

    @property
    def oversees(self) -> bool:
        """Whether they see what is owed by others."""
        return not OVERSEERS.isdisjoint(self.roles)

    @property
    def does(self) -> bool:
        """Whether anything can be owed by them at all."""
        return bool(self.roles & {"ProjectLead", "Worker", "Publicist", "Supervisor"})


def person_in(contract, user) -> Person:
    """A user in a contract, read from the groups of its team (people/team.py)."""
    uid, roles, stations, bound = contract.UID(), set(), set(), True
    for group in user.getGroups():
        if contract_uid(group) != uid:
            continue
        *station, role = group.split(SEPARATOR)[1:]
        roles.add("Worker" if role == "StationWorker" else role)
        stations.update(station)
        bound = bound and (bool(station) or role != "Worker")
    return Person(user.getId(), frozenset(roles), frozenset(stations) if bound else frozenset())


def roles_for(kinds: Iterable[str]) -> frozenset[str]:
    """The roles that do work of these kinds."""
    return frozenset(_role_for(kind) for kind in kinds)


def _role_for(kind: str) -> str:
    if kind in PUBLICITY:
        return "Publicist"
    if kind in SUPERVISING:
        return "Supervisor"
    return "ProjectLead" if kind in LEADING else "Worker"


def concerns(deadline: Deadline, person: Person) -> bool:
    """Whether the person has to do something for it: what their calendar holds and their reminders name.

    A lead answers for all. The purchaser watches over corrections and the term.
    """
    if "ProjectLead" in person.roles:
        return True
    if deadline.source == CONTRACT:
        return person.does or "Purchaser" in person.roles
    if deadline.source == RECTIFICATION:
        return "Purchaser" in person.roles
    if deadline.dimension == "worker":
        return deadline.member == person.user or _does(deadline, person, "Supervisor")
    if deadline.dimension == "station" and person.stations and deadline.member not in person.stations:
        return False
    return bool(roles_for(deadline.kinds) & person.roles)


def _does(deadline: Deadline, person: Person, role: str) -> bool:
    return role in person.roles and role in roles_for(deadline.kinds)


def may_see(deadline: Deadline, person: Person) -> bool:
    """Whether it is shown to the person at all: overseers see the whole list, the others what concerns them."""
    return person.oversees or not person.roles or concerns(deadline, person)
