"""Lists on the desk: what is mine, what waits for me. Every number is the size of a set of catalog ids."""

from dataclasses import dataclass
from dataclasses import field
from typing import NamedTuple
from yidang.archive.finding import find
from yidang.archive.finding import Found
from yidang.archive.kinds import Kinds
from yidang.archive.papers import missing_papers
from yidang.archive.papers import TITLES
from yidang.archive.record import history_of
from yidang.archive.rehearsal import refusal_of
from yidang.deadlines.engine.deadline import Deadline
from yidang.deadlines.engine.deadline import OVERDUE
from yidang.deadlines.engine.deadline import SOON
from yidang.deadlines.reading import ContractDeadlines
from yidang.deadlines.wording import Bundle
from yidang.deadlines.wording import bundles
from yidang.deadlines.wording import day_words
from yidang.deadlines.wording import left
from yidang.deadlines.wording import subject
from yidang.pages.ages import Age
from yidang.pages.ages import age_of
from yidang.pages.names import Names
from yidang.publicity.schedule.waiting import Waiting
from yidang.site.desk_lines import Lines


SHOWN = 5
NEAR = 31


class DueDay(NamedTuple):
    """In the place of an age: the day until which something is owed."""

    words: str
    late: str | None


@dataclass
class Task:
    """One line of a list; `key` names a message that one may mark as read."""

    title: str
    url: str
    icon: str
    meta: list[str]
    age: Age | DueDay | None = None
    quote: str = ""
    key: str = ""


@dataclass
class Panel:
    """A list with its number; `empty` says what to do when there is nothing, `contract` where it belongs, `until` up to
    which moment its messages are marked as read together, `keeps_more` whether an empty one leads to the rest."""

    title: str
    count: int
    tasks: list[Task] = field(default_factory=list)
    hot: bool = False
    more: str = ""
    more_title: str = ""
    empty: str = ""
    note: str = ""
    contract: str = ""
    until: str = ""
    keeps_more: bool = False


class Lists:
    """Makes panels; one for a page, so that names and titles are looked up once."""

    def __init__(self, portal, user: str, names: Names) -> None:
        self.user, self.names, self.kinds = user, names, Kinds(portal)
        self.portal_url = portal.absolute_url()

    def mine(self, **query) -> Found:
        """What is in my charge."""
        return find(record_workers=self.user, **query)

    def returned(self) -> Panel:
        """Mine and sent back, with the reason."""
        found = self.mine(review_state="returned")
        tasks = [self._returned(brain) for brain in found.sorted("state_since", 0, SHOWN, descending=True)]
        return Panel("被退回", len(found), tasks, hot=True, empty="没有被退回的材料。")

    def drafts(self) -> Panel:
        """Mine and not yet submitted, with what is still missing."""
        found = self.mine(review_state="draft")
        tasks = [self._draft(brain) for brain in found.sorted("state_since", 0, SHOWN, descending=True)]
        return Panel("我的草稿", len(found), tasks, empty="没有未提交的草稿。")

    def recent(self) -> Panel:
        """Mine, latest first."""
        found = self.mine()
        tasks = [self.task(brain) for brain in found.sorted("state_since", 0, SHOWN, descending=True)]
        return Panel("最近归档", len(found), tasks, empty="还没有归档的材料。用上方的按钮记下第一件。")

    def waiting(self, title: str, found: Found, empty: str, more: str = "") -> Panel:
        """What waits, the longest waiting first."""
        tasks = [self.task(brain) for brain in found.sorted("state_since", 0, SHOWN)]
        return Panel(title, len(found), tasks, hot=True, more=more, more_title="全部", empty=empty)

    def scheduled(self, found: list[Waiting], more: str) -> Panel | None:
        """Articles that wait for their moment; red where one did not appear at it. Nothing when there are none."""
        held = sum(bool(one.held) for one in found)
        tasks = [Task(one.title, one.url, "clock", [one.words], quote=one.held) for one in found[:SHOWN]]
        title = "没有按时发布" if held else "等待发布"
        return Panel(title, held or len(found), tasks, bool(held), more, "全部") if found else None

    def latest(self, title: str, found: Found, more: str) -> Panel:
        """What was filed last."""
        tasks = [self.task(brain) for brain in found.sorted("state_since", 0, SHOWN, descending=True)]
        return Panel(title, len(found), tasks, more=more, more_title="全部", empty="还没有提交的记录。")

    def lines(self, title: str, lines: Lines, more: str) -> Panel:
        """Contract lines that lie behind."""
        rows = lines.behind()
        tasks = [
            Task(
                row.title, lines.link(row.code), "warning", [f"{row.value} / {row.target} {row.unit}", row.say.missing]
            )
            for row in rows[:SHOWN]
        ]
        return Panel(title, len(rows), tasks, more=more, more_title="全部", empty="没有落后的指标。")

    def deadlines(self, mine: list[Deadline], reading: ContractDeadlines, more: str) -> Panel:
        """What I still owe, what is nearest to today first; what several members owe is said once."""
        near = (one for one in mine if (one.due - reading.today).days <= NEAR)
        found = sorted(bundles(near), key=lambda one: abs((one.first.due - reading.today).days))
        hot = [one for one in found if one.first.state in (OVERDUE, SOON)]
        tasks = [self._owed(one, reading) for one in found[:SHOWN]]
        empty = "近期没有要到期的事项。"
        return Panel("期限", len(hot), tasks, bool(hot), more, "全部", empty)

    def _owed(self, bundle: Bundle, reading: ContractDeadlines) -> Task:
        first = bundle.first
        words = [bundle.amount(), bundle.members(self.names), left(first, reading.today, reading.workdays)]
        age = DueDay(day_words(first.due, reading.today), "1" if first.state == OVERDUE else None)
        return Task(subject(first), f"{reading.contract.absolute_url()}/{first.path}", "clock", words, age)

    def by_kind(self, found: Found) -> str:
        """`探访 4、咨询 3`: counts by kind."""
        said = []
        for portal_type, count in found.count_by("portal_type").items():
            kinds = self.kinds.of(portal_type)
            split = found.with_value("portal_type", portal_type).count_by("record_kind") if kinds else {"": count}
            said += [(number, self.kinds.title(portal_type, kind)) for kind, number in split.items()]
        return "、".join(f"{title} {number}" for number, title in sorted(said, reverse=True))

    def task(self, brain) -> Task:
        """A record as a line."""
        words = [
            self.kinds.title(brain.portal_type, brain.record_kind),
            self.names.station(brain.station_id or ""),
            self.names.people(one for one in brain.record_workers or () if one != self.user),
        ]
        icon = self.kinds.icon(brain.portal_type, brain.record_kind)
        return Task(brain.Title, brain.getURL(), icon, [word for word in words if word], age_of(brain.state_since))

    def _returned(self, brain) -> Task:
        task = self.task(brain)
        step = history_of(brain.getObject())[-1]
        task.meta.append(f"退回人：{self.names.person(step['actor'])}")
        task.quote = step.get("comments") or ""
        return task

    def _draft(self, brain) -> Task:
        task, record = self.task(brain), brain.getObject()
        steps = history_of(record)
        if steps and steps[-1]["action"] == "return":
            task.quote = steps[-1].get("comments") or ""
        task.meta += missing_of(record)
        return task


def missing_of(record) -> list[str]:
    """What bars the submission of a record, and which papers it lacks."""
    refused = refusal_of(record, "submit")
    said = []
    if refused is not None:
        said.append("".join(error.message for error in refused.errors) or refused.message)
    papers = "、".join(TITLES[one] for one in missing_papers(record))
    return [*said, f"还缺：{papers}"] if papers else said
