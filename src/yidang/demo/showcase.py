"""What the public is shown of the demonstration: open progress, and activities of the coming weeks."""

from datetime import timedelta
from plone import api
from yidang import clock
from yidang.contracts.actions import open_progress
from yidang.fieldwork.announcing import announce
from yidang.fieldwork.announcing import RUNNING


# Days from today, title, begin, end, place, how to join.
INVITATIONS = (
    (4, "婚姻家庭法律知识讲座", "14:30", "16:00", "服务站二楼活动室", "到场签到即可，座位约四十个。"),
    (9, "亲子阅读会：一起读一本绘本", "09:30", "11:00", "服务站阅读角", "请家长陪同，可以带自己喜欢的书。"),
    (16, "志愿者见面会", "19:00", "20:30", "服务站一楼大厅", "想做志愿者的街坊都可以来，不用报名。"),
)


def fill(contract, other) -> None:
    """Both contracts are open; the first one invites, with its latest activities as the records behind it."""
    running = [one for one in (contract, other) if api.content.get_state(one) in RUNNING]
    for one in running:
        open_progress(one, True)
    if contract not in running:
        return
    # The days are those of the real calendar: an invitation to a day that is over would be refused.
    today = clock.today()
    for record, said in zip(latest_activities(contract), INVITATIONS, strict=False):
        days, title, begins, ends, place, how = said
        day = (today + timedelta(days=days)).isoformat()
        announce(record, {"title": title, "day": day, "begins": begins, "ends": ends, "place": place, "how": how})


def latest_activities(contract) -> list:
    """The records of the latest activities."""
    found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="ServiceRecord",
        record_kind="activity",
        path="/".join(contract.getPhysicalPath()),
        sort_on="record_day",
        sort_order="descending",
        sort_limit=len(INVITATIONS),
    )
    return [brain._unrestrictedGetObject() for brain in found[: len(INVITATIONS)]]
