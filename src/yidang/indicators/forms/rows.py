"""Conditions as rows of a form: field, comparison, value; what no row can say is kept as it is written."""

from collections.abc import Mapping
from typing import Any
from typing import NamedTuple
from yidang.indicators.engine import comparisons
from yidang.indicators.engine.facts import Number
from yidang.indicators.engine.labels import LABELS
from yidang.indicators.forms.words import COMPARISONS
from yidang.indicators.forms.words import EACH_MINUTES
from yidang.indicators.forms.words import EACH_RATE
from yidang.indicators.forms.words import Field
from yidang.indicators.forms.words import FIELDS
from yidang.indicators.forms.words import FLAG
from yidang.indicators.forms.words import NUMBER
from yidang.indicators.forms.words import PAPERS
from yidang.indicators.forms.words import SCALES
from yidang.indicators.forms.words import SESSIONS
from yidang.indicators.forms.words import SIGNATURES
from yidang.indicators.forms.words import WITHOUT_VALUE

import re


EACH = {EACH_RATE: "attendance_rate", EACH_MINUTES: "minutes"}
_LISTS = {PAPERS: "documents", SIGNATURES: "signatures"}
_BREAK = re.compile(r"[、,，;；/\s]+")

Condition = Mapping[str, Any]
Titles = Mapping[str, Mapping[str, str]]  # field -> value -> title


class Row(NamedTuple):
    """One condition as it is typed."""

    field: str = ""
    comparison: str = ""
    value: str = ""

    def is_empty(self) -> bool:
        """Whether nothing was typed into it."""
        return not self.field and not self.value


class BadRow(Exception):
    """A row that cannot be read; the argument is the sentence for the person."""


def row_of(condition: Condition, titles: Titles) -> Row | None:
    """The row that says the same; None for a condition that no row can say."""
    for name, key in _LISTS.items():
        if set(condition) == {key}:
            return Row(name, "all", _named(name, condition[key], titles))
    if "children" in condition:
        return _session_row(condition)
    if "field" in condition and condition["field"] in FIELDS:
        return _field_row(condition, FIELDS[condition["field"]], titles)
    return None


def condition_of(row: Row, titles: Titles) -> Condition:
    """The condition that a row states; `BadRow` says what is wrong with it."""
    field = FIELDS.get(row.field)
    if field is None:
        raise BadRow("请选择条件的项目。")
    comparison = COMPARISONS.get(row.comparison)
    if comparison is None or not _fits(field, row.comparison):
        raise BadRow(f"“{field.title}”不能这样比较，请另选比较方式。")
    if row.comparison in WITHOUT_VALUE:
        return _without_value(field, row.comparison)
    if not row.value.strip():
        raise BadRow(f"请填写“{field.title}”的值。")
    if field.name in _LISTS:
        return {_LISTS[field.name]: _read(field, row.value, titles)}
    if field.sort == NUMBER:
        return _number(field, row)
    values = _read(field, row.value, titles)
    if row.comparison == ">=":
        return {"field": field.name, ">=": values[0], "scale": list(SCALES[field.name])}
    if row.comparison == "not_in":
        return {"field": field.name, "not_in": values}
    return {"field": field.name, "is": values[0]} if len(values) == 1 else {"field": field.name, "in": values}


def _fits(field: Field, comparison: str) -> bool:
    if comparison == ">=" and field.sort != NUMBER:
        return field.name in SCALES
    return field.sort in COMPARISONS[comparison].sorts


def _without_value(field: Field, comparison: str) -> Condition:
    if comparison in ("yes", "no"):
        return {"field": field.name, "is": comparison == "yes"}
    if comparison == "within":
        return {"field": field.name, "within": "term"}
    return {"field": field.name, "present": comparison == "present"}


def _number(field: Field, row: Row) -> Condition:
    number = comparisons.as_number(row.value)
    if number is None:
        raise BadRow(f"“{field.title}”须是数字，例如 50 或 60%。")
    limit: Number | str = row.value.strip() if comparisons.is_percentage(row.value) else number
    if field.name == SESSIONS:
        return {"children": "session", "count": f"{row.comparison} {row.value.strip()}"}
    if field.name in EACH:
        return {"children": "session", "each": {"field": EACH[field.name], row.comparison: limit}}
    return {"field": field.name, row.comparison: limit}


def _read(field: Field, text: str, titles: Titles) -> list[str]:
    """The values that a text names, by title or by term."""
    known = titles.get(field.name) or {}
    by_title = {title: value for value, title in known.items()}
    found = []
    for word in _words(text, by_title):
        if known and word not in known and word not in by_title:
            offered = "、".join(list(known.values())[:8])
            raise BadRow(f"“{field.title}”没有“{word}”，可以写：{offered}。")
        found.append(by_title.get(word, word))
    return list(dict.fromkeys(found))


def _words(text: str, known: Mapping[str, str]) -> list[str]:
    """The words of a list; a title that has a break in itself is one word."""
    text = text.strip()
    return [text] if text in known else [word for word in _BREAK.split(text) if word]


def _named(name: str, values: Any, titles: Titles) -> str:
    known = titles.get(name) or {}
    return "、".join(known.get(str(value), str(value)) for value in values)


def _session_row(condition: Condition) -> Row | None:
    if condition.get("children") != "session":
        return None
    if set(condition) == {"children", "count"}:
        read = comparisons.read_comparison(condition["count"])
        return Row(SESSIONS, read[0], _shown(read[1])) if read else None
    each = condition.get("each")
    tests = [each] if isinstance(each, Mapping) else list(each or ())
    if set(condition) == {"children", "each"} and len(tests) == 1:
        for name, field in EACH.items():
            if tests[0].get("field") == field and len(tests[0]) == 2:
                operator, limit = next((key, value) for key, value in tests[0].items() if key != "field")
                return Row(name, operator, _limit(field, limit)) if operator in comparisons.OPERATORS else None
    return None


def _field_row(condition: Condition, field: Field, titles: Titles) -> Row | None:
    tests = {key: value for key, value in condition.items() if key not in ("field", "scale")}
    if len(tests) != 1:
        return None
    operator, wanted = next(iter(tests.items()))
    if "scale" in condition:
        fits = tuple(condition["scale"]) == SCALES.get(field.name) and operator == ">="
        return Row(field.name, operator, _named(field.name, [wanted], titles)) if fits else None
    if operator == "present":
        return Row(field.name, "present" if wanted else "absent")
    if operator == "within":
        return Row(field.name, "within")
    if operator in comparisons.OPERATORS:
        return Row(field.name, operator, _limit(field.name, wanted)) if field.sort == NUMBER else None
    if isinstance(wanted, bool):
        return Row(field.name, "yes" if wanted is (operator == "is") else "no") if field.sort == FLAG else None
    several = wanted if isinstance(wanted, list | tuple) else [wanted]
    return Row(
        field.name, {"is": "in", "is_not": "not_in"}.get(operator, operator), _named(field.name, several, titles)
    )


def _limit(field: str, wanted: Any) -> str:
    if comparisons.is_percentage(wanted) or isinstance(wanted, str):
        return str(wanted)
    return comparisons.show(wanted, percent=field in LABELS.percentages)


def _shown(number: Number) -> str:
    return comparisons.show(number)
