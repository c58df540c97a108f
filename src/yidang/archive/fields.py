"""Fields that many rooms share: the day on which something happened, several terms, several lines."""

from collections.abc import Iterable
from datetime import date
from yidang import _
from yidang import clock
from zope.interface import implementer
from zope.interface import Invalid
from zope.schema import Choice
from zope.schema import Date
from zope.schema import TextLine
from zope.schema import Tuple
from zope.schema import ValidationError
from zope.schema.interfaces import ITuple


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


def several(title: str, vocabulary: str, description: str = "") -> Tuple:
    """Any number of terms of a vocabulary; none unless chosen."""
    terms = Choice(vocabulary=vocabulary)
    return Tuple(title=title, description=description, value_type=terms, required=False, default=(), missing_value=())


class ILines(ITuple):
    """Short texts, one a line; forms and REST leave out blank lines and the blanks around a text."""


@implementer(ILines)
class Lines(Tuple):
    """Any number of short texts."""


def one_a_line(title: str, description: str) -> Lines:
    """Any number of short texts, one a line."""
    line = TextLine(max_length=60)
    return Lines(title=title, description=description, value_type=line, required=False, default=(), missing_value=())


def lines_in(texts: Iterable[str]) -> tuple[str, ...]:
    """The lines that say something."""
    return tuple(line for text in texts if (line := text.strip()))


class DayField(Date):
    """A day that has already come: what is filed has happened. Whether it lies in the contract's term is another
    question: such a record may be filed, and does not count."""

    def _validate(self, value: date) -> None:
        super()._validate(value)
        if value > clock.today():
            raise FutureDay(value)
        if value < EARLIEST:
            raise ImplausibleDay(value)
