"""`<contract>/@@deadlines`: what is owed until when, as a list or on a wall calendar."""

from datetime import date
from functools import cached_property
from plone import api
from urllib.parse import urlencode
from yidang import clock
from yidang.deadlines.engine.deadline import Deadline
from yidang.deadlines.engine.deadline import STATES
from yidang.deadlines.engine.month import Square
from yidang.deadlines.engine.month import weeks_of
from yidang.deadlines.mine import concerns
from yidang.deadlines.mine import may_see
from yidang.deadlines.mine import Person
from yidang.deadlines.mine import person_in
from yidang.deadlines.reading import ContractDeadlines
from yidang.deadlines.views.rows import CHIPS
from yidang.deadlines.views.rows import Row
from yidang.deadlines.views.rows import row_of
from yidang.deadlines.wording import Bundle
from yidang.deadlines.wording import bundles
from yidang.deadlines.wording import member
from yidang.deadlines.wording import subject
from yidang.deadlines.wording import WEEKDAYS
from yidang.indicators.engine.calendar import add_months
from yidang.pages.batch import Pager
from yidang.pages.batch import SIZE
from yidang.pages.page import Page
from zExceptions import BadRequest


OPEN, ALL, MINE = "open", "all", "me"
SHOWN_A_DAY = 4


class DeadlinesPage(Page):
    """Both views of one reading; overseers see all, the others what concerns them."""

    page_title = "期限"
    weekdays = WEEKDAYS

    @property
    def today(self) -> date:
        """Today in Beijing."""
        return clock.today()

    @cached_property
    def reading(self) -> ContractDeadlines:
        """The contract's deadlines."""
        return ContractDeadlines(self.context, self.today)

    @cached_property
    def person(self) -> Person:
        """Who looks."""
        return person_in(self.context, api.user.get_current().getUser())

    @cached_property
    def visible(self) -> list[Deadline]:
        """What the person may see."""
        return [one for one in self.reading.all if may_see(one, self.person)]

    # Filters

    @cached_property
    def state(self) -> str:
        """The state to which the list is narrowed: what is open, unless asked otherwise."""
        state = self.query_text("state") or OPEN
        if state not in (OPEN, ALL, *STATES):
            raise BadRequest("没有这种期限状态。")
        return state

    @cached_property
    def who(self) -> str:
        """Whose deadlines: `me`, a member of the list, "" for all that the person may see."""
        who = self.query_text("who")
        if who and who != MINE and who not in self.members:
            raise BadRequest("名单里没有这个人或站点。")
        return who

    @cached_property
    def members(self) -> dict[str, str]:
        """Everyone and every place that owes something, with their names, in order of name."""
        found = {one.member: member(one, self.names) for one in self.visible if one.member}
        return dict(sorted(found.items(), key=lambda pair: pair[1]))

    @cached_property
    def month(self) -> date | None:
        """The first day of the month to which the list is narrowed, or that the wall calendar shows."""
        text = self.query_text("month")
        if not text:
            return self.today.replace(day=1) if self.is_wall else None
        try:
            return date.fromisoformat(f"{text}-01")
        except ValueError:
            raise BadRequest("月份请写成 2026-05 这样。") from None

    @cached_property
    def is_wall(self) -> bool:
        """Whether the wall calendar is shown."""
        view = self.query_text("view")
        if view not in ("", "month"):
            raise BadRequest("没有这种视图。")
        return view == "month"

    @property
    def months(self) -> list[dict]:
        """The months in which something is due, and the one that is shown."""
        found = {one.due.replace(day=1) for one in self.visible} | ({self.month} if self.month else set())
        return [
            {
                "value": f"{one:%Y-%m}",
                "title": f"{one.year}年{one.month}月",
                "selected": "selected" if one == self.month else None,
            }
            for one in sorted(found)
        ]

    def link(self, **query) -> str:
        """The page with the same filters, some of them changed."""
        month = self.query_text("month")
        kept = {"view": "month" if self.is_wall else "", "state": self.state, "who": self.who, "month": month}
        kept |= query
        if kept["state"] == OPEN:
            kept["state"] = ""
        said = urlencode({name: value for name, value in kept.items() if value})
        return f"{self.url}/@@deadlines" + (f"?{said}" if said else "")

    @cached_property
    def chosen(self) -> list[Deadline]:
        """Those of the person, place and month asked for, in every state."""
        return [one for one in self.visible if self._is_of(one) and self._is_in(one)]

    def _is_of(self, one: Deadline) -> bool:
        if self.who == MINE:
            return concerns(one, self.person)
        return not self.who or one.member == self.who

    def _is_in(self, one: Deadline) -> bool:
        return self.is_wall or self.month is None or one.due.replace(day=1) == self.month

    def _has_state(self, one: Deadline) -> bool:
        return one.is_open if self.state == OPEN else self.state in (ALL, one.state)

    # The list

    @property
    def glance(self) -> list[dict]:
        """The states with their counts, as a filter."""
        counts = {state: sum(1 for one in self.chosen if one.state == state) for state in STATES}
        whole = sum(1 for one in self.chosen if one.is_open)
        choices = [(OPEN, "未完成", whole), *((state, STATES[state], counts[state]) for state in STATES)]
        choices.append((ALL, "全部", len(self.chosen)))
        return [
            {"title": title, "count": count, "url": self.link(state=state), "current": _current(state == self.state)}
            for state, title, count in choices
            if count or state in (OPEN, ALL, self.state)
        ]

    @cached_property
    def found(self) -> list[Deadline]:
        """What the list shows, on all its pages."""
        return [one for one in self.chosen if self._has_state(one)]

    @cached_property
    def pager(self) -> Pager:
        """The pages of the list."""
        query = {"state": self.state, "who": self.who, "month": self.query_text("month")}
        return Pager(len(self.found), self.query_number(), f"{self.url}/@@deadlines", query, unit="项")

    @property
    def rows(self) -> list[Row]:
        """One page of the list."""
        start = self.query_number()
        return [
            row_of(one, self.url, self.today, self.reading.workdays, self.names)
            for one in self.found[start : start + SIZE]
        ]

    # The wall calendar

    @cached_property
    def weeks(self) -> list[list[Square]]:
        """The month, in whole weeks."""
        return weeks_of(self.month, self.reading.workdays, self.chosen)

    def entries(self, square: Square) -> list[dict]:
        """What stands on one day: the same obligation of several members once."""
        return [self._entry(one) for one in bundles(square.deadlines)[:SHOWN_A_DAY]]

    def more(self, square: Square) -> int:
        """How many obligations of a day are left out."""
        return max(0, len(bundles(square.deadlines)) - SHOWN_A_DAY)

    def _entry(self, bundle: Bundle) -> dict:
        first = bundle.first
        title = f"{first.title} {bundle.amount()}" if len(bundle.parts) > 1 else first.title
        return {
            "title": title,
            "words": f"{subject(first)}：{STATES[first.state]} {bundle.amount()}",
            "url": f"{self.url}/{first.path}" if first.path else self.url,
            "chip": CHIPS.get(first.state, "none"),
            "state": STATES[first.state],
        }

    def beside(self, months: int) -> str:
        """`2026-10`: the month before or after the one shown."""
        return f"{add_months(self.month, months):%Y-%m}"

    @property
    def uncovered(self) -> str:
        """The years of which no holidays are known, where they matter: `2027`."""
        years = self.reading.uncovered
        if self.is_wall and self.month is not None:
            years = [] if self.reading.workdays.covers(self.month.year) else [self.month.year]
        return "、".join(str(year) for year in years)


def _current(yes: bool) -> str | None:
    return "true" if yes else None
