"""Complaints on the desk of the purchaser, who alone reads them: what is not settled, the longest waiting first."""

from yidang.archive.finding import find
from yidang.pages.ages import age_of
from yidang.review.vocabularies import COMPLAINT_KINDS
from yidang.site.desk_work import Lists
from yidang.site.desk_work import Panel
from yidang.site.desk_work import SHOWN
from yidang.site.desk_work import Task


def complaints(path: str, url: str, lists: Lists) -> Panel:
    """The open complaints of a contract (its path and address). They are few; each is opened, for only it knows."""
    brains = find(portal_type="Complaint", path=path).sorted("created", 0, 500)
    waiting = [one for one in (brain.getObject() for brain in brains) if not one.settled]
    kinds = dict(COMPLAINT_KINDS)
    tasks = [
        Task(
            one.title,
            one.absolute_url(),
            "warning",
            [kinds.get(one.kind, ""), lists.names.station(one.station), "办理中" if one.answer else "待办理"],
            age_of(int(one.created().timeTime())),
        )
        for one in waiting[:SHOWN]
    ]
    return Panel(
        "公众投诉",
        len(waiting),
        tasks,
        hot=True,
        more=f"{url}/archive/review",
        more_title="全部",
        empty="没有待办理的投诉。",
    )
