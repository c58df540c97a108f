"""Readings chosen, terms extended, numbers of the bid: what changes, who may, and what is kept."""

from .file_samples import SMALL
from .loaded import LIBRARY_INTEGRATION
from .loaded import PACKAGE
from .loaded import S0
from .loaded import SUPERVISION
from .loaded import the_contract
from datetime import date
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from tests.builders import a_record
from yidang.contracts.actions import choose
from yidang.contracts.actions import extend
from yidang.contracts.actions import promise
from yidang.contracts.decisions import decisions_of
from yidang.contracts.decisions import end_on
from yidang.contracts.file import read
from yidang.contracts.load import load
from yidang.contracts.preview import Preview
from yidang.contracts.standing import Standing
from yidang.errors import Refused
from yidang.indicators.actions import amend
from yidang.indicators.scoreboard import Scoreboard
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import unittest


WITH_BID = read(
    SMALL + "  - {code: A-2, title: 建档, unit: 份, promised: bid, count: {kinds: [client], measure: count}}\n"
)
WHY = "双方会议纪要"
ME = (TEST_USER_ID,)


class Contracts(unittest.TestCase):
    """A portal in which contracts have been loaded from files."""

    layer = LIBRARY_INTEGRATION

    def setUp(self) -> None:
        self.portal = self.layer["portal"]
        setRoles(self.portal, TEST_USER_ID, ["Manager", "Worker"])

    def loaded(self, file, state: str = "active"):
        contract = the_contract(self.portal, file)
        if state != "draft":
            api.content.transition(contract, "activate")
        return contract

    def refused(self, verb, *arguments) -> str:
        """The sentence of the refusal, and that nothing was kept."""
        before = list(decisions_of(arguments[0]))
        with self.assertRaises(Refused) as caught:
            verb(*arguments)
        self.assertEqual(before, list(decisions_of(arguments[0])))
        return caught.exception.message


class Choosing(Contracts):
    """A reading is chosen with a reason, and counts at once."""

    def test_a_choice_is_kept_with_who_when_and_why(self):
        contract = self.loaded(PACKAGE)
        choose(contract, "S2-X14", "at_least", WHY)
        [decision] = decisions_of(contract)
        self.assertEqual(
            ("choice", "S2-X14", "exact", "at_least", WHY, TEST_USER_ID),
            tuple(decision[key] for key in ("kind", "code", "was", "now", "reason", "by")),
        )

    def test_a_surplus_fills_the_next_line_as_long_as_that_is_chosen(self):
        contract = self.loaded(PACKAGE)
        other = Preview(contract, "S2-X14", "surplus")
        self.assertEqual(["S2-I09", "S2-I10", "S2-I11"], [one.code for one in other.lines])
        choose(contract, "S2-X14", "surplus", WHY)
        rules = Scoreboard(contract).rules
        self.assertEqual({"S2-I09": "S2-I10", "S2-I10": "S2-I11"}, {one.code: one.fills for one in rules if one.fills})
        choose(contract, "S2-X14", "highest", "更正")
        self.assertFalse(any(one.is_rung() for one in Scoreboard(contract).rules))

    def test_choosing_back_adds_to_the_history(self):
        contract = self.loaded(PACKAGE)
        choose(contract, "S2-X14", "at_least", WHY)
        choose(contract, "S2-X14", "exact", "更正")
        self.assertEqual(["at_least", "exact"], [one["now"] for one in decisions_of(contract)])

    def test_a_reason_is_obligatory_and_no_treatise(self):
        contract = self.loaded(PACKAGE)
        self.assertIn("请写明理由", self.refused(choose, contract, "S2-X14", "at_least", " \n "))
        self.assertIn("最多", self.refused(choose, contract, "S2-X14", "at_least", "字" * 2001))

    def test_an_unknown_option_an_unknown_choice_and_the_one_in_force_are_refused(self):
        contract = self.loaded(PACKAGE)
        self.assertIn("没有“best”这个选项", self.refused(choose, contract, "S2-X14", "best", WHY))
        self.assertIn("没有“exact”这个选项", self.refused(choose, contract, "S2-X99", "exact", WHY))
        self.assertIn("已经在用", self.refused(choose, contract, "S2-X14", "exact", WHY))

    def test_nothing_is_chosen_once_the_contract_is_over(self):
        contract = self.loaded(PACKAGE)
        setRoles(self.portal, TEST_USER_ID, ["Purchaser"])
        api.content.transition(contract, "terminate", comment="采购方取消项目")
        self.assertIn("已经终止", self.refused(choose, contract, "S2-X14", "at_least", WHY))

    def test_an_option_may_move_the_last_day_and_the_board_follows(self):
        contract = self.loaded(SUPERVISION)
        choose(contract, "S4-X03", "year_end", WHY)
        self.assertEqual(date(2022, 12, 31), contract.end)
        self.assertEqual(date(2022, 12, 31), Scoreboard(contract).ruleset.calendar.end)

    def test_an_option_may_count_quarters_from_the_first_day(self):
        contract = self.loaded(SUPERVISION)
        choose(contract, "S4-X04", "contract", WHY)
        self.assertEqual("contract", contract.quarter_mode)
        labels = [one.bucket for one in Scoreboard(contract).tallies()["S4-I09"].buckets]
        self.assertEqual(["Q01", "Q02", "Q03", "Q04"], labels)

    def test_an_option_that_shortens_the_term_does_not_undo_an_extension(self):
        contract = self.loaded(SUPERVISION)
        choose(contract, "S4-X03", "year_end", WHY)
        extend(contract, date(2023, 1, 31), WHY)
        choose(contract, "S4-X03", "tenth", "更正")
        self.assertEqual(date(2023, 1, 31), contract.end)

    def test_a_target_amended_in_the_portal_outlives_a_choice_and_a_new_file(self):
        contract = self.loaded(SUPERVISION)
        line = contract["indicators"]["s4-i04"]
        amend(line, {"target": ">= 800"}, "补充协议", date(2022, 7, 1))
        choose(contract, "S4-08", "onsite", WHY)
        self.assertEqual([">= 800"], [one["target"] for one in line.rule["targets"]])
        self.assertIn({"field": "mode", "is": "onsite"}, line.rule["count"]["where"])
        then = {one.code: one.after.target for one in Preview(contract, "S4-08", "any_mode").lines}
        self.assertEqual(800, then["S4-I04"])

    def test_an_option_may_move_a_limit(self):
        contract = self.loaded(PACKAGE)
        choose(contract, "S2-08", "exclusive", WHY)
        limits = {one.code: one.when for one in Standing(contract).limits}
        self.assertEqual("< 80", limits["S2-08-mid-80"])

    def test_a_form_and_a_service_cannot_write_the_readings_or_the_decisions(self):
        from yidang.contracts.content import IContract

        self.assertTrue(IContract["choices"].readonly)
        self.assertTrue(IContract["decisions"].readonly)


class Previewing(Contracts):
    """What a reading would change is shown from today's records, and nothing is written."""

    def lines(self, contract, code: str, option: str) -> dict:
        found = Preview(contract, code, option, date(2024, 6, 30)).lines
        return {one.code: (one.before.value, one.after.value) for one in found}

    def test_the_lines_concerned_are_shown_now_and_then(self):
        contract = self.loaded(S0)
        for kind in ("inspection", "supervision", "supervision"):
            fields = {
                "kind": kind,
                "title": "一次",
                "date": date(2024, 3, 1),
                "workers": ME,
                "visited_station": "zs-shiqi",
            }
            api.content.transition(a_record(contract, "ServiceRecord", **fields), "submit")
        found = self.lines(contract, "S0-X09", "supervision")
        self.assertEqual({"S0-I14": (3, 2), "S0-I23": (24, 16)}, found)
        self.assertEqual([], list(decisions_of(contract)))
        self.assertEqual(3, Scoreboard(contract, date(2024, 6, 30)).tallies()["S0-I14"].value)

    def test_the_numbers_shown_are_those_that_hold_once_it_is_chosen(self):
        contract = self.loaded(SUPERVISION)
        day = date(2022, 12, 20)
        fields = {
            "kind": "supervision",
            "title": "督导",
            "date": day,
            "station": "sb-office",
            "hours": 8.0,
            "workers": ME,
        }
        api.content.transition(a_record(contract, "ServiceRecord", **fields), "submit")
        then = {one.code: one.after for one in Preview(contract, "S4-X03", "year_end", day).lines}
        self.assertEqual(1, then["S4-I04"].value)
        choose(contract, "S4-X03", "year_end", WHY)
        now = Scoreboard(contract, day).tallies()
        self.assertEqual({code: one.value for code, one in then.items()}, {code: now[code].value for code in then})

    def test_the_limits_that_move_are_shown_too(self):
        contract = self.loaded(PACKAGE)
        pairs = Preview(contract, "S2-08", "exclusive").limits
        self.assertEqual([("≤ 80", "< 80"), ("≤ 70", "< 70"), ("≤ 70", "< 70")], [(a.when, b.when) for a, b in pairs])

    def test_an_option_that_the_contract_does_not_offer_has_no_preview(self):
        with self.assertRaises(Refused):
            Preview(self.loaded(PACKAGE), "S2-08", "perhaps")


class Extending(Contracts):
    """S2-08: a month more after a bad mid-term; S2-X06: the monthly lines grow."""

    def test_monthly_and_quarterly_lines_get_the_new_periods(self):
        contract = self.loaded(PACKAGE)
        before = Scoreboard(contract).tallies()
        extend(contract, date(2025, 1, 31), WHY)
        after = Scoreboard(contract).tallies()
        self.assertEqual((12, 13), tuple(len(one["S2-I03"].buckets) for one in (before, after)))
        self.assertEqual((4, 5), tuple(len(one["S2-I06"].buckets) for one in (before, after)))
        self.assertEqual(before["S2-I02"].target, after["S2-I02"].target)

    def test_what_lies_in_the_added_month_counts(self):
        contract = self.loaded(PACKAGE)
        fields = {"kind": "training", "title": "交流", "date": date(2025, 1, 15), "station": "nc-center", "workers": ME}
        api.content.transition(a_record(contract, "ServiceRecord", **fields), "submit")
        self.assertEqual(0, Scoreboard(contract).tallies()["S2-I07"].value)
        extend(contract, date(2025, 1, 31), WHY)
        self.assertEqual(1, Scoreboard(contract).tallies()["S2-I07"].value)

    def test_the_last_day_as_it_was_known_before_is_remembered(self):
        contract = self.loaded(PACKAGE)
        extend(contract, date(2025, 1, 31), WHY)
        today = date.fromisoformat(decisions_of(contract)[0]["at"][:10])
        self.assertEqual(date(2025, 1, 31), end_on(contract, today))
        self.assertEqual(date(2024, 12, 31), end_on(contract, date(2024, 6, 1)))

    def test_a_board_of_a_day_before_the_extension_keeps_the_old_term(self):
        contract = self.loaded(PACKAGE)
        extend(contract, date(2025, 1, 31), WHY)
        then = Scoreboard(contract).tallies(date(2024, 6, 30))["S2-I03"].buckets
        self.assertEqual(("2024-12", 12), (then[-1].bucket, len(then)))

    def test_only_a_later_day_not_too_far_away_is_taken_and_only_while_the_contract_runs(self):
        contract = self.loaded(PACKAGE, "draft")
        self.assertIn("启用之后才能延长", self.refused(extend, contract, date(2025, 1, 31), WHY))
        api.content.transition(contract, "activate")
        self.assertIn("须晚于现在的 2024-12-31", self.refused(extend, contract, date(2024, 12, 31), WHY))
        self.assertIn("最多延长 24 个月", self.refused(extend, contract, date(2027, 1, 1), WHY))
        self.assertIn("请填写新的结束日期", self.refused(extend, contract, None, WHY))
        self.assertIn("请写明理由", self.refused(extend, contract, date(2025, 1, 31), ""))
        self.assertEqual(date(2024, 12, 31), contract.end)

    def test_a_form_moves_the_term_of_a_draft_only(self):
        contract = self.loaded(PACKAGE, "draft")
        contract.end = date(2025, 3, 31)
        notify(ObjectModifiedEvent(contract))
        api.content.transition(contract, "activate")
        contract.end = date(2025, 6, 30)
        with self.assertRaises(Refused) as caught:
            notify(ObjectModifiedEvent(contract))
        self.assertEqual("end", caught.exception.errors[0].field)
        contract.end = date(2025, 3, 31)
        extend(contract, date(2025, 6, 30), WHY)
        self.assertEqual(date(2025, 6, 30), contract.end)

    def test_loading_the_same_file_again_leaves_the_extension(self):
        contract = self.loaded(PACKAGE)
        extend(contract, date(2025, 1, 31), WHY)
        load(self.portal, PACKAGE)
        self.assertEqual(date(2025, 1, 31), contract.end)


class Promising(Contracts):
    """A number that stands in the bid is neither 0 nor 100 % before somebody enters it."""

    def test_before_and_after_it_is_entered(self):
        contract = self.loaded(WITH_BID)
        self.assertIsNone(Scoreboard(contract).tallies()["A-2"].met)
        promise(contract, "A-2", ">= 30", "投标文件第12页")
        self.assertEqual(30, Scoreboard(contract).tallies()["A-2"].target)
        [decision] = decisions_of(contract)
        self.assertEqual(("bid", "A-2", "", ">= 30"), tuple(decision[key] for key in ("kind", "code", "was", "now")))

    def test_a_correction_keeps_what_was_said_before(self):
        contract = self.loaded(WITH_BID)
        promise(contract, "A-2", "30", "投标文件")
        promise(contract, "A-2", "40", "看错了一行")
        self.assertEqual([("", "30"), ("30", "40")], [(one["was"], one["now"]) for one in decisions_of(contract)])

    def test_only_numbers_and_only_for_lines_of_the_bid(self):
        contract = self.loaded(WITH_BID)
        for typed in ("", "很多", "none"):
            self.assertIn("请填写数字", self.refused(promise, contract, "A-2", typed, WHY))
        self.assertIn("不是由投标文件承诺", self.refused(promise, contract, "A-1", "5", WHY))

    def test_the_file_itself_may_say_the_number(self):
        data = {**WITH_BID.data, "bid": {"A-2": ">= 25"}}
        contract = load(self.portal, type(WITH_BID)(data))
        self.assertEqual(25, Scoreboard(contract).tallies()["A-2"].target)
