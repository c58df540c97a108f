"""`<contract>/@@staff-rules`: every staff rule as of any day, who fulfils it and who does not, what falls due next."""

from datetime import date
from functools import cached_property
from yidang import clock
from yidang.contracts.load import kept_data
from yidang.indicators.engine import describe
from yidang.indicators.engine.calendar import add_months
from yidang.indicators.engine.cells import Reason
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.evidence import Piece
from yidang.indicators.evidence import pieces
from yidang.indicators.pages.board_page import BoardPage
from yidang.indicators.pages.figures import is_percent
from yidang.indicators.pages.figures import shown
from yidang.indicators.pages.figures import state_of
from yidang.indicators.pages.figures import state_title
from yidang.indicators.pages.figures import target_text
from yidang.indicators.scoreboard import Scoreboard
from yidang.stations.facts import MARGIN
from yidang.stations.views.staffing import Staffing
from yidang.stations.vocabularies import staff_roles
from yidang.vocabulary import title_of
from zExceptions import BadRequest


class StaffRulesPage(BoardPage):
    """The sums are for whoever sees the board; the names for those who may see the cards (`stations/access.py`)."""

    page_title = "人员要求"
    view_name = "staff-rules"

    @cached_property
    def day(self) -> date:
        """The day asked for, today when none is; days without facts are refused."""
        first, last = self.days
        day = self.query_day() or min(max(clock.today(), first), last)
        if not first <= day <= last:
            raise BadRequest(f"只能查看 {first} 至 {last} 之间的一天：合同期前后各一年。")
        return day

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day that may be asked for."""
        return add_months(self.context.start, -MARGIN), add_months(self.context.end, MARGIN)

    @property
    def is_today(self) -> bool:
        """Whether the page shows today."""
        return self.day == clock.today()

    @property
    def board(self) -> Scoreboard:
        """The contract's numbers on the day."""
        return self.staffing.board

    @property
    def day_query(self) -> str:
        """Other pages show no days to come."""
        return ""

    @cached_property
    def staffing(self) -> Staffing:
        """The staff on the day."""
        return Staffing(self.context, self.day)

    @cached_property
    def people(self) -> dict[str, Piece]:
        """Cards by UID, with what the reader may see of them."""
        return {piece.uid: piece for piece in pieces(self.staffing.present)}

    @property
    def may_see_people(self) -> bool:
        """Whether any name may be shown."""
        return any(piece.url for piece in self.people.values())

    @property
    def summary(self) -> str:
        """How many are on the staff, by role."""
        roles = [title_of(staff_roles, fact.attributes.get("role", "")) for fact in self.staffing.present]
        counted = "，".join(f"{role} {roles.count(role)}" for role in dict.fromkeys(roles))
        return f"在岗 {len(roles)} 人" + (f"：{counted}" if counted else "")

    @cached_property
    def lines(self) -> list[dict]:
        """Every rule, those that are not met first."""
        found = [self._line(rule) for rule in self.staffing.rules]
        return sorted(found, key=lambda line: line["met"] is not False)

    def _line(self, rule: Rule) -> dict:
        tally, found = self.staffing.tally(rule), self.staffing.evidence(rule)
        state, percent = state_of(tally), is_percent(tally)
        return {
            "code": rule.code,
            "title": rule.title,
            "sentence": describe(rule, day=self.day),
            "note": rule.note,
            "met": tally.met,
            "state": state,
            "state_title": state_title(rule, state),
            "value": shown(tally.value, percent) + ("%" if percent and tally.value is not None else ""),
            "target": self._target(tally, percent),
            "unit": "" if percent else tally.unit,
            "fraction": f"{tally.numerator:g} / {tally.denominator:g} 人" if tally.denominator else "",
            "members": self._members(tally, percent),
            "counted": [self._person(fact) for fact in found.counted],
            "excluded": [self._person(fact, reasons) for fact, reasons in found.excluded],
        }

    def _target(self, tally: Tally, percent: bool) -> str:
        words = target_text(tally)
        return words + ("%" if words and percent else "")

    def _members(self, tally: Tally, percent: bool) -> list[dict]:
        return [
            {
                "name": self.names.of(one.member),
                "value": shown(one.value, percent),
                "target": shown(one.target, percent) if one.target is not None else "",
                "met": {True: "符合", False: "不符合", None: "暂无"}[one.met],
                "bad": one.met is False,
            }
            for one in sorted(tally.members, key=lambda one: (one.met is not False, one.member))
        ]

    def _person(self, fact: Fact, reasons: tuple[Reason, ...] = ()) -> dict:
        piece = self.people.get(fact.uid)
        return {
            "name": piece.title if piece else "",
            "url": piece.url if piece else "",
            "role": title_of(staff_roles, fact.attributes.get("role", "")),
            "station": self.names.station(fact.station),
            "reasons": [reason.message for reason in reasons],
        }

    @property
    def deadlines(self) -> list[dict]:
        """What falls due for whom."""
        return [
            {**self._person(one.fact), "day": one.day, "words": one.words, "left": _left(one.day, self.day)}
            for one in self.staffing.deadlines
        ]

    @property
    def turns(self) -> list[dict]:
        """Which rules will not be met any more, and from which day."""
        return [
            {
                "day": turn.day,
                "code": turn.rule.code,
                "title": turn.rule.title,
                "value": shown(turn.tally.value, is_percent(turn.tally)) + ("%" if is_percent(turn.tally) else ""),
            }
            for turn in self.staffing.turns
        ]

    @property
    def without_account(self) -> list[dict]:
        """Whose card names no account."""
        return [self._person(fact) for fact in self.staffing.without_account]

    @property
    def by_hand(self) -> list[dict]:
        """The contract's other demands on the staff, which no line counts: somebody has to look at the papers."""
        rules = kept_data(self.context).get("staff", ())
        return [
            {
                "code": rule["code"],
                "title": rule["title"],
                "any_of": "、".join(rule.get("any_of", ())),
                "note": rule.get("note", ""),
            }
            for rule in rules
            if not rule.get("indicator")
        ]


def _left(due: date, day: date) -> str:
    days = (due - day).days
    return f"已过 {-days} 天" if days < 0 else "今天截止" if not days else f"还有 {days} 天"
