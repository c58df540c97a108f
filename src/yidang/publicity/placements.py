"""Placements (刊发): where else an article appeared, as rows of channel, outlet, level, address or page, and date."""

from collections.abc import Iterable
from collections.abc import Mapping
from collective.z3cform.datagridfield.row import DictRow
from datetime import date
from hashlib import sha256
from typing import Any
from yidang import _
from yidang.archive.fields import DayField
from yidang.archive.wording import BadValue
from yidang.errors import FieldError
from yidang.indicators.engine.labels import LABELS
from yidang.publicity.links import link_problem
from yidang.publicity.links import normalised
from yidang.publicity.outlet_book import book
from zope import schema
from zope.interface import implementer
from zope.interface import Interface
from zope.schema.interfaces import IList
from zope.schema.interfaces import ValidationError


FIELD = "placements"
Row = Mapping[str, Any]


class IPlacement(Interface):
    """One row: the article appeared there on that day."""

    channel = schema.Choice(title=_("渠道"), vocabulary="yidang.channels")
    outlet = schema.TextLine(title=_("媒体或账号"), required=False, max_length=100)
    level = schema.Choice(title=_("级别"), vocabulary="yidang.levels", required=False)
    url = schema.TextLine(title=_("网址"), required=False)
    page = schema.TextLine(title=_("版面"), required=False, max_length=50)
    date = DayField(title=_("刊发日期"))


COLUMNS = tuple(schema.getFieldNamesInOrder(IPlacement))


class IPlacements(IList):
    """A list of placements."""


@implementer(IPlacements)
class Placements(schema.List):
    """The rows; every wrong one is named at once."""

    def __init__(self, **kw):
        super().__init__(value_type=DictRow(title=_("刊发"), schema=IPlacement), **kw)

    def _validate(self, value: list) -> None:
        found = problems(value, self.context)
        if found:
            raise BadValue("".join(found))


def _cell_problem(field, value: Any, context) -> str:
    if value is None or value == "":
        return f"请填写{field.title}。" if field.required else ""
    try:
        field.bind(context).validate(value)
    except schema.interfaces.WrongType:
        return f"{field.title}的写法有误。"
    except schema.interfaces.ConstraintNotSatisfied:
        return f"{field.title}不在可选范围内。"
    except ValidationError as error:
        return error.doc()
    return link_problem(value) if field.getName() == "url" else ""


def row_problems(row: Any, context=None) -> list[str]:
    """Everything that is wrong with one row."""
    if not isinstance(row, Mapping):
        return ["应当是一条刊发记录。"]
    unknown = [key for key in row if key not in COLUMNS]
    found = [f"没有“{key}”这一栏。" for key in unknown]
    found += [_cell_problem(IPlacement[name], row.get(name), context) for name in COLUMNS]
    return [one for one in found if one]


def problems(rows: Iterable[Any], context=None) -> list[str]:
    """Everything that is wrong with the rows; an address twice in one article is wrong too."""
    found, seen = [], {}
    for at, row in enumerate(rows, 1):
        wrong = row_problems(row, context)
        found += [f"第 {at} 行：{one}" for one in wrong]
        if wrong or not row.get("url"):
            continue
        first = seen.setdefault(normalised(row["url"]), at)
        if first != at:
            found.append(f"第 {at} 行：网址与第 {first} 行相同。")
    return found


def clean(row: Row) -> dict[str, Any]:
    """A row with all its columns and no blanks around its texts; a known outlet fills its channel and level."""
    values = {name: row.get(name) for name in COLUMNS}
    texts = {name: value.strip() or None for name, value in values.items() if isinstance(value, str)}
    return book().completed({**values, **texts})


def early_problems(rows: Iterable[Row], event: date | None) -> list[str]:
    """Nothing is reported before it has happened: the rows that stand before the day of the event."""
    if event is None:
        return []
    days = [row.get("date") for row in rows]
    return [f"第 {at} 行：刊发日期早于活动日期 {event}。" for at, day in enumerate(days, 1) if day and day < event]


def key_of(row: Row) -> str:
    """Names a row among those of its article: by its address, else by all that it says (32 hex digits)."""
    url = row.get("url")
    said = normalised(url) if url else "|".join(str(row.get(name) or "") for name in COLUMNS)
    return sha256(said.encode()).hexdigest()[:32]


def words_of(row: Row) -> str:
    """A row in one line for people: 报纸 · 南昌日报 A3版 · 2026-05-06."""
    where = " ".join(filter(None, (row.get("outlet"), row.get("page")))) or row.get("url")
    day = row["date"].isoformat() if row.get("date") else ""
    return " · ".join(filter(None, (LABELS.value("channels", row["channel"]), where, day)))


def rows_of(article) -> list[Row]:
    """The placements of an article."""
    return list(article.placements or ())


def urls_of(article) -> list[str]:
    """The normalised addresses of an article's placements."""
    return [normalised(row["url"]) for row in rows_of(article) if row.get("url")]


def days_of(article) -> list[date]:
    """The days of an article's placements."""
    return [row["date"] for row in rows_of(article) if row.get("date")]


def as_errors(messages: Iterable[str]) -> list[FieldError]:
    """Sentences as errors at the field."""
    return [FieldError(FIELD, message) for message in messages]
