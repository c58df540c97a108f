"""`<contract>/@@matrix`: every station against every line that is counted by station; no zero is hidden."""

from functools import cached_property
from yidang.indicators.engine.rules import member_dimension
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import MemberTally
from yidang.indicators.pages.board_page import BoardPage
from yidang.indicators.pages.cells import Cell
from yidang.indicators.pages.cells import IDLE
from yidang.indicators.pages.cells import judged_cell
from yidang.indicators.pages.cells import plain_cell
from yidang.indicators.pages.cells import ZERO
from yidang.indicators.pages.figures import shown
from yidang.pages.batch import Pager


SIZE = 100
NOWHERE = "未注明站点"
# From this part of the stations on, a line is the work of all of them.
MANY = 0.25


class MatrixPage(BoardPage):
    """Stations down, lines across."""

    page_title = "站点与指标"
    view_name = "matrix"

    @cached_property
    def lines(self) -> list[Rule]:
        """The lines that grow with the work of stations; a promise by worker or client is told in its own grid.
        First those to which many stations add, then those that one or two see to."""
        found = [rule for rule in self.board.rules if rule.grows() and self._by_station(rule)]
        return sorted(found, key=lambda rule: rule.code not in self.shared)

    @cached_property
    def shared(self) -> set[str]:
        """The codes of lines of which a zero is worth a look."""
        return {rule.code for rule in self.board.rules if rule.grows() and self._is_shared(rule)}

    def _is_shared(self, rule: Rule) -> bool:
        """Whether the line is promised by station, or many stations add to it."""
        active = sum(bool(number) for number in self.tallies[rule.code].stations.values())
        return "station" in rule.per or active > 1 and active >= MANY * len(self.contract.stations or ())

    def _by_station(self, rule: Rule) -> bool:
        member = member_dimension(rule.per)
        return member == "station" or (not member and bool(self.tallies[rule.code].months))

    @cached_property
    def stations(self) -> list[str]:
        """The contract's stations, then others that have worked for it; work of no station last."""
        expected = list(self.contract.stations or ())
        found = {one for rule in self.lines for one, number in self.tallies[rule.code].stations.items() if number}
        found |= {one.member for rule in self.lines if "station" in rule.per for one in self.tallies[rule.code].members}
        more = sorted(found - {*expected, ""})
        return [*expected, *more, *([""] if "" in found else [])]

    @property
    def heads(self) -> list[dict]:
        """The lines as heads of columns."""
        return [
            {
                "code": rule.code,
                "title": rule.title,
                "unit": self.tallies[rule.code].unit,
                "url": self.line_url(rule.code),
                "part": "1" if rule.part_of else None,
            }
            for rule in self.lines
        ]

    @property
    def pager(self) -> Pager:
        """The pages."""
        return Pager(len(self.stations), self.query_number(), f"{self.url}/@@matrix", {"day": self.day}, SIZE, "个站点")

    @cached_property
    def members(self) -> dict[str, dict[str, MemberTally]]:
        """Code -> station -> figures, of lines that promise something to each station."""
        return {
            rule.code: {one.member: one for one in self.tallies[rule.code].members}
            for rule in self.lines
            if "station" in rule.per
        }

    @property
    def rows(self) -> list[dict]:
        """One page of stations with their cells."""
        start = self.query_number()
        return [self._row(station) for station in self.stations[start : start + SIZE]]

    def _row(self, station: str) -> dict:
        name = self.names.station(station) or NOWHERE
        cells = [self._cell(rule, station, name) for rule in self.lines]
        return {"name": name, "cells": cells, "zeros": sum(cell.value == "0" and cell.state != IDLE for cell in cells)}

    def _cell(self, rule: Rule, station: str, name: str) -> Cell:
        title = f"{name} {rule.title}"
        url = self.line_url(rule.code, station=station or "-")
        member = self.members.get(rule.code, {}).get(station)
        if member is not None and member.target is not None:
            return judged_cell(member, url, title)
        zero = ZERO if rule.code in self.shared else IDLE
        return plain_cell(self.tallies[rule.code].stations.get(station, 0), url, title, zero)

    @property
    def totals(self) -> list[str]:
        """The contract's own number of each line: not always the sum of its stations."""
        return [shown(self.tallies[rule.code].value) for rule in self.lines]
