"""ok, behind, failed, none: what a line says of itself on a given day; its pace; its reasons."""

from datetime import date
from unittest import TestCase
from yidang.indicators.engine import board
from yidang.indicators.engine import contribute
from yidang.indicators.engine import evidence
from yidang.indicators.engine import explain
from yidang.indicators.engine import parse_rule
from yidang.indicators.engine import parse_rules
from yidang.indicators.engine import recount
from yidang.indicators.engine import tally
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.facts import Child
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.labels import LABELS


YEAR = Calendar(date(2024, 1, 1), date(2024, 12, 31))


def rule(target=">= 4", **more):
    return parse_rule({"code": "A", "target": target, "count": {"kinds": ["visit"]}} | more)


def visits(number, day=date(2024, 1, 1), **more):
    return [Fact("visit", f"u{n}", "c", "a", ("li",), day, **more) for n in range(number)]


def on(today, facts, line, calendar=YEAR):
    return tally(recount(facts, [line], calendar), line, calendar, today)


class States(TestCase):
    def test_the_straight_line_asks_for_whole_records_only(self):
        states = [on(day, visits(0), rule()).state for day in (date(2024, 1, 1), date(2024, 4, 1), date(2024, 4, 2))]
        self.assertEqual(states, ["ok", "ok", "behind"])

    def test_a_missed_target_fails_only_when_the_term_is_over(self):
        self.assertEqual(on(date(2024, 12, 31), visits(3), rule()).state, "ok")
        self.assertEqual(on(date(2025, 1, 1), visits(3), rule()).state, "failed")
        self.assertEqual(on(date(2025, 1, 1), visits(4), rule()).state, "ok")

    def test_before_the_term_there_is_nothing_to_judge(self):
        found = on(date(2023, 12, 31), visits(0), rule())
        self.assertEqual((found.state, found.met), ("none", False))

    def test_too_much_of_an_exact_number_cannot_be_mended_by_more_work(self):
        self.assertEqual(on(date(2024, 2, 1), visits(5), rule("= 4")).state, "failed")

    def test_a_closed_month_that_was_missed_fails_the_line_at_once(self):
        monthly = rule(">= 1", per=["month"])
        self.assertEqual(on(date(2024, 1, 31), [], monthly).state, "ok")
        self.assertEqual(on(date(2024, 2, 1), [], monthly).state, "failed")
        self.assertEqual(on(date(2024, 2, 1), visits(1), monthly).state, "ok")

    def test_verified_records_alone_count_where_the_contract_says_so(self):
        facts = visits(2) + [Fact("visit", "v", "c", "a", (), date(2024, 1, 1), standing="verified")]
        found = on(date(2024, 1, 1), facts, rule(basis="verified"))
        self.assertEqual((found.value, found.submitted_value, found.verified_value), (1, 3, 1))


class Stations(TestCase):
    def test_the_rate_of_a_station_is_that_of_the_whole_term_and_of_no_month(self):
        share = {"ratio": {"of": {"measure": "count"}, "to": {"fixed": 12}}}
        line = rule(count={"kinds": ["visit"], "measure": share})
        days = [date(2024, month, 1) for month in range(1, 13)]
        facts = [Fact("visit", f"{day}{place}", "c", place, (), day) for day in days for place in "abcdef"]
        self.assertEqual(dict.fromkeys("abcdef", 1.0), dict(on(date(2024, 12, 31), facts, line).stations))


class Paces(TestCase):
    def test_what_the_rest_of_the_term_asks_for(self):
        pace = on(date(2024, 7, 2), visits(100), rule(">= 300")).pace
        self.assertEqual((pace.expected, pace.remaining, pace.projected), (150.0, 200, 200.0))
        self.assertAlmostEqual(pace.per_week, 200 * 7 / 183, 2)

    def test_in_the_last_week_all_that_is_left_is_due_this_week(self):
        pace = on(date(2024, 12, 30), visits(290), rule(">= 300")).pace
        self.assertEqual((pace.per_week, pace.per_month), (10, 10))


class Reasons(TestCase):
    def messages(self, **more):
        return [reason.message for reason in contribute(visits(1, **more)[0], rule(), YEAR).reasons]

    def test_a_record_outside_the_term_says_so(self):
        outside = "2023-12-30 在合同期（2024-01-01 至 2024-12-31）之外，填错的请更正"
        self.assertEqual(self.messages(day=date(2023, 12, 30)), [outside])
        self.assertEqual([self.messages(day=day) for day in (YEAR.start, YEAR.end)], [[], []])

    def test_a_record_that_is_not_filed_says_in_which_state_it_is(self):
        self.assertEqual(self.messages(standing="none"), ["尚未提交，请提交"])
        self.assertEqual(self.messages(standing="none", attributes={"state": "returned"}), ["已退回，修改后须重新提交"])

    def test_nobody_is_asked_for_the_day_of_what_has_not_appeared(self):
        draft = Fact("article", "a", "c", station="s", standing="none", attributes={"state": "draft"})
        reasons = contribute(draft, rule(count={"kinds": ["article"]}), YEAR).reasons
        self.assertEqual(["standing"], [reason.code for reason in reasons])

    def test_near_misses_come_first(self):
        line = rule(count={"kinds": ["visit"], "where": [{"field": "participants", ">=": 50}]})
        facts = [
            Fact("visit", str(n), "c", date=date(2024, 2, 2), amounts={"participants": n}) for n in (10, 49, 50, 30)
        ]
        found = evidence([*facts, *visits(1, day=date(2023, 1, 1))], line, YEAR)
        self.assertEqual([fact.uid for fact in found.counted], ["50"])
        self.assertEqual([fact.uid for fact, _ in found.excluded], ["49", "30", "10", "u0"])

    def test_two_small_lacks_are_nearer_than_one_hopeless_one(self):
        where = [{"field": "participants", ">=": 50}, {"documents": ["plan", "summary", "sign_in", "photos"]}]
        line = rule(count={"kinds": ["visit"], "where": where})
        papers = ("plan", "summary", "sign_in", "photos")
        hopeless = Fact("visit", "hopeless", "c", date=date(2024, 2, 2), amounts={"participants": 1}, documents=papers)
        nearly = Fact("visit", "nearly", "c", date=date(2024, 2, 2), amounts={"participants": 49}, documents=papers[:3])
        found = evidence([hopeless, nearly], line, YEAR)
        self.assertEqual([fact.uid for fact, _ in found.excluded], ["nearly", "hopeless"])

    def test_a_record_that_stands_below_the_line_alone_says_so(self):
        measure = {"ratio": {"of": {"kinds": ["visit"]}, "to": {"kinds": ["visit", "meeting"]}}}
        line = rule(">= 70%", count={"measure": measure})
        found = evidence([Fact("meeting", "m", "c", date=date(2024, 2, 2)), *visits(1)], line, YEAR)
        self.assertEqual([one.uid for one in found.counted], ["u0"])
        self.assertEqual([reason.message for reason in found.excluded[0][1]], ["工作会议只计入分母"])

    def test_every_failing_condition_and_up_to_three_failing_sessions_are_told(self):
        attended = {"children": "session", "each": {"field": "attendance_rate", ">=": "60%"}}
        line = rule(count={"kinds": ["group"], "where": [attended, {"documents": ["group_report"]}]})
        rates = [(4, 8), (8, 8), (3, 8), (2, 8), (1, 8), (0, 8)]
        children = tuple(
            Child("session", amounts={"attendance": came, "members": of}, attributes={"attendance_rate": came / of})
            for came, of in rates
        )
        fact = Fact("group", "g", "c", date=date(2024, 2, 2), children=children)
        self.assertEqual(
            [reason.message for reason in contribute(fact, line, YEAR).reasons],
            [
                "第 1 节出勤 4/8 = 50 %，要求 ≥ 60 %；第 3 节出勤 3/8 = 37.5 %，要求 ≥ 60 %；"
                "第 4 节出勤 2/8 = 25 %，要求 ≥ 60 %；另有 2 节未达到",
                "缺少文书：小组总结报告，请补齐",
            ],
        )

    def test_the_evidence_of_a_stock_is_what_is_in_force_on_the_day(self):
        line = rule(count={"kinds": ["staff"], "where": [{"field": "qualified", "is": True}]}, as_of="today")
        people = [
            Fact("staff", "left", "c", date=date(2023, 1, 1), until=date(2024, 3, 31), attributes={"qualified": True}),
            Fact("staff", "here", "c", date=date(2023, 1, 1), until=date(2024, 5, 31)),
            Fact("staff", "here", "c", date=date(2024, 6, 1), attributes={"qualified": True}),
        ]
        for day, counted, excluded in (
            (date(2024, 3, 31), ["left"], ["here"]), (date(2024, 4, 1), [], ["here"]), (date(2024, 6, 1), ["here"], []),
        ):  # fmt: skip
            found = evidence(people, line, YEAR, day=day)
            self.assertEqual([one.uid for one in found.counted], counted)
            self.assertEqual([one.uid for one, _ in found.excluded], excluded)

    def test_who_has_left_a_stock_is_no_member_of_it(self):
        line = rule(count={"kinds": ["staff"]}, as_of="today", per=["station"], target="> 2")
        left = [Fact("staff", "left", "c", station="east", date=date(2023, 1, 1), until=date(2024, 3, 31))]
        for day, members in ((date(2024, 3, 31), ["east"]), (date(2024, 4, 1), [])):
            found = tally(recount(left, [line], YEAR), line, YEAR, day)
            self.assertEqual([one.member for one in found.members], members)

    def test_a_record_tells_of_every_line_of_its_kind(self):
        lines = parse_rules(
            [
                {"code": "A", "count": {"kinds": ["visit"], "measure": {"sum": "hours"}}},
                {"code": "B", "count": {"kinds": ["visit"], "where": [{"field": "mode", "is": "home"}]}},
                {"code": "C", "count": {"kinds": ["case"]}},
            ]
        )
        fact = visits(1, amounts={"hours": 1.5}, attributes={"mode": "phone"})[0]
        found = explain(fact, lines, YEAR)
        self.assertEqual([(one.code, one.counted, one.amount) for one in found], [("A", True, 1.5), ("B", False, 0)])
        self.assertEqual(found[1].reasons[0].message, "服务方式为电话，要求为入户")

    def test_names_of_an_installation_may_be_given(self):
        line = rule(count={"kinds": ["visit"], "where": [{"field": "shoe_size", ">=": 40}]})
        labels = LABELS.extended(fields={"shoe_size": "鞋码"})
        reasons = contribute(visits(1, amounts={"shoe_size": 38})[0], line, YEAR, labels).reasons
        self.assertEqual(reasons[0].message, "鞋码 38，要求 ≥ 40")


class Totals(TestCase):
    def test_completion_counts_lines_met_among_those_that_can_be_judged(self):
        lines = parse_rules(
            [
                {"code": "A", "target": ">= 1", "count": {"kinds": ["visit"]}},
                {"code": "B", "target": ">= 2", "count": {"kinds": ["visit"]}},
                {"code": "C", "target": "~ 9", "count": {"kinds": ["visit"]}},
                {"code": "D", "target": "none", "count": {"kinds": ["visit"]}},
                {"code": "Z", "target": "= 100%", "count": {"measure": {"total": "completion"}}},
            ]
        )
        found = board(lines, recount(visits(1), lines, YEAR), YEAR, date(2024, 3, 1))["Z"]
        self.assertEqual((found.value, found.numerator, found.denominator, found.met), (0.5, 1, 2, False))
        self.assertEqual(found.state, "behind")
