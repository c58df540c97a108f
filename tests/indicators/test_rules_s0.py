"""The 25 lines of S0: each counts what the contract means, and not what it does not."""

from datetime import date
from datetime import timedelta
from tests.indicators.s0_rules import S0
from unittest import TestCase
from yidang.indicators.engine import board
from yidang.indicators.engine import describe
from yidang.indicators.engine import explain
from yidang.indicators.engine import parse_rules
from yidang.indicators.engine import recount
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.facts import Fact


CALENDAR = Calendar(date(2024, 1, 1), date(2024, 12, 31))
RULES = parse_rules(S0)
END = date(2024, 12, 31)


def fact(kind, number=0, day=None, station="main", standing="submitted", **more):
    """A record of S0; attributes and amounts by their names."""
    amounts = {name: more.pop(name) for name in ("participants", "days") if name in more}
    day = day or date(2024, 1, 1) + timedelta(days=number % 360)
    until = more.pop("until", None)
    return Fact(
        kind, f"{kind}-{number}-{day}", "s0", station, ("li",), day, until, standing, amounts=amounts, attributes=more
    )


def values(facts, today=END):
    """The board of these facts."""
    return board(RULES, recount(facts, RULES, CALENDAR), CALENDAR, today)


class Lines(TestCase):
    def feeds(self, one, *codes):
        fed = [found.code.removeprefix("S0-") for found in explain(one, RULES, CALENDAR) if found.counted]
        self.assertEqual(fed, list(codes))

    def test_i01_counts_consultations_and_visits(self):
        self.feeds(fact("consultation"), "I01")
        self.feeds(fact("visit"), "I01")

    def test_i02_i03_i04_a_professional_closed_case_feeds_three_lines(self):
        self.feeds(fact("case"), "I02")
        self.feeds(fact("case", professional=True), "I02", "I03")
        self.feeds(fact("case", professional=True, closed=date(2024, 5, 1)), "I02", "I03", "I04")

    def test_i04_is_closed_by_opened_and_has_no_number_without_cases(self):
        cases = [fact("case", n, closed=date(2024, 6, 1) if n < 4 else None) for n in range(5)]
        found = values(cases)["S0-I04"]
        self.assertEqual((found.value, found.met, found.numerator, found.denominator), (0.8, True, 4, 5))
        empty = values([])["S0-I04"]
        self.assertEqual((empty.value, empty.met, empty.state), (None, None, "none"))

    def test_i05_wants_a_source_case_closed_in_the_term(self):
        self.feeds(fact("case_study", source_closed=date(2024, 3, 1)), "I05")
        self.feeds(fact("case_study", source_closed=date(2023, 12, 31)))

    def test_i06_five_groups_are_not_exactly_four(self):
        groups = [fact("group", n, group_type="supportive") for n in range(5)]
        self.assertIs(values(groups[:4])["S0-I06"].met, True)
        self.assertEqual(values(groups, date(2024, 6, 1))["S0-I06"].state, "failed")
        self.feeds(fact("group", group_type="recreational"))

    def test_i07_i08_a_station_activity_article_counts_in_both(self):
        self.feeds(fact("article", origin="original", station_activity=True), "I07", "I08")
        self.feeds(fact("article", origin="compiled"), "I07")
        self.feeds(fact("article", origin="reprint", station_activity=True))

    def test_i07_goes_from_299_to_300(self):
        articles = [fact("article", n, origin="original") for n in range(300)]
        self.assertEqual((values(articles[:299])["S0-I07"].value, values(articles[:299])["S0-I07"].met), (299, False))
        self.assertEqual((values(articles)["S0-I07"].value, values(articles)["S0-I07"].met), (300, True))

    def test_i09_i13_i14_i15_i17_i18_i19_count_their_own_kind(self):
        for kind, code in (
            ("forum", "I09"), ("guidance", "I13"), ("supervision", "I14"), ("meeting", "I15"),
            ("review_meeting", "I17"),
            ("volunteer_team", "I18"), ("volunteer_activity", "I19"),
        ):  # fmt: skip
            with self.subTest(kind):
                self.feeds(fact(kind), code)

    def test_i10_i11_events_and_attendances_are_two_measures_on_the_same_records(self):
        found = values([fact("activity", n, participants=75) for n in range(40)])
        self.assertEqual((found["S0-I10"].value, found["S0-I11"].value), (40, 3000))
        self.assertTrue(found["S0-I10"].met and found["S0-I11"].met)
        self.feeds(fact("activity"), "I10")

    def test_i12_counts_each_branch_once(self):
        checks = [fact("inspection", n, visited_station=f"branch-{n % 22}") for n in range(60)]
        found = values(checks)["S0-I12"]
        self.assertEqual((found.value, found.target, found.met), (22, 23, False))

    def test_i16_and_i22_reports_and_monthly_summaries_are_apart(self):
        self.feeds(fact("report", report_kind="mid_term"), "I16")
        self.feeds(fact("report", report_kind="monthly_summary"), "I22")

    def test_i20_i21_sum_days(self):
        found = values(
            [fact("publicity_planning", n, days=0.1) for n in range(10)] + [fact("administration", days=365)]
        )
        self.assertEqual((found["S0-I20"].value, found["S0-I21"].value), (1, 365))
        self.assertEqual((found["S0-I20"].hours.done, found["S0-I21"].hours.planned), (8, 2920))

    def test_i22_is_met_only_if_every_month_is(self):
        twelve = [fact("report", day=date(2024, n, 28), report_kind="monthly_summary") for n in range(1, 13)]
        self.assertIs(values(twelve)["S0-I22"].met, True)
        found = values(twelve[:6] + twelve[7:] + twelve[:1])["S0-I22"]
        self.assertEqual((found.target, found.met, found.state, found.worst.bucket), (12, False, "failed", "2024-07"))

    def test_i23_the_planned_hours_are_the_printed_10632_and_68_8_percent_professional(self):
        found = values([fact("case"), fact("administration", days=5)])["S0-I23"]
        self.assertEqual((found.hours.planned, found.value), (10632, 80))
        self.assertEqual((found.hours.professional, found.hours.share), (40, 0.5))
        planned = {
            rule.code: one.hours.planned for rule, one in zip(RULES, values([]).values(), strict=True) if one.hours
        }
        professional = sum(planned[rule.code] for rule in RULES if rule.professional)
        self.assertEqual(professional, 7312)

    def test_i24_i25_shares_of_the_staff_on_the_day(self):
        staff = [
            fact("staff", n, day=date(2023, 5, 1), qualified=n < 4, role="lead" if n == 0 else "worker")
            for n in range(5)
        ]
        joined = fact("staff", 9, day=date(2024, 7, 1), qualified=False, role="worker")
        found = values([*staff, joined], date(2024, 6, 30))
        self.assertEqual((found["S0-I24"].value, found["S0-I25"].value), (0.8, 0.2))
        later = values([*staff, joined], date(2024, 7, 1))
        self.assertEqual((later["S0-I24"].met, later["S0-I25"].met), (False, False))

    def test_whoever_leaves_counts_until_the_last_day(self):
        staff = [fact("staff", 1, day=date(2024, 1, 1), until=date(2024, 3, 31), qualified=True), fact("staff", 2)]
        self.assertEqual(values(staff, date(2024, 3, 31))["S0-I24"].denominator, 2)
        self.assertEqual(values(staff, date(2024, 4, 1))["S0-I24"].denominator, 1)


class Sentences(TestCase):
    def test_every_line_reads_as_a_sentence(self):
        for rule in RULES:
            with self.subTest(rule.code):
                self.assertRegex(describe(rule), r"^(本合同期内|在册当日)，.*[\u4e00-\u9fff].*。$")

    def test_the_headline_reads_as_the_contract_does(self):
        self.assertEqual(describe(RULES[6]), "本合同期内，已发布的原创、采编信息不少于 300 篇。")
        self.assertEqual(describe(RULES[21]), "本合同期内，每月已提交的报告类型为月工作小结的报告不少于 1 份。")
