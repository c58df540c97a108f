"""The queue of who asks by REST: what the page 待审稿件 shows."""

from plone import api
from plone.restapi.services import Service
from yidang.publicity.reviewing.waiting import Queue
from yidang.publicity.reviewing.waiting import Waiting


class QueueGet(Service):
    """What waits for the review of who asks, and what they have returned."""

    def reply(self) -> dict:
        """Items in the order of the page."""
        queue = Queue(api.user.get_current().getUser())
        items = [self._item(one) for one in queue.waiting()]
        returned = [
            {
                "@id": one.article.absolute_url(),
                "title": one.article.title,
                "state": one.state,
                "person": one.actor,
                "reason": one.reason,
                "time": one.moment.isoformat(timespec="seconds"),
            }
            for one in queue.returned()
        ]
        url = f"{self.context.absolute_url()}/@review-queue"
        return {"@id": url, "items": items, "items_total": len(items), "returned": returned}

    @staticmethod
    def _item(one: Waiting) -> dict:
        holder = one.holder
        since = holder.since.isoformat(timespec="seconds") if holder else None
        return {
            "@id": one.article.absolute_url(),
            "title": one.article.title,
            "contract": one.contract.absolute_url(),
            "state": one.state,
            "author": next(iter(one.article.listCreators()), ""),
            "since": one.since.isoformat(),
            "age_days": one.age.days,
            "due": one.due.day.isoformat(),
            "working_days_left": one.due.left,
            "overdue": one.due.late,
            "reading": {"person": holder.person, "since": since} if holder else None,
            "barred": one.barred or None,
            "returns": one.returns,
            "open_remarks": one.remarks,
        }
