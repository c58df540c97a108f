"""Whom a promise is made for: tiers of the day, named members, populations, joiners and leavers."""

from datetime import date
from unittest import TestCase
from yidang.indicators.engine import contribute
from yidang.indicators.engine import describe
from yidang.indicators.engine import parse_rule
from yidang.indicators.engine import recount
from yidang.indicators.engine import tally
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.facts import Fact


YEAR = Calendar(date(2024, 1, 1), date(2024, 12, 31))
KEY = {"field": "tier", "is": "key"}
CLOSED = {"field": "closed", "present": True}
HOME = {"field": "mode", "is": "home"}
CHILDREN = {
    "code": "S1-I03",
    "target": ">= 1",
    "count": {"kinds": ["visit"], "where": [HOME, {"subjects": KEY}]},
    "per": ["client", "month"],
    "among": {"kinds": ["client_tier"], "where": [KEY]},
}


def tier(client, tier, since, until=None, number=0):
    """A stretch of days in which a client has a tier."""
    return Fact(
        "client_tier", f"{client}-{number}-{since}", "c", "a", (), since, until,
        attributes={"tier": tier}, subjects=(client,),
    )  # fmt: skip


def visit(day, *clients, number=0, tiers=("key",), **attributes):
    """A home visit to clients; `tiers` are theirs on that day, in their order."""
    about = {client: {"tier": tiers[place % len(tiers)]} for place, client in enumerate(clients)}
    attributes = {"mode": "home", **attributes}
    return Fact(
        "visit", f"v{day}-{number}", "c", "a", ("li",), day, attributes=attributes, subjects=clients, about=about
    )


def board(data, facts, today, calendar=YEAR, **expected):
    """The tally of one rule over the facts."""
    rule = parse_rule(data)
    return tally(recount(facts, [rule], calendar), rule, calendar, today, **expected)


class Tiers(TestCase):
    def test_s1_i03_a_child_is_to_be_visited_in_the_months_in_which_it_is_a_key_child(self):
        facts = [
            tier("x", "key", date(2023, 5, 1)),
            tier("y", "general", date(2023, 5, 1), date(2024, 3, 31)),
            tier("y", "key", date(2024, 4, 1), date(2024, 5, 31)),
            tier("y", "general", date(2024, 6, 1), date(2024, 8, 31)),
            tier("y", "key", date(2024, 9, 1), date(2024, 9, 30)),
            tier("z", "general", date(2023, 5, 1)),
            visit(date(2024, 4, 9), "x", "y", tiers=("key",)),
            visit(date(2024, 6, 9), "y", tiers=("general",)),
        ]
        found = board(CHILDREN, facts, date(2024, 12, 31))
        self.assertEqual([(one.member, one.value, one.target) for one in found.members], [("x", 1, 12), ("y", 1, 3)])
        self.assertEqual(list(found.table["y"]), ["2024-04", "2024-05", "2024-09"])
        self.assertEqual((found.value, found.target, found.met), (2, 15, False))

    def test_only_clients_who_were_so_on_the_day_are_counted_of_several_in_one_record(self):
        data = {
            "code": "S2-I23", "target": ">= 2",
            "count": {"kinds": ["visit"], "measure": {"distinct": "subjects"},
                      "where": [{"subjects": [{"field": "tier", "is": "key"}]}]},
        }  # fmt: skip
        facts = [visit(date(2024, 4, 9), "x", "y", tiers=("key", "general")), visit(date(2024, 5, 9), "x")]
        self.assertEqual(board(data, facts, date(2024, 12, 31)).value, 1)

    def test_all_conditions_on_clients_must_hold_for_one_and_the_same_client(self):
        two = {
            "code": "A",
            "count": {"kinds": ["visit"], "where": [{"subjects": KEY}, {"subjects": {"field": "age", ">=": 80}}]},
        }
        about = {"x": {"tier": "key", "age": 70}, "y": {"tier": "general", "age": 85}}
        fact = Fact("visit", "u", "c", date=date(2024, 4, 9), subjects=("x", "y"), about=about)
        reasons = contribute(fact, parse_rule(two), YEAR).reasons
        self.assertEqual([one.message for one in reasons], ["没有一名服务对象在当日符合：年龄 70，要求 ≥ 80"])

    def test_either_of_several_conditions_on_a_client_may_be_asked(self):
        either = {"subjects": {"any": [KEY, {"field": "age", ">=": 80}]}}
        rule = parse_rule({"code": "A", "count": {"kinds": ["visit"], "where": [either]}})
        fact = Fact(
            "visit", "u", "c", date=date(2024, 4, 9), subjects=("y",), about={"y": {"tier": "general", "age": 85}}
        )
        self.assertEqual(contribute(fact, rule, YEAR).reasons, ())

    def test_a_record_without_clients_says_so(self):
        fact = Fact("visit", "u", "c", date=date(2024, 4, 9), attributes={"mode": "home"})
        reasons = contribute(fact, parse_rule(CHILDREN), YEAR).reasons
        self.assertEqual([one.message for one in reasons], ["没有登记服务对象，请补填"])


class Named(TestCase):
    THEMES = {
        "code": "S3-I06", "target": ">= 1", "count": {"kinds": ["activity"]},
        "per": ["theme"], "among": ["social_work", "volunteering"],
    }  # fmt: skip

    def test_s3_i06_one_event_for_each_of_two_themes(self):
        facts = [
            Fact("activity", f"a{n}", "c", "a", date=date(2024, 3, n + 1), attributes={"theme": theme})
            for n, theme in enumerate(["social_work", "social_work", "law"])
        ]
        found = board(self.THEMES, facts, date(2024, 12, 31))
        self.assertEqual(
            [(one.member, one.value, one.target, one.met) for one in found.members],
            [("social_work", 2, 1, True), ("volunteering", 0, 1, False), ("law", 1, None, None)],
        )
        self.assertEqual((found.target, found.met, found.worst.member), (2, False, "volunteering"))

    def test_s2_i08_organisations_are_followed_up_in_the_months_of_their_incubation(self):
        data = {
            "code": "S2-I08", "target": ">= 1", "count": {"kinds": ["incubation"]}, "per": ["organisation", "month"],
            "among": {"kinds": ["organisation"]},
        }  # fmt: skip
        facts = [
            Fact("organisation", "o1", "c", date=date(2024, 10, 5), attributes={"organisation": "星火"}),
            Fact(
                "organisation",
                "o2",
                "c",
                date=date(2024, 1, 1),
                until=date(2024, 2, 9),
                attributes={"organisation": "微光"},
            ),
            Fact("incubation", "i1", "c", date=date(2024, 11, 5), attributes={"organisation": "星火"}),
        ]
        found = board(data, facts, date(2024, 11, 30))
        self.assertEqual(
            [(one.member, one.value, one.target) for one in found.members], [("微光", 0, 2), ("星火", 1, 3)]
        )
        self.assertEqual(found.state, "failed")

    def test_facts_that_only_name_members_are_no_evidence(self):
        facts = [tier("x", "key", date(2024, 1, 1))]
        contribution = contribute(facts[0], parse_rule(CHILDREN), YEAR)
        self.assertEqual({key[1][1] for key in contribution.cells}, {"among"})
        self.assertEqual(contribution.reasons, ())


class JoinersAndLeavers(TestCase):
    HOURS = {
        "code": "S1-I10", "target": ">= 200", "count": {"kinds": ["volunteer_work"], "measure": {"sum": "hours"}},
        "per": ["worker"], "pro_rata": True,
    }  # fmt: skip

    def test_a_target_shrinks_to_the_part_of_the_term_in_which_the_member_is_there(self):
        workers = {
            "li": (None, None),
            "wang": (date(2024, 7, 1), None),
            "zhao": [(None, date(2024, 1, 31)), (date(2024, 12, 1), None)],
        }
        found = board(self.HOURS, [], date(2024, 6, 30), workers=workers)
        self.assertEqual(
            [(one.member, one.target) for one in found.members], [("li", 200), ("wang", 100.546), ("zhao", 33.88)]
        )

    def test_whole_records_are_rounded_half_up(self):
        data = {
            "code": "A",
            "target": ">= 1",
            "count": {"kinds": ["visit"]},
            "per": ["worker", "month"],
            "pro_rata": True,
        }
        workers = {"li": (date(2024, 4, 16), None), "wang": (date(2024, 4, 17), None)}
        found = board(data, [], date(2024, 4, 30), workers=workers)
        self.assertEqual([one.target for one in found.members], [9, 8])
        self.assertEqual([found.table[who]["2024-04"] for who in ("li", "wang")], [0, 0])

    def test_a_joiner_stands_on_the_straight_line_of_the_days_since_then(self):
        workers = {"wang": (date(2024, 7, 1), None)}
        self.assertEqual(board(self.HOURS, [], date(2024, 7, 1), workers=workers).state, "ok")
        self.assertEqual(board(self.HOURS, [], date(2024, 7, 3), workers=workers).state, "behind")

    def test_a_leaver_who_lacks_hours_has_failed_on_the_day_after(self):
        workers = {"wang": (None, date(2024, 1, 31))}
        self.assertEqual(board(self.HOURS, [], date(2024, 1, 31), workers=workers).state, "behind")
        self.assertEqual(board(self.HOURS, [], date(2024, 2, 1), workers=workers).state, "failed")

    def test_splitting_a_stretch_in_two_changes_nothing(self):
        data = {**self.HOURS, "among": {"kinds": ["staff"]}}
        one = [Fact("staff", "s", "c", "a", ("li",), date(2024, 3, 1), date(2024, 9, 30))]
        two = [
            Fact("staff", "s", "c", "a", ("li",), date(2024, 3, 1), date(2024, 5, 31)),
            Fact("staff", "s", "c", "a", ("li",), date(2024, 6, 1), date(2024, 9, 30)),
        ]
        rule = parse_rule(data)
        self.assertEqual(recount(one, [rule], YEAR), recount(two, [rule], YEAR))
        self.assertEqual(board(data, one, date(2024, 6, 1)).target, round(200 * 214 / 366, 3))


class TwoMeasures(TestCase):
    EVENTS = {
        "code": "S0-I10", "target": ">= 2", "unit": "场", "count": {"kinds": ["activity"]},
        "also": [
            {"measure": {"sum": "participants"}, "target": ">= 100", "unit": "人次"},
            {"where": [{"field": "participants", ">=": 50}], "target": ">= 1"},
            {"per": ["station"], "target": ">= 1"},
        ],
    }  # fmt: skip

    def test_a_number_of_events_and_of_people_and_of_large_events_in_one_line(self):
        facts = [
            Fact("activity", f"a{n}", "c", "a", date=date(2024, 3, n + 1), amounts={"participants": many})
            for n, many in enumerate((30, 60))
        ]
        found = board(self.EVENTS, facts, date(2024, 12, 31), stations=["a", "b"])
        self.assertEqual((found.value, found.met, found.state), (2, False, "behind"))
        self.assertEqual(
            [(one.value, one.target, one.met, one.unit) for one in found.also],
            [(90, 100, False, "人次"), (1, 1, True, "场"), (2, 2, False, "场")],
        )
        self.assertEqual(found.also[2].worst.member, "b")

    def test_a_rate_and_a_number_in_one_line(self):
        data = {
            "code": "A", "target": ">= 80%",
            "count": {"kinds": ["case"], "measure": {"ratio": {"of": {"where": [CLOSED]}, "to": {}}}},
            "also": [{"measure": "count", "target": ">= 2", "unit": "宗"}],
        }  # fmt: skip
        facts = [
            Fact("case", f"c{n}", "c", "a", date=date(2024, 3, 1), attributes={"closed": date(2024, 5, 1)})
            for n in range(2)
        ]
        found = board(data, facts, date(2024, 12, 31))
        self.assertEqual((found.value, found.also[0].value, found.met), (1, 2, True))
        self.assertEqual(
            (board(data, facts[:1], date(2024, 12, 31)).met, board(data, [], date(2024, 12, 31)).value), (False, None)
        )


class WithoutNumber(TestCase):
    def test_a_narrative_line_is_neither_0_nor_100_percent(self):
        found = board({"code": "S2-I28", "count": {"measure": "narrative"}}, [], date(2024, 12, 31))
        self.assertEqual((found.value, found.target, found.met, found.state), (None, None, None, "none"))

    def test_a_number_promised_in_the_bid_waits_until_somebody_enters_it(self):
        data = {"code": "A", "promised": "bid", "count": {"kinds": ["visit"]}}
        self.assertTrue(parse_rule(data).awaits_target())
        self.assertFalse(parse_rule({**data, "target": ">= 3"}).awaits_target())
        found = board(data, [], date(2024, 12, 31))
        self.assertEqual((found.target, found.met, found.state), (None, None, "none"))


class Sentences(TestCase):
    """Every promise is said in words that a project lead understands."""

    def assert_said(self, data, *parts):
        self.assertEqual(describe(parse_rule(data)), "".join(parts))

    def test_members_and_clients_of_the_day(self):
        who = "每名服务对象（关注程度为重点）每月"
        self.assert_said(CHILDREN, f"本合同期内，{who}已提交的服务对象当日关注程度为重点的入户探访不少于 1。")
        self.assert_said(Named.THEMES, "本合同期内，每个主题（社工宣传、志愿服务倡导）已提交的社区活动不少于 1。")
        hours = "本合同期内，每名社工已提交的志愿服务的时数合计不少于 200"
        self.assert_said(JoinersAndLeavers.HOURS, hours, "，中途加入或离开的按参加的天数折算。")

    def test_further_promises(self):
        self.assert_said(
            TwoMeasures.EVENTS,
            "本合同期内，已提交的社区活动不少于 2 场，并且参加人次合计不少于 100 人次，",
            "并且其中参加人次 ≥ 50 的数量不少于 1 场，并且每个站点不少于 1 场。",
        )

    def test_what_has_no_number(self):
        bid = {"code": "A", "promised": "bid", "count": {"kinds": ["visit"]}}
        self.assert_said(bid, "本合同期内，已提交的探访（数量按投标承诺，待填写）。")
        words = {"code": "A", "title": "指导本土人才报考", "count": {"measure": "narrative"}}
        self.assert_said(words, "本合同期内，指导本土人才报考（以文字约定，没有数量要求）。")
