"""Reminders: one digest for a person, with what they must do, in the contracts to which they belong."""

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from plone import api
from yidang.deadlines.actions import reminder_steps
from yidang.deadlines.engine.steps import step_of
from yidang.deadlines.engine.workdays import Workdays
from yidang.deadlines.person import Owed
from yidang.deadlines.person import owed_by
from yidang.deadlines.sent import Mark
from yidang.deadlines.sent import was_sent
from yidang.deadlines.wording import Bundle
from yidang.deadlines.wording import bundles
from yidang.people.roster import memberships


@dataclass
class Digest:
    """What one person is to be told on one day."""

    user: str
    name: str
    address: str
    day: date
    parts: list[tuple[Owed, list[Bundle]]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    @property
    def bundles(self) -> list[Bundle]:
        """Everything in it."""
        return [bundle for _, found in self.parts for bundle in found]

    @property
    def overdue(self) -> int:
        """How much of it is late already."""
        return sum(1 for bundle in self.bundles if bundle.first.due < self.day and bundle.open)


def people() -> list[str]:
    """Everyone who is on the team of any contract, by user id."""
    users = api.portal.get_tool("acl_users")
    groups = users.source_groups
    found = {one for group in groups.listGroupIds() if "--" in group for one in groups.getGroupMembers(group)}
    return sorted(user for user in found if memberships(users.getUserById(user) or _NOBODY))


class _Nobody:
    """Stands for an account that is gone while its name is still in a group."""

    @staticmethod
    def getGroups() -> tuple[str, ...]:
        return ()


_NOBODY = _Nobody()


def digest_for(account, day: date, table: Workdays) -> Digest:
    """What `account`, who must be the one acting, is to be told on a day and has not been told yet."""
    digest = Digest(account.getId(), _full_name(account), (account.getProperty("email") or "").strip(), day)
    before, weeks = reminder_steps()
    for owed in owed_by(account, day, table):
        chosen = []
        for one, mark in _fresh(owed, digest.user, day, before, weeks):
            chosen.append(one)
            digest.marks.append(mark)
        if chosen:
            digest.parts.append((owed, sorted(bundles(chosen), key=lambda bundle: bundle.first.due)))
    return digest


def _fresh(owed: Owed, user: str, day: date, before: list[int], weeks: int) -> Iterator[tuple]:
    for one in owed.deadlines:
        step = step_of(one, day, before, weeks)
        mark = (user, owed.uid, one.key, one.due.isoformat(), step or "")
        if step is not None and not was_sent(mark):
            yield one, mark


def _full_name(account) -> str:
    return account.getProperty("fullname") or account.getUserName()
