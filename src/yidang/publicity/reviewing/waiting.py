"""What waits for one person's review (待审稿件), in all their contracts; and what they have returned.

Waiting is read from the catalog by contract and step. What one has returned is a draft again, which a reviewer may not
see; so each return is noted in a list of the section, under who returned it, until the article is published or gone.
A guest has no desk: what a guest returned is noted under who gave out the link, for they answer for it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from plone import api
from typing import NamedTuple
from yidang import clock
from yidang.archive.finding import find
from yidang.archive.place import section_of
from yidang.archive.record import history_of
from yidang.archive.record import state_of
from yidang.archive.record import state_since
from yidang.pages.ages import Age
from yidang.pages.ages import age_of
from yidang.people.roster import memberships
from yidang.publicity.captures import LAST
from yidang.publicity.captures import shelf
from yidang.publicity.checks import reviewer_problem
from yidang.publicity.guest_review.links import links_of
from yidang.publicity.guest_review.persons import maker_for
from yidang.publicity.reviewing.due import Due
from yidang.publicity.reviewing.due import due_of
from yidang.publicity.reviewing.due import IsWorked
from yidang.publicity.reviewing.due import working_days
from yidang.publicity.reviewing.holding import Holder
from yidang.publicity.reviewing.holding import holder_of
from yidang.publicity.reviewing.remarks import open_remarks
from yidang.publicity.workflow import STEPS

import datetime


RETURNED = "yidang.returned"
ROLES = dict(zip(("Reviewer1", "Reviewer2", "Reviewer3"), STEPS, strict=True))
OPEN = ("active", "closing")
SECTION = ("archive", "publicity")


@dataclass(frozen=True)
class Waiting:
    """One article that waits: since when, until when, who reads it, why this person may not take it ("" when they
    may), how often it was returned before, how many remarks are open."""

    article: object
    contract: object
    state: str
    since: datetime.date
    age: Age
    due: Due
    holder: Holder | None
    barred: str
    returns: int
    remarks: int


class Returned(NamedTuple):
    """One article that this person returned, or a guest with their link (`actor`): what became of it since."""

    article: object
    contract: object
    moment: datetime.datetime
    reason: str
    state: str
    actor: str


class Queue:
    """The queue of one person at one moment; made once for a page."""

    def __init__(self, user, now: datetime.datetime | None = None, is_worked: IsWorked | None = None) -> None:
        self.user, self.now = user, now or clock.now()
        self.is_worked = is_worked or working_days()

    def contracts(self) -> Iterator[tuple[object, list[str]]]:
        """The running contracts in which the person reviews, with the steps that are theirs."""
        roles = memberships(self.user)
        mine = {uid: [ROLES[one] for one in sorted(held) if one in ROLES] for uid, held in roles.items()}
        mine = {uid: states for uid, states in mine.items() if states}
        for contract in self._open(list(mine)):
            yield contract, mine[contract.UID()]

    @staticmethod
    def _open(uids: list[str]) -> Iterator[object]:
        """The running ones of these contracts."""
        catalog = api.portal.get_tool("portal_catalog")
        brains = catalog(UID=uids, portal_type="Contract", review_state=OPEN, sort_on="created") if uids else ()
        for brain in brains:
            yield brain.getObject()

    def waiting(self) -> list[Waiting]:
        """What waits, what is due first before the rest; what this person may not take comes last."""
        found = [one for contract, states in self.contracts() for one in self.waiting_in(contract, states)]
        return sorted(found, key=lambda one: (bool(one.barred), one.due.day, one.since))

    def waiting_in(self, contract, states: list[str]) -> list[Waiting]:
        """What waits in one contract."""
        path = "/".join(contract.getPhysicalPath())
        brains = find(portal_type="Article", review_state=states, path=path)
        return [self.waits(brain.getObject(), contract) for brain in brains.sorted("state_since", size=len(brains))]

    def waits(self, article, contract) -> Waiting:
        """One article as it waits now."""
        began = state_since(article)
        since = datetime.datetime.fromtimestamp(began, clock.BEIJING).date()
        return Waiting(
            article=article,
            contract=contract,
            state=state_of(article),
            since=since,
            age=age_of(began, self.now.timestamp()),
            due=due_of(contract, since, self.now.date(), self.is_worked),
            holder=holder_of(article),
            barred=reviewer_problem(article, self.user.getId()),
            returns=sum(step["action"] == "return" for step in history_of(article)),
            remarks=len(open_remarks(article)),
        )

    def returned(self) -> list[Returned]:
        """What this person has returned and is not published yet, the latest first; also where they review nothing,
        for a lead gives out links too."""
        found = [one for contract in self._open(list(memberships(self.user))) for one in self._returned_in(contract)]
        return sorted(found, key=lambda one: one.moment, reverse=True)

    def _returned_in(self, contract) -> Iterator[Returned]:
        section, me = contract[SECTION[0]][SECTION[1]], self.user.getId()
        for (_, uid), (time, reason, id_, actor) in shelf(section, RETURNED).items(min=(me, ""), max=(me, LAST)):
            article = section.get(id_)
            if article is not None and article.UID() == uid:
                moment = datetime.datetime.fromtimestamp(time, clock.BEIJING)
                yield Returned(article, contract, moment, reason, state_of(article), actor)


def note_return(article, actor: str, time: float, reason: str) -> None:
    """Somebody has returned it."""
    person = maker_for(article, actor) or actor
    shelf(section_of(article), RETURNED, make=True)[person, article.UID()] = (time, reason, article.getId(), actor)


def forget_returns(article) -> None:
    """It is published, or gone: nobody waits for it any more."""
    section = section_of(article)
    people = {step["actor"] for step in history_of(article) if step["action"] == "return"}
    people |= {link.maker for link in links_of(article)} if people else set()
    held = shelf(section, RETURNED) if section is not None and people else {}
    for person in people:
        if (person, article.UID()) in held:
            del held[person, article.UID()]
