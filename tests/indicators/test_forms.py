"""The form of a line says what the rule says: every line of every contract comes back, rows mean conditions."""

from datetime import date
from pathlib import Path
from unittest import TestCase
from yidang.contracts.file import read
from yidang.indicators.actions import same_target
from yidang.indicators.engine import parse_rule
from yidang.indicators.forms.rows import BadRow
from yidang.indicators.forms.rows import condition_of
from yidang.indicators.forms.rows import Row
from yidang.indicators.forms.rows import row_of
from yidang.indicators.forms.state import LineForm
from yidang.indicators.forms.state import spoken
from yidang.indicators.forms.state import State
from yidang.indicators.forms.state import TEXTS

import yidang.contracts


LIBRARY = sorted((Path(yidang.contracts.__file__).parent / "library").glob("*.yaml"))
TITLES = {
    "mode": {"home": "入户", "phone": "电话"},
    "levels": {"district": "区级", "city": "市级"},
    "@papers": {"plan": "计划", "sign_in": "签到表"},
    "degree": {"secondary": "高中、中专", "college": "专科"},
}
DAY = date(2024, 6, 1)


def sent(state: State, line: LineForm) -> dict:
    """What a browser would send of this state."""
    form = {name: getattr(state, name) for name in TEXTS} | {"kinds": list(state.kinds)}
    form |= {"professional": "1"} if state.professional else {}
    for at, row in enumerate([*state.rows, Row()]):
        form |= {f"where.{at}.{name}": value for name, value in row._asdict().items()}
    return form | {f"kept.{at}": "1" for at in range(len(line.kept)) if at not in state.dropped}


class LibraryTest(TestCase):
    def test_every_line_of_every_contract_comes_back_unchanged(self):
        self.assertGreaterEqual(len(LIBRARY), 10)
        for path in LIBRARY:
            for data in read(path).indicators():
                with self.subTest(file=path.name, code=data["code"]):
                    line = LineForm(data, TITLES, DAY)
                    self.assertEqual(({}, []), line.changes(line.typed(sent(line.shown(), line))))

    def test_most_conditions_can_be_said_by_rows(self):
        lines = [LineForm(data, TITLES, DAY) for path in LIBRARY for data in read(path).indicators()]
        rows, kept = sum(len(one.known) for one in lines), sum(len(one.kept) for one in lines)
        self.assertGreater(rows, 5 * kept)


class RowsTest(TestCase):
    def means(self, row: Row, condition: dict) -> None:
        """Both ways."""
        self.assertEqual(condition, condition_of(row, TITLES))
        self.assertEqual(row, row_of(condition, TITLES))
        parse_rule({"code": "X", "title": "X", "unit": "次", "count": {"kinds": ["visit"], "where": [condition]}})

    def test_terms_are_read_and_shown_by_their_titles(self):
        self.means(Row("mode", "in", "入户"), {"field": "mode", "is": "home"})
        self.means(Row("mode", "in", "入户、电话"), {"field": "mode", "in": ["home", "phone"]})
        self.means(Row("mode", "not_in", "电话"), {"field": "mode", "not_in": ["phone"]})

    def test_a_title_with_a_break_in_it_is_one_title(self):
        self.means(Row("degree", "in", "高中、中专"), {"field": "degree", "is": "secondary"})

    def test_numbers_and_percentages(self):
        self.means(Row("hours", ">=", "8"), {"field": "hours", ">=": 8})
        self.means(Row("satisfaction", ">=", "90%"), {"field": "satisfaction", ">=": "90%"})

    def test_at_least_on_a_ladder(self):
        ladder = ["district", "city", "province", "national"]
        self.means(Row("levels", ">=", "区级"), {"field": "levels", ">=": "district", "scale": ladder})

    def test_ticks_and_blanks(self):
        self.means(Row("unannounced", "yes"), {"field": "unannounced", "is": True})
        self.means(Row("unannounced", "no"), {"field": "unannounced", "is": False})
        self.means(Row("closed", "present"), {"field": "closed", "present": True})
        self.means(Row("source_closed", "within"), {"field": "source_closed", "within": "term"})

    def test_sessions_papers_and_signatures(self):
        self.means(Row("@sessions", ">=", "6"), {"children": "session", "count": ">= 6"})
        each = {"children": "session", "each": {"field": "attendance_rate", ">=": "60%"}}
        self.means(Row("@each.attendance_rate", ">=", "60%"), each)
        self.means(Row("@papers", "all", "计划、签到表"), {"documents": ["plan", "sign_in"]})

    def test_what_no_row_can_say_is_kept(self):
        for condition in (
            {"any": [{"field": "mode", "is": "home"}]},
            {"children": "session", "sum": "attendance", ">=": 16},
            {"subjects": {"field": "age", ">=": 80}},
            {"field": "hours", ">=": 2, "<": 8},
        ):
            self.assertIsNone(row_of(condition, TITLES))

    def test_a_row_that_makes_no_sense_is_refused_in_words(self):
        for row, words in (
            (Row("", "in", "x"), "请选择"),
            (Row("mode", ">=", "入户"), "不能这样比较"),
            (Row("mode", "in", ""), "请填写“服务方式”"),
            (Row("mode", "in", "骑马"), "可以写：入户、电话"),
            (Row("hours", ">=", "很久"), "须是数字"),
        ):
            with self.subTest(row=row), self.assertRaisesRegex(BadRow, words):
                condition_of(row, TITLES)


class StateTest(TestCase):
    RULE = {
        "code": "T-01",
        "title": "探访",
        "unit": "次",
        "target": ">= 100",
        "count": {"kinds": ["visit"], "where": [{"field": "mode", "is": "home"}, {"any": [{"field": "age", ">": 1}]}]},
        "hours": {"unit": 2, "by": {"field": "mode", "values": {"phone": 1}}},
        "due": {"day": 25, "of": "period"},
        "per": ["month"],
    }

    def changes(self, **changed):
        line = LineForm(self.RULE, TITLES, DAY)
        return line.changes(line.typed({**sent(line.shown(), line), **changed}))

    def test_what_the_form_does_not_show_stays(self):
        found, _ = self.changes(hours="3", due_day="20")
        self.assertEqual({"unit": 3, "by": {"field": "mode", "values": {"phone": 1}}}, found["hours"])
        self.assertEqual({"day": 20, "of": "period"}, {key: found["due"][key] for key in ("day", "of")})

    def test_a_kept_condition_goes_when_it_is_unticked(self):
        found, _ = self.changes(**{"kept.0": None})
        self.assertEqual([{"field": "mode", "is": "home"}], found["count"]["where"])

    def test_a_row_that_is_emptied_goes(self):
        found, _ = self.changes(**{"where.0.field": "", "where.0.value": ""})
        self.assertEqual([{"any": [{"field": "age", ">": 1}]}], found["count"]["where"])

    def test_the_same_target_in_other_words_is_no_change(self):
        self.assertEqual(({}, []), self.changes(target="不少于 100"))

    def test_a_target_is_shown_in_words_that_are_read_again(self):
        said = {one: spoken(one) for one in (">= 300", "> 6000", "= 4", "5..6", "~ 16", ">= 80%", "none")}
        words = ["不少于 300", "超过 6000", "等于 4", "5–6", "约 16", "不少于 80%", ""]
        self.assertEqual(words, list(said.values()))
        self.assertTrue(all(same_target(one, words or "none") for one, words in said.items()))

    def test_every_bad_value_is_told_at_once(self):
        _, errors = self.changes(due_day="x", hours="y", period="fortnight", **{"where.0.value": "骑马"})
        self.assertEqual({"due_day", "hours", "period", "where"}, {error.field for error in errors})
