"""What a room says about its content, so that the ledger can count it. Nothing here knows a content room."""

from collections.abc import Iterable
from collections.abc import Mapping
from datetime import date
from typing import Any
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.facts import Fact
from zope.interface import Interface


class IFactSource(Interface):
    """Adapter of one record: the facts that it states."""

    def facts() -> Iterable[Fact]:
        """Zero, one or more facts; none for what has no contract."""


class ITermSource(Interface):
    """Adapter of one contract: the calendar by which it is counted."""

    def contract() -> str:
        """UID of the contract."""

    def calendar() -> Calendar:
        """Term and quarter mode."""

    def calendar_on(day: date) -> Calendar:
        """The calendar as it was known on a past day: an extension decided later has not happened yet."""

    def expected() -> dict[str, Iterable[str] | Mapping[str, Any]]:
        """Members that a board shows even at zero: `stations`, `workers`, … as `engine.board` takes them.

        What costs reading is read when a line first asks for it.
        """


class IRuleSource(Interface):
    """Adapter of one indicator: its rule and the contract that it belongs to."""

    def contract() -> str:
        """UID of the contract."""

    def data() -> dict:
        """The rule in the data form of architecture.md § 2."""
