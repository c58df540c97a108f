"""`@@desk`: where people land after signing in. What it shows follows from their roles in their contracts."""

from functools import cached_property
from plone import api
from yidang import clock
from yidang.archive.finding import find
from yidang.contracts.views.term import term_of
from yidang.deadlines.mine import concerns
from yidang.deadlines.mine import person_in
from yidang.deadlines.reading import ContractDeadlines
from yidang.deadlines.settings import workdays
from yidang.pages.page import Page
from yidang.people.roster import memberships
from yidang.people.team import ROLES
from yidang.publicity.schedule.waiting import waiting_in
from yidang.site import navigation
from yidang.site.desk_complaints import complaints
from yidang.site.desk_lines import Lines
from yidang.site.desk_reviews import has_queue
from yidang.site.desk_reviews import late_reviews
from yidang.site.desk_reviews import my_news
from yidang.site.desk_reviews import queue_link
from yidang.site.desk_reviews import to_review
from yidang.site.desk_work import Lists
from yidang.site.desk_work import Panel


WEEKDAYS = "一二三四五六日"
WRITES = frozenset({"Publicist", "Worker", "ProjectLead", "Supervisor"})
NEWSROOM = frozenset({"Publicist", "ProjectLead", "Reviewer1", "Reviewer2", "Reviewer3"})
OPEN_CONTRACTS = ("draft", "active", "closing")


class ContractDesk:
    """One contract of the person: its lines, and what waits there."""

    def __init__(self, contract, state: str, roles: set[str], lists: Lists) -> None:
        self.contract, self.state, self.roles, self.lists = contract, state, roles, lists
        self.title, self.url = contract.Title(), contract.absolute_url()
        self.term = term_of(contract.start, contract.end, clock.today())
        self.lines = Lines(contract, lists.names)
        self.path = "/".join(contract.getPhysicalPath())

    @property
    def role_titles(self) -> str:
        """My roles here."""
        return "、".join(ROLES[role] for role in ROLES if role in self.roles)

    @cached_property
    def has_lines(self) -> bool:
        """Whether there are numbers to show."""
        return bool(self.lines.board.rules)

    @cached_property
    def articles(self) -> list:
        """For publicity staff: 第 288 / 300 篇."""
        return self.lines.counting("article") if "Publicist" in self.roles and self.has_lines else []

    @cached_property
    def figures(self) -> list:
        """The figures of my roles, beside the articles."""
        roles = self.roles - {"Publicist"} if self.articles else self.roles
        return self.lines.first(roles) if roles and self.has_lines and self.roles & WRITES - {"Publicist"} else []

    @cached_property
    def panels(self) -> list[Panel]:
        """What waits for me here."""
        makers = (
            self._to_submit,
            self._behind,
            self._due,
            self._to_review,
            self._late_reviews,
            self._scheduled,
            self._to_verify,
            self._complaints,
            self._to_read,
        )
        found = [panel for make in makers if (panel := make()) is not None]
        for panel in found:
            panel.contract = self.title
        return found

    def _find(self, **query):
        return find(path=self.path, **query)

    def _to_submit(self) -> Panel | None:
        if "ProjectLead" not in self.roles:
            return None
        found = self._find(review_state=["draft", "returned"])
        return self.lists.waiting(
            "团队待提交", found, "团队没有未提交的材料。", f"{self.url}/archive/records?state=draft"
        )

    def _behind(self) -> Panel | None:
        if not self.roles & {"ProjectLead", "Purchaser", "Evaluator"} or not self.has_lines:
            return None
        return self.lists.lines("落后的指标", self.lines, f"{self.url}/@@scoreboard?state=behind")

    def _due(self) -> Panel | None:
        person = person_in(self.contract, api.user.get_current().getUser())
        if not person.does or not self.has_lines:
            return None
        reading = ContractDeadlines(self.contract, clock.today())
        mine = [one for one in reading.all if one.is_open and concerns(one, person)]
        return self.lists.deadlines(mine, reading, f"{self.url}/@@deadlines?who=me")

    def _to_review(self) -> Panel | None:
        return to_review(self.contract, self.roles, self.lists, self.lists.portal_url)

    def _late_reviews(self) -> Panel | None:
        return late_reviews(self.contract, self.roles, self.lists)

    def _scheduled(self) -> Panel | None:
        if not self.roles & NEWSROOM:
            return None
        return self.lists.scheduled(waiting_in(self.path), f"{self.url}/@@publicity-board")

    def _to_verify(self) -> Panel | None:
        if "Purchaser" not in self.roles:
            return None
        found = self._find(review_state="submitted")
        panel = self.lists.waiting("待核定", found, "没有等待核定的材料。", f"{self.url}/@@verification")
        panel.note = self.lists.by_kind(found)
        return panel

    def _complaints(self) -> Panel | None:
        return complaints(self.path, self.url, self.lists) if "Purchaser" in self.roles else None

    def _to_read(self) -> Panel | None:
        if not self.roles & {"Supervisor", "Evaluator"}:
            return None
        found = self._find(
            review_state=["submitted", "verified"], portal_type=["CaseFile", "GroupWork", "ServiceRecord"]
        )
        return self.lists.latest("最近提交的记录", found, f"{self.url}/archive/records")


class Desk(Page):
    """The desk of the person who is signed in."""

    page_title = "工作台"

    @cached_property
    def user(self):
        """Who is signed in."""
        return api.user.get_current()

    @cached_property
    def lists(self) -> Lists:
        """Makes lists."""
        return Lists(self.context, self.user.getId(), self.names)

    @property
    def greeting(self) -> str:
        """By the hour."""
        hour = clock.now().hour
        word = (
            "夜深了"
            if hour < 5
            else "早上好"
            if hour < 9
            else "上午好"
            if hour < 12
            else "下午好"
            if hour < 18
            else "晚上好"
        )
        return f"{word}，{self.names.person(self.user.getId())}"

    @property
    def today(self) -> str:
        """`11 月 24 日 星期一`, and the term when there is one contract."""
        today = clock.today()
        words = f"{today.month} 月 {today.day} 日 星期{WEEKDAYS[today.weekday()]}"
        return f"{words}　合同{self.contracts[0].term.words}" if len(self.contracts) == 1 else words

    @cached_property
    def roles(self) -> dict[str, set[str]]:
        """My roles by contract."""
        return memberships(self.user.getUser())

    @cached_property
    def contracts(self) -> list[ContractDesk]:
        """My contracts that are still open, newest first; not those that I may not see yet."""
        if not self.roles:
            return []
        catalog = api.portal.get_tool("portal_catalog")
        brains = catalog(UID=list(self.roles), portal_type="Contract", sort_on="created", sort_order="descending")
        return [
            ContractDesk(brain.getObject(), brain.review_state, self.roles[brain.UID], self.lists)
            for brain in brains
            if brain.review_state in OPEN_CONTRACTS
        ]

    @property
    def tiles(self) -> list[navigation.Link]:
        """What I may add, and the queue of who reviews."""
        found = list(navigation.additions(self.portal_url, self.user.getUser()))
        return found + [queue_link(self.portal_url)] * has_queue(self.user.getUser(), self.roles.values())

    @cached_property
    def writes(self) -> bool:
        """Whether I file things myself."""
        return any(roles & WRITES for roles in self.roles.values())

    @property
    def panels(self) -> list[Panel]:
        """My own work across contracts and what waits in each; what waits comes first, what is empty last."""
        waiting = [panel for one in self.contracts for panel in one.panels]
        own = [self.lists.returned(), self.lists.drafts(), self.lists.recent()] if self.writes else []
        own += [my_news(self.lists)] if any("Publicist" in roles for roles in self.roles.values()) else []
        found = [*own, *waiting] if not waiting else [*(one for one in own if one.count or one.keeps_more), *waiting]
        return sorted(found, key=lambda panel: (not (panel.hot and panel.count), not panel.count))

    @cached_property
    def is_admin(self) -> bool:
        """Whether I look after the portal."""
        return self.may("Yidang: Add Contract")

    @property
    def admin_counts(self) -> dict[str, int]:
        """What the portal holds."""
        users = api.portal.get_tool("acl_users").source_users
        return {
            "contracts": len(find(portal_type="Contract")),
            "stations": len(find(portal_type="Station")),
            "users": len(users.listUserIds()),
            "holidays": len(workdays().years),
        }
