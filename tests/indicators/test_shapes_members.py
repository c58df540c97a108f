"""Of whom a line asks its number: clients, workers, organisations, stations, each of them in each period."""

from datetime import date
from tests.indicators.shapes import fact
from tests.indicators.shapes import rule
from tests.indicators.shapes import S4_TERM
from tests.indicators.shapes import ShapesTest


class MemberShapesTest(ShapesTest):
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

    def test_s2_i08_every_organisation_in_every_month(self):
        line = rule("S2-I08", ">= 1", ["incubation"], per=["organisation", "month"])
        facts = [fact("incubation", date(2024, 1, 3), attributes={"organisation": "o1"})]
        found = self.board(line, facts, date(2024, 1, 31), organisations=["o1", "o2"])
        self.assertEqual([(one.value, one.target) for one in found.members], [(1, 12), (0, 12)])

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

    def test_distinct_clients_of_a_station_in_a_month_count_once_there(self):
        line = rule("S1-I02", ">= 2", ["visit"], {"distinct": "subjects"}, per=["station", "month"])
        facts = [fact("visit", date(2024, 3, n), n, subjects=("x", "y")[: n % 3]) for n in range(1, 7)]
        found = self.board(line, facts, date(2024, 3, 31), stations=["a"])
        self.assertEqual([found.table["a"][month] for month in ("2024-02", "2024-03", "2024-04")], [0, 2, 0])

    def test_work_of_somebody_whom_nobody_expected_is_shown_without_a_target(self):
        line = rule("A", ">= 1", ["visit"], per=["worker"])
        found = self.board(line, [fact("visit", date(2024, 3, 1), workers=("guest",))], workers=["li"])
        self.assertEqual(
            [(one.member, one.value, one.target) for one in found.members], [("li", 0, 1), ("guest", 1, None)]
        )
        self.assertEqual((found.value, found.target, found.met), (1, 1, False))
