"""The day on which something happened."""

from datetime import date
from yidang import _
from yidang import clock
from zope.interface import Invalid
from zope.schema import Date
from zope.schema import ValidationError


EARLIEST = date(2000, 1, 1)


class FutureDay(ValidationError):
    __doc__ = _("日期不能晚于今天。")


class ImplausibleDay(ValidationError):
    __doc__ = _("日期早于 2000 年，请检查年份。")


class AtField(Invalid):
    """An invariant that fails at one field."""

    def __init__(self, message: str, field: str) -> None:
        super().__init__(message)
        self.field = field


class DayField(Date):
    """A day that has already come: what is filed has happened. Whether it lies in the contract's term is another
    question: such a record may be filed, and does not count."""

    def _validate(self, value: date) -> None:
        super()._validate(value)
        if value > clock.today():
            raise FutureDay(value)
        if value < EARLIEST:
            raise ImplausibleDay(value)
