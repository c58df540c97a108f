"""Every line of every contract of the library against the oracle, under the default reading and every other one."""

from .file_samples import LIBRARY
from datetime import date
from tests.indicators import oracle_units
from tests.indicators.generated import Maker
from tests.indicators.test_engine_oracle_units import of_engine
from tests.indicators.test_engine_oracle_units import of_oracle
from unittest import TestCase
from yidang.contracts.file import read
from yidang.indicators.engine import parse_rules
from yidang.indicators.engine import recount
from yidang.indicators.engine import tally
from yidang.indicators.engine.calendar import Calendar


TERM = (date(2024, 2, 15), date(2025, 2, 14))  # begins on signing, in mid-month, and crosses two years
TODAY = date(2024, 11, 20)
FACTS = 25
UNCOUNTED = ("total", "narrative")


def joined(data, lines):
    """A line with the kinds and conditions of the whole of which it is a part."""
    count = {"where": [], "measure": "count", **data["count"]}
    if data.get("part_of"):
        whole = joined(lines[data["part_of"]], lines)["count"]
        count["kinds"] = count.get("kinds") or whole["kinds"]
        count["where"] = [*whole["where"], *count["where"]]
    count.setdefault("kinds", [])
    return {"basis": "submitted", **data, "count": count}


def is_counted(data):
    measure = data["count"].get("measure", "count")
    return not any(word in measure for word in UNCOUNTED)


class EveryLine(TestCase):
    def check(self, entries, only=None):
        """The engine and the oracle agree on every unit of the lines (or of those given)."""
        lines = {data["code"]: data for data in entries}
        for rule in parse_rules(entries):
            if rule.code not in (only if only is not None else lines) or not is_counted(lines[rule.code]):
                continue
            if rule.is_rung():  # not counted by itself: tests/indicators/test_ladders.py
                continue
            data = joined(lines[rule.code], lines)
            facts = Maker(data, TERM, rule.code).facts(FACTS)
            calendar = Calendar(*TERM)
            found = tally(recount(facts, [rule], calendar), rule, calendar, TODAY)
            with self.subTest(rule.code):
                self.agree(found, data, facts)

    def agree(self, found, data, facts):
        for one, promise in zip((found, *found.also), oracle_units.promises(data), strict=True):
            units = oracle_units.units(facts, promise, data["basis"], TERM, TODAY)
            self.assertEqual(of_engine(one), of_oracle(units))

    def test_under_the_default_reading(self):
        for path in sorted(LIBRARY.glob("*.yaml")):
            with self.subTest(path.stem):
                self.check(read(path).indicators())

    def test_under_every_other_reading(self):
        for path in sorted(LIBRARY.glob("*.yaml")):
            file = read(path)
            printed = {data["code"]: data for data in file.indicators()}
            for choice in file.data.get("choices", ()):
                for option in choice["options"]:
                    entries = file.indicators({choice["code"]: option["code"]})
                    changed = {data["code"] for data in entries if printed.get(data["code"]) != data}
                    with self.subTest(path.stem, choice=choice["code"], option=option["code"]):
                        self.check(entries, changed)

    def test_the_generated_facts_hit_and_miss(self):
        """A comparison of zeros with zeros would prove nothing."""
        hit = missed = counted = 0
        for path in sorted(LIBRARY.glob("*.yaml")):
            entries = read(path).indicators()
            lines = {data["code"]: data for data in entries}
            for rule in parse_rules(entries):
                if is_counted(lines[rule.code]):
                    facts = Maker(joined(lines[rule.code], lines), TERM, rule.code).facts(FACTS)
                    calendar = Calendar(*TERM)
                    value = tally(recount(facts, [rule], calendar), rule, calendar, TODAY).value
                    counted += 1
                    hit += bool(value)
                    missed += value is None or not value
        self.assertGreater(hit, 0.95 * counted)
