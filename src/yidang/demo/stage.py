"""Acting as the people of the demonstration, in the past.

Everything goes the way it goes in the portal: objects are added with their events, steps are fired as the person who
takes them, with all guards and checks. Only the clock is turned back afterwards: the days of creation and of each step.
"""

from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from DateTime import DateTime
from datetime import date
from datetime import datetime
from datetime import timedelta
from plone.dexterity.utils import createContentInContainer
from yidang import clock
from yidang.archive.actions import fire
from yidang.indicators.ledger import INDEX

import itertools


# The ledger reads the days of the steps too: a board as of a past day knows what was filed by then.
DATED = ["created", "modified", "state_since", "Date", INDEX]


@dataclass(frozen=True)
class Step:
    """One step of a workflow: who takes it, on which day, and what they say."""

    by: str
    name: str
    day: date
    comment: str = ""


class Stage:
    """Hands out the users of one portal; each is looked up once."""

    def __init__(self, portal) -> None:
        self.people = portal.acl_users
        self.users: dict[str, object] = {}
        self.minute = itertools.cycle(range(0, 540, 37))

    @contextmanager
    def acting(self, name: str) -> Iterator[None]:
        """Be this person inside the block."""
        before = getSecurityManager()
        if name not in self.users:
            self.users[name] = self.people.getUserById(name).__of__(self.people)
        newSecurityManager(None, self.users[name])
        try:
            yield
        finally:
            setSecurityManager(before)

    def put(self, container, portal_type: str, by: str, **fields):
        """Add one object as the person who makes it."""
        with self.acting(by):
            return createContentInContainer(container, portal_type, checkConstraints=False, **fields)

    def walk(self, record, made: date, *steps: Step | None) -> None:
        """Take the steps that have come (None: not yet), then date everything back."""
        taken = list(itertools.takewhile(lambda step: step is not None, steps))
        for step in taken:
            with self.acting(step.by):
                fire(record, step.name, step.comment)
        self.date_back(record, [made, *(step.day for step in taken)])

    def date_back(self, record, days: list[date]) -> None:
        """Give creation and each step its day, the steps in their order, none in the future."""
        moments = self._moments(days)
        record.creation_date, record.modification_date = moments[0], moments[-1]
        for flow, history in record.workflow_history.items():
            record.workflow_history[flow] = tuple(
                {**entry, "time": moment} for entry, moment in zip(history, moments, strict=True)
            )
        record.reindexObject(idxs=DATED)

    def _moments(self, days: list[date]) -> list[DateTime]:
        latest = clock.now() - timedelta(minutes=len(days))
        found: list[datetime] = []
        for day in days:
            moment = datetime(day.year, day.month, day.day, 8, 30).astimezone() + timedelta(minutes=next(self.minute))
            if found:
                moment = max(moment, found[-1] + timedelta(minutes=20))
            found.append(min(moment, latest + timedelta(minutes=len(found))))
        return [DateTime(moment.isoformat()) for moment in found]
