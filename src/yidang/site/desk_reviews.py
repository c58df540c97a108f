"""The newsroom on the desk: what waits for my review, with its due day and its reader; what became of my articles."""

from collections.abc import Iterable
from datetime import date
from plone import api
from yidang import clock
from yidang.archive.finding import find
from yidang.publicity.reviewing.due import Due
from yidang.publicity.reviewing.due import working_days
from yidang.publicity.reviewing.news import Message
from yidang.publicity.reviewing.news import News
from yidang.publicity.reviewing.notices import awaited
from yidang.publicity.reviewing.reminding import due_since
from yidang.publicity.reviewing.reminding import NOBODY
from yidang.publicity.reviewing.waiting import Queue
from yidang.publicity.reviewing.waiting import ROLES
from yidang.publicity.reviewing.waiting import Waiting
from yidang.publicity.signature import TITLES
from yidang.publicity.workflow import PUBLISHED
from yidang.publicity.workflow import STEPS
from yidang.site.desk_work import DueDay
from yidang.site.desk_work import Lists
from yidang.site.desk_work import Panel
from yidang.site.desk_work import SHOWN
from yidang.site.desk_work import Task
from yidang.site.navigation import Link


def queue_link(portal_url: str) -> Link:
    """The tile of who reviews."""
    return Link("待审稿件", f"{portal_url}/@@review-queue", "check")


def has_queue(user, roles: Iterable[set[str]]) -> bool:
    """Whether the page has something for a person with these roles in their contracts: who reviews, and whose guest has
    returned an article."""
    return any(not held.isdisjoint(ROLES) for held in roles) or bool(Queue(user).returned())


def to_review(contract, roles: set[str], lists: Lists, portal_url: str) -> Panel | None:
    """What waits for my review in one contract, what is due first before the rest; None for who reviews nothing."""
    states = [ROLES[role] for role in sorted(roles) if role in ROLES]
    if not states:
        return None
    queue = Queue(api.user.get_current().getUser())
    found = [one for one in queue.waiting_in(contract, states) if not one.barred]
    found.sort(key=lambda one: (one.due.day, one.since))
    tasks = [_waits(one, queue, lists) for one in found[:SHOWN]]
    more, empty = f"{portal_url}/@@review-queue", "没有等待审核的稿件。"
    return Panel("等我审核", len(found), tasks, hot=True, more=more, more_title="待审稿件", empty=empty)


def _waits(one: Waiting, queue: Queue, lists: Lists) -> Task:
    names, article, holder = lists.names, one.article, one.holder
    words = [TITLES[one.state], names.people(article.listCreators()[:1])]
    words += [holder.words(names.person(holder.person), queue.now)] if holder else []
    words += [f"批注 {one.remarks} 条"] if one.remarks else []
    return Task(
        article.title, article.absolute_url(), "article", words, DueDay(one.due.words, "1" if one.due.late else None)
    )


def late_reviews(contract, roles: set[str], lists: Lists, today: date | None = None) -> Panel | None:
    """For the lead: articles whose review is overdue, and who may take the step; None when there are none."""
    if "ProjectLead" not in roles:
        return None
    is_worked, today = working_days(), today or clock.today()
    found = find(portal_type="Article", review_state=list(STEPS), path="/".join(contract.getPhysicalPath()))
    waiting = found.sorted("state_since", size=len(found))
    dues = [(due_since(contract, brain.state_since, today, is_worked), brain) for brain in waiting]
    late = [(due, brain) for due, brain in dues if due.late]
    tasks = [_is_late(due, brain, lists) for due, brain in late[:SHOWN]]
    return Panel("审核超期", len(late), tasks, hot=True) if late else None


def _is_late(due: Due, brain, lists: Lists) -> Task:
    takers = sorted(awaited(brain.getObject(), brain.review_state))
    who = f"等{TITLES[brain.review_state]}：{lists.names.people(takers) or NOBODY}"
    return Task(brain.Title, brain.getURL(), "article", [who], DueDay(due.words, "1"))


def my_news(lists: Lists) -> Panel:
    """What others did with my articles and I have not marked as read, the latest first."""
    unread = News(lists.user).unread()
    tasks = [_became(one, lists) for one in unread[:SHOWN]]
    until = str(unread[0].since) if unread else ""
    more, empty = f"{lists.portal_url}/@@article-news", "没有未读的稿件消息。"
    return Panel(
        "稿件消息", len(unread), tasks, more=more, more_title="全部", empty=empty, until=until, keeps_more=True
    )


def _became(one: Message, lists: Lists) -> Task:
    words = [one.word, lists.names.person(one.actor), clock.shown(one.time)[5:]]
    icon = "check" if one.brain.review_state == PUBLISHED else "return"
    return Task(one.brain.Title, one.brain.getURL(), icon, words, None, one.reason, one.key)
