"""The records behind a number as a file: complete, explained, and only those that the reader may view."""

from datetime import timedelta
from tests.exchange.test_boards import by_heading
from tests.exchange.test_doors import TakingTest
from tests.exchange.written import values_of
from yidang import clock
from yidang.exchange import evidence
from yidang.indicators.scoreboard import Scoreboard
from yidang.indicators.scoreboard import touch

import transaction


class SmallSteps(evidence.Evidence):
    """Two records at a time."""

    step, given_back = 2, 3


class EvidenceTest(TakingTest):
    def evidence(self, name: str, **query):
        """Counted, excluded and what the file says of itself."""
        book = self.book(name, self.path, policy="evidence", **query)
        self.assertEqual(["已计入", "未计入", "说明"], book.sheetnames)
        return by_heading(book["已计入"]), by_heading(book["未计入"]), dict(values_of(book["说明"]))

    def test_what_counts_comes_by_day_with_what_it_gives(self):
        start = self.contract.start
        for days, title in ((5, "第三次"), (1, "第一次"), (3, "第二次")):
            self.a_meeting("submit", title=title, date=start + timedelta(days=days))
        counted, _, notes = self.evidence("worker", code="T-01")
        self.assertEqual(["第一次", "第二次", "第三次"], [row["题名"] for row in counted])
        self.assertEqual([1, 2, 3], [row["序号"] for row in counted])
        self.assertEqual((start + timedelta(days=1), "zhongshan站", "已提交", 1), (
            counted[0]["日期"].date(), counted[0]["站点"], counted[0]["状态"], counted[0]["计入数量"],
        ))  # fmt: skip
        self.assertTrue(counted[0]["档号"])
        self.assertEqual("T-01 工作会议", notes["指标"])

    def test_what_does_not_count_says_every_reason_near_misses_first(self):
        self.a_meeting("submit", title="只差一步", hours=1.5)
        self.a_meeting(title="差得多", hours=0.5, date=self.contract.start - timedelta(days=1))
        self.a_meeting("submit", title="够长", hours=2.0)
        counted, excluded, _ = self.evidence("worker", code="T-02")
        self.assertEqual(["够长"], [row["题名"] for row in counted])
        self.assertEqual(["只差一步", "差得多"], [row["题名"] for row in excluded])
        self.assertEqual([1, 3], [row["差几项"] for row in excluded])
        self.assertEqual(3, len(excluded[1]["未计入的原因"].splitlines()))

    def test_a_record_that_the_reader_may_not_view_is_left_out_and_said_so(self):
        self.a_meeting("submit", title="交了的")
        self.a_meeting(title="还是草稿")
        counted, excluded, notes = self.evidence("purchaser", code="T-01")
        self.assertEqual((["交了的"], []), ([row["题名"] for row in counted], excluded))
        self.assertIn("未计入 1 件", notes["未列出"])
        counted, _, notes = self.evidence("publicist", code="T-01")
        self.assertEqual([], counted)
        self.assertIn("已计入 1 件", notes["未列出"])

    def test_a_past_day_knows_nothing_of_later_ones(self):
        start = self.contract.start
        self.handed_in_on(start + timedelta(days=1), self.a_meeting("submit", title="早交", date=start))
        self.a_meeting("submit", title="今天才交", date=start)
        self.handed_in_on(start + timedelta(days=9), self.a_meeting("submit", title="后来开的", date=start))
        counted, excluded, _ = self.evidence("worker", code="T-01", day=str(start + timedelta(days=2)))
        self.assertEqual((["早交"], []), ([row["题名"] for row in counted], excluded))

    def handed_in_on(self, day, record) -> None:
        """As if the record had been made and submitted then."""
        for steps in record.workflow_history.values():
            for step in steps:
                step["time"] = clock.stamp_at(day, 9)
        touch(record)
        transaction.commit()

    def test_the_file_is_narrowed_like_the_page(self):
        self.a_meeting("submit", title="石岐", station="shiqi")
        self.a_meeting("submit", title="中山", date=self.contract.start + timedelta(days=40))
        for query, title in (({"station": "shiqi"}, "石岐"), ({"bucket": f"{self.today.year}-02"}, "中山")):
            counted, _, notes = self.evidence("worker", code="T-01", **query)
            with self.subTest(query=query):
                self.assertEqual([title], [row["题名"] for row in counted])
                self.assertEqual(*query.values(), notes["只含"])
        self.assertEqual(400, self.file("worker", self.path, policy="evidence", code="T-01", bucket="x").status_code)

    def test_a_title_like_a_formula_does_no_harm(self):
        self.a_meeting("submit", title="=1+1")
        self.assertEqual("'=1+1", self.csv("worker", self.path, policy="evidence", code="T-01", sheet="1")[1][1])
        book = self.book("worker", self.path, policy="evidence", code="T-01")
        self.assertTrue(book["已计入"]["B2"].quotePrefix)

    def test_all_steps_together_give_what_one_step_gives(self):
        for place in range(7):
            self.a_meeting("submit", title=f"会{place}", date=self.contract.start + timedelta(days=place % 3))
        board = Scoreboard(self.contract)
        small = [row.fact.uid for row in SmallSteps(board, board.rule("T-01"))]
        self.assertEqual([row.fact.uid for row in evidence.rows(self.contract, "T-01")], small)
        self.assertEqual(7, len(set(small)))

    def test_it_is_the_evidence_of_the_board(self):
        self.a_meeting("submit", title="短")
        self.a_meeting("submit", title="长", hours=3.0)
        self.a_meeting(title="草稿")
        board = Scoreboard(self.contract)
        for code in ("T-01", "T-02"):
            found = board.evidence(board.rule(code))
            counted = [row.fact for row in evidence.rows(self.contract, code)]
            excluded = [row.fact for row in evidence.rows(self.contract, code, excluded=True)]
            with self.subTest(code=code):
                self.assertEqual(found.counted, counted)
                self.assertEqual([fact for fact, _ in found.excluded], excluded)

    def test_a_line_that_is_not_there_is_a_key_error(self):
        with self.assertRaises(KeyError):
            list(evidence.rows(self.contract, "X"))

    def test_taking_away_wakes_no_record_and_changes_nothing(self):
        record = self.a_meeting("submit")
        transaction.commit()
        record._p_deactivate()
        rows = list(evidence.rows(self.contract, "T-01"))
        self.assertEqual(1, len(rows))
        self.assertIsNone(record._p_changed)
        self.assertFalse(self.portal._p_jar._registered_objects)
