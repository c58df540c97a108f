"""Fields that hold a few rows of plain values, such as certificates; forms and REST read them in one way."""

from collections.abc import Iterable
from collections.abc import Mapping
from collective.z3cform.datagridfield.row import DictRow
from datetime import date
from typing import Any
from zope import schema
from zope.interface import Attribute
from zope.interface import implementer
from zope.schema.interfaces import ConstraintNotSatisfied
from zope.schema.interfaces import IDate
from zope.schema.interfaces import IFloat
from zope.schema.interfaces import IInt
from zope.schema.interfaces import IList
from zope.schema.interfaces import TooBig
from zope.schema.interfaces import TooSmall
from zope.schema.interfaces import ValidationError


class WrongRows(ValidationError):
    """Some row is wrong; the argument is the sentence for the person."""

    def doc(self) -> str:
        """The sentence."""
        return self.args[0]


class IRows(IList):
    """A list of rows."""

    row = Attribute("The schema of a row.")


@implementer(IRows)
class Rows(schema.List):
    """The rows, each a mapping by the schema `row`; every wrong one is named at once."""

    def __init__(self, row, **kw) -> None:
        self.row = row
        super().__init__(value_type=DictRow(title="", schema=row), **kw)

    def _validate(self, value: Any) -> None:
        if not isinstance(value, list | tuple):
            raise WrongRows(f"{self.title}须是一个列表。")
        found = [f"第 {at} 行：{one}" for at, row in enumerate(value, 1) for one in self.problems(row)]
        if found:
            raise WrongRows("".join(found))

    def problems(self, row: Any) -> list[str]:
        """Everything that is wrong with one row."""
        if not isinstance(row, Mapping):
            return ["应当是一条记录。"]
        names = schema.getFieldNamesInOrder(self.row)
        found = [f"没有“{key}”这一栏。" for key in row if key not in names]
        found += [_cell_problem(self.row[name], row.get(name), self.context) for name in names]
        return [one for one in found if one]

    def read(self, rows: Iterable[Any]) -> list[dict[str, Any]]:
        """Rows as typed or sent, with dates and numbers read where they can be; rows with nothing in them are none."""
        found = [self._read_row(row) for row in rows]
        return [row for row in found if any(one is not None for one in row.values())]

    def _read_row(self, row: Any) -> dict[str, Any]:
        names = schema.getFieldNamesInOrder(self.row)
        if not isinstance(row, Mapping):
            # A bare value is a row of which only the first cell is known.
            row = {names[0]: row}
        cells = {name: _read_cell(self.row[name], row.get(name)) for name in names}
        return {**cells, **{key: value for key, value in row.items() if key not in names}}


def _read_cell(field, value: Any) -> Any:
    """The value that a text means; what cannot be read stays, for the field to refuse."""
    if isinstance(value, Mapping) and "token" in value:
        value = value["token"]
    if isinstance(value, str):
        value = value.strip()
    if value in (None, ""):
        return None
    try:
        if IDate.providedBy(field) and isinstance(value, str):
            return date.fromisoformat(value)
        if IFloat.providedBy(field) and not isinstance(value, bool):
            return float(value)
        if IInt.providedBy(field) and isinstance(value, str):
            return int(value)
    except (TypeError, ValueError):
        pass
    return value


def _cell_problem(field, value: Any, context) -> str:
    if value is None:
        return f"请填写{field.title}。" if field.required else ""
    try:
        field.bind(context).validate(value)
    except schema.interfaces.WrongType:
        return f"{field.title}的写法有误{'，请写成 2026-03-09 这样' if IDate.providedBy(field) else ''}。"
    except TooSmall as error:
        return f"{field.title}不能{_bound(error.bound, '小于', '早于')}。"
    except TooBig as error:
        return f"{field.title}不能{_bound(error.bound, '大于', '晚于')}。"
    except ConstraintNotSatisfied:
        return f"{field.title}不在可选范围内。"
    except ValidationError as error:
        return f"{field.title}：{error.doc()}"
    return ""


def _bound(bound: Any, than: str, when: str) -> str:
    return f"{when} {bound}" if isinstance(bound, date) else f"{than} {bound:g}"
