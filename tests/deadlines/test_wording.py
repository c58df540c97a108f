"""Deadlines as people read them."""

from datetime import date
from unittest import TestCase
from yidang.deadlines.engine.deadline import CONTRACT
from yidang.deadlines.engine.deadline import Deadline
from yidang.deadlines.engine.deadline import LINE
from yidang.deadlines.engine.workdays import Special
from yidang.deadlines.engine.workdays import Workdays
from yidang.deadlines.wording import amount
from yidang.deadlines.wording import bundles
from yidang.deadlines.wording import day_note
from yidang.deadlines.wording import day_words
from yidang.deadlines.wording import left
from yidang.deadlines.wording import member
from yidang.deadlines.wording import subject
from yidang.indicators.engine.targets import Target


TABLE = Workdays([Special(date(2026, 10, 1), "国庆节", True)])
TODAY = date(2026, 9, 25)


class Known:
    """Names without a portal: what the words need of `pages.names.Names`."""

    @staticmethod
    def person(user: str) -> str:
        return {"shegong": "卓雅晴"}[user]

    @staticmethod
    def of(id_: str) -> str:
        return {"shiqi": "石岐街道分站"}[id_]


def a_deadline(due: date = date(2026, 9, 30), state: str = "soon", **fields) -> Deadline:
    """One line's deadline."""
    return Deadline("k", LINE, "督导", due, state, **fields)


class WordingTest(TestCase):
    def test_how_long_there_is(self):
        for fields, words in (
            ({}, "还有 5 天（4 个工作日）"),
            ({"due": TODAY}, "今天到期，23:59 截止"),
            ({"due": date(2026, 9, 22), "state": "overdue"}, "已过 3 天"),
            ({"state": "done"}, "期内完成"),
            ({"state": "done", "done_on": date(2026, 9, 20)}, "9月20日完成"),
            ({"due": date(2026, 9, 20), "state": "late", "done_on": date(2026, 9, 22)}, "9月22日完成，迟 2 天"),
            ({"due": date(2026, 11, 30), "state": "later", "start": date(2026, 11, 1)}, "11月1日起"),
        ):
            with self.subTest(words=words):
                self.assertEqual(words, left(a_deadline(**fields), TODAY, TABLE))

    def test_a_day_has_its_weekday_and_another_year_its_number(self):
        self.assertEqual("9月30日 周三", day_words(date(2026, 9, 30), TODAY))
        self.assertEqual("2027年1月1日 周五", day_words(date(2027, 1, 1), TODAY))

    def test_a_day_without_work_says_so_and_that_it_stays(self):
        holiday = date(2026, 10, 1)
        self.assertEqual("国庆节，非工作日，不顺延", day_note(a_deadline(holiday), TABLE))
        self.assertEqual("周末，非工作日，不顺延", day_note(a_deadline(date(2026, 9, 26)), TABLE))
        self.assertEqual("", day_note(a_deadline(), TABLE))
        self.assertEqual("", day_note(a_deadline(holiday, "done"), TABLE))
        self.assertEqual("", day_note(Deadline("k", CONTRACT, "合同期结束", holiday, "later"), TABLE))
        moved = a_deadline(date(2026, 10, 8), named=holiday)
        self.assertEqual("合同写的是 10月1日，遇非工作日顺延", day_note(moved, TABLE))

    def test_whoever_owes_it_has_a_name_and_a_client_has_none(self):
        for dimension, name, words in (
            ("worker", "shegong", "卓雅晴"),
            ("station", "shiqi", "石岐街道分站"),
            ("theme", "law", "法治宣传"),
            ("organisation", "晚晴社区服务中心", "晚晴社区服务中心"),
            ("", "", ""),
        ):
            with self.subTest(dimension=dimension):
                self.assertEqual(words, member(a_deadline(dimension=dimension, member=name), Known))
        clients = a_deadline(dimension="client", members=40, members_done=38)
        self.assertEqual(("40 名服务对象", "38 / 40 已完成"), (member(clients, Known), amount(clients)))

    def test_numbers_have_their_unit_and_rates_their_sign(self):
        self.assertEqual("1.5 / 2 小时", amount(a_deadline(value=1.5, target=Target(">=", 2), unit="小时")))
        rate = a_deadline(value=0.875, target=Target(">=", 0.9, percent=True), unit="%")
        self.assertEqual("87.5% / 90%", amount(rate))
        self.assertEqual("暂无 / 90%", amount(a_deadline(target=Target(">=", 0.9, percent=True))))

    def test_the_same_obligation_of_several_is_said_once_with_those_who_still_owe_it(self):
        one = a_deadline(dimension="worker", member="shegong", period="2026-09")
        done = a_deadline(state="done", dimension="worker", member="other", period="2026-09")
        [bundle] = bundles([done, one])
        self.assertEqual("督导（2026年9月）", subject(bundle.first))
        self.assertEqual(("1 / 2 已完成", "卓雅晴"), (bundle.amount(), bundle.members(Known)))
        self.assertTrue(bundle.first.is_open)
