"""`GET <contract>/@monthly`: what each month owes, line by line."""

from plone.restapi.serializer.converters import json_compatible
from plone.restapi.services import Service
from typing import Any
from yidang.indicators.api import day_asked
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.monthly import is_monthly
from yidang.indicators.engine.monthly import Month
from yidang.indicators.engine.monthly import Row
from yidang.indicators.engine.monthly import rows_of
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.scoreboard import Scoreboard


class Monthly(Service):
    """The lines that promise a number of pieces in each month, of the project or of each station."""

    def reply(self) -> dict[str, Any]:
        """In the order of the contract; `?day=` recounts as of the end of a past day."""
        board, day = Scoreboard(self.context), day_asked(self.request)
        tallies, told = board.tallies(day), day or board.today
        url = self.context.absolute_url()
        items = [
            {"@id": f"{url}/@indicators/{rule.code}", **_line(rule, tallies[rule.code], board.ruleset.calendar, told)}
            for rule in board.rules
            if is_monthly(rule)
        ]
        return json_compatible({"@id": f"{url}/@monthly", "day": told, "items": items})


def _line(rule: Rule, tally: Tally, calendar: Calendar, day) -> dict[str, Any]:
    rows = [_row(row) for row in rows_of(rule, tally, calendar, day)]
    return {"code": rule.code, "title": rule.title, "unit": rule.unit, "rows": rows}


def _row(row: Row) -> dict[str, Any]:
    return {"station": row.member or None, "months": [_month(one) for one in row.months]}


def _month(one: Month) -> dict[str, Any]:
    return {"month": one.bucket.label, **{name: getattr(one, name) for name in ("value", "target", "missing", "state")}}
