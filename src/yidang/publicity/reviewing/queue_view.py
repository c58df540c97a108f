"""`@@review-queue` (待审稿件): what waits for my review, and what I have returned."""

from functools import cached_property
from plone import api
from yidang.archive.actions import state_title
from yidang.pages.batch import Pager
from yidang.pages.page import Page
from yidang.publicity.reviewing.waiting import Queue
from yidang.publicity.reviewing.waiting import Returned
from yidang.publicity.reviewing.waiting import Waiting
from yidang.publicity.signature import TITLES


SIZE = 50
LATEST = 20


class QueuePage(Page):
    """The queue of who is signed in."""

    page_title = "待审稿件"

    @cached_property
    def queue(self) -> Queue:
        """The queue."""
        return Queue(api.user.get_current().getUser())

    @cached_property
    def reviews(self) -> bool:
        """Whether this person reviews anywhere."""
        return next(self.queue.contracts(), None) is not None

    @cached_property
    def many(self) -> bool:
        """Whether contracts have to be named."""
        return len({one.contract.UID() for one in (*self.all, *self.returned)}) > 1

    @cached_property
    def all(self) -> list[Waiting]:
        """Everything that waits in the steps of this person."""
        return self.queue.waiting()

    @property
    def mine(self) -> list[Waiting]:
        """What they may take, of this page of the list."""
        start = self.query_number()
        return [one for one in self.all if not one.barred][start : start + SIZE]

    @property
    def others(self) -> list[Waiting]:
        """What somebody else has to take, and why."""
        return [one for one in self.all if one.barred][:SIZE]

    @cached_property
    def count(self) -> int:
        """How much waits for this person."""
        return sum(not one.barred for one in self.all)

    @property
    def late(self) -> int:
        """How much of it is overdue."""
        return sum(one.due.late for one in self.all if not one.barred)

    @property
    def pager(self) -> Pager:
        """The pages of the list."""
        return Pager(self.count, self.query_number(), self.url + "/@@review-queue", {}, SIZE, "篇")

    @cached_property
    def returned(self) -> list[Returned]:
        """What they returned."""
        return self.queue.returned()[:LATEST]

    def step(self, one: Waiting) -> str:
        """`一审`."""
        return TITLES[one.state]

    def author(self, article) -> str:
        """Who wrote it."""
        return self.names.people(article.listCreators()[:1])

    def reader(self, one: Waiting) -> str:
        """Who reads it, in words."""
        return one.holder.words(self.names.person(one.holder.person), self.queue.now) if one.holder else ""

    def guest(self, one: Returned) -> str:
        """`李文（区妇联副主席）用您发的审签链接退回`; "" for what one returned oneself."""
        return f"{one.actor}用您发的审签链接退回" if one.actor != self.queue.user.getId() else ""

    def state(self, one: Returned) -> str:
        """What became of a returned article."""
        return "等作者修改" if one.state == "draft" else state_title(one.article)
