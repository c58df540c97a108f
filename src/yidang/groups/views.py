"""The pages of a group and of its sessions."""

from yidang.archive.views.frame import Table
from yidang.archive.views.parts import PartPage
from yidang.archive.views.record import RecordPage
from yidang.archive.views.values import Row
from yidang.archive.views.values import rows
from yidang.archive.views.values import texts
from yidang.groups.content import IGroupSession
from yidang.groups.content import IGroupWork
from yidang.groups.facts import attendance_rate
from yidang.groups.facts import sessions_of


class GroupPage(RecordPage):
    """One group."""

    def facts(self) -> list[Row]:
        """Kind, course, members, attendances."""
        group, sessions = self.context, sessions_of(self.context)
        found = rows(group, IGroupWork, ("group_type", "opened", "closed"))
        if group.members:
            found.append(Row("组员", f"{len(group.members)} 人：{'、'.join(group.members)}"))
        if sessions:
            attendances = sum(len(session.attendance or ()) for session in sessions)
            found.append(Row("小组活动", f"{len(sessions)} 节，出席 {attendances} 人次"))
        return found

    def texts(self) -> list[tuple[str, list[str]]]:
        """What the group is for."""
        return texts(self.context, IGroupWork, ("goal",))

    def tables(self) -> list[Table]:
        """The sessions, newest first."""
        add_url = f"{self.url}/++add++GroupSession" if self.may_add else ""
        return [
            Table("各节记录", ["主题", "日期", "出席", "时长"], self._sessions(), add_url, "加一节", "还没有各节记录。")
        ]

    def _sessions(self) -> list[list]:
        members = len(self.context.members or ())
        numbered = list(enumerate(sessions_of(self.context), 1))
        return [
            [
                (f"第 {number} 节　{one.title}", one.absolute_url()),
                one.date.isoformat(),
                present_words(one, members),
                f"{one.minutes} 分钟" if one.minutes else "",
            ]
            for number, one in reversed(numbered)
        ]


def present_words(session, members: int) -> str:
    """8 / 10 人（80%）."""
    rate = attendance_rate(session, members)
    present = len(session.attendance or ())
    return f"{present} 人" if rate is None else f"{present} / {members} 人（{rate:.0%}）"


class GroupSessionPage(PartPage):
    """One session of a group."""

    def facts(self) -> list[Row]:
        """Day, length, who came."""
        session = self.context
        members = len(session.__parent__.members or ())
        found = rows(session, IGroupSession, ("date", "minutes"))
        return [*found, Row("出席", present_words(session, members)), *rows(session, IGroupSession, ("attendance",))]

    def texts(self) -> list[tuple[str, list[str]]]:
        """The process."""
        return texts(self.context, IGroupSession, ("process",))
