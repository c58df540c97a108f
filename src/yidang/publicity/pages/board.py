"""`<contract>/@@publicity-board`: articles against their lines, by month, level and channel; what waits for review."""

from functools import cached_property
from yidang.archive.finding import find
from yidang.archive.finding import Found
from yidang.indicators.engine import as_of
from yidang.indicators.engine.calendar import bucket_title
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.facts import VERIFIED
from yidang.indicators.engine.monthly import is_monthly
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.pages.before import contract_before
from yidang.indicators.pages.before import line_before
from yidang.indicators.pages.board import Row
from yidang.indicators.pages.board_page import BoardPage
from yidang.indicators.pages.courses import beside_before
from yidang.indicators.pages.courses import short_labels
from yidang.indicators.pages.months import MonthsOfLine
from yidang.pages.ages import age_of
from yidang.pages.chart import Chart
from yidang.pages.chart import Series
from yidang.pages.chart import VERIFIED as DARK
from yidang.publicity.pages import counting
from yidang.publicity.schedule.waiting import Waiting
from yidang.publicity.schedule.waiting import waiting_in


ARTICLE = "article"
KINDS = frozenset({ARTICLE, counting.KIND})
STATES = {"draft": "草稿", "review1": "一审", "review2": "二审", "review3": "三审"}
WAITING = 8
OUTLETS = 12


class PublicityBoard(BoardPage):
    """The publicity of a contract on one page."""

    page_title = "宣传看板"
    view_name = "publicity-board"
    has_charts = True

    @cached_property
    def lines(self) -> list[Rule]:
        """The lines that count articles, or where they appeared."""
        return [rule for rule in self.board.rules if KINDS & set(rule.all_kinds())]

    @property
    def rows(self) -> list[Row]:
        """Those lines as on the board."""
        return [self.rows_maker.row(rule, self.tallies[rule.code]) for rule in self.lines]

    @cached_property
    def facts(self) -> list[Fact]:
        """The articles that have appeared within the term, until the day shown."""
        return self._facts(ARTICLE)

    @cached_property
    def placements(self) -> list[Fact]:
        """Where and when they have."""
        return self._facts(counting.KIND)

    def _facts(self, kind: str) -> list[Fact]:
        if self.board.ruleset is None:
            return []
        calendar, today = self.board.ruleset.calendar, self.board.today
        found = self.board.ledger.facts(self.board.uid, [kind])
        if self.day:
            found = as_of(found, self.day)
        return [one for one in found if one.standing == VERIFIED and one.date in calendar and one.date <= today]

    @cached_property
    def by_month(self) -> Chart | None:
        """Published articles month by month, those about the station's own work beside them."""
        if self.board.ruleset is None:
            return None
        buckets = self.board.ruleset.calendar.buckets("month")
        begun = [one for one in buckets if one.start <= self.board.today]
        all_, own = (self._monthly(facts, begun, len(buckets)) for facts in (self.facts, self._own()))
        return Chart(
            "每月发布的信息",
            short_labels(one.label for one in buckets),
            (Series("全部", all_), Series("本站活动新闻稿", own, DARK)),
            "篇",
            titles=tuple(bucket_title(one.label) for one in buckets),
        )

    def _own(self) -> list[Fact]:
        return [one for one in self.facts if one.attributes.get("station_activity")]

    @staticmethod
    def _monthly(facts, begun, number: int) -> tuple[int | None, ...]:
        counts = [sum(one.start <= fact.date <= one.end for fact in facts) for one in begun]
        return (*counts, *[None] * (number - len(counts)))

    @cached_property
    def compared(self) -> Chart | None:
        """The months of the first line beside those of the contract before."""
        rule = next((one for one in self.lines if one.grows() and self.tallies[one.code].months), None)
        other = contract_before(self.contract) if rule is not None else None
        before = line_before(rule, other) if other is not None else None
        if before is None:
            return None
        title = f"{rule.title}：与上一合同逐月比较（{other.title}）"
        return beside_before(title, self.tallies[rule.code], before, self.board.today)

    @cached_property
    def _places(self) -> dict[str, Tally]:
        return counting.counted(self.placements, self.board.ruleset.calendar, self.board.today)

    @property
    def ladder(self) -> list[counting.Step]:
        """Outlets by level."""
        return counting.ladder(self._places) if self.placements else []

    @property
    def slots(self) -> list[str]:
        """Which article fills which slot, line by line, for those that have such."""
        part = self.contract.restrictedTraverse("@@line-slots")
        found = [part(self.board, rule, self.day, rule.title) for rule in self.lines]
        return [one for one in found if one]

    @cached_property
    def monthly(self) -> list[MonthsOfLine]:
        """What each month owes, line by line, for those that owe by month."""
        return [
            MonthsOfLine(self.board, rule, self.tallies[rule.code], self.names, self.line_url)
            for rule in self.lines
            if is_monthly(rule)
        ]

    @property
    def channels(self) -> list[counting.Channel]:
        """Channels, also those not used yet."""
        month = self.board.ruleset.calendar.label("month", self.board.today) if self.placements else ""
        return counting.channels(self._places, self.placements, month) if self.placements else []

    @property
    def outlets(self) -> list[tuple[str, int]]:
        """The outlets that took most."""
        return counting.outlets(self.placements)[:OUTLETS]

    # What waits

    @cached_property
    def _open(self) -> Found:
        path = "/".join(self.contract.getPhysicalPath())
        return find(portal_type="Article", review_state=list(STATES), path=path)

    @property
    def stages(self) -> list[dict]:
        """How many articles the person may see in each step before publication."""
        counts = self._open.count_by("review_state")
        steps = list(STATES)[: self.contract.review_steps + 1]
        return [{"state": one, "title": STATES[one], "count": counts.get(one, 0)} for one in steps]

    @property
    def waiting(self) -> list[dict]:
        """The articles that have waited longest for a review."""
        found = [
            brain for brain in self._open.sorted("state_since", size=len(self._open)) if brain.review_state != "draft"
        ]
        return [
            {
                "title": brain.Title,
                "url": brain.getURL(),
                "state": brain.review_state,
                "state_title": STATES[brain.review_state],
                "station": self.names.station(brain.station_id),
                "age": age_of(brain.state_since),
            }
            for brain in found[:WAITING]
        ]

    @property
    def scheduled(self) -> list[Waiting]:
        """The articles that wait for their moment."""
        return waiting_in("/".join(self.contract.getPhysicalPath()))
