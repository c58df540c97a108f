"""What the tick does about reviews whose due day is over: it reminds those who may take the step, then the leads too.

On working days from eight o'clock, by mail, one for each person and contract. The first reminder comes on the first
working day after the due day, the next ones after three working days each, four in all. Each is sent once: what was
sent is noted with the moment at which the step began, so a step that begins anew is reminded of anew, and an article
that was returned, withdrawn or approved meanwhile is not under review any more and reminds nobody.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from datetime import datetime
from plone import api
from typing import NamedTuple
from yidang import clock
from yidang.archive.place import section_of
from yidang.archive.record import state_of
from yidang.archive.record import state_since
from yidang.errors import Refused
from yidang.mailing import Letter
from yidang.mailing import letters_to
from yidang.mailing import send
from yidang.people.team import members
from yidang.publicity.captures import shelf
from yidang.publicity.reviewing.due import Due
from yidang.publicity.reviewing.due import due_of
from yidang.publicity.reviewing.due import IsWorked
from yidang.publicity.reviewing.due import working_days
from yidang.publicity.reviewing.notices import awaited
from yidang.publicity.reviewing.notices import LISTED
from yidang.publicity.reviewing.notices import Words
from yidang.publicity.reviewing.waiting import OPEN
from yidang.publicity.signature import TITLES
from yidang.publicity.workflow import STEPS
from yidang.ticking import ITickJob
from zope.interface import implementer


REMINDED = "yidang.review_reminded"
OPENS = 8
EVERY, MOST = 3, 4
TEXT = "{contract}：以下稿件已过审稿期限。\n\n{lines}\n\n待审稿件：{queue}"
NOBODY = "没有可以办理这一级的人，请把审核人加入团队"


class Late(NamedTuple):
    """An article whose step is overdue, and the number of the reminder that it has come to."""

    article: object
    state: str
    since: int
    due: Due
    number: int


def number_of(due: Due) -> int:
    """How many reminders the step has come to: none before the day is over, then one more each three working days."""
    return min(MOST, 1 + (-due.left - 1) // EVERY) if due.late else 0


def due_since(contract, since: int, today: date, is_worked: IsWorked) -> Due:
    """When a step that began at the moment `since` is due."""
    return due_of(contract, datetime.fromtimestamp(since, clock.BEIJING).date(), today, is_worked)


@implementer(ITickJob)
class ReviewReminders:
    """Contract by contract; a key is the UID of a contract."""

    title = "审核超期提醒"

    def due(self, now: datetime) -> Iterable[str]:
        """The running contracts in which somebody is to be reminded; no article is woken for that."""
        is_worked = working_days()
        if now.hour < OPENS or not is_worked(now.date()):
            return []
        paths = {brain.getPath().partition("/archive/")[0] for brain in _under_review()}
        contracts = [api.portal.get().unrestrictedTraverse(path) for path in sorted(paths)]
        return [one.UID() for one in contracts if state_of(one) in OPEN and any(_new_in(one, now, is_worked))]

    def do(self, key: str, now: datetime) -> str:
        """Remind in one contract, and note it."""
        contract = _contract(key)
        if contract is None or state_of(contract) not in OPEN:
            return ""
        is_worked = working_days()
        found = [
            late for brain in _new_in(contract, now, is_worked) if (late := _late(contract, brain, now, is_worked))
        ]
        if not found:
            return ""
        for late in found:
            held = shelf(section_of(late.article), REMINDED, make=True)
            held[late.article.UID(), late.state] = (late.since, late.number)
        return f"{contract.title}：{len(found)} 篇稿件审核超期，提醒 {send(_letters(contract, found))} 人。"

    def held_back(self, key: str, refusal: Refused, now: datetime) -> str:
        """Nothing refuses a reminder."""
        return ""


def _under_review(**query) -> list:
    catalog = api.portal.get_tool("portal_catalog")
    return catalog.unrestrictedSearchResults(portal_type="Article", review_state=list(STEPS), **query)


def _contract(uid: str):
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(UID=uid, portal_type="Contract")
    return brains[0]._unrestrictedGetObject() if brains else None


def _new_in(contract, now: datetime, is_worked: IsWorked) -> Iterator:
    """The brains of articles that have come to a reminder which was not sent yet."""
    held = shelf(contract["archive"]["publicity"], REMINDED)
    for brain in _under_review(path="/".join(contract.getPhysicalPath()), sort_on="state_since"):
        due = due_since(contract, brain.state_since, now.date(), is_worked)
        if number_of(due) > _sent(held, (brain.UID, brain.review_state), brain.state_since):
            yield brain


def _sent(held, key: tuple[str, str], since: int) -> int:
    """The number of the last reminder of this step (article and state); of an earlier round none counts."""
    began, number = held.get(key, (since, 0))
    return number if began == since else 0


def _late(contract, brain, now: datetime, is_worked: IsWorked) -> Late | None:
    """The article as it is now; None when the catalog was behind."""
    article = brain._unrestrictedGetObject()
    state, since = state_of(article), state_since(article)
    due = due_since(contract, since, now.date(), is_worked)
    return Late(article, state, since, due, number_of(due)) if state in STEPS and due.late else None


def _letters(contract, found: list[Late]) -> Iterator[Letter]:
    """One for each person who has an address."""
    lines: dict[str, list[str]] = {}
    leads = members(contract, "ProjectLead")
    for late in found:
        words, takers = Words(late.article), awaited(late.article, late.state)
        for user in takers:
            lines.setdefault(user, []).append(_line(words, late, f"等您{TITLES[late.state]}"))
        names = words.names.people(sorted(takers)) or NOBODY
        for user in set(leads) - takers if late.number > 1 or not takers else ():
            lines.setdefault(user, []).append(_line(words, late, f"等{TITLES[late.state]}（{names}）"))
    queue = f"{api.portal.get().absolute_url()}/@@review-queue"
    for user, said in sorted(lines.items()):
        more = [f"……另有 {len(said) - LISTED} 篇"] if len(said) > LISTED else []
        text = TEXT.format(contract=contract.title, lines="\n".join([*said[:LISTED], *more]), queue=queue)
        yield from letters_to([user], f"审稿已超期：{contract.title}，{len(said)} 篇", text)


def _line(words: Words, late: Late, awaits: str) -> str:
    day = f"{late.due.day.month} 月 {late.due.day.day} 日到期"
    return f"· {words.title}　{awaits}，{day}，{late.due.words}\n  {late.article.absolute_url()}"
