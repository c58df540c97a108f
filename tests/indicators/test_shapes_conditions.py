"""What a record must be like to count: sessions, papers, signatures, attributes, levels, kinds."""

from datetime import date
from tests.indicators.shapes import CASE_PAPERS
from tests.indicators.shapes import fact
from tests.indicators.shapes import GROUP_PAPERS
from tests.indicators.shapes import rule
from tests.indicators.shapes import sessions
from tests.indicators.shapes import ShapesTest
from yidang.indicators.engine.facts import Child


class ConditionShapesTest(ShapesTest):
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

    def test_s2_i02_two_signatures(self):
        line = rule("S2-I02", ">= 8", ["supervision"], where=[{"signatures": ["worker", "supervisor"]}])
        self.assertEqual(
            self.reasons(fact("supervision", date(2024, 2, 2), signatures=("worker",)), line),
            ["缺少签名：督导，请补签"],
        )

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

    def test_either_of_two_kinds(self):
        line = rule("S2-I13", ">= 1", ["case_study", "paper"])
        self.assertEqual(self.board(line, [fact("paper", date(2024, 2, 2))]).value, 1)

    def test_only_sessions_that_fulfil_every_condition_are_counted(self):
        where = [{"field": "attendance_rate", ">=": 0.6}, {"field": "minutes", ">=": 30}]
        line = rule("A", ">= 1", ["group"], where=[{"children": "session", "count": ">= 1", "where": where}])
        half = (*sessions(1.0, minutes=20), *sessions(0.5, minutes=40))
        self.assertEqual(
            self.reasons(fact("group", date(2024, 3, 1), children=half), line), ["符合条件的共 0 节，要求 ≥ 1 节"]
        )
        good = (*half, *sessions(0.6, minutes=30))
        self.assertEqual(self.reasons(fact("group", date(2024, 3, 1), children=good), line), [])
