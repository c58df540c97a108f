"""What a line says of itself: words without a number, a number still in the bid, people who are not there yet."""

from datetime import date
from tests.indicators.told import YEAR
from unittest import TestCase
from yidang.indicators.engine import parse_rule
from yidang.indicators.engine import recount
from yidang.indicators.engine import tally
from yidang.indicators.engine.facts import Fact
from yidang.indicators.pages.board import Rows
from yidang.indicators.pages.members import member_name
from yidang.indicators.pages.promises import further
from yidang.indicators.pages.promises import printed
from yidang.indicators.pages.promises import versions
from yidang.pages.names import Names


class KnownNames(Names):
    """Ids are names here: there is no site."""

    def _title(self, id_):
        return id_ or ""


def a_row(facts=(), today=date(2024, 6, 15), stations=(), expected=None, **rule):
    """One line of visits as it stands on the board; the rule and the tally beside it."""
    line = parse_rule({"code": "T-1", "title": "探访", "unit": "次", "count": {"kinds": ["visit"]}, **rule})
    found = tally(recount(facts, [line], YEAR), line, YEAR, today, **(expected or {}))
    return Rows(YEAR, today, KnownNames(), stations).row(line, found), line, found


def visit(day: date, **fields) -> Fact:
    """One visit."""
    return Fact("visit", str(day), "c", date=day, **fields)


class WordsTest(TestCase):
    def test_a_promise_in_words_is_neither_zero_nor_done(self):
        row, *_ = a_row(count={"measure": "narrative"})
        self.assertEqual(("", "文字要求", "none", ""), (row.value, row.state_title, row.state, row.bar))

    def test_a_number_that_stands_in_the_bid_waits_to_be_entered(self):
        row, *_ = a_row(promised="bid", target="none")
        self.assertEqual(("", "待填写", "目标待填写"), (row.value, row.target, row.state_title))
        self.assertIn("投标文件", row.say.rest)

    def test_a_promise_to_people_who_are_not_there_yet_is_no_number(self):
        row, *_ = a_row(target=">= 2", per=["worker", "month"], expected={"workers": {}})
        self.assertEqual(("", "暂无"), (row.value, row.state_title))
        self.assertIn("还没有应当考核的社工", row.say.rest)

    def test_a_planning_figure_and_a_line_that_only_counts_say_so(self):
        self.assertEqual("参考数", a_row([visit(date(2024, 1, 2))], target="~ 16")[0].state_title)
        self.assertEqual("只作统计", a_row([visit(date(2024, 1, 2))])[0].state_title)

    def test_a_contract_that_has_not_begun_judges_nothing(self):
        self.assertEqual("未开始", a_row(target=">= 2", today=date(2023, 12, 1))[0].state_title)

    def test_the_worst_member_and_month_is_named_even_if_it_keeps_its_promise(self):
        facts = [visit(date(2024, 1, 2), workers=("li",))]
        row, *_ = a_row(
            facts, date(2024, 1, 20), target=">= 1", per=["worker"], expected={"workers": {"li": (None, None)}}
        )
        self.assertIn("最少：li 1 / 1", row.worst)

    def test_stations_without_a_record_are_named_where_most_have_one(self):
        facts = [visit(date(2024, 1, day), station=name) for day, name in enumerate(("甲", "乙", "丙"), 1)]
        self.assertEqual("没有记录的站点：丁", a_row(facts, target=">= 9", stations=("甲", "乙", "丙", "丁"))[0].worst)
        self.assertEqual("", a_row(facts[:1], target=">= 9", stations=("甲", "乙", "丙", "丁"))[0].worst)

    def test_the_pace_names_month_and_week_and_whether_the_printed_figure_leads_there(self):
        row, *_ = a_row(target=">= 180", printed={"per_month": 14})
        self.assertRegex(row.say.rest, r"每月还需 \d+ 次（每周 [\d.]+）")
        self.assertIn("合同写明的每月 14 到期达不到目标", row.say.rest)
        self.assertIn("合同写明的每月 15 可以达到目标", a_row(target=">= 180", printed={"per_month": 15})[0].say.rest)


class PromisesTest(TestCase):
    def test_the_targets_of_an_amended_line_are_told_with_their_reasons(self):
        amended = [{"from": "2024-07-01", "target": ">= 80", "reason": "补充协议"}]
        row, line, _ = a_row(target=">= 60", targets=amended, today=date(2024, 8, 1))
        told = versions(line, Rows(YEAR, date(2024, 8, 1), KnownNames()))
        self.assertEqual(
            [("≥ 60 次", "合同原定", None), ("≥ 80 次", "补充协议", "true")],
            [(one["target"], one["reason"], one["now"]) for one in told],
        )
        self.assertIn("目标自 2024-07-01 起为 ≥ 80（补充协议）", row.amended)

    def test_a_line_that_was_never_amended_has_no_history(self):
        _, line, _ = a_row(target=">= 60")
        self.assertEqual([], versions(line, Rows(YEAR, date(2024, 8, 1), KnownNames())))

    def test_printed_figures_stand_beside_computed_ones(self):
        _, line, found = a_row(
            target=">= 14", hours=200, printed={"quantity": 14, "unit_hours": 200, "total_hours": 4800}
        )
        told = {one["title"]: (one["printed"], one["computed"], one["differs"]) for one in printed(line, found)}
        self.assertEqual(("14", "14", False), told["数量"])
        self.assertEqual(("4,800", "2,800", True), told["总工时"])

    def test_a_further_promise_has_its_own_number(self):
        _, _, found = a_row([visit(date(2024, 1, 2))], target=">= 2", also=[{"per": ["station"], "target": ">= 1"}])
        self.assertEqual("≥ 1", further(found)[0]["target"])


class MemberNameTest(TestCase):
    def test_themes_and_organisations_have_their_names(self):
        theme = parse_rule({"code": "T", "target": ">= 1", "per": ["theme"], "count": {"kinds": ["activity"]}})
        self.assertEqual("社工宣传", member_name(KnownNames(), theme, "social_work"))
        self.assertEqual("未注明", member_name(KnownNames(), theme, ""))
        self.assertEqual("读书会", member_name(KnownNames(), theme, "读书会"))

    def test_a_name_is_looked_up_once(self):
        asked: list[str] = []
        names = KnownNames()
        for _ in range(2):
            self.assertEqual("阿荷", names.known("uid", lambda uid: asked.append(uid) or "阿荷"))
        self.assertEqual(["uid"], asked)
