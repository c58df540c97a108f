"""`/@@deadline-settings`: the table of holidays, and when reminders go out. For administrators."""

from functools import cached_property
from yidang import clock
from yidang.deadlines.actions import add_day
from yidang.deadlines.actions import import_year
from yidang.deadlines.actions import reminder_steps
from yidang.deadlines.actions import remove_day
from yidang.deadlines.actions import set_reminders
from yidang.deadlines.actions import years_shown
from yidang.deadlines.engine.workdays import OFF
from yidang.deadlines.engine.workdays import ON
from yidang.deadlines.engine.workdays import Special
from yidang.deadlines.engine.workdays import Workdays
from yidang.deadlines.library import known_years
from yidang.deadlines.settings import setting
from yidang.deadlines.settings import workdays
from yidang.deadlines.wording import day_words
from yidang.errors import FieldError
from yidang.errors import Refused
from yidang.pages.posting import PostPage


class SettingsPage(PostPage):
    """Three small forms, told apart by `do`."""

    page_title = "期限设置"
    kinds = (OFF, ON)

    @cached_property
    def table(self) -> Workdays:
        """The table as it stands."""
        return workdays()

    @cached_property
    def year(self) -> int:
        """The year shown."""
        return self.query_number("year", most=9999) or clock.today().year

    @property
    def years(self) -> list[dict]:
        """The years with their number of days, as tabs."""
        counts = {year: sum(1 for day in self.table.specials if day.year == year) for year in self.table.years}
        return [
            {"year": year, "count": counts.get(year, 0), "current": "true" if year == self.year else None}
            for year in years_shown([self.year])
        ]

    @property
    def days(self) -> list[dict]:
        """The special days of the year shown."""
        found = sorted(one for one in self.table.specials.values() if one.day.year == self.year)
        return [self._shown(one) for one in found]

    def _shown(self, one: Special) -> dict:
        return {"day": one.day.isoformat(), "words": day_words(one.day), "name": one.name, "word": one.word}

    @property
    def importable(self) -> bool:
        """Whether the library has the year shown."""
        return self.year in known_years()

    @property
    def covered(self) -> bool:
        """Whether the table has the year shown."""
        return self.table.covers(self.year)

    @property
    def remind_days(self) -> str:
        """`7, 3, 1, 0`."""
        return ", ".join(str(day) for day in reversed(reminder_steps()[0]))

    @property
    def address(self) -> str:
        """With which address links in mails begin; as a first proposal the one at which the page is read."""
        return setting("address") or self.portal_url

    @property
    def overdue_weeks(self) -> int:
        """For how many weeks reminders go on after the day."""
        return reminder_steps()[1]

    def act(self) -> str:
        """Whichever of the forms was sent."""
        do = self.query_text("do")
        if do == "import":
            return f"{self.year} 年的放假安排已导入，共 {import_year(self.year)} 天。"
        if do == "add":
            added = add_day(self.typed("date"), self.typed("kind"), self.typed("name"))
            return f"已加入 {added.day}：{added.word}，{added.name}。"
        if do == "remove":
            remove_day(self.typed("date"))
            return f"已删去 {self.typed('date')}。"
        if do == "remind":
            set_reminders(self.typed("days"), self.typed("weeks"), self.typed("address"))
            return "提醒设置已保存。"
        raise Refused("没有这个操作。", [FieldError("do", "请使用页面上的按钮。")])

    def after_post(self) -> str:
        """The page again, at the same year."""
        return f"{self.portal_url}/@@deadline-settings?year={self.year}"
