"""Which lines a record feeds, by hand, for the nine contracts beside Zhongshan's: the meaning of each file."""

from .file_samples import LIBRARY
from datetime import date
from functools import cache
from typing import Any
from unittest import TestCase
from yidang.contracts.file import ContractFile
from yidang.contracts.file import read
from yidang.indicators.engine import explain
from yidang.indicators.engine import parse_rules
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.facts import Child
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.facts import VERIFIED


S1, S3, S4 = "jiangxi-civil-affairs-2024", "qiongzhong-stations-2023", "zhongshan-supervision-2022"
P1, P2, P3 = "nanchuan-1-management-2024", "nanchuan-2-children-2024", "nanchuan-3-elderly-2024"
P4, P5, P6 = "nanchuan-4-governance-2024", "nanchuan-5-farming-2024", "nanchuan-6-village-2024"
DAYS = {S3: date(2023, 9, 12), S4: date(2022, 5, 20)}
AMOUNTS = {
    "participants": 60,
    "days": 1,
    "hours": 8,
    "person_hours": 8,
    "volunteer_hours": 12,
    "copies": 100,
    "members": 9,
    "core_members": 10,
    "income": 14000,
    "area": 2,
    "sessions": 6,
    "satisfaction": 0.95,
}
FULL = ("basics", "physical", "psychological", "social", "needs")
CASE_PAPERS = ("needs_assessment", "service_plan", "session_notes", "closing_report")
GROUP_PAPERS = ("group_plan", "group_process", "group_summary")
HIRED = ("applications", "vetting", "interview", "physical_exam", "public_notice", "hiring")
REGISTERED = {"system": "national", "real_name": True, "attendees": ("a",)}
ELDER, CHILD = {"age": 80, "categories": ("elderly",)}, {"key": True, "age": 9, "categories": ("left_behind",)}


def sessions(count: int, present: int = 6) -> tuple[Child, ...]:
    """Sessions of a group of nine."""
    amounts, attributes = {"attendance": present}, {"attendance_rate": present / 9}
    return tuple(Child("session", date(2024, 3, day), amounts, attributes) for day in range(1, count + 1))


def closed(day: date) -> dict[str, Any]:
    """A case that was closed."""
    return {"attributes": {"closed": day}, "documents": CASE_PAPERS}


# file, kind, what the record says, the lines it feeds (the number of the line; totals and completion are told apart)
FEEDS: list[tuple[str, str, dict[str, Any], str]] = [
    (S1, "visit", {"attributes": {"mode": "home"}, "about": {"c": CHILD}}, "01 02 03 11 12"),
    (S1, "visit", {"attributes": {"mode": "phone"}, "about": {"c": CHILD}}, "01 11 12"),
    (S1, "visit", {"attributes": {"mode": "home"}, "about": {"c": ELDER}}, "01 03 11 12"),
    (S1, "client", {"documents": FULL}, "04"),
    (S1, "client", {"documents": FULL[:-1]}, ""),
    (S1, "case", {**closed(date(2024, 6, 1)), "children": sessions(6)}, "05 11 12"),
    (S1, "case", {**closed(date(2024, 6, 1)), "children": sessions(5)}, "11 12"),
    (S1, "case", {"documents": CASE_PAPERS, "children": sessions(6)}, "11 12"),
    (S1, "group", {"children": sessions(6), "documents": GROUP_PAPERS}, "06 11 12"),
    (S1, "group", {"children": sessions(6, 5), "documents": GROUP_PAPERS}, "11 12"),
    (S1, "group", {"children": sessions(6), "documents": GROUP_PAPERS, "amounts": {"members": 7}}, ""),
    (S1, "supervision", {"attributes": {"supervised": ("li",)}}, "08 11 12"),
    (S1, "training", {"attributes": {"supervised": ("li",)}}, "09 11 12"),
    (S1, "volunteer_work", {"attributes": {"system": "national"}}, "10"),
    (S1, "volunteer_work", {"attributes": {"system": "chongqing"}}, ""),
    (S1, "meeting", {}, "11"),
    (S1, "placement", {"attributes": {"article": "a", "channel": "wechat"}}, "13"),
    (S1, "placement", {"attributes": {"article": "a", "channel": "newspaper", "outlet": "江西日报"}}, "14"),
    (S1, "placement", {"attributes": {"article": "a", "channel": "newspaper", "level": "district"}}, ""),
    (P1, "supervision", {"documents": ("execution", "problems", "next_steps", "advice"),
                         "signatures": ("worker", "supervisor")}, "02"),
    (P1, "supervision", {"documents": ("execution", "problems", "next_steps", "advice"),
                         "signatures": ("worker",)}, ""),
    (P1, "report", {"attributes": {"report_kind": "monthly_brief"}}, "03"),
    (P1, "report", {"attributes": {"report_kind": "monthly_summary"}}, "04"),
    (P1, "report", {"attributes": {"report_kind": "quarterly_report"}}, "06"),
    (P1, "report", {"attributes": {"report_kind": "paper"}}, "13"),
    (P1, "incubation", {"attributes": {"organisation": "邻里社"}, "documents": ("record",)}, "08"),
    (P1, "article", {"attributes": {"levels": ("national", "district"), "channels": ("wechat",)}}, "09 11 12"),
    (P1, "article", {"attributes": {"levels": ("province",)}}, ""),
    (P1, "survey", {}, "67"),
    (P2, "visit", {"about": {"c": CHILD}, "documents": ("record",)}, "15"),
    (P2, "visit", {"about": {"c": ELDER}, "documents": ("record",)}, ""),
    (P2, "case", {"children": sessions(5), "documents": ("session_notes",)}, "16"),
    (P2, "case", {"children": sessions(4), "documents": ("session_notes",)}, ""),
    (P2, "group", {"children": sessions(5), "documents": ("group_process",)}, "18"),
    (P2, "activity", {"documents": ("record",), "amounts": {"participants": 50}}, "19 20"),
    (P2, "activity", {"documents": ("record",), "amounts": {"participants": 49}}, "19"),
    (P2, "campaign", {"amounts": {"participants": 50}}, "21"),
    (P2, "campaign", {"amounts": {"participants": 49}}, ""),
    (P2, "article", {"attributes": {"levels": ("province",)}}, "22"),
    (P2, "article", {"attributes": {"channels": ("wechat",)}}, ""),
    (P3, "visit", {"attributes": {"mode": "home"}, "about": {"c": ELDER}, "documents": ("record",)}, "23"),
    (P3, "visit", {"attributes": {"mode": "home"}, "about": {"c": {"age": 79}}, "documents": ("record",)}, ""),
    (P3, "visit", {"attributes": {"mode": "phone"}, "about": {"c": ELDER}, "documents": ("record",)}, ""),
    (P4, "training", {"attributes": {"theme": "social_work"}, "amounts": {"participants": 20}}, "31"),
    (P4, "training", {"attributes": {"theme": "governance", "attendees": ("a", "b")}}, "32 33"),
    (P4, "volunteer_team", {"amounts": {"core_members": 10}}, "34"),
    (P4, "volunteer_team", {"amounts": {"core_members": 9}}, ""),
    (P4, "volunteer_project", {"attributes": {"system": "chongqing"}}, "35 36"),
    (P4, "volunteer_project", {"attributes": {"system": "national"}}, ""),
    (P4, "organisation", {"attributes": {"organisation": "邻里社"}}, "37"),
    (P4, "organisation_training", {"attributes": {"organisation": "邻里社", "attendees": ("a",)}}, "38"),
    (P4, "organisation_activity", {"attributes": {"organisation": "邻里社"}}, "39"),
    (P4, "fund", {}, "40"),
    (P4, "resource", {}, "41"),
    (P4, "activity", {"documents": ("record",)}, "43"),
    (P4, "activity", {"attributes": {"theme": "governance"}, "documents": ("record",)}, "45"),
    (P5, "volunteer", {"attributes": {"attendees": ("a",)}}, "47"),
    (P5, "farm_training", {"attributes": {"attendees": ("a", "b")}}, "48 49"),
    (P5, "harvest", {"attributes": {"households": ("h1",)}}, "50"),
    (P5, "article", {"attributes": {"levels": ("city",), "channels": ("douyin",)}}, "51 53"),
    (P6, "visit", {"attributes": {"mode": "home", "households": ("h1",)}}, "55 56"),
    (P6, "case", {"children": sessions(5)}, "57"),
    (P6, "lecture", {"attributes": {"theme": "party_building", "attendees": ("a",)}}, "60 61"),
    (P6, "lecture", {"attributes": {"theme": "health", "attendees": ("a",)}}, ""),
    (P6, "handout", {}, "62"),
    (P6, "policy_talk", {}, "63"),
    (S3, "visit", {"attributes": {"mode": "home"}}, "01"),
    (S3, "client", {}, "02"),
    (S3, "case", {"subjects": ("c",)}, "03 04"),
    (S3, "group", {"children": sessions(4, 4), "documents": GROUP_PAPERS}, "05"),
    (S3, "group", {"children": sessions(4, 3), "documents": GROUP_PAPERS}, ""),
    (S3, "activity", {"attributes": {"theme": "social_work"}, "amounts": {"participants": 10}}, "06"),
    (S3, "volunteer", {"attributes": {**REGISTERED, "new": True}}, "07"),
    (S3, "volunteer", {"attributes": REGISTERED}, ""),
    (S3, "volunteer_team", {"attributes": {"system": "national"}}, "08"),
    (S3, "volunteer_project", {"attributes": {"system": "national"}}, "09"),
    (S3, "inspection", {"attributes": {"visited_station": "qz-heping"}}, "10"),
    (S3, "exam_pass", {"attributes": {"attendees": ("a",)}, "documents": ("certificate",)}, "11"),
    (S4, "staff", {"attributes": {"role": "clerk"}}, "01"),
    (S4, "document", {"attributes": {"document_kind": "scheme"}}, "02"),
    (S4, "recruitment", {"documents": HIRED}, "03"),
    (S4, "recruitment", {"documents": HIRED[:-1]}, ""),
    (S4, "supervision", {"attributes": {"visited_station": "sb-shiqi"}}, "04 05 06 07"),
    (S4, "supervision", {"attributes": {"visited_station": "sb-shiqi"}, "amounts": {"hours": 4}}, "07"),
    (S4, "training", {}, "08"),
    (S4, "inspection", {"attributes": {"unannounced": True}}, "09 10"),
    (S4, "inspection", {}, ""),
    (S4, "report", {"attributes": {"report_kind": "monitoring"}}, "11"),
]  # fmt: skip
STAFF = [
    ({"role": "worker", "certified": True, "certified_in_time": True, "degree": "college", "major": "social_work"}, 45),
    ({"role": "worker", "certified": True, "certified_in_time": True, "degree": "college", "major": "social_work"}, 46),
]


@cache
def shipped(id_: str) -> ContractFile:
    """One file of the library."""
    return read(LIBRARY / f"{id_}.yaml")


def fed(id_: str, kind: str, says: dict[str, Any], chosen: dict[str, str] | None = None) -> str:
    """The numbers of the lines that a verified record of the term feeds."""
    file = shipped(id_)
    term = file.data["term"]
    calendar = Calendar(date.fromisoformat(term["start"]), date.fromisoformat(term["end"]))
    given = {"date": DAYS.get(id_, date(2024, 5, 20)), "standing": VERIFIED, "amounts": AMOUNTS, **says}
    given.setdefault("subjects", tuple(says.get("about", ("c",))))
    fact = Fact(kind, "uid", "contract", station="s", workers=("li",), **given)
    rules = parse_rules(file.indicators(chosen))
    return " ".join(line.code.partition("-I")[2] for line in explain(fact, rules, calendar) if line.counted)


class Counting(TestCase):
    """Every line hears of the records it is about, and of no others."""

    def test_every_kind_of_record_feeds_its_lines(self):
        for id_, kind, says, lines in FEEDS:
            with self.subTest(id_, kind=kind, says=says):
                self.assertEqual(lines, fed(id_, kind, says))

    def test_45_years_are_within_and_46_are_beyond(self):
        """S3-15: 45 周岁（含）以下."""
        found = [fed(S3, "staff", {"attributes": says, "amounts": {"age": age}}) for says, age in STAFF]
        self.assertEqual(["12", ""], found)

    def test_120_hours_of_training_stand_for_a_certificate(self):
        says = {"role": "worker", "degree": "college", "major": "sociology"}
        hours = [
            fed(S3, "staff", {"attributes": says, "amounts": {"age": 30, "training_hours": n}}) for n in (120, 119)
        ]
        self.assertEqual(["12", ""], hours)

    def test_the_head_of_a_station_must_be_certified(self):
        found = [fed(S3, "staff", {"attributes": {"role": "head", "certified": one}}) for one in (True, False)]
        self.assertEqual(["13", ""], found)

    def test_readings_turn_records_on_and_off(self):
        phone = {"attributes": {"mode": "phone"}}
        self.assertEqual("11 12", fed(S1, "visit", phone, {"S1-X04": "home_only"}))
        self.assertEqual("01", fed(S3, "visit", phone, {"S3-19": "any_mode"}))
        warned = {**closed(date(2024, 6, 1)), "children": sessions(5)}
        self.assertEqual("05 11 12", fed(S1, "case", warned, {"S1-X11": "warn"}))
        national = {"attributes": {"levels": ("national",)}}
        self.assertEqual("09", fed(P1, "article", national))
        self.assertEqual("09 10 11", fed(P1, "article", national, {"S2-X14": "at_least"}))
        both = {"attributes": {"levels": ("national", "district")}}
        self.assertEqual("09", fed(P1, "article", both, {"S2-X14": "highest"}))
        online = {"attributes": {"visited_station": "sb-shiqi", "mode": "online"}}
        self.assertEqual("06 07", fed(S4, "supervision", online, {"S4-08": "onsite"}))
        self.assertEqual("23", fed(P3, "visit", {"attributes": {"mode": "home"}, "about": {"c": ELDER},
                                                 "documents": ("record",)}, {"S2-X13": "all_on_file"}))  # fmt: skip
