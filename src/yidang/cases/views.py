"""The pages of a case and of its sessions."""

from yidang.archive.views.frame import Table
from yidang.archive.views.parts import PartPage
from yidang.archive.views.record import RecordPage
from yidang.archive.views.values import held_row
from yidang.archive.views.values import Row
from yidang.archive.views.values import rows
from yidang.archive.views.values import shown
from yidang.archive.views.values import texts
from yidang.cases.content import ICaseFile
from yidang.cases.content import ICaseSession
from yidang.cases.facts import sessions_of


def total_time(minutes: int) -> str:
    """6 小时 10 分."""
    hours, rest = divmod(minutes, 60)
    return " ".join(part for part in (f"{hours} 小时" if hours else "", f"{rest} 分" if rest else "") if part)


class CasePage(RecordPage):
    """One case."""

    def facts(self) -> list[Row]:
        """The client, the course of the case, the time given to it."""
        case, sessions = self.context, sessions_of(self.context)
        found = held_row(case, ICaseFile, "client")
        found += rows(case, ICaseFile, ("professional", "stage", "opened", "closed"))
        if sessions:
            minutes = sum(session.minutes or 0 for session in sessions)
            found.append(Row("会谈", f"{len(sessions)} 次，共 {total_time(minutes)}"))
        return found

    def texts(self) -> list[tuple[str, list[str]]]:
        """Problem and needs."""
        return texts(self.context, ICaseFile, ("problem",))

    def tables(self) -> list[Table]:
        """The sessions, newest first."""
        add_url = f"{self.url}/++add++CaseSession" if self.may_add else ""
        return [
            Table(
                "会谈记录",
                ["主题", "日期", "方式", "时长"],
                self._sessions(),
                add_url,
                "加一次会谈",
                "还没有会谈记录。",
            )
        ]

    def _sessions(self) -> list[list]:
        mode = ICaseSession["mode"]
        numbered = list(enumerate(sessions_of(self.context), 1))
        return [
            [
                (f"第 {number} 次　{one.title}", one.absolute_url()),
                one.date.isoformat(),
                shown(mode, one.mode, one),
                f"{one.minutes} 分钟",
            ]
            for number, one in reversed(numbered)
        ]


class CaseSessionPage(PartPage):
    """One session of a case."""

    def facts(self) -> list[Row]:
        """Day, way, length."""
        return rows(self.context, ICaseSession, ("date", "mode", "minutes"))

    def texts(self) -> list[tuple[str, list[str]]]:
        """The process."""
        return texts(self.context, ICaseSession, ("process",))
