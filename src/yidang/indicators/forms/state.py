"""The form of one line: what it shows, read from the rule or from what was typed, and the changes that it asks for."""

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from typing import Any
from yidang.errors import FieldError
from yidang.indicators.actions import same_target
from yidang.indicators.actions import target_in_force
from yidang.indicators.engine import rules
from yidang.indicators.engine.comparisons import as_number
from yidang.indicators.engine.targets import EXACT
from yidang.indicators.engine.targets import parse_target
from yidang.indicators.engine.targets import RANGE
from yidang.indicators.forms.rows import BadRow
from yidang.indicators.forms.rows import Condition
from yidang.indicators.forms.rows import condition_of
from yidang.indicators.forms.rows import Row
from yidang.indicators.forms.rows import row_of
from yidang.indicators.forms.rows import Titles
from yidang.indicators.forms.words import BASES
from yidang.indicators.forms.words import KEEP
from yidang.indicators.forms.words import MEASURES
from yidang.indicators.forms.words import MEMBERS
from yidang.indicators.forms.words import PERIODS


TEXTS = ("title", "unit", "note", "target", "measure", "member", "period", "due_day", "due_after", "hours", "basis")
MOST_ROWS = 40


@dataclass(slots=True)
class State:
    """Texts as the inputs hold them. `kept` are conditions that no row can say, `dropped` the places of those to go."""

    title: str = ""
    unit: str = ""
    note: str = ""
    target: str = ""
    measure: str = "count"
    member: str = ""
    period: str = ""
    due_day: str = ""
    due_after: str = "0"
    hours: str = ""
    basis: str = "submitted"
    professional: bool = False
    kinds: tuple[str, ...] = ()
    rows: list[Row] = field(default_factory=list)
    dropped: tuple[int, ...] = ()


class LineForm:
    """The form of a line whose rule is `before`, on the day from which the change is to hold."""

    def __init__(self, before: Mapping[str, Any], titles: Titles, day: date) -> None:
        self.before, self.titles, self.day = before, titles, day
        self.count = dict(before.get("count") or {})
        self.where: list[Condition] = _listed(self.count.get("where"))
        self.known = {row: one for one in self.where if (row := row_of(one, titles)) is not None}
        self.kept = [one for one in self.where if row_of(one, titles) is None]

    def shown(self) -> State:
        """What the form shows of the rule as it is."""
        due, hours = self.before.get("due") or {}, self.before.get("hours")
        due = due if isinstance(due, Mapping) else {"day": due}
        per = _listed(self.before.get("per"))
        unit_hours = hours.get("unit") if isinstance(hours, Mapping) else hours
        target = target_in_force(self.before, self.day)
        return State(
            title=self.before.get("title") or "",
            unit=self.before.get("unit") or "",
            note=self.before.get("note") or "",
            target=spoken(target),
            measure=self._measure(),
            member=next((one for one in per if one in rules.MEMBERS), ""),
            period=next((one for one in per if one in rules.PERIODS), ""),
            due_day=str(due.get("day") or ""),
            due_after=str(due.get("after") or 0),
            hours="" if unit_hours is None else f"{unit_hours:g}",
            basis=self.before.get("basis") or "submitted",
            professional=bool(self.before.get("professional")),
            kinds=tuple(self.count.get("kinds") or ()),
            rows=list(self.known),
        )

    def typed(self, form: Mapping[str, Any]) -> State:
        """What was typed."""
        texts = {name: _text(form.get(name)) for name in TEXTS}
        dropped = {place for place in range(len(self.kept)) if not form.get(f"kept.{place}")}
        return State(
            **texts,
            professional=bool(form.get("professional")),
            kinds=tuple(dict.fromkeys(_several(form.get("kinds")))),
            rows=[row for row in _rows(form) if not row.is_empty()],
            dropped=tuple(sorted(dropped)),
        )

    def changes(self, state: State) -> tuple[dict[str, Any], list[FieldError]]:
        """What differs from the rule, in the data form; and what could not be read, at its field."""
        errors: list[FieldError] = []
        wanted: dict[str, Any] = {name: getattr(state, name) or None for name in ("title", "unit", "note")}
        wanted["count"] = self._count(state, errors)
        wanted["per"] = [one for one in (state.member, state.period) if one] or None
        wanted["due"] = self._due(state, errors)
        wanted["hours"] = self._hours(state, errors)
        wanted["professional"] = state.professional or None
        wanted["basis"] = state.basis if state.basis != "submitted" or self.before.get("basis") else None
        found = {key: value for key, value in wanted.items() if value != self._now(key)}
        if not same_target(state.target or "none", target_in_force(self.before, self.day)):
            found["target"] = state.target or "none"
        errors += _strange_choices(state)
        return found, errors

    def _now(self, key: str) -> Any:
        value = self.before.get(key)
        if key == "per":
            return [one for one in _listed(value) if one in (*rules.MEMBERS, *rules.PERIODS)] or None
        return value or None

    def _count(self, state: State, errors: list[FieldError]) -> dict[str, Any]:
        found = dict(self.count)
        where = [one for place, one in enumerate(self.kept) if place not in state.dropped]
        for place, row in enumerate(state.rows, 1):
            try:
                where.append(self.known[row] if row in self.known else condition_of(row, self.titles))
            except BadRow as bad:
                errors.append(FieldError("where", f"第 {place} 个条件：{bad}"))
        for key, value in (("kinds", list(state.kinds)), ("where", self._ordered(where))):
            found[key] = value
            if not value:
                del found[key]
        if state.measure != KEEP and state.measure != self._measure():
            found["measure"] = _measure_data(state.measure)
        return found

    def _ordered(self, where: list[Condition]) -> list[Condition]:
        """The conditions that stay keep their order, so that saving an untouched form changes nothing."""
        stay = [one for one in self.where if one in where]
        return [*stay, *(one for one in where if one not in stay)]

    def _measure(self) -> str:
        measure = self.count.get("measure", "count")
        if isinstance(measure, str):
            return measure if measure in MEASURES else KEEP
        name, inner = next(iter(measure.items()))
        text = f"{name}:{inner}"
        return text if isinstance(inner, str) and text in MEASURES else KEEP

    def _due(self, state: State, errors: list[FieldError]) -> Any:
        if not state.due_day:
            return None
        if not state.due_day.isdecimal() or not 1 <= int(state.due_day) <= 31:
            errors.append(FieldError("due_day", "截止日须是 1 至 31 的整数。"))
            return self.before.get("due")
        now = self.before.get("due")
        if not isinstance(now, Mapping):
            now = {"day": now} if now else {}
        after = int(state.due_after) if state.due_after.isdecimal() else 0
        found = {**now, "day": int(state.due_day), "after": after}
        if not after and "after" not in now:
            del found["after"]
        return self.before.get("due") if found == now else found

    def _hours(self, state: State, errors: list[FieldError]) -> Any:
        now = self.before.get("hours")
        if not state.hours:
            return None
        unit = as_number(state.hours)
        if unit is None or unit < 0:
            errors.append(FieldError("hours", "单位工时须是不小于 0 的数字。"))
            return now
        if isinstance(now, Mapping):
            return now if now.get("unit") == unit else {**now, "unit": unit}
        return now if now == unit else {"unit": unit}


def spoken(target: str) -> str:
    """A target as people write it, and as it is read again: `不少于 300`, `5–6`, `等于 4`; empty for none."""
    try:
        found = parse_target(target)
    except ValueError:
        return target
    if found is None:
        return ""
    if found.operator == RANGE:
        return found.sign()
    return f"等于 {found.sign().partition(' ')[2]}" if found.operator == EXACT else found.words()


def _measure_data(measure: str) -> Any:
    name, _, inner = measure.partition(":")
    return {name: inner} if inner else name


def _strange_choices(state: State) -> Iterator[FieldError]:
    """Values that no select of ours sends."""
    offered = {"measure": {*MEASURES, KEEP}, "member": MEMBERS, "period": PERIODS, "basis": BASES}
    for name, known in offered.items():
        if getattr(state, name) not in known:
            yield FieldError(name, "请从列出的选项中选择。")


def _rows(form: Mapping[str, Any]) -> Iterator[Row]:
    for place in range(MOST_ROWS):
        cells = [form.get(f"where.{place}.{name}") for name in Row._fields]
        if all(cell is None for cell in cells):
            return
        yield Row(*(_text(cell) for cell in cells))


def _text(value: Any) -> str:
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else ""


def _several(value: Any) -> list[str]:
    return [one for one in ([value] if isinstance(value, str) else value or ()) if isinstance(one, str)]


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list | tuple) else [value]
