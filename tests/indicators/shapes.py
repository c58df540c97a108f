"""The hard lines of S1 to S4: what their examples are made of, one for each shape of list Q that S0 does not have."""

from datetime import date
from unittest import TestCase
from yidang.indicators.engine import contribute
from yidang.indicators.engine import parse_rule
from yidang.indicators.engine import recount
from yidang.indicators.engine import tally
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.facts import Child
from yidang.indicators.engine.facts import Fact


YEAR = Calendar(date(2024, 1, 1), date(2024, 12, 31))
S4_TERM = Calendar(date(2022, 2, 1), date(2022, 12, 10))
CASE_PAPERS = ["needs_assessment", "service_plan", "session_notes", "closing_report"]
GROUP_PAPERS = ["group_plan", "group_notes", "group_report"]


def rule(code, target, kinds, measure="count", where=(), **more):
    """A line."""
    return parse_rule(
        {"code": code, "target": target, "count": {"kinds": kinds, "measure": measure, "where": list(where)}} | more
    )


def fact(kind, day, number=0, station="a", workers=("li",), **more):
    """A record."""
    return Fact(kind, f"{kind}{number}-{day}", "c", station, workers, day, **more)


def sessions(*rates, **amounts):
    """Sessions of a group or case, one for each rate of attendance."""
    return tuple(Child("session", attributes={"attendance_rate": rate}, amounts=amounts) for rate in rates)


class ShapesTest(TestCase):
    """Asks the engine."""

    def reasons(self, one, line, calendar=YEAR):
        """Why a record does not count."""
        return [reason.message for reason in contribute(one, line, calendar).reasons]

    def board(self, line, facts, today=date(2024, 12, 31), calendar=YEAR, **expected):
        """The line on a day."""
        return tally(recount(facts, [line], calendar), line, calendar, today, **expected)
