"""The hard lines of S1 to S4: one example test for each shape of the requirements' list Q that S0 does not have."""

from datetime import date
from unittest import TestCase
from yidang.indicators.engine import contribute
from yidang.indicators.engine import parse_rule
from yidang.indicators.engine import recount
from yidang.indicators.engine import tally
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.facts import Child
from yidang.indicators.engine.facts import Fact


YEAR = Calendar(date(2024, 1, 1), date(2024, 12, 31))
S4_TERM = Calendar(date(2022, 2, 1), date(2022, 12, 10))
CASE_PAPERS = ["needs_assessment", "service_plan", "session_notes", "closing_report"]
GROUP_PAPERS = ["group_plan", "group_notes", "group_report"]


def rule(code, target, kinds, measure="count", where=(), **more):
    return parse_rule(
        {"code": code, "target": target, "count": {"kinds": kinds, "measure": measure, "where": list(where)}} | more
    )


def fact(kind, day, number=0, station="a", workers=("li",), **more):
    return Fact(kind, f"{kind}{number}-{day}", "c", station, workers, day, **more)


def sessions(*rates, **amounts):
    return tuple(Child("session", attributes={"attendance_rate": rate}, amounts=amounts) for rate in rates)


class Shapes(TestCase):
    def reasons(self, one, line, calendar=YEAR):
        return [reason.message for reason in contribute(one, line, calendar).reasons]

    def board(self, line, facts, today=date(2024, 12, 31), calendar=YEAR, **expected):
        return tally(recount(facts, [line], calendar), line, calendar, today, **expected)

    def test_s1_i03_every_key_child_is_visited_at_home_in_every_month(self):
        where = [{"field": "mode", "is": "home"}]
        line = rule("S1-I03", ">= 1", ["visit"], where=where, per=["client", "month"])
        home = {"mode": "home"}
        facts = [fact("visit", date(2024, n, 9), subjects=("x",), attributes=home) for n in range(1, 13)]
        facts += [fact("visit", date(2024, n, 9), 2, subjects=("y",), attributes=home) for n in range(1, 12)]
        facts += [fact("visit", date(2024, 12, 9), 3, subjects=("y",), attributes={"mode": "phone"})]
        found = self.board(line, facts, clients=["x", "y", "z"])
        self.assertEqual((found.value, found.target, found.met, found.state), (23, 36, False, "failed"))
        self.assertEqual(
            [(one.member, one.value, one.met) for one in found.members],
            [("x", 12, True), ("y", 11, False), ("z", 0, False)],
        )
        self.assertEqual((found.worst.member, found.table["y"]["2024-12"]), ("z", 0))

    def test_s1_i05_a_complete_case_has_six_sessions_and_four_papers(self):
        where = [{"children": "session", "count": ">= 6"}, {"documents": CASE_PAPERS}]
        line = rule("S1-I05", ">= 14", ["case"], where=where)
        good = fact("case", date(2024, 5, 1), children=sessions(*[1] * 6), documents=tuple(CASE_PAPERS))
        self.assertEqual(self.reasons(good, line), [])
        poor = fact("case", date(2024, 5, 1), children=sessions(*[1] * 5), documents=tuple(CASE_PAPERS[1:3]))
        self.assertEqual(
            self.reasons(poor, line), ["共 5 节，要求 ≥ 6 节", "缺少文书：需求预估表、结案评估报告，请补齐"]
        )

    def test_s1_i06_every_session_of_a_group_is_attended_by_sixty_percent(self):
        where = [
            {"field": "members", ">=": 8},
            {"children": "session", "count": ">= 6"},
            {"children": "session", "each": {"field": "attendance_rate", ">=": 0.6}},
            {"documents": GROUP_PAPERS},
        ]
        line = rule("S1-I06", ">= 7", ["group"], where=where, also=[{"per": ["station"], "target": ">= 1"}])
        more = {"amounts": {"members": 8}, "documents": tuple(GROUP_PAPERS)}
        good = fact("group", date(2024, 3, 1), children=sessions(1, 0.6, 1, 1, 1, 1), **more)
        self.assertEqual(self.reasons(good, line), [])
        poor = fact("group", date(2024, 3, 1), children=sessions(1, 1, 0.5, 1, 1, 1), **more)
        self.assertEqual(self.reasons(poor, line), ["第 3 节出勤率 50%，要求 ≥ 60%"])
        found = self.board(
            line,
            [fact("group", date(2024, 3, 1), n, children=good.children, **more) for n in range(7)],
            stations=["a", "b"],
        )
        self.assertEqual(
            (found.value, found.met, found.also[0].worst.member, found.also[0].worst.value), (7, False, "b", 0)
        )

    def test_a_failing_session_tells_how_many_came(self):
        line = rule(
            "S1-I06",
            ">= 7",
            ["group"],
            where=[{"children": "session", "each": {"field": "attendance_rate", ">=": "60%"}}],
        )
        child = Child("session", amounts={"attendance": 4, "members": 8}, attributes={"attendance_rate": 0.5})
        self.assertEqual(
            self.reasons(fact("group", date(2024, 3, 1), children=(child,)), line),
            ["第 1 节出勤 4/8 = 50 %，要求 ≥ 60 %"],
        )

    def test_s1_i08_two_hours_of_supervision_for_every_worker_in_every_month(self):
        line = rule("S1-I08", ">= 2", ["supervision"], {"sum": "hours"}, per=["worker", "month"])
        facts = [
            fact("supervision", date(2024, n, 20), workers=("li", "wang"), amounts={"hours": 2}) for n in range(1, 5)
        ]
        found = self.board(
            line,
            facts,
            date(2024, 5, 10),
            workers={"li": (None, None), "wang": (None, date(2024, 4, 30)), "zhao": (date(2024, 5, 1), None)},
        )
        self.assertEqual(
            [(one.member, one.value, one.target, one.state) for one in found.members],
            [("li", 8, 24, "ok"), ("wang", 8, 8, "ok"), ("zhao", 0, 16, "ok")],
        )
        self.assertEqual(found.state, "ok")
        self.assertEqual(self.board(line, facts, date(2024, 6, 1), workers=["li"]).state, "failed")

    def test_s1_i07_hours_come_from_the_kind_of_event(self):
        hours = {"unit": 40, "by": {"field": "activity_type", "values": {"large": 60, "lecture": 20}}}
        line = rule("S1-I07", ">= 70", ["activity"], hours=hours)
        types = ["large"] * 10 + ["medium"] * 40 + ["lecture"] * 20
        found = self.board(
            line,
            [fact("activity", date(2024, 2, 2), n, attributes={"activity_type": one}) for n, one in enumerate(types)],
        )
        self.assertEqual((found.value, found.hours.done, found.hours.planned), (70, 2600, 2800))

    def test_s1_i12_a_ratio_of_two_sums(self):
        measure = {
            "ratio": {
                "of": {"where": [{"field": "professional", "is": True}], "measure": {"sum": "hours"}},
                "to": {"measure": {"sum": "hours"}},
            }
        }
        line = rule("S1-I12", ">= 70%", ["visit", "work"], measure)
        facts = [
            fact("visit", date(2024, 1, 2), amounts={"hours": 6.9}, attributes={"professional": True}),
            fact("work", date(2024, 1, 2), amounts={"hours": 3.1}),
        ]
        found = self.board(line, facts)
        self.assertEqual((found.value, found.met, found.numerator, found.denominator), (0.69, False, 6.9, 10))

    def test_s2_i03_a_brief_by_the_25th_of_every_month_and_the_25th_counts_whole(self):
        line = rule("S2-I03", ">= 1", ["report"], per=["month"], due={"day": 25})
        found = self.board(
            line, [fact("report", date(2024, 1, 25)), fact("report", date(2024, 2, 26))], date(2024, 2, 25)
        )
        self.assertEqual([one.met for one in found.buckets][:2], [True, False])
        self.assertEqual((found.state, found.buckets[1].over), ("ok", False))
        self.assertEqual(self.board(line, [fact("report", date(2024, 1, 25))], date(2024, 2, 26)).state, "failed")
        self.assertEqual(
            self.reasons(fact("report", date(2024, 2, 26)), line), ["2024-02-26 提交，晚于2024年2月的截止日 2024-02-25"]
        )

    def test_s2_x15_a_paper_may_be_due_in_the_month_after_the_one_it_is_for(self):
        line = rule("S2-I04", ">= 1", ["report"], per=["month"], due={"day": 5, "after": 1, "of": "period"})
        december = fact("report", date(2025, 1, 5), attributes={"period": "2024-12"})
        self.assertEqual(self.board(line, [december]).buckets[-1].value, 1)
        late = fact("report", date(2025, 1, 6), attributes={"period": "2024-12"})
        self.assertEqual(self.reasons(late, line), ["2025-01-06 提交，晚于2024年12月的截止日 2025-01-05"])
        strange = fact("report", date(2024, 1, 5), attributes={"period": "2023-12"})
        self.assertIn("不在合同期", self.reasons(strange, line)[0])

    def test_s2_i20_events_with_fifty_people_inside_all_events(self):
        line = rule("S2-I20", ">= 3", ["activity"], where=[{"field": "participants", ">=": 50}])
        self.assertEqual(self.reasons(fact("activity", date(2024, 2, 2), amounts={"participants": 50}), line), [])
        self.assertEqual(
            self.reasons(fact("activity", date(2024, 2, 2), amounts={"participants": 49}), line),
            ["参加人次 49，要求 ≥ 50"],
        )

    def test_s2_i22_level_and_above_on_an_ordered_scale(self):
        levels = ["district", "city", "province", "national"]
        line = rule("S2-I22", ">= 6", ["article"], where=[{"field": "levels", ">=": "city", "scale": levels}])
        self.assertEqual(
            self.reasons(fact("article", date(2024, 2, 2), attributes={"levels": ("district", "national")}), line), []
        )
        self.assertEqual(
            self.reasons(fact("article", date(2024, 2, 2), attributes={"levels": ("district",)}), line),
            ["媒体级别为区级，要求 ≥ 市级"],
        )

    def test_s2_i36_ten_hours_in_every_quarter_of_the_contract_or_of_the_calendar(self):
        line = rule("S2-I36", ">= 10", ["volunteer_work"], {"sum": "hours"}, per=["quarter"])
        visit = [fact("volunteer_work", date(2022, 4, 30), amounts={"hours": 10})]
        calendar = self.board(line, visit, date(2022, 5, 1), S4_TERM)
        self.assertEqual([(one.bucket, one.value) for one in calendar.buckets][:2], [("2022-Q1", 0), ("2022-Q2", 10)])
        contract = self.board(line, visit, date(2022, 5, 1), Calendar(S4_TERM.start, S4_TERM.end, "contract"))
        self.assertEqual([(one.bucket, one.value) for one in contract.buckets][:2], [("Q01", 10), ("Q02", 0)])

    def test_s2_i50_the_smallest_of_the_entered_values_must_be_more_than_6000(self):
        line = rule("S2-I50", "> 6000", ["household"], {"entered": {"amount": "income", "take": "min"}})
        self.assertIsNone(self.board(line, []).value)
        facts = [
            fact("household", date(2024, 9, 1), 1, amounts={"income": 6000}),
            fact("household", date(2024, 9, 1), 2, amounts={"income": 7000}),
        ]
        self.assertEqual((self.board(line, facts).value, self.board(line, facts).met), (6000, False))
        self.assertTrue(self.board(line, facts[1:]).met)

    def test_s2_i67_the_last_entered_satisfaction_counts(self):
        line = rule("S2-I67", ">= 90%", ["survey"], {"entered": "satisfaction"})
        facts = [
            fact("survey", date(2024, 11, 1), amounts={"satisfaction": 0.905}),
            fact("survey", date(2024, 6, 1), amounts={"satisfaction": 0.7}),
        ]
        self.assertEqual((self.board(line, facts).value, self.board(line, facts).met), (0.905, True))

    def test_s2_i40_existence_is_yes_or_no(self):
        line = rule("S2-I40", ">= 1", ["fund"], "exists")
        self.assertEqual(self.board(line, [fact("fund", date(2024, 2, 2), n) for n in range(3)]).value, 1)
        self.assertEqual((self.board(line, []).value, self.board(line, []).met), (0, False))

    def test_s2_i02_two_signatures(self):
        line = rule("S2-I02", ">= 8", ["supervision"], where=[{"signatures": ["worker", "supervisor"]}])
        self.assertEqual(
            self.reasons(fact("supervision", date(2024, 2, 2), signatures=("worker",)), line),
            ["缺少签名：督导，请补签"],
        )

    def test_s2_i08_every_organisation_in_every_month(self):
        line = rule("S2-I08", ">= 1", ["incubation"], per=["organisation", "month"])
        facts = [fact("incubation", date(2024, 1, 3), attributes={"organisation": "o1"})]
        found = self.board(line, facts, date(2024, 1, 31), organisations=["o1", "o2"])
        self.assertEqual([(one.value, one.target) for one in found.members], [(1, 12), (0, 12)])

    def test_s3_i05_sixteen_attendances_over_four_sessions(self):
        where = [{"children": "session", "count": ">= 4"}, {"children": "session", "sum": "attendance", ">=": 16}]
        line = rule("S3-I05", ">= 2", ["group"], where=where, per=["station"])
        good = fact("group", date(2024, 2, 2), children=sessions(1, 1, 1, 1, attendance=4))
        self.assertEqual(self.reasons(good, line), [])
        poor = fact("group", date(2024, 2, 2), children=sessions(1, 1, 1, attendance=5))
        self.assertEqual(self.reasons(poor, line), ["共 3 节，要求 ≥ 4 节", "出席人数合计 15，要求 ≥ 16"])
        found = self.board(line, [good], stations=["a", "b"])
        self.assertEqual(
            [(one.member, one.value, one.target, one.met) for one in found.members],
            [("a", 1, 2, False), ("b", 0, 2, False)],
        )

    def test_s3_i11_ten_in_all_and_one_in_every_station_at_once(self):
        line = rule(
            "S3-I11", ">= 10", ["staff"], {"distinct": "uid_number"}, also=[{"per": ["station"], "target": ">= 1"}]
        )
        people = [
            fact("staff", date(2024, 6, 1), n, station=f"s{n % 9}", attributes={"uid_number": f"p{n}"})
            for n in range(11)
        ]
        stations = [f"s{n}" for n in range(10)]
        found = self.board(line, people, stations=stations)
        self.assertEqual((found.value, found.met, found.also[0].worst.member), (11, False, "s9"))
        last = fact("staff", date(2024, 6, 1), 99, station="s9", attributes={"uid_number": "p99"})
        self.assertTrue(self.board(line, [*people, last], stations=stations).met)

    def test_s3_i10_the_manager_visits_every_station_in_every_month(self):
        line = rule("S3-I10", ">= 1", ["inspection"], per=["station", "month"], member="visited_station")
        facts = [
            fact("inspection", date(2024, 1, 3), n, station="", attributes={"visited_station": one})
            for n, one in enumerate("aab")
        ]
        found = self.board(line, facts, date(2024, 2, 1), stations=["a", "b", "c"])
        self.assertEqual([(one.member, one.value) for one in found.members], [("a", 2), ("b", 1), ("c", 0)])
        self.assertEqual((found.state, found.worst.member, found.worst.bucket), ("failed", "c", "2024-01"))

    def test_s3_i02_a_line_without_a_number_is_neither_met_nor_missed(self):
        line = rule("S3-I02", "none", ["client"], per=["station"])
        found = self.board(line, [fact("client", date(2024, 2, 2))], stations=["a", "b"])
        self.assertEqual((found.value, found.target, found.met, found.state, found.pace), (1, None, None, "none", None))

    def test_s4_i06_about_sixteen_a_month_never_fails_and_does_not_make_180(self):
        line = rule("S4-I06", "约 16", ["supervision"], per=["worker", "month"])
        found = self.board(line, [], date(2022, 12, 10), S4_TERM, workers=["li"])
        self.assertEqual((found.met, found.state, found.target), (None, "none", 176))
        each = rule("S4-I05", "= 180", ["supervision"], printed={"per_month": 16})
        self.assertIs(self.board(each, [], date(2022, 6, 1), S4_TERM).pace.printed_reaches, False)

    def test_s4_i07_five_to_six_towns_for_every_supervisor(self):
        line = rule("S4-I07", "5..6", ["supervision"], {"distinct": "town"}, per=["worker"])
        facts = [
            fact("supervision", date(2022, 3, 1), 10 * n + m, workers=(who,), attributes={"town": f"t{m}"})
            for n, (who, towns) in enumerate((("li", 5), ("wang", 6), ("zhao", 7), ("qian", 4)))
            for m in range(towns)
        ]
        found = self.board(line, facts, date(2022, 6, 1), S4_TERM)
        self.assertEqual(
            {one.member: (one.value, one.met) for one in found.members},
            {"li": (5, True), "wang": (6, True), "zhao": (7, False), "qian": (4, False)},
        )
        self.assertEqual({one.member: one.state for one in found.members}["zhao"], "failed")

    def test_s4_i09_three_unannounced_days_in_every_quarter(self):
        line = rule(
            "S4-I09", ">= 3", ["inspection"], {"sum": "days"}, [{"field": "unannounced", "is": True}], per=["quarter"]
        )
        day = {"amounts": {"days": 3}}
        facts = [
            fact("inspection", date(2022, 2, 9), attributes={"unannounced": True}, **day),
            fact("inspection", date(2022, 5, 9), **day),
        ]
        found = self.board(line, facts, date(2022, 7, 1), S4_TERM)
        self.assertEqual([one.met for one in found.buckets], [True, False, False, False])
        self.assertEqual((found.target, found.state), (12, "failed"))
        self.assertEqual(self.reasons(facts[1], line, S4_TERM), ["未标为“非预约”，确实是的请标明"])

    def test_either_of_two_kinds(self):
        line = rule("S2-I13", ">= 1", ["case_study", "paper"])
        self.assertEqual(self.board(line, [fact("paper", date(2024, 2, 2))]).value, 1)

    def test_an_amended_target_leaves_old_periods_their_old_one(self):
        line = rule(
            "S2-I55",
            ">= 2",
            ["visit"],
            per=["month"],
            targets=[{"from": "2024-07-01", "target": ">= 3", "reason": "补充协议"}],
        )
        found = self.board(line, [], date(2024, 7, 1))
        self.assertEqual([one.target for one in found.buckets], [2] * 6 + [3] * 6)
        whole = rule("S2-I63", ">= 12", ["policy_talk"], targets=[{"from": "2024-07-01", "target": ">= 10"}])
        self.assertEqual([self.board(whole, [], day).target for day in (date(2024, 6, 30), date(2024, 7, 1))], [12, 10])

    def test_distinct_clients_of_a_station_in_a_month_count_once_there(self):
        line = rule("S1-I02", ">= 2", ["visit"], {"distinct": "subjects"}, per=["station", "month"])
        facts = [fact("visit", date(2024, 3, n), n, subjects=("x", "y")[: n % 3]) for n in range(1, 7)]
        found = self.board(line, facts, date(2024, 3, 31), stations=["a"])
        self.assertEqual([found.table["a"][month] for month in ("2024-02", "2024-03", "2024-04")], [0, 2, 0])

    def test_only_sessions_that_fulfil_every_condition_are_counted(self):
        where = [{"field": "attendance_rate", ">=": 0.6}, {"field": "minutes", ">=": 30}]
        line = rule("A", ">= 1", ["group"], where=[{"children": "session", "count": ">= 1", "where": where}])
        half = (*sessions(1.0, minutes=20), *sessions(0.5, minutes=40))
        self.assertEqual(
            self.reasons(fact("group", date(2024, 3, 1), children=half), line), ["符合条件的共 0 节，要求 ≥ 1 节"]
        )
        good = (*half, *sessions(0.6, minutes=30))
        self.assertEqual(self.reasons(fact("group", date(2024, 3, 1), children=good), line), [])

    def test_work_of_somebody_whom_nobody_expected_is_shown_without_a_target(self):
        line = rule("A", ">= 1", ["visit"], per=["worker"])
        found = self.board(line, [fact("visit", date(2024, 3, 1), workers=("guest",))], workers=["li"])
        self.assertEqual(
            [(one.member, one.value, one.target) for one in found.members], [("li", 0, 1), ("guest", 1, None)]
        )
        self.assertEqual((found.value, found.target, found.met), (1, 1, False))

    def test_thousandths_are_neither_cut_off_nor_piled_up(self):
        line = rule("A", ">= 1", ["visit"], {"sum": "hours"})
        facts = [fact("visit", date(2024, 3, 1), n, amounts={"hours": 1.001}) for n in range(1000)]
        self.assertEqual(self.board(line, facts).value, 1001)
