"""What all sources share: who may, how the file is called, what is said about it."""

from AccessControl import getSecurityManager
from collections.abc import Iterable
from datetime import date
from datetime import datetime
from functools import cached_property
from plone import api
from typing import Any
from yidang import clock
from yidang.errors import Refused
from yidang.exchange.interfaces import ISource
from yidang.exchange.safe import file_name
from yidang.exchange.table import Table
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.scoreboard import Scoreboard
from yidang.pages.names import Names
from yidang.permissions import VIEW_SCOREBOARD
from yidang.tree import contract_of
from zExceptions import Unauthorized
from zope.interface import implementer


@implementer(ISource)
class Source:
    """Base of all sources. `permission` is asked at what the address names."""

    title = ""
    long = False
    permission = "View"
    # What collective.excelexport lets a source leave out or order; ours know their columns.
    exportables_order = None
    excluded_exportables = ()
    excluded_factories = ()

    def __init__(self, context, request) -> None:
        self.context, self.request = context, request

    def check(self) -> None:
        """The permission, then the query."""
        if not getSecurityManager().checkPermission(self.permission, self.context):
            raise Unauthorized(self.permission)

    def get_sheets_data(self) -> list[Table]:
        """The tables in their order."""
        raise NotImplementedError

    def get_filename(self) -> str:
        """Contract, what it is, and the day of today; the extension is the view's."""
        number = getattr(self.contract, "number", "") or ""
        return file_name(number, self.title, day=clock.today())

    @cached_property
    def contract(self):
        """The contract around the context, None outside."""
        return contract_of(self.context)

    @cached_property
    def names(self) -> Names:
        """Names of stations and people."""
        return Names()

    def query(self, name: str) -> str:
        """A word of the address."""
        value = self.request.form.get(name, "")
        return value.strip()[:100] if isinstance(value, str) else ""

    def notes(self) -> list[tuple[str, Any]]:
        """What every file says of itself."""
        told: list[tuple[str, Any]] = [("内容", self.title)]
        if self.contract is not None:
            told += [
                ("合同", self.contract.Title()),
                ("合同编号", self.contract.number),
                ("采购方", self.contract.purchaser),
                ("承接方", self.contract.provider),
                ("合同期", f"{self.contract.start} 至 {self.contract.end}"),
            ]
        exported: datetime = clock.now()
        user = api.user.get_current().getId()
        return [*told, ("导出时间", exported), ("导出人", self.names.person(user) if user else "")]


class BoardSource(Source):
    """A source that reads the scoreboard of a contract, today or as of `day`."""

    permission = VIEW_SCOREBOARD

    def check(self) -> None:
        """The permission, and that the day is one that has come."""
        super().check()
        self.day  # noqa: B018 - refuses a day that is none

    @cached_property
    def day(self) -> date | None:
        """The past day asked for, None for today."""
        text = self.query("day")
        try:
            day = date.fromisoformat(text) if text else None
        except ValueError:
            raise Refused("日期须写成 2026-05-31 的形式。") from None
        if day and day > clock.today():
            raise Refused("那一天还没有到，只能导出今天或过去某一天的数字。")
        return None if day == clock.today() else day

    @cached_property
    def board(self) -> Scoreboard:
        """The contract's numbers."""
        return Scoreboard(self.contract, self.day)

    @cached_property
    def tallies(self) -> dict[str, Tally]:
        """Every line by its code."""
        return self.board.tallies(self.day)

    @property
    def lines(self) -> Iterable[tuple[Rule, Tally]]:
        """Every line in the order of the contract."""
        return [(rule, self.tallies[rule.code]) for rule in self.board.rules]

    @cached_property
    def rule(self) -> Rule:
        """The line that the address names."""
        rule = self.board.rule(self.query("code"))
        if rule is None:
            raise Refused(f"这份合同没有编号为“{self.query('code')}”的指标。")
        return rule

    def notes(self) -> list[tuple[str, Any]]:
        """The day as well."""
        return [*super().notes(), ("数字截至", self.board.today)]
